"""Answers about the AI Act as forms and addresses hold them, by the names that facts have in JSON.

`none` is an empty list, `unknown` is "I don't know". A day may come as one
value or in the three fields in which people type it.
"""

from collections.abc import Mapping
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
    """Return the answer to one question, None when there is none, and what is wrong with it.

    `facts` are what was answered before: exceptions are asked of what was chosen there.
    """
    kind, given = codec.KINDS[name], _given(params, name)
    if given == [UNKNOWN] and not is_word(name, UNKNOWN):
        return UNKNOWN, []
    if isinstance(kind, codec.SeveralFor):
        each = {key: _given(params, f"{name}.{key}") for key in asked_for(facts, name)}
        is_mixed = any(_is_mixed(words) for words in each.values())
        found: Any = {key: _several(words) for key, words in each.items() if words} or None
    elif isinstance(kind, codec.Several):
        is_mixed, found = _is_mixed(given), _several(given) if given else None
    else:
        is_mixed, found = False, _single(params, name, given, kind)
    if is_mixed:
        return found, [problem(pointer(name), "none-with-others")]
    return found, _problems(name, found)


def _given(params: Params, name: str) -> list[str]:
    return [value.strip()[:LONGEST] for value in params.getlist(name) if value.strip()]


def _is_mixed(given: list[str]) -> bool:
    """Say whether "none" or "I don't know" was chosen along with something else."""
    return len(given) > 1 and not {NONE, UNKNOWN}.isdisjoint(given)


def _several(given: list[str]) -> list[str]:
    return [] if given == [NONE] else given


def _single(params: Params, name: str, given: list[str], kind: codec.Kind) -> Any:
    if isinstance(kind, codec.Day) and not given:
        return _typed_day(params, name)
    value = given[0] if given else None
    return {"true": True, "false": False}.get(str(value), value) if isinstance(kind, codec.Flag) else value


def _problems(name: str, value: Any) -> list[Problem]:
    """Return what the codec of the facts finds wrong in a value."""
    first, _, part = name.partition(".")
    return [] if value is None else codec.read({first: {part: value} if part else value})[1]


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
