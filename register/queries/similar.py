"""Registrations that are like one: by the words of the name, then by what they are about and what they do.

Those of the same product are left out: they stand on the page as other
deployments. It is worked out from sets in memory and kept for each state.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyroaring import BitMap
from sqlalchemy import Row
from sqlalchemy.orm import Session

from register.domain.search.fields import SearchField
from register.domain.search.queries import Atom, Clause
from register.domain.search.stop_words import STOP_WORDS
from register.domain.search.words import words
from register.ports import SearchIndex
from register.queries import hits, registrations, terms
from register.queries.columns import Columns, columns

#: What it is worth to share something. A name in common says most.
WORTH = {"name": 6, "theme": 4, "technique": 1, "decisionRole": 1, "kind": 1}
#: Less than this in common is a coincidence.
LEAST = 6
#: A word that more than one in so many names have tells nothing apart.
_USUAL = 10
_SHORTEST_WORD = 4
#: So many candidates are looked at, at most.
_MOST_CANDIDATES = 2000


@dataclass(frozen=True, slots=True)
class Similar:
    """A registration that is like another, and what they share, the most telling first."""

    row: Row[Any]
    shared: tuple[str, ...]


def similar(session: Session, index: SearchIndex, row: Row[Any], document: Mapping[str, Any], *, limit: int) -> list[Similar]:
    """Return the registrations that are most like one that holds now, the most like it first."""
    there = columns(session, index)
    best = there.keep(("similar", row.id, limit), lambda: _best(session, index, there, row, document, limit))
    found = {each.id: each for each in registrations.by_ids(session, [row_id for row_id, _shared in best])}
    return [Similar(found[row_id], shared) for row_id, shared in best]


def _best(
    session: Session, index: SearchIndex, there: Columns, row: Row[Any], document: Mapping[str, Any], limit: int
) -> list[tuple[int, tuple[str, ...]]]:
    others = there.shown - BitMap([row.id])
    if row.product_number:
        others -= there.rows("product", row.product_number)
    features = {name: rows & others for name, rows in _features(session, index, there, document)}
    candidates = BitMap()
    for name in ("name", "theme"):
        for row_id in reversed(features.get(name, BitMap())):
            if len(candidates) >= _MOST_CANDIDATES:
                break
            candidates.add(row_id)
    points: Counter[int] = Counter()
    for name, rows in features.items():
        for row_id in rows & candidates:
            points[row_id] += WORTH[name]
    most = sorted((each for each in points if points[each] >= LEAST), key=lambda each: (-points[each], -each))[:limit]
    return [(each, tuple(name for name in WORTH if each in features.get(name, ()))) for each in most]


def _features(session: Session, index: SearchIndex, there: Columns, document: Mapping[str, Any]) -> Iterator[tuple[str, BitMap]]:
    """Yield the rows that share each thing with a document."""
    yield "name", _named_alike(session, index, there, document)
    yield "theme", there.rows("theme", *(document.get("themes") or ()))
    yield "technique", there.rows("technique", *(document.get("techniques") or ()))
    yield "decisionRole", there.rows("decisionRole", document.get("decision_role", ""))
    yield "kind", there.rows("kind", document.get("kind", ""))


def _named_alike(session: Session, index: SearchIndex, there: Columns, document: Mapping[str, Any]) -> BitMap:
    """Return the rows that have a telling word of the name in theirs: two where the name has more."""
    named = {word for text in (document.get("name") or {}).values() for word in words(text)}
    telling = sorted(word for word in named if len(word) >= _SHORTEST_WORD and word not in STOP_WORDS)
    finder = hits.Finder(session, index, there)
    found = [finder.rows(terms.exact(Clause((Atom((word,)),))), SearchField.NAME) for word in telling]
    rare = [rows for rows in found if len(rows) * _USUAL <= max(len(there.shown), _USUAL * 2)]
    alike = BitMap()
    for place, rows in enumerate(rare):
        for other in rare[place + 1 :]:
            alike |= rows & other
    return alike if len(rare) > 1 else BitMap.union(*rare) if rare else BitMap()
