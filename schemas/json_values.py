"""JSON Schema of a single value: one small function per type of the standard.

`schema_of` knows every type. What it says must be what
`register.domain.standard.values` checks; a test offers both the same values.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from register.domain.ai_act import codec
from register.domain.ai_act.documents import ProhibitedAction
from register.domain.standard import types as t
from register.domain.standard.values import MARKUP_FACTOR
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import Language

Schema = dict[str, Any]

NUMBER = "^[1-9][0-9]{8}$"
_YEAR = "(19[5-9][0-9]|20[0-9][0-9]|2100)"
_MONTH = f"^{_YEAR}-(0[1-9]|1[0-2])$"
_DATE = f"^{_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
#: No line of control characters; a newline only where a text may have lines.
_LINE = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
_LINES = "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"


@dataclass(frozen=True, slots=True)
class Form:
    """Which form of a document is described: as somebody hands it in, or as it was published.

    A published document holds nothing empty and every row has its `id`; what
    is handed in may hold empty values, which say nothing.
    """

    seen: frozenset[Visibility]
    is_published: bool

    @property
    def least(self) -> int:
        """Return how long a text or list must at least be."""
        return 1 if self.is_published else 0


GIVEN = Form(frozenset(Visibility), is_published=False)
FULL = Form(frozenset({Visibility.PUBLIC, Visibility.REGULATOR, Visibility.ORGANISATION}), is_published=True)
PUBLISHED = Form(frozenset({Visibility.PUBLIC}), is_published=True)


def schema_of(kind: t.Type, form: Form) -> Schema:
    """Return the JSON Schema of the values of a type."""
    return _SCHEMAS[type(kind)](kind, form)


def described(schema: Schema, text: str) -> Schema:
    """Add a description to a schema."""
    return {"description": text, **schema}


def enum(vocabulary: type[StrEnum]) -> Schema:
    """Return the schema of a word of a vocabulary."""
    return {"type": "string", "enum": [str(word) for word in vocabulary]}


def record(shape: dict[str, t.Simple], needs: tuple[str, ...], form: Form) -> Schema:
    """Return the schema of an object with these parts."""
    return {
        "type": "object",
        "properties": {name: schema_of(kind, form) for name, kind in shape.items()},
        "required": list(needs),
        "additionalProperties": False,
    }


def needed_members(field_type: t.Type, form: Form) -> list[str]:
    """Return the members that a composite or row must have, as far as this form shows them."""
    members = field_type.members if isinstance(field_type, t.Composite | t.Rows) else ()
    return [member.key for member in members if member.is_required and member.visibility in form.seen]


def _string(kind: t.String, form: Form) -> Schema:
    return {"type": "string", "minLength": form.least, "maxLength": kind.limit, "pattern": _LINE}


def _texts(text: Schema, form: Form) -> Schema:
    return {
        "type": "object",
        "properties": {str(language): text for language in Language},
        "additionalProperties": False,
        "minProperties": form.least,
    }


def _text(kind: t.Text, form: Form) -> Schema:
    return _texts({"type": "string", "minLength": form.least, "maxLength": kind.limit, "pattern": _LINES}, form)


def _rich(kind: t.Rich, form: Form) -> Schema:
    text = {
        "type": "string",
        "minLength": form.least,
        "maxLength": kind.limit * MARKUP_FACTOR,
        "pattern": _LINES,
        "contentMediaType": "text/html",
        "$comment": f"at most {kind.limit} visible characters",
    }
    return _texts(text, form)


def _url(kind: t.Url, form: Form) -> Schema:
    return {"type": "string", "format": "uri", "pattern": '^https://[^\\s<>"\\\\^`{|}]+$', "maxLength": kind.limit}


def _contact(kind: t.Contact, form: Form) -> Schema:
    email = {"format": "email", "pattern": "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,63}$"}
    return {"type": "string", "maxLength": kind.limit, "anyOf": [email, {"format": "uri", "pattern": "^https://"}]}


def _month(kind: t.Month, form: Form) -> Schema:
    return {"type": "string", "pattern": _MONTH}


def _date(kind: t.Date, form: Form) -> Schema:
    return {"type": "string", "format": "date", "pattern": _DATE}


def _integer(kind: t.Integer, form: Form) -> Schema:
    return {"type": "integer", "minimum": kind.minimum, "maximum": kind.maximum}


def _choice(kind: t.Choice, form: Form) -> Schema:
    return enum(kind.vocabulary)


def _choices(kind: t.Choices, form: Form) -> Schema:
    words = enum(kind.vocabulary)
    return {"type": "array", "items": words, "uniqueItems": True, "minItems": form.least, "maxItems": len(kind.vocabulary)}


def _strings(kind: t.Strings, form: Form) -> Schema:
    item = _string(t.String(kind.limit), form)
    return {"type": "array", "items": item, "uniqueItems": True, "minItems": form.least, "maxItems": kind.maximum}


def _urls(kind: t.Urls, form: Form) -> Schema:
    item = _url(t.Url(kind.limit), form)
    return {"type": "array", "items": item, "uniqueItems": True, "minItems": form.least, "maxItems": kind.maximum}


def _registration(kind: t.RegistrationReference, form: Form) -> Schema:
    return {"type": "string", "pattern": NUMBER}


def _product(kind: t.ProductReference, form: Form) -> Schema:
    parts: Schema = {"number": {"type": "string", "pattern": NUMBER}, "version": {"type": "integer", "minimum": 1, "maximum": 1_000_000}}
    if form.is_published:
        parts["name"] = _text(t.Text(100), form)
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}


def _members(members: tuple[t.Member, ...], form: Form) -> Schema:
    seen = [member for member in members if member.visibility in form.seen]
    return {member.key: schema_of(member.type, replace(form, is_published=True) if member.is_required else form) for member in seen}


def _composite(kind: t.Composite, form: Form) -> Schema:
    return {"type": "object", "properties": _members(kind.members, form), "additionalProperties": False, "minProperties": form.least}


def _rows(kind: t.Rows, form: Form) -> Schema:
    row_id = {"type": "string", "pattern": "^[a-z0-9]{4,32}$", "description": "The row's own name, the same for as long as the row exists."}
    row: Schema = {"type": "object", "properties": {"id": row_id, **_members(kind.members, form)}, "additionalProperties": False}
    if form.is_published:
        row["required"] = ["id"]
    return {"type": "array", "items": row, "minItems": form.least, "maxItems": kind.maximum}


def _act_facts(kind: t.ActFacts, form: Form) -> Schema:
    facts = {codec.json_name(name): fact_schema(part) for name, part in codec.SHAPE.items()}
    own = {name: part for name, part in facts.items() if name not in codec.TOLD_ELSEWHERE}
    unsure = {"type": "array", "items": {"type": "string", "enum": list(codec.FACT_NAMES)}, "uniqueItems": True}
    return _object({"facts": _object(own), "unsure": unsure, "action": enum(ProhibitedAction)})


def fact_schema(kind: codec.Kind) -> Schema:
    """Return the schema of a fact as documents keep it. What is unknown is left out."""
    return _FACTS[type(kind)](kind)


def _facts_for(kind: codec.SeveralFor) -> Schema:
    return _object({str(key): fact_schema(codec.Several(kind.words)) for key in kind.keys})


def _group(kind: codec.Group) -> Schema:
    return _object({codec.json_name(name): fact_schema(part) for name, part in kind.parts.items()})


_FACTS: dict[type, Callable[[Any], Schema]] = {
    codec.Flag: lambda _: {"type": "boolean"},
    codec.One: lambda kind: enum(kind.words),
    codec.Several: lambda kind: {"type": "array", "items": enum(kind.words), "uniqueItems": True},
    codec.SeveralFor: _facts_for,
    codec.Day: lambda _: {"type": "string", "format": "date", "pattern": _DATE},
    codec.Amount: lambda _: {"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?(e\\+?[0-9]{1,2})?$"},
    codec.Group: _group,
}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


_SCHEMAS: dict[type, Callable[[Any, Form], Schema]] = {
    t.String: _string,
    t.Text: _text,
    t.Rich: _rich,
    t.Url: _url,
    t.Contact: _contact,
    t.Month: _month,
    t.Date: _date,
    t.Integer: _integer,
    t.Choice: _choice,
    t.Choices: _choices,
    t.Strings: _strings,
    t.Urls: _urls,
    t.RegistrationReference: _registration,
    t.ProductReference: _product,
    t.Composite: _composite,
    t.Rows: _rows,
    t.ActFacts: _act_facts,
}
