"""Every value of one filter, where the page of a search lists only the most usual: with its count, to be found by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.facets import LONG, NAMED
from public_site.search import Asked, read
from register.domain.calendar import day_of
from register.domain.organisations import folded_name
from register.errors import NotFound
from register.queries import facets as asked_facets
from register.translations.formats import Localised
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

    text: Localised | str
    count: int
    is_chosen: bool
    href: str


class Order(StrEnum):
    """In which order the values stand."""

    NUMBER = "number"
    NAME = "name"


@page("/zoeken/filters/<name>", "/search/filters/<name>", here="search")
def facet_values(name: str) -> ResponseReturnValue:
    """List the values of a filter within a search, by `order`: of number or of name; `find` is a part of a name.

    Bodies go by name only: the register ranks none.
    """
    if name not in LONG:
        raise NotFound
    asked, given = read(), Reader(request.args)
    find, order = given.text("find"), given.choice("order", Order, Order.NUMBER)
    given.finish()
    counts = asked_facets.counts(reading(), wiring().search, asked.selection, as_of.day() or day_of(now()))
    values = _values(name, asked, counts.words[name], find)
    if order is Order.NAME:
        values.sort(key=lambda value: (not value.is_chosen, folded_name(str(value.text))))
    last_page = max(1, -(-len(values) // PAGE_SIZE))
    if asked.page > last_page:
        raise NotFound

    def address(number: int = 1, by: Order = order) -> str:
        usual = "" if by is Order.NUMBER else by.value
        pairs = [*asked.pairs, ("find", find), ("order", usual), ("page", str(number) if number > 1 else "")]
        return with_query(page_url("public_site.facet_values", name=name), pairs)

    return render_template(
        "public_site/facet_values.html",
        title=_(TITLES[name]),
        asked=asked,
        find=find,
        values=values[(asked.page - 1) * PAGE_SIZE : asked.page * PAGE_SIZE],
        total=len(values),
        page=asked.page,
        last_page=last_page,
        address=address,
        order=order.value,
        other_order="" if name == "organisation" else address(by=Order.NAME if order is Order.NUMBER else Order.NUMBER),
        here_url=lasting_url("public_site.facet_values", name=name),
    )


def _values(name: str, asked: Asked, counts: Mapping[str, int], find: str) -> list[Value]:
    chosen = asked.selection.facets.get(name, ())
    words = list(dict.fromkeys([*chosen, *counts]))
    names = NAMED[name](words) if name in NAMED else {}
    wanted = folded_name(find).split()
    found = []
    for word in words:
        text = names.get(word) or (word if name in NAMED else text_of(name, word))
        if all(part in folded_name(str(text)) for part in wanted):
            pair, is_chosen = (name, word), word in chosen
            href = asked.address(without=(pair,)) if is_chosen else with_query(page_url("public_site.search"), [*asked.pairs, pair])
            found.append(Value(text, counts.get(word, 0), is_chosen, href))
    if name == "organisation":
        return sorted(found, key=lambda value: (not value.is_chosen, folded_name(str(value.text))))
    return sorted(found, key=lambda value: (not value.is_chosen, -value.count, folded_name(str(value.text))))
