"""Suggestions while somebody types a search: a few registrations, bodies, products and themes, each leading to its page.

Of what holds now only. What was typed is in no log: the access log knows the
rule of an address and not what is behind its question mark.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from public_site import names
from public_site.addresses import page
from public_site.themes import by_name, slug
from register.domain.search.words import words
from register.labels import label
from register.queries import public_organisations, public_products, registrations, suggestions
from register.queries.bodies import bodies
from register.queries.columns import columns
from register.queries.registrations import Selection
from register.translations.formats import localised
from register.web import language
from register.web.context import reading, wiring
from register.web.language import _
from register.web.pages import page_url
from register.web.parameters import LONGEST

#: Fewer letters say nothing yet.
SHORTEST = 2
#: So many of each sort at most.
REGISTRATIONS, BODIES, PRODUCTS, THEMES = 4, 2, 1, 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where somebody may want to go: what it is, and its address."""

    text: str
    sort: str
    href: str


@page("/zoeken/suggesties", "/search/suggestions", representation="suggestions")
def search_suggestions() -> ResponseReturnValue:
    """Suggest what the beginning of a search may lead to; nothing for less than two letters, or for more than a search may hold."""
    typed = " ".join(request.args.get("q", "").replace("\0", "").split())
    found = list(_suggested(typed)) if SHORTEST <= len(typed) <= LONGEST else []
    return jsonify([asdict(each) for each in found])


def _suggested(typed: str) -> Iterator[Suggestion]:
    parts = words(typed)
    if not parts:
        return
    yield from islice(_themes(parts), THEMES)
    yield from _bodies(parts)
    yield from _products(typed)
    yield from _registrations(typed)


def _themes(parts: list[str]) -> Iterator[Suggestion]:
    for theme in by_name():
        name = label(theme, language.current())
        if _begins(parts, words(name)):
            yield Suggestion(name, _("Theme"), page_url("public_site.theme", name=slug(theme)))


def _bodies(parts: list[str]) -> Iterator[Suggestion]:
    """Yield the bodies that have every word in a name, the last one as a beginning."""
    there = bodies(reading(), columns(reading(), wiring().search), None)
    found = [set(there.called(part, is_prefix=place == len(parts) - 1)) for place, part in enumerate(parts)]
    numbers = sorted(
        set.intersection(*found), key=lambda number: (there.english_names if language.current() == "en" else there.sort_names)[number]
    )[:BODIES]
    documents = public_organisations.by_numbers(reading(), numbers)
    for number in numbers:
        name = localised(documents[number]["names"], language.current()).text
        yield Suggestion(name, _("Organisation"), page_url("public_site.organisation", number=number))


def _products(typed: str) -> Iterator[Suggestion]:
    found, _total = public_products.listed(reading(), typed, language=language.current(), limit=PRODUCTS)
    for row in found:
        name = localised(row.document["name"], language.current()).text
        yield Suggestion(name, _("Product"), page_url("public_site.product", number=row.document["number"]))


def _registrations(typed: str) -> Iterator[Suggestion]:
    """Yield what a search finds when the last word is taken as a beginning, or as the nearest word where nothing begins so."""
    selection = Selection(f"{typed}*" if typed[-1].isalnum() else typed, language=language.current())
    rows = registrations.listed(reading(), wiring().search, selection, offset=0, limit=REGISTRATIONS)
    if not rows:
        meant = suggestions.as_meant(reading(), wiring().search, Selection(typed, language=language.current())).selection
        rows = registrations.listed(reading(), wiring().search, meant, offset=0, limit=REGISTRATIONS)
    for row in rows:
        text = localised(row.card.get("name"), language.current()).text or row.number
        yield Suggestion(text, names.of_body(row).text, page_url("public_site.registration", number=row.number))


def _begins(parts: list[str], name: list[str]) -> bool:
    """Say whether every word that was typed begins a word of a name."""
    return all(any(word.startswith(part) for word in name) for part in parts)
