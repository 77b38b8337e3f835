"""The first page, the way to it, and the short address of a registration."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from public_site import as_of
from public_site.addresses import blueprint, page
from public_site.themes import by_name, slug
from register.domain.calendar import day_of
from register.labels import label
from register.queries import facets, public_state, registrations
from register.queries.registrations import Selection, Sort
from register.rendering import linked_data
from register.web import language
from register.web.context import now, reading, wiring
from register.web.language import _
from register.web.links import with_query
from register.web.pages import lasting_url, page_url

NEWEST = 5
#: What people often look for; each is a link to a search.
OFTEN_SOUGHT = {"nl": ("uitkering", "parkeren", "chatbot", "vergunning"), "en": ("benefit", "parking", "chatbot", "permit")}


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme, how many registrations there are about it, and where they are listed."""

    name: str
    count: int
    href: str


@blueprint.get("/")
def root() -> ResponseReturnValue:
    """Send people on to the first page in their language."""
    return _to_own_language(page_url("public_site.home"))


@blueprint.get("/r/<number:number>")
def short(number: str) -> ResponseReturnValue:
    """Send people on from the address that they type over from paper."""
    return _to_own_language(page_url("public_site.registration", number=number))


@page("", "")
def home() -> str:
    """Show what this is, what one can do with it, and what is new."""
    session, search, day = reading(), wiring().search, as_of.day()
    figures = public_state.figures(session, day or day_of(now()), day)
    real_only = not figures.are_examples and public_state.has_examples(session)
    terms = [("example", "false" if real_only else "")]
    selection = Selection(example=False if real_only else None, as_of=day, sort=Sort.NEWEST)
    newest = registrations.search(session, search, selection, offset=0, limit=NEWEST).rows

    def listed(**asked: str) -> str:
        """Return the address of the list behind a number: it counts what the number counts."""
        return with_query(page_url("public_site.search"), [*asked.items(), *terms])

    return render_template(
        "public_site/home.html",
        figures=figures,
        newest=newest,
        example=next((row for row in newest if not row.is_mirrored), None),
        themes=_themes(facets.words(session, search, Selection(as_of=day), "theme")),
        often_sought=OFTEN_SOUGHT[language.current()],
        listed=listed,
        linked_data=linked_data.script(_site()),
        bodies=with_query(page_url("public_site.organisations"), terms),
    )


def _site() -> linked_data.Json:
    base, chosen = wiring().settings.base_url, language.current()
    return linked_data.site(
        _("Algorithms and AI in government"),
        address=base + lasting_url("public_site.home"),
        search=f"{base}{lasting_url('public_site.search')}?q=",
        catalogue=base + url_for("public_site.catalog"),
        language=chosen,
    )


def _themes(counts: facets.Words) -> list[ThemeCount]:
    """Return all themes by name, those without registrations too. They are ways in, so they count whatever can be found."""
    return [
        ThemeCount(
            label(theme, language.current()),
            counts.get(theme, 0),
            page_url("public_site.theme", name=slug(theme)),
        )
        for theme in by_name()
    ]


def _to_own_language(address: str) -> Response:
    query = request.query_string.decode(errors="replace")
    response = redirect(address + (f"?{query}" if query else ""), 302)
    response.headers["Vary"] = "Accept-Language"
    response.headers["Cache-Control"] = "public, max-age=60"
    return response


@blueprint.get("/nl/", defaults={"language_name": "nl"})
@blueprint.get("/en/", defaults={"language_name": "en"})
def home_with_slash(language_name: str) -> ResponseReturnValue:
    """Take away the slash that people type."""
    return redirect(url_for("public_site.home", language=language_name), 308)
