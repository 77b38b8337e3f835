"""Every value of one filter, where the page of a search lists only the most usual: with its count, to be found by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.facets import LONG
from public_site.search import Asked, read
from register.domain.calendar import day_of
from register.domain.organisations import folded_name
from register.errors import NotFound
from register.queries import facets as asked_facets
from register.queries import registrations
from register.web.context import now, reading, wiring
from register.web.language import _
from register.web.links import with_query
from register.web.pages import lasting_url, page_url
from register.web.parameters import Reader
from register.web.selections import TITLES, text_of

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Value:
    """A value: what it is called, how many registrations it would find, whether it is on, and the search with it on, or off again."""

    text: str
    count: int
    is_chosen: bool
    href: str


@page("/zoeken/filters/<name>", "/search/filters/<name>", here="search")
def facet_values(name: str) -> ResponseReturnValue:
    """List the values of a filter within a search, those with most registrations first; `find` is a part of a name."""
    if name not in LONG:
        raise NotFound
    asked, given = read(), Reader(request.args)
    find = given.text("find")
    given.finish()
    counts = asked_facets.counts(reading(), wiring().search, asked.selection, as_of.day() or day_of(now()))
    values = _values(name, asked, counts.words[name], find)
    if not values and asked.page > 1:
        raise NotFound

    def address(number: int) -> str:
        pairs = [*asked.pairs, ("find", find), ("page", str(number) if number > 1 else "")]
        return with_query(page_url("public_site.facet_values", name=name), pairs)

    return render_template(
        "public_site/facet_values.html",
        title=_(TITLES[name]),
        asked=asked,
        find=find,
        values=values[(asked.page - 1) * PAGE_SIZE : asked.page * PAGE_SIZE],
        total=len(values),
        page=asked.page,
        last_page=max(1, -(-len(values) // PAGE_SIZE)),
        address=address,
        here_url=lasting_url("public_site.facet_values", name=name),
    )


def _values(name: str, asked: Asked, counts: Mapping[str, int], find: str) -> list[Value]:
    chosen = asked.selection.facets.get(name, ())
    words = list(dict.fromkeys([*chosen, *counts]))
    names = registrations.organisation_names(reading(), words) if name == "organisation" else {}
    wanted = folded_name(find).split()
    found = []
    for word in words:
        text = names.get(word) or (word if name == "organisation" else text_of(name, word))
        if all(part in folded_name(text) for part in wanted):
            pair, is_chosen = (name, word), word in chosen
            href = asked.address(without=(pair,)) if is_chosen else with_query(page_url("public_site.search"), [*asked.pairs, pair])
            found.append(Value(text, counts.get(word, 0), is_chosen, href))
    return sorted(found, key=lambda value: (not value.is_chosen, -value.count, value.text.casefold()))
