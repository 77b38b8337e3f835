"""The themes of the register: all sixteen with their numbers, and one of them with who does what in it."""

from collections.abc import Callable

from flask import render_template
from flask.typing import ResponseReturnValue

from public_site import as_of, names
from public_site.addresses import page
from public_site.profiles import profile
from register.domain.calendar import day_of
from register.domain.standard.vocabularies import Theme
from register.errors import NotFound
from register.labels import explanation, label
from register.queries import facets, public_organisations, registrations
from register.queries.registrations import Selection, Sort
from register.translations.formats import Localised
from register.web import language
from register.web.context import now, reading, wiring
from register.web.links import with_query
from register.web.pages import lasting_url, page_url

NEWEST = 10
#: As many bodies as are named.
MOST_BODIES = 10


@page("/themas", "/themes")
def themes() -> ResponseReturnValue:
    """List the themes, each with what it is about and how much there is."""
    session, search, day = reading(), wiring().search, as_of.day()
    today = day or day_of(now())
    rows = []
    for each in by_name():
        counts = facets.counts(session, search, Selection(facets={"theme": (each.value,)}, as_of=day), today)
        rows.append((address(each), label(each, language.current()), explanation(each, language.current()), profile(counts, _listed(each))))
    return render_template("public_site/themes.html", rows=rows)


@page("/themas/<name>", "/themes/<name>")
def theme(name: str) -> ResponseReturnValue:
    """Show a theme: numbers, who registered in it, and what is new."""
    found = next((each for each in Theme if slug(each) == name), None)
    if found is None:
        raise NotFound
    session, search, day = reading(), wiring().search, as_of.day()
    own = Selection(facets={"theme": (found.value,)}, as_of=day, sort=Sort.NEWEST)
    counts = facets.counts(session, search, own, day or day_of(now()))
    listed = _listed(found)
    return render_template(
        "public_site/theme.html",
        name=label(found, language.current()),
        about=explanation(found, language.current()),
        profile=profile(counts, listed),
        bodies=_bodies(counts, listed),
        more_bodies=len(counts.words["organisation"]) - MOST_BODIES,
        all_bodies=with_query(page_url("public_site.facet_values", name="organisation"), [("theme", found.value)]),
        rows=registrations.listed(session, search, own, offset=0, limit=NEWEST),
        here_url=lasting_url("public_site.theme", name=name),
        feed=with_query(lasting_url("public_site.search_feed"), [("theme", found.value)]),
    )


def by_name() -> list[Theme]:
    """Return the themes in the order of their names in the language of the page."""
    return sorted(Theme, key=lambda each: label(each, language.current()))


def slug(each: Theme) -> str:
    """Return the theme as addresses write it: the same in both languages."""
    return each.value.replace("_", "-")


def address(each: Theme) -> str:
    """Return the address of a theme, on the day that is shown."""
    return page_url("public_site.theme", name=slug(each))


def _listed(each: Theme) -> Callable[..., str]:
    """Return what gives the address of the list of a theme, with more filters on."""

    def listed(*pairs: tuple[str, str], **asked: str) -> str:
        return with_query(page_url("public_site.search"), [("theme", each.value), *pairs, *asked.items()])

    return listed


def _bodies(counts: facets.Counts, listed: Callable[..., str]) -> list[tuple[str, Localised | str, int, str]]:
    """Return the first bodies of a theme by name: number, name, how many registrations, and the list of those."""
    counted = counts.words["organisation"]
    first = public_organisations.first_by_name(reading(), list(counted), language.current(), limit=MOST_BODIES, as_of=as_of.day())
    called = names.of_bodies(first)
    return [(number, called.get(number, number), counted[number], listed(organisation=number)) for number in first]
