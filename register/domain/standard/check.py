"""The check of a document against the standard: all problems at once, each with its rule and remedy.

A document is checked in three layers: the form of each value, what the fields
say together, and what is needed at the stage it has come to. Every layer
always runs, so that nobody has to submit twice to learn of a second problem.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from register.domain.standard.catalogue import BY_KEY, FIELDS
from register.domain.standard.conditions import Stage
from register.domain.standard.envelope import ENVELOPE, check_envelope
from register.domain.standard.fields import Field
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.domain.standard.rules_across import RULES_ACROSS
from register.domain.standard.types import LOCALISED, Composite, Rows
from register.domain.standard.values import check_value, is_empty
from register.errors import Problem

_GOALS = {
    Stage.SUBMIT: {"goal_nl": "in te dienen", "goal_en": "submit"},
    Stage.PUBLISH: {"goal_nl": "te publiceren", "goal_en": "publish"},
}


def check(document: Mapping[str, Any], *, stage: Stage, today: date, inherited: Mapping[str, Any] | None = None) -> list[Problem]:
    """Return every problem of a working document at a stage; an empty list means that it may go on.

    `document` is a cleaned working document. `inherited` are the product's
    fields: they answer what the document leaves open. `today` is the day in
    Europe/Amsterdam, for rules with a term.
    """
    whole = {**(inherited or {}), **document}
    problems = [*check_form(document), *check_envelope(document)]
    for rule in RULES_ACROSS:
        problems += rule(whole, stage, today)
    if stage is not Stage.DRAFT:
        problems += _missing(document, whole, stage)
        problems += _not_in_own_language(document)
    return problems


def check_form(document: Mapping[str, Any]) -> list[Problem]:
    """Return the problems in the form of single values: unknown names, wrong types, lengths, words."""
    problems: list[Problem] = []
    for key, value in document.items():
        if key in BY_KEY:
            problems += check_value(value, BY_KEY[key].type, pointer(key))
        elif key not in ENVELOPE:
            problems.append(problem(pointer(key), "unknown-key", name=key))
    return problems


def is_excused(document: Mapping[str, Any], key: str) -> bool:
    """Say whether a field is answered by a gap or a withholding instead of a value."""
    address = pointer(key)
    return address in (document.get("gaps") or {}) or address in (document.get("withheld") or {})


def missing(document: Mapping[str, Any], *, stage: Stage, inherited: Mapping[str, Any] | None = None) -> list[Field]:
    """Return the fields that are needed at a stage and have neither value, gap nor withholding."""
    whole = {**(inherited or {}), **document}
    return [
        field
        for field in FIELDS
        if field.needed is not None
        and field.needed.applies(whole, stage)
        and not is_excused(document, field.key)
        and is_empty(whole.get(field.key))
    ]


def _missing(document: Mapping[str, Any], whole: Mapping[str, Any], stage: Stage) -> Iterator[Problem]:
    for field in missing(document, stage=stage, inherited=whole):
        goal = Stage.SUBMIT if field.needed is not None and field.needed.stage is Stage.SUBMIT else Stage.PUBLISH
        yield problem(pointer(field.key), "required", **_GOALS[goal])


def _not_in_own_language(document: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the texts that are there in another language only: a translation needs its source."""
    language = document.get("language", "nl")
    for address, texts in localised(document):
        if isinstance(texts, Mapping) and texts and not texts.get(language):
            yield problem(address, "own-language", language=language)


def localised(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Walk the localised values that are there: (pointer, texts per language)."""
    for field in FIELDS:
        value = document.get(field.key)
        if field.is_localised and value is not None:
            yield pointer(field.key), value
        elif isinstance(field.type, Composite) and isinstance(value, Mapping):
            yield from _localised_members(value, field, pointer(field.key))
        elif isinstance(field.type, Rows) and isinstance(value, list):
            for row in value:
                if isinstance(row, Mapping):
                    yield from _localised_members(row, field, pointer(field.key, str(row.get("id", ""))))


def _localised_members(value: Mapping[str, Any], field: Field, at: str) -> Iterator[tuple[str, Any]]:
    for member in field.members:
        if isinstance(member.type, LOCALISED) and member.key in value:
            yield at + pointer(member.key), value[member.key]
