"""The facts of a document one by one, for whoever shows them: each with its name and what was told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from register.domain.ai_act import codec


@dataclass(frozen=True, slots=True)
class Stated:
    """What was told of one fact, in one of these ways; `words` is empty where there are none."""

    is_so: bool | None = None
    words: tuple[StrEnum, ...] | None = None
    day: str = ""
    text: str = ""


def stated(facts: Mapping[str, Any]) -> Iterator[tuple[str, Stated]]:
    """Yield the known facts of a checked JSON object in their order, by their names in JSON, dotted for the parts of one."""
    for name, kind in codec.SHAPE.items():
        value = facts.get(codec.json_name(name))
        if isinstance(kind, codec.Group):
            for part, part_kind in kind.parts.items():
                inner = (value or {}).get(codec.json_name(part))
                if inner is not None:
                    yield f"{codec.json_name(name)}.{codec.json_name(part)}", _told(inner, part_kind)
        elif value is not None:
            yield codec.json_name(name), _told(value, kind)


def _told(value: Any, kind: codec.Kind) -> Stated:
    match kind:
        case codec.Flag():
            return Stated(is_so=value)
        case codec.One(words):
            return Stated(words=(words(value),))
        case codec.Several(words):
            return Stated(words=tuple(words(each) for each in value))
        case codec.SeveralFor(_, words):
            return Stated(words=tuple(dict.fromkeys(words(each) for said in value.values() for each in said)))
        case codec.Day():
            return Stated(day=value)
        case _:
            return Stated(text=str(value))
