"""Answers about the AI Act as forms and addresses hold them, by the names that facts have in JSON.

`none` is an empty list, `unknown` is "I don't know". A day may come as one
value or in the three fields in which people type it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict

from register.domain.ai_act import codec
from register.domain.ai_act.questions import asked_for, value_of, with_answer
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.errors import Problem

NONE, UNKNOWN = "none", "unknown"
#: Longer than anything that can be an answer.
LONGEST = 40

Params = MultiDict[str, str]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told: facts in their form in JSON, and the names of those that they do not know."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()


def told(params: Params) -> Told:
    """Return every answer in an address or form that can be one; the rest is left out."""
    facts: dict[str, Any] = {}
    unsure = []
    for name in codec.FACT_NAMES:
        value, problems = answer(params, name, facts)
        if value == UNKNOWN and not is_word(name, UNKNOWN):
            unsure.append(name)
        elif value is not None and not problems:
            facts = with_answer(facts, name, value)
    return Told(facts, tuple(unsure))


def answer(params: Params, name: str, facts: Mapping[str, Any]) -> tuple[Any, list[Problem]]:
    """Return the answer to one question, None when there is none, and what is wrong with it."""
    kind = codec.KINDS[name]
    given = [value.strip()[:LONGEST] for value in params.getlist(name) if value.strip()]
    if isinstance(kind, codec.SeveralFor) and given != [UNKNOWN]:
        each = {key: _several(params.getlist(f"{name}.{key}")) for key in asked_for(facts, name)}
        found: Any = {key: words for key, words in each.items() if words is not None}
        mixed = [key for key in each if len(params.getlist(f"{name}.{key}")) > 1 and NONE in params.getlist(f"{name}.{key}")]
        return (
            _judged(name, found) if found and not mixed else (found or None, [problem(pointer(name), "none-with-others")] if mixed else [])
        )
    if isinstance(kind, codec.Several):
        if len(given) > 1 and {NONE, UNKNOWN} & set(given):
            return given, [problem(pointer(name), "none-with-others")]
        return (UNKNOWN, []) if given == [UNKNOWN] else _judged(name, _several(given))
    value = given[0] if given else _typed_day(params, name) if isinstance(kind, codec.Day) else None
    if value is None or (value == UNKNOWN and not is_word(name, UNKNOWN)):
        return value, []
    return _judged(name, {"true": True, "false": False}.get(value, value) if isinstance(kind, codec.Flag) else value)


def pairs(told: Told, *, leaving_out: str = "") -> Pairs:
    """Return the answers as an address holds them, in the order of the facts."""
    found: list[tuple[str, str]] = []
    for name in codec.FACT_NAMES:
        if name == leaving_out:
            continue
        if name in told.unsure:
            found.append((name, UNKNOWN))
        else:
            found += _written(name, value_of(told.facts, name))
    return tuple(found)


def _judged(name: str, value: Any) -> tuple[Any, list[Problem]]:
    """Return a value with what its own codec finds wrong in it."""
    if value is None:
        return None, []
    first, _, part = name.partition(".")
    return value, codec.read({first: {part: value} if part else value})[1]


def _several(given: Iterable[str]) -> list[str] | None:
    values = [value for value in given if value]
    return None if not values else [] if values == [NONE] else values


def _typed_day(params: Params, name: str) -> str | None:
    day, month, year = (params.get(f"{name}-{part}", "").strip()[:4] for part in ("day", "month", "year"))
    if not day + month + year:
        return None
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def _written(name: str, value: Any) -> list[tuple[str, str]]:
    if value is None:
        return []
    if isinstance(value, Mapping):
        return [pair for key, words in value.items() for pair in _written(f"{name}.{key}", words)]
    if isinstance(value, list):
        return [(name, word) for word in value] or [(name, NONE)]
    return [(name, str(value).lower() if isinstance(value, bool) else str(value))]


def is_word(name: str, value: str) -> bool:
    """Say whether the vocabulary of the fact itself has this word, as that of `aiSystem` has `unknown`."""
    kind = codec.KINDS[name]
    return isinstance(kind, codec.One) and value in set(kind.words)
