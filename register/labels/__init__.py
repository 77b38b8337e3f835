"""Words (nl, en) for every member of every vocabulary, for all doors alike.

`label` is the short name, `explanation` what it means in plain words. Every
`StrEnum` of `register.domain` has its table here; a test proves it.
"""

from enum import StrEnum

from register.labels import (
    ai_act_facts,
    ai_act_outcomes,
    facets,
    generative_ai,
    identification,
    lifecycle,
    meaning,
    operation,
    people,
    principles,
    questions,
    responsible_use,
    subscriptions,
    supervisors,
    upkeep,
    withholding,
)
from register.labels.term import Table, Term

__all__ = ["TABLES", "Term", "explanation", "label"]

TABLES: dict[type[StrEnum], Table] = {
    **identification.TABLES,
    **meaning.TABLES,
    **responsible_use.TABLES,
    **operation.TABLES,
    **generative_ai.TABLES,
    **ai_act_facts.TABLES,
    **ai_act_outcomes.TABLES,
    **principles.TABLES,
    **upkeep.TABLES,
    **withholding.TABLES,
    **supervisors.TABLES,
    **people.TABLES,
    **lifecycle.TABLES,
    **facets.TABLES,
    **questions.TABLES,
    **subscriptions.TABLES,
}


def label(member: StrEnum, language: str) -> str:
    """Return the short name of a member in a language, nl or en."""
    term = TABLES[type(member)][member]
    return {"nl": term.nl, "en": term.en}[language]


def explanation(member: StrEnum, language: str) -> str:
    """Return in plain words what a member means; "" when its name says enough."""
    term = TABLES[type(member)][member]
    return {"nl": term.nl_more, "en": term.en_more}[language]
