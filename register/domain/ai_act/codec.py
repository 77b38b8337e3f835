"""Facts as JSON, the way the API takes them and documents keep them: camelCase names, ISO days, words of the vocabularies.

Absent and null are unknown; an empty list means none. `SHAPE` says of each name
what it takes; the published schema and the checks are made from it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Any

from register.domain.ai_act import facts as f
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.domain.standard.vocabularies import DecisionRole
from register.errors import Problem


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class One:
    """One word of a vocabulary."""

    words: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Several:
    """Different words of a vocabulary; an empty list is none of them."""

    words: type[StrEnum]


@dataclass(frozen=True, slots=True)
class SeveralFor:
    """Several words for each of a vocabulary's own words."""

    keys: type[StrEnum]
    words: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as yyyy-mm-dd, from 1950 to 2100."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from 0 up to 1e40; documents hold no floats, so there it is a text such as 1e+24."""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that belong together."""

    type: type
    parts: Mapping[str, "Flag | One | Several | Amount"]


Kind = Flag | One | Several | SeveralFor | Day | Amount | Group

_FLAG, _DAY = Flag(), Day()
MOST = 1e40

#: What each fact takes, by its name in `Facts`.
SHAPE: Mapping[str, Kind] = {
    "contains_algorithm": _FLAG,
    "supply_relation": One(f.SupplyRelation),
    "uses_under_own_authority": _FLAG,
    "art25_changes": Several(f.Art25Change),
    "lifecycle": One(f.Lifecycle),
    "ai_system": One(f.AiSystem),
    "ai_definition_test": Group(f.AiDefinitionTest, {each.name: _FLAG for each in fields(f.AiDefinitionTest)}),
    "gpai_kind": One(f.GpaiKind),
    "decision_role": One(DecisionRole),
    "affects_natural_persons": _FLAG,
    "affects_organisations": _FLAG,
    "legal_or_similar_effect": _FLAG,
    "body_kind": One(f.BodyKind),
    "used_at_workplace": _FLAG,
    "controls_input_data": _FLAG,
    "post_remote_biometric": _FLAG,
    "public_crime_reporting": _FLAG,
    "real_world_testing": One(f.RealWorldTesting),
    "art2_exclusions": Several(f.Art2Exclusion),
    "art5_practices": Several(f.Art5Practice),
    "art5_exceptions": SeveralFor(f.Art5Practice, f.Art5Exception),
    "annex_i": Group(f.AnnexI, {"section": One(f.AnnexISection), "third_party_assessment": _FLAG}),
    "annex_iii_points": Several(f.AnnexIiiPoint),
    "biometric_third_party_assessment": _FLAG,
    "domain": One(f.Domain),
    "performs_profiling": _FLAG,
    "art6_3": Group(f.Art63, {"conditions": Several(f.Art63Condition), "significant_risk": _FLAG, "materially_influences": _FLAG}),
    "art50_triggers": Several(f.Art50Trigger),
    "art50_exceptions": SeveralFor(f.Art50Trigger, f.Art50Exception),
    "open_source": Group(f.OpenSource, {each.name: _FLAG for each in fields(f.OpenSource)}),
    "gpai": Group(f.Gpai, {"training_compute_flop": Amount(), "systemic_designated": _FLAG}),
    "intended_for_public_authority": _FLAG,
    "placed_on_market_on": _DAY,
    "in_service_since": _DAY,
    "significant_design_change_on": _DAY,
}


def json_name(name: str) -> str:
    """Return the name that a fact has in JSON; `art6_3` keeps its own, as Art. 6(3) would else read as 63."""
    if name == "art6_3":
        return name
    first, *others = name.split("_")
    return first + "".join(each.capitalize() for each in others)


_NAMES = {json_name(name): name for name in SHAPE}

#: What other fields of a registration say, or what goes without saying there; see `documents`.
TOLD_ELSEWHERE = ("containsAlgorithm", "lifecycle", "decisionRole")

#: What each fact takes, by the name that JSON has for it, dotted for the parts of one.
KINDS: Mapping[str, Kind] = {
    name: kind
    for each, whole in SHAPE.items()
    for name, kind in (
        ((f"{json_name(each)}.{json_name(part)}", inner) for part, inner in whole.parts.items())
        if isinstance(whole, Group)
        else ((json_name(each), whole),)
    )
}

FACT_NAMES = tuple(KINDS)


def fact_name(name: str) -> str:
    """Return the name in JSON of a fact, dotted for the part of one."""
    return ".".join(json_name(part) for part in name.split("."))


def read(value: Any, at: str = "") -> tuple[f.Facts, list[Problem]]:
    """Return the facts in a JSON object, and every problem in it with its pointer. What is wrong is read as unknown."""
    problems: list[Problem] = []
    given = dict(_known(value, _NAMES, at, problems))
    return f.Facts(**{name: _read(part, SHAPE[name], at + pointer(json_name(name)), problems) for name, part in given.items()}), problems


def check(value: Any, at: str, *, left_out: tuple[str, ...] = ()) -> list[Problem]:
    """Return every problem in a JSON object of facts; `left_out` may not be in it."""
    problems = read(value, at)[1]
    told = [name for name in left_out if isinstance(value, Mapping) and name in value]
    return [*problems, *(problem(at + pointer(name), "fact-told-elsewhere", name=name) for name in told)]


def write(facts: f.Facts) -> dict[str, Any]:
    """Return the facts as JSON, without what is unknown; the inverse of `read`."""
    written = ((json_name(name), _write(getattr(facts, name), kind)) for name, kind in SHAPE.items())
    return {name: part for name, part in written if part is not None}


def _known(value: Any, names: Mapping[str, str], at: str, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    """Yield what is known of an object, by our own names; null is unknown, and what nobody knows is a problem."""
    if not isinstance(value, Mapping):
        problems.append(problem(at, "wrong-type", wanted_nl="een object met feiten", wanted_en="an object with facts"))
        return
    for key, part in value.items():
        if key not in names:
            problems.append(problem(at + pointer(str(key)), "unknown-fact", name=str(key)[:60]))
        elif part is not None:
            yield names[key], part


def _read(value: Any, kind: Kind, at: str, problems: list[Problem]) -> Any:
    return _READERS[type(kind)](value, kind, at, problems)


def _read_flag(value: Any, kind: Flag, at: str, problems: list[Problem]) -> bool | None:
    if isinstance(value, bool):
        return value
    problems.append(problem(at, "wrong-type", wanted_nl="true of false", wanted_en="true or false"))
    return None


def _read_one(value: Any, kind: One, at: str, problems: list[Problem]) -> StrEnum | None:
    if isinstance(value, str) and value in set(kind.words):
        return kind.words(value)
    problems.append(problem(at, "not-in-vocabulary", name=str(value)[:60], words=", ".join(kind.words)))
    return None


def _read_several(value: Any, kind: Several, at: str, problems: list[Problem]) -> frozenset[StrEnum] | None:
    if not isinstance(value, list):
        problems.append(problem(at, "wrong-type", wanted_nl="een lijst", wanted_en="a list"))
        return None
    read_ = [_read_one(each, One(kind.words), at + pointer(str(index)), problems) for index, each in enumerate(value)]
    if len(set(map(str, value))) < len(value):
        problems.append(problem(at, "repeated"))
    return frozenset(each for each in read_ if each is not None)


def _read_several_for(value: Any, kind: SeveralFor, at: str, problems: list[Problem]) -> dict[StrEnum, frozenset[StrEnum]]:
    known = _known(value, {each: each for each in kind.keys}, at, problems)
    parts = {kind.keys(key): _read_several(part, Several(kind.words), at + pointer(key), problems) for key, part in known}
    return {key: part for key, part in parts.items() if part is not None}


def _read_day(value: Any, kind: Day, at: str, problems: list[Problem]) -> date | None:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    # Python also reads 20260228 and 2026-W09-6, which JSON Schema does not.
    if day is None or day.isoformat() != value or not 1950 <= day.year <= 2100:
        problems.append(problem(at, "not-a-date"))
        return None
    return day


def _read_amount(value: Any, kind: Amount, at: str, problems: list[Problem]) -> float | None:
    try:
        amount = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else -1.0
    except (ValueError, OverflowError):
        amount = -1.0
    if not isfinite(amount) or not 0 <= amount <= MOST:
        problems.append(problem(at, "out-of-range", minimum=0, maximum="1e40"))
        return None
    return amount


def _read_group(value: Any, kind: Group, at: str, problems: list[Problem]) -> Any:
    names = {json_name(name): name for name in kind.parts}
    known = _known(value, names, at, problems)
    return kind.type(**{name: _read(part, kind.parts[name], at + pointer(json_name(name)), problems) for name, part in known})


_READERS: Mapping[type, Callable[..., Any]] = {
    Flag: _read_flag,
    One: _read_one,
    Several: _read_several,
    SeveralFor: _read_several_for,
    Day: _read_day,
    Amount: _read_amount,
    Group: _read_group,
}


def _write(value: Any, kind: Kind) -> Any:
    """Return a fact as JSON; None where it is unknown."""
    if isinstance(kind, Group):
        parts = {json_name(name): _write(getattr(value, name), part) for name, part in kind.parts.items()}
        return {name: part for name, part in parts.items() if part is not None} or None
    if isinstance(kind, SeveralFor):
        return {str(key): _in_order(value[key], kind.words) for key in kind.keys if key in value} or None
    if value is None:
        return None
    if isinstance(kind, Several):
        return _in_order(value, kind.words)
    return _written(value)


def _in_order(chosen: frozenset[str], words: type[StrEnum]) -> list[str]:
    return [str(each) for each in words if each in chosen]


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)
    return str(value) if isinstance(value, StrEnum) else value
