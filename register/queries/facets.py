"""Counting what a search could be narrowed to, in as few readings as possible.

One reading groups what is found by all columns that people filter on; the
counts per filter are then sums over those groups. A filter's own choice is left
out of its own counts, so that its options add up. Filters with more than one word a
registration are read one by one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import RowMapping, and_, case, func, select
from sqlalchemy.orm import Session

from register.domain.facets import stored
from register.models import PublicFacet, PublicRegistration
from register.ports import SearchIndex
from register.queries.registrations import COLUMN_FACETS, LIST_FACETS, Selection, selected

_R = PublicRegistration.__table__.c
_F = PublicFacet.__table__.c

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
    found = Counts(words={name: Counter() for name in COLUMN_FACETS})
    for group in _groups(session, index, selection, today):
        failed = [name for name, holds in _choices(group, selection).items() if not holds]
        if not failed:
            found.total += group["number"]
        if len(failed) < 2:
            _add(found, group, failed)
    for name in LIST_FACETS:
        found.words[name] = Counter(words(session, index, selection, name))
    return found


def words(session: Session, index: SearchIndex, selection: Selection, name: str) -> Words:
    """Count for one filter with more than one word a registration, such as themes."""
    others = {each: chosen for each, chosen in selection.facets.items() if each != name}
    statement = selected(index, replace(selection, facets=others))
    ids = statement.with_only_columns(_R.id).subquery()
    counted = select(_F.word, func.count()).where(_F.facet == stored(name), _F.registration_id.in_(select(ids.c.id))).group_by(_F.word)
    return {str(word): int(number) for word, number in session.execute(counted)}


def _groups(session: Session, index: SearchIndex, selection: Selection, today: date) -> Sequence[RowMapping]:
    """Group what is found, by all columns together, whatever is chosen of those columns."""
    lists = {name: chosen for name, chosen in selection.facets.items() if name in LIST_FACETS}
    statement = selected(index, replace(selection, facets=lists, mirrored=None, example=None, overdue_on=None))
    overdue = case((and_(_R.review_due != "", _R.review_due < today.isoformat()), 1), else_=0).label("overdue")
    columns = [column.label(name) for name, column in COLUMN_FACETS.items()]
    flags = [_R.is_mirrored.label("mirrored"), _R.is_example.label("example"), overdue]
    grouped = statement.with_only_columns(*columns, *flags, func.count().label("number")).group_by(*columns, *flags)
    return session.execute(grouped).mappings().all()


def _choices(values: RowMapping, selection: Selection) -> dict[str, bool]:
    """Say of each filter whether a group is among what was chosen."""
    chosen = {name: not selection.facets.get(name) or values[name] in selection.facets[name] for name in COLUMN_FACETS}
    chosen["mirrored"] = selection.mirrored is None or values["mirrored"] == selection.mirrored
    chosen["example"] = selection.example is None or values["example"] == selection.example
    chosen["overdue"] = selection.overdue_on is None or bool(values["overdue"])
    return chosen


def _add(found: Counts, values: RowMapping, failed: Sequence[str]) -> None:
    """Add a group to the counts of every filter, or only of the one whose choice leaves it out."""
    for name, counter in found.words.items():
        if values[name] is not None and failed in ([], [name]):
            counter[str(values[name])] += values["number"]
    for name, flags in (("mirrored", found.mirrored), ("example", found.example), ("overdue", found.overdue)):
        if failed in ([], [name]):
            flags[bool(values[name])] += values["number"]
