"""Searching: what somebody asks, the filters with their counts, and a way on when nothing is found."""

from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of, excerpts, facets
from public_site.addresses import page
from register.adapters import pdf
from register.domain.calendar import day_of
from register.errors import NotFound
from register.queries import facets as asked_facets
from register.queries import registrations, suggestions
from register.queries.hits import MOST_RANKED
from register.queries.registrations import Page, Selection, Sort
from register.queries.selections import number_in
from register.translations.formats import Localised
from register.web import language, selections
from register.web.context import now, reading, wiring
from register.web.language import N_, _
from register.web.links import Pairs, with_query
from register.web.pages import lasting_url
from register.web.parameters import Reader

PAGE_SIZE = 20
#: More do not fit in a document that a person reads, nor in the time that a server has.
MOST_ON_PAPER = 50
ALIKE = 3
SORTS = {
    Sort.RELEVANCE: N_("Best match"),
    Sort.NEWEST: N_("Newest change"),
    Sort.NAME: N_("Name"),
    Sort.ORGANISATION: N_("Organisation"),
}
#: The API's list of the same selection.
API = "/api/v1/registrations"


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it stands in the address."""

    selection: Selection
    page: int
    pairs: Pairs

    def address(self, view: str = "search", *, without: Pairs = (), page: int = 1) -> str:
        """Return the address of this search, less some filters, at a page of its results; or of another view of the same."""
        rest = [pair for pair in self.pairs if pair not in without]
        return with_query(lasting_url(f"public_site.{view}"), [*rest, ("page", str(page) if page > 1 else "")])

    def with_words(self, words: str) -> str:
        """Return the address of the same search for other words."""
        rest = [pair for pair in self.pairs if pair[0] != "q"]
        return with_query(lasting_url("public_site.search"), [("q", words), *rest])

    @property
    def api_address(self) -> str:
        """Return the address of the same selection in the API."""
        language_of_words = (("language", self.selection.language),) if self.selection.words else ()
        return with_query(API, (*self.pairs, *language_of_words))


@page("/zoeken", "/search", here="search")
def search() -> ResponseReturnValue:
    """Show what a search finds, or what else to try."""
    session, index = reading(), wiring().search
    typed, asked = read(), as_searched()
    rows = registrations.listed(session, index, asked.selection, offset=(asked.page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    if not rows and asked.page > 1:
        raise NotFound
    counts = asked_facets.counts(session, index, asked.selection, as_of.day() or day_of(now()))
    marking = registrations.marking(session, index, asked.selection)
    groups = facets.groups(asked.selection, counts)
    shown: dict[str, Any] = {
        "asked": asked,
        "found": Page(rows, counts.total),
        "groups": groups,
        "chips": chips(asked, groups),
        "unfiltered": asked.address(without=tuple(pair for pair in asked.pairs if pair[0] not in {"q", "sort", "asOf"})),
        "sorts": {sort.value: _(SORTS[sort]) for sort in Sort if sort is not Sort.RELEVANCE or asked.selection.words},
        "last_page": -(-counts.total // PAGE_SIZE),
        "words": marking,
        "excerpts": excerpts.excerpts(session, rows, marking, language.current()),
        "instead_of": typed.selection.words if typed.selection.words != asked.selection.words else "",
        "most_ranked": MOST_RANKED,
        "all_values": lambda name: with_query(lasting_url("public_site.facet_values", name=name), asked.pairs),
        "can_follow": wiring().mailer.is_available,
        "has_pdf": pdf.is_available(),
        "most_on_paper": MOST_ON_PAPER,
    }
    return render_template("public_site/search.html", **shown, **(_besides(asked) if rows else _instead(asked)))


def as_searched(sort: Sort | None = None) -> Asked:
    """Read a search, with the words that were probably meant where those that were typed are nowhere. Raises `NotUnderstood`."""
    typed = read()
    meant = suggestions.as_meant(reading(), wiring().search, typed.selection).selection
    return replace(typed, selection=replace(meant, sort=sort or meant.sort), pairs=selections.pairs(meant))


def chips(asked: Asked, groups: tuple[facets.Group, ...]) -> list[tuple[Localised | str, str]]:
    """Return the filters that are on, in words, each with the address without it."""
    return [(option.text, asked.address(without=((group.name, option.value),))) for group in groups for option in group.chosen]


def read() -> Asked:
    """Read a search from the address. Raises `NotUnderstood`."""
    given = Reader(request.args)
    selection = selections.read(given, as_of=as_of.day(), today=day_of(now()))
    page_number = given.page()
    given.finish()
    return Asked(selection, page_number, selections.pairs(selection))


def _besides(asked: Asked) -> dict[str, Any]:
    """Find what was probably meant by words that are nowhere, where others were found."""
    session, index = reading(), wiring().search
    ways = suggestions.spellings(session, index, asked.selection)
    return {
        "nowhere": suggestions.nowhere(session, index, asked.selection),
        "ways_on": [(words, total, asked.with_words(words)) for words, total in ways],
    }


def _instead(asked: Asked) -> dict[str, Any]:
    """Find what may help when nothing was found: the same search without its filters, or what is left of the number that was asked for."""
    session, index = reading(), wiring().search
    bare = Selection(asked.selection.words, as_of=asked.selection.as_of, language=language.current())
    is_filtered = replace(asked.selection, sort=bare.sort) != bare
    unfiltered = registrations.search(session, index, bare, offset=0, limit=ALIKE) if is_filtered else Page((), 0)
    number = number_in(asked.selection.words)
    row = registrations.by_number(session, number) if number else None
    selection = asked.selection
    return {
        "nowhere": suggestions.nowhere(session, index, selection),
        "ways_on": [(words, total, asked.with_words(words)) for words, total in suggestions.ways_on(session, index, selection)],
        "without_filters": unfiltered,
        "withdrawn": row if row is not None and row.state == "withdrawn" else None,
    }
