"""Facts of the AI Act for tests by chance: each of them known or unknown, down to the limits of one practice."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from register.domain.ai_act import art5, art50, codec
from register.domain.ai_act.facts import Art5Practice, Art50Trigger, Facts

#: A fact by its name in JSON, dotted for the part of one, with what was told of it.
Told = Mapping[str, Any]

#: Days on both sides of every boundary.
DAYS = [
    date(2024, 1, 1),
    date(2025, 8, 1),
    date(2025, 8, 2),
    date(2026, 8, 1),
    date(2026, 8, 2),
    date(2026, 12, 1),
    date(2026, 12, 2),
    date(2027, 12, 1),
    date(2027, 12, 2),
    date(2028, 8, 2),
    date(2030, 8, 2),
    date(2031, 1, 1),
]
ON = st.sampled_from(DAYS)


def _several(vocabulary: type[StrEnum] | tuple[StrEnum, ...]) -> list[Any]:
    """Return no word as often as one, and some pairs: a system with ten practices and twenty points is always the same."""
    words = [str(each) for each in vocabulary]
    pairs = [[word, words[(index + 3) % len(words)]] for index, word in enumerate(words)] if len(words) > 3 else [words]
    return [[]] * len(words) + [[word] for word in words] + [pair for pair in pairs if len(pair) > 1]


def _choices(kind: codec.Kind) -> list[Any]:
    match kind:
        case codec.Flag():
            return [False, True]
        case codec.One(words):
            return [str(each) for each in words]
        case codec.Several(words):
            return _several(words)
        case codec.Day():
            return [each.isoformat() for each in DAYS]
        case codec.Amount():
            return [0, 1e25, 1.1e25, codec.MOST]
    raise AssertionError(kind)


def _parts() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for name, kind in codec.SHAPE.items():
        if isinstance(kind, codec.Group):
            found |= {f"{codec.json_name(name)}.{codec.json_name(part)}": _choices(inner) for part, inner in kind.parts.items()}
        elif not isinstance(kind, codec.SeveralFor):
            found[codec.json_name(name)] = _choices(kind)
    return found


#: Where chance would too often leave every rule silent: outside the act, or not AI.
_LIKELY: dict[str, list[Any]] = {
    "aiSystem": ["yes", "yes", "yes", "no", "unknown"],
    "containsAlgorithm": [True, True, True, False],
    "art2Exclusions": [[], [], [], [], ["2_3"], ["2_6"], ["2_8"], ["2_10"]],
    "gpaiKind": ["none", "none", "none", "gpai_system", "gpai_model"],
    "openSource.licenceFreeOpen": [True, True, False],
    "openSource.sourcePublic": [True, True, False],
    "openSource.monetised": [False, False, True],
}
_LIMITS = {f"art5Exceptions.{each}": _several(art5.ALLOWED[each]) for each in Art5Practice if art5.ALLOWED[each]}
_EXCEPTIONS = {f"art50Exceptions.{each}": _several(art50.EXCEPTIONS[each]) for each in Art50Trigger}

#: What may be told of each fact that can be known or unknown on its own.
CHOICES: Mapping[str, list[Any]] = {**_parts(), **_LIKELY, **_LIMITS, **_EXCEPTIONS}
_COUNT = len(CHOICES)


def _chosen(numbers: bytes) -> dict[str, Any]:
    """Choose by one number per fact: drawing each fact on its own takes Hypothesis a hundred times as long."""
    return {name: choices[number % len(choices)] for (name, choices), number in zip(CHOICES.items(), numbers, strict=True)}


def _sensible(told: dict[str, Any]) -> Told:
    """Take away most contradictions, which would leave few facts to try: what was told first stands."""
    days = sorted(told[name] for name in _DAYS_IN_ORDER)
    points = told["annexIiiPoints"]
    there = {"art5Exceptions": told["art5Practices"], "art50Exceptions": told["art50Triggers"]}
    told |= zip(_DAYS_IN_ORDER, days, strict=True)
    told |= _DEFINITION.get(told["aiSystem"], {}) if told["gpaiKind"] == "none" else _DEFINITION["yes"]
    told["postRemoteBiometric"] = told["postRemoteBiometric"] and "1a" in points
    told["domain"] = _field(points, told["art5Practices"]) or told["domain"]
    return {name: value for name, value in told.items() if "Exceptions." not in name or name.split(".")[1] in there[name.split(".")[0]]}


_DAYS_IN_ORDER = ("placedOnMarketOn", "inServiceSince", "significantDesignChangeOn")
_TEST = tuple(f"aiDefinitionTest.{part}" for part in ("onlyHumanDefinedRules", "makesInferences", "influencesEnvironment"))
_DEFINITION = {
    "yes": dict(zip(_TEST, (False, True, True), strict=True)),
    "no": dict(zip(_TEST, (True, False, False), strict=True)),
}


def _field(points: list[str], practices: list[str]) -> str | None:
    """Return the field of use that points 6 and 7 and practice (h) are about."""
    if "h" in practices or any(point[0] == "6" for point in points):
        return "law_enforcement"
    return "migration_asylum_border" if any(point[0] == "7" for point in points) else None


_NUMBERS = st.binary(min_size=_COUNT, max_size=_COUNT)
_MOST = st.integers(0, 255)

#: Facts of which all are told.
ALL_TOLD: st.SearchStrategy[Told] = _NUMBERS.map(_chosen).map(_sensible)


@st.composite
def some_told(draw: st.DrawFn) -> Told:
    """Return facts of which any may be unknown, contradictions and all."""
    chosen, least = _chosen(draw(_NUMBERS)), draw(_MOST)
    return {name: value for (name, value), number in zip(chosen.items(), draw(_NUMBERS), strict=True) if number > least}


@st.composite
def learning(draw: st.DrawFn, *, kept: tuple[str, ...] = ()) -> tuple[Told, Told]:
    """Return facts of which some are unknown, and the same facts when some or all of those were learned; `kept` are always known."""
    told = draw(ALL_TOLD)
    order = dict(zip(CHOICES, draw(_NUMBERS), strict=True))
    known, learned = sorted((draw(_MOST), draw(_MOST)), reverse=True)
    before = {name: value for name, value in told.items() if order[name] > known or name.split(".")[0] in kept}
    return before, {name: value for name, value in told.items() if order[name] > learned or name in before}


def as_json(told: Told) -> dict[str, Any]:
    """Return what was told, the way the API takes it."""
    whole: dict[str, Any] = {}
    for name, value in told.items():
        first, _, part = name.partition(".")
        if part:
            whole.setdefault(first, {})[part] = value
        else:
            whole[first] = value
    return whole


def facts(told: Told) -> Facts:
    """Return the facts that were told."""
    read, problems = codec.read(as_json(told))
    assert problems == []
    return read
