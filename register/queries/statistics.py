"""The numbers of the register on a day: every one of them counts a selection, so that whoever wants to can recount it.

Invented examples are left out as soon as there is anything real. What was
taken over from another register has no completeness, review or principles,
and so never counts for or against the diligence of its body.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from register.domain.ai_act.outcome import RiskCategory
from register.domain.calendar import last_day_of, months
from register.domain.facets import FACETS, CompletenessBand
from register.domain.organisations import OrganisationType
from register.domain.principles.criteria import Principle
from register.domain.standard.vocabularies import DecisionRole, Kind, Status
from register.ports import SearchIndex
from register.queries import facets, public_organisations
from register.queries.columns import columns
from register.queries.facets import Words
from register.queries.growth import at_ends
from register.queries.public_organisations import BodySelection
from register.queries.selections import Selection, matching

#: The figures with a row for each word of a filter, and the words in order; None is most first, but for months.
FIGURES: Mapping[str, tuple[str, ...] | None] = {
    "category": tuple(RiskCategory),
    "kind": tuple(Kind),
    "decisionRole": tuple(DecisionRole),
    "status": tuple(Status),
    "theme": None,
    "type": tuple(OrganisationType),
    **{principle.value: tuple(FACETS[principle.value].vocabulary or ()) for principle in Principle},
    "assessment": None,
    "completeness": tuple(CompletenessBand),
    "month": None,
    "product": None,
}
#: What the AI Act calls high-risk.
HIGH = (RiskCategory.HIGH_RISK_ANNEX_III, RiskCategory.HIGH_RISK_ANNEX_I)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many registrations have each word of a filter."""

    name: str
    rows: Mapping[str, int]

    @property
    def most(self) -> int:
        """Return the largest number; 0 when there is none."""
        return max(self.rows.values(), default=0)

    @property
    def total(self) -> int:
        """Return the sum, which counts a registration once for each word that it has."""
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class Statistics:
    """What is counted on a day. `selection` is of what; `silent` are the bodies that have registered nothing.

    `totals` has, for each month of the figure of months, how many there were
    at the end of it, or at the end of the day when the month is still going on.
    What was withdrawn since is counted in them, and not in that figure.
    """

    selection: Selection
    are_examples: bool
    registrations: int
    organisations: int
    silent: int
    mirrored: int
    generative: int
    high_risk: int
    overdue: int
    figures: Mapping[str, Figure]
    totals: Mapping[str, int]


def statistics(session: Session, index: SearchIndex, *, today: date, as_of: date | None = None) -> Statistics:
    """Count everything on a day. `today` is the day on which reviews are late or not."""
    there = columns(session, index)
    return there.keep(("statistics", today, as_of), lambda: _counted(session, index, today, as_of))


def month_end(month: str, today: date) -> date:
    """Return the day at whose end the total of a month is counted."""
    return min(last_day_of(month), today)


def _counted(session: Session, index: SearchIndex, today: date, as_of: date | None) -> Statistics:
    real = Selection(as_of=as_of, example=False)
    are_examples = not len(matching(session, index, columns(session, index), real))
    selection = replace(real, example=True) if are_examples else real
    counts = facets.counts(session, index, selection, today)
    found = {name: Figure(name, _ordered(name, _words(session, index, selection, counts.words, name), today)) for name in FIGURES}
    ends = [month_end(month, today) for month in found["month"].rows]
    totals = at_ends(session, ends, example=are_examples)
    without = BodySelection(registering=False, example=are_examples, as_of=as_of)
    _, silent = public_organisations.listed(session, without, limit=1)
    return Statistics(
        selection=selection,
        are_examples=are_examples,
        registrations=counts.total,
        organisations=len(counts.words["organisation"]),
        silent=silent,
        mirrored=counts.mirrored[True],
        generative=counts.words["kind"][Kind.GENERATIVE_AI],
        high_risk=sum(found["category"].rows.get(category, 0) for category in HIGH),
        overdue=counts.overdue[True],
        figures=found,
        totals=dict(zip(found["month"].rows, totals, strict=True)),
    )


def _words(session: Session, index: SearchIndex, selection: Selection, counted: Mapping[str, Words], name: str) -> Words:
    if name == "product":  # only what is shared tells anything
        return {word: number for word, number in facets.words(session, index, selection, name).items() if number > 1}
    return counted[name]


def _ordered(name: str, words: Words, today: date) -> dict[str, int]:
    """Put words in the order of their vocabulary, or else the most usual first; months go by time, and none is left out."""
    order = FIGURES[name]
    if order is not None:
        return {str(word): words[word] for word in order if words.get(word)}
    if name == "month":
        return {month: words.get(month, 0) for month in months(min(words), f"{today:%Y-%m}")} if words else {}
    return dict(sorted(words.items(), key=lambda pair: (-pair[1], pair[0])))
