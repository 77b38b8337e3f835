"""What somebody chooses from the register, by words and by filters, and the rows that it comes to."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl

from pyroaring import BitMap
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.facets import FACETS
from register.domain.remits import Competence
from register.models import PublicRegistration
from register.ports import SearchIndex
from register.queries import hits
from register.queries.bodies import bodies
from register.queries.columns import Columns, shown_on
from register.queries.orders import Sort

_R = PublicRegistration.__table__.c

#: The filters with words, by the names of their parameters. Those of the first line follow from the row, the type from its body.
FACET_NAMES = ("kind", "status", "decisionRole", "organisation", "product", "completeness", "year", "month", "type", *FACETS)


@dataclass(frozen=True, slots=True)
class Selection:
    """What somebody is looking for.

    `facets` maps a facet to the words of which one must hold. None for
    `mirrored` or `example` is both. `overdue_on` asks for what the owner
    should have looked at again before that day. `language` says in which the
    words were typed, for its small word for “or”; "" when nobody knows.
    `within` is what a regulator is competent for; None is everywhere.
    """

    words: str = ""
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    mirrored: bool | None = None
    example: bool | None = None
    overdue_on: date | None = None
    as_of: date | None = None
    sort: Sort = Sort.RELEVANCE
    language: str = ""
    within: frozenset[Competence] | None = None

    @property
    def name(self) -> Hashable:
        """Return what tells this apart from every other selection; the order is no part of what it finds."""
        facets = frozenset((name, frozenset(words)) for name, words in self.facets.items() if words)
        words = (self.words, self.language)
        return (words, facets, self.mirrored, self.example, self.overdue_on, self.as_of, self.within)


def from_query(query: str, *, language: str, today: date, sort: Sort) -> Selection:
    """Read a selection that was kept as the query string of its address. What means nothing any more finds nothing."""
    pairs = parse_qsl(query)
    facets = {name: tuple(word for key, word in pairs if key == name) for name in FACET_NAMES}
    given = dict(pairs)
    flags = {"true": True, "false": False}
    return Selection(
        words=given.get("q", ""),
        facets={name: words for name, words in facets.items() if words},
        mirrored=flags.get(given.get("mirrored", "")),
        example=flags.get(given.get("example", "")),
        overdue_on=today if given.get("overdue") == "true" else None,
        sort=sort,
        language=language,
    )


def matching(session: Session, index: SearchIndex, there: Columns, selection: Selection) -> BitMap:
    """Return the rows that a selection finds."""
    shown = shown_on(session, there, selection.as_of)
    return there.keep(("matching", selection.name), lambda: matching_of(session, index, there, selection, shown))


def matching_of(session: Session, index: SearchIndex, there: Columns, selection: Selection, rows: BitMap) -> BitMap:
    """Return which of these rows a selection finds. For rows that do not hold now it must be as of a day."""
    found = [_sought(session, index, there, selection, rows)]
    found += [chosen(session, there, name, words, selection.as_of) for name, words in selection.facets.items() if words]
    for name, flag in (("mirrored", selection.mirrored), ("example", selection.example)):
        if flag is not None:
            found.append(there.rows(name, flag))
    if selection.overdue_on is not None:
        found.append(overdue(there, selection.overdue_on))
    if selection.within is not None:
        found.append(_within(there, selection.within))
    return BitMap.intersection(*found)


def _within(there: Columns, competences: frozenset[Competence]) -> BitMap:
    """Return the rows that a regulator is competent for; one without a theme belongs to every theme."""

    def competent() -> BitMap:
        themeless = there.listed - there.rows("theme", *there.facets.get("theme", ()))
        each = (there.rows("organisation", *one.organisations) & (there.rows("theme", *one.themes) | themeless) for one in competences)
        return BitMap.union(BitMap(), *each)

    return there.keep(("within", competences), competent)


def _sought(session: Session, index: SearchIndex, there: Columns, selection: Selection, shown: BitMap) -> BitMap:
    """Return which of these rows have the words: all but the filters."""
    if not selection.words.strip():
        return shown
    number = number_in(selection.words)
    if number:
        return shown & BitMap(session.scalars(select(_R.id).where(_R.number == number)))
    query = hits.read(selection.words, selection.language)
    if not query.clauses:
        return BitMap()
    return shown & hits.Finder(session, index, there, selection.as_of).found(query)


def number_in(words: str) -> str:
    """Return the number of a registration that somebody typed instead of words, however it is spaced; "" when it is none."""
    number = re.sub(r"[\s.-]", "", words)
    return number if len(number) == 9 and number.isdigit() and number.isascii() else ""


def chosen(session: Session, there: Columns, name: str, words: Sequence[str], as_of: date | None) -> BitMap:
    """Return the rows that have one of the words of a filter."""
    if name != "type":
        return there.rows(name, *words)
    types = bodies(session, there, as_of).types
    return there.rows("organisation", *(number for number, type_ in types.items() if type_ in words))


def overdue(there: Columns, day: date) -> BitMap:
    """Return the rows of which the review was due before a day."""

    def due() -> BitMap:
        return there.rows("due", *(due for due in there.facets["due"] if due < day.isoformat())) if "due" in there.facets else BitMap()

    return there.keep(("overdue", day), due)
