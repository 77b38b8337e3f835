"""Counting what a search could be narrowed to. A filter's own choice is left out of its own counts, so that its options add up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pyroaring import BitMap
from sqlalchemy.orm import Session

from register.ports import SearchIndex
from register.queries.bodies import bodies
from register.queries.columns import Columns, columns
from register.queries.selections import FACET_NAMES, Selection, matching, overdue

Words = Mapping[str, int]


@dataclass(slots=True)
class Counts:
    """How many a selection finds, and how many each choice of each filter would: words by facet, and yes and no by flag."""

    total: int = 0
    words: dict[str, Counter[str]] = field(default_factory=dict)
    mirrored: Counter[bool] = field(default_factory=Counter)
    example: Counter[bool] = field(default_factory=Counter)
    overdue: Counter[bool] = field(default_factory=Counter)


def counts(session: Session, index: SearchIndex, selection: Selection, today: date) -> Counts:
    """Count for every filter. `today` is the day on which reviews are late or not."""
    there = columns(session, index)
    return there.keep(("counts", selection.name, today), lambda: _counts(session, index, there, selection, today))


def words(session: Session, index: SearchIndex, selection: Selection, name: str) -> Words:
    """Count for one filter, such as themes."""
    there = columns(session, index)
    others = {each: chosen for each, chosen in selection.facets.items() if each != name}
    found = matching(session, index, there, replace(selection, facets=others))
    if name == "type":
        return _types(session, there, found, selection.as_of)
    by_word: Mapping[str, BitMap] = there.facets.get(name, {})
    return {word: number for word, rows in by_word.items() if (number := found.intersection_cardinality(rows))}


def _counts(session: Session, index: SearchIndex, there: Columns, selection: Selection, today: date) -> Counts:
    found = Counts(total=len(matching(session, index, there, selection)))
    for name in FACET_NAMES:
        found.words[name] = Counter(words(session, index, selection, name))
    others = (("mirrored", found.mirrored, replace(selection, mirrored=None)), ("example", found.example, replace(selection, example=None)))
    for name, flags, either in others:
        rows = matching(session, index, there, either)
        flags.update({flag: number for flag in (True, False) if (number := rows.intersection_cardinality(there.rows(name, flag)))})
    rows, late = matching(session, index, there, replace(selection, overdue_on=None)), overdue(there, today)
    number = rows.intersection_cardinality(late)
    found.overdue.update({flag: count for flag, count in ((True, number), (False, len(rows) - number)) if count})
    return found


def _types(session: Session, there: Columns, found: BitMap, as_of: date | None) -> Words:
    types = bodies(session, there, as_of).types
    counted: Counter[str] = Counter()
    by_body: Mapping[str, BitMap] = there.facets.get("organisation", {})
    for number, rows in by_body.items():
        if number in types and (count := found.intersection_cardinality(rows)):
            counted[types[number]] += count
    return counted
