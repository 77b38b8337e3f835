"""The words of a document without mark-up: for search, tables and comparison."""

from collections.abc import Iterator, Mapping
from typing import Any

from register.domain.standard import FIELDS
from register.domain.standard import types as t
from register.domain.standard.rich_text import visible_text

#: Shown and found separately, or no words at all.
_NOT_SEARCHED = ("name", "summary", "contact", "change_note", "source_registration")


def search_body(document: Mapping[str, Any]) -> str:
    """Return all the words of a public document by which it may be found, in all its languages."""
    parts = [
        str(document.get("number", "")),
        *_texts(document.get("organisation", {}).get("name")),
        *_texts(document.get("product", {}).get("name")),
    ]
    for field in FIELDS:
        value = document.get(field.key)
        if value is None or field.key in _NOT_SEARCHED:
            continue
        parts += _value_texts(value, field.type)
    return "\n".join(part for part in parts if part)


def text_of(value: Any, kind: t.Type) -> str:
    """Return the words of one value, its parts on lines of their own."""
    return "\n".join(_value_texts(value, kind))


def _value_texts(value: Any, kind: t.Type) -> Iterator[str]:
    if isinstance(kind, t.Rich):
        yield from (visible_text(text) for text in value.values())
    elif isinstance(kind, t.Text):
        yield from value.values()
    elif isinstance(kind, t.String):
        yield value
    elif isinstance(kind, t.Strings):
        yield from value
    elif isinstance(kind, t.Composite):
        yield from _member_texts(value, kind.members)
    elif isinstance(kind, t.Rows):
        for row in value:
            yield from _member_texts(row, kind.members)


def _member_texts(value: Mapping[str, Any], members: tuple[t.Member, ...]) -> Iterator[str]:
    for member in members:
        if member.key in value:
            yield from _value_texts(value[member.key], member.type)


def _texts(texts: Any) -> list[str]:
    if isinstance(texts, Mapping):
        return [str(text) for text in texts.values()]
    return [texts] if isinstance(texts, str) else []
