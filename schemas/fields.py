"""Marshmallow fields that leave the judging to the standard: one engine, and so one set of words, for all that is refused.

A field that reads a request holds a type of the standard and asks
`register.domain.standard.values` what is wrong; its errors are `Problem`s.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from marshmallow import Schema, ValidationError, fields

from register.domain.standard import types as t
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.domain.standard.values import check_value
from schemas.json_schema import pointers
from schemas.json_values import GIVEN, schema_of
from schemas.json_values import Schema as JsonSchema
from schemas.rules import request_problem


class Repeated(list[str]):
    """The values of a query parameter that is there more than once, where one is asked."""


class Judged(fields.Field[Any]):
    """A value that is passed on as it is; `schema` describes it in the OpenAPI document."""

    def __init__(self, schema: JsonSchema, **settings: Any) -> None:
        super().__init__(allow_none=True, error_messages={"required": "required-part"}, **settings)
        self.schema = schema


class Asked(fields.Field[Any]):
    """A query parameter whose value is judged by a type of the standard. Refuses an empty one: leaving it out says the same."""

    is_multiple = False

    def __init__(self, kind: t.Type, text: str, **settings: Any) -> None:
        rules: dict[str, Any] = {"required": "required-part", "null": "required-part"}
        super().__init__(metadata={"description": text}, error_messages=rules, **settings)
        self.kind = kind

    @property
    def schema(self) -> JsonSchema:
        """Return the JSON Schema of the parameter."""
        return schema_of(self.kind, GIVEN)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **given: Any) -> Any:
        if isinstance(value, Repeated):
            raise ValidationError([request_problem(pointer(str(attr)), "repeated-parameter", name=str(attr))])
        read = self.read(value)
        problems = [*check_value(read, self.kind, pointer(str(attr)))]
        if problems:
            raise ValidationError(problems)
        return self.kept(read)

    def read(self, value: Any) -> Any:
        """Return the value in its type's own form."""
        return value

    def kept(self, value: Any) -> Any:
        """Return a value that was found right as the program uses it."""
        return value


class Line(Asked):
    """A short text."""

    def __init__(self, limit: int, text: str, **settings: Any) -> None:
        super().__init__(t.String(limit), text, **settings)


class Place(Line):
    """A JSON pointer to a field, or to something in it; empty for the whole. The service checks that it is there."""

    @property
    def schema(self) -> JsonSchema:
        return {"type": "string", "maxLength": 200, "anyOf": [{"const": ""}, pointers()]}


class Plain(Asked):
    """A text of several lines, of which the service checks the rest."""

    def __init__(self, limit: int, text: str, **settings: Any) -> None:
        super().__init__(t.Text(limit), text, **settings)
        self.limit = limit

    @property
    def schema(self) -> JsonSchema:
        return {"type": "string", "minLength": 1, "maxLength": self.limit}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **given: Any) -> Any:
        if not isinstance(value, str):
            raise ValidationError([problem(pointer(str(attr)), "wrong-type", wanted_nl="een tekst", wanted_en="a text")])
        return value


class Word(Asked):
    """One word of a vocabulary."""

    def __init__(self, vocabulary: type[StrEnum], text: str, **settings: Any) -> None:
        super().__init__(t.Choice(vocabulary), text, **settings)
        self.vocabulary = vocabulary

    def kept(self, value: Any) -> Any:
        return self.vocabulary(value)


class Words(Asked):
    """Words of a vocabulary, by repeating the parameter; one of them must hold."""

    is_multiple = True

    def __init__(self, vocabulary: type[StrEnum], text: str, **settings: Any) -> None:
        super().__init__(t.Choices(vocabulary), text, **settings)


class Several(Asked):
    """Values of one type, by repeating the parameter."""

    is_multiple = True
    maximum = 100

    @property
    def schema(self) -> JsonSchema:
        return {"type": "array", "items": super().schema, "maxItems": self.maximum}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **given: Any) -> Any:
        problems = [found for number in value for found in check_value(number, self.kind, pointer(str(attr)))]
        if len(value) > self.maximum:
            problems.append(problem(pointer(str(attr)), "too-many", over=len(value) - self.maximum, limit=self.maximum))
        if problems:
            raise ValidationError(problems)
        return value


class Numbers(Several):
    """Numbers of the register, by repeating the parameter."""

    def __init__(self, text: str, **settings: Any) -> None:
        super().__init__(t.RegistrationReference(), text, **settings)


class Lines(Several):
    """Short texts, by repeating the parameter."""

    def __init__(self, limit: int, text: str, **settings: Any) -> None:
        super().__init__(t.String(limit), text, **settings)


class Day(Asked):
    """A day."""

    def __init__(self, text: str, **settings: Any) -> None:
        super().__init__(t.Date(), text, **settings)

    def kept(self, value: Any) -> Any:
        return date.fromisoformat(value)


class WholeNumber(Asked):
    """A whole number within bounds."""

    def __init__(self, minimum: int, maximum: int, text: str, **settings: Any) -> None:
        super().__init__(t.Integer(minimum, maximum), text, **settings)

    def read(self, value: Any) -> Any:
        is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 18
        return int(value) if is_number else value


class Flag(Asked):
    """True or false."""

    class _TrueFalse(StrEnum):
        TRUE = "true"
        FALSE = "false"

    def __init__(self, text: str, **settings: Any) -> None:
        super().__init__(t.Choice(self._TrueFalse), text, **settings)

    @property
    def schema(self) -> JsonSchema:
        return {"type": "boolean"}

    def kept(self, value: Any) -> Any:
        return value == self._TrueFalse.TRUE


class Chosen(Asked):
    """The members of an answer that somebody wants: their names, separated by commas."""

    def __init__(self, answer: type[Schema], *, inside: Mapping[str, Sequence[str]] | None = None, **settings: Any) -> None:
        names = [field.data_key or name for name, field in answer().fields.items()]
        self.names = (*names, *(f"{name}.{key}" for name, keys in (inside or {}).items() for key in keys))
        inner = "".join(f" `{name}.…` chooses inside `{name}`." for name in inside or ())
        text = f"Members to answer with, separated by commas; all when left out.{inner}"
        super().__init__(t.String(4000), text, load_default=None, **settings)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **given: Any) -> Any:
        text: str = super()._deserialize(value, attr, data, **given)
        chosen = [name.strip() for name in text.split(",")]
        at = pointer(str(attr))
        problems = [
            problem(at, "not-in-vocabulary", name=name[:60], words=", ".join(self.names)) for name in chosen if name not in self.names
        ]
        if problems:
            raise ValidationError(problems)
        return frozenset(chosen)


class Moment(fields.Field[datetime]):
    """A moment in UTC, on its way out."""

    @property
    def schema(self) -> JsonSchema:
        """Return the JSON Schema of the moment; null where there may be none."""
        return {"type": ["string", "null"] if self.allow_none else "string", "format": "date-time"}

    def _serialize(self, value: Any, attr: str | None, obj: Any, **given: Any) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat().replace("+00:00", "Z")
