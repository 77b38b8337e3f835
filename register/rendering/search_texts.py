"""The words of a public document by which it is found, by the part of it that they stand in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from register.domain.search.fields import SearchField
from register.domain.standard import FIELDS
from register.domain.standard import types as t
from register.domain.standard.rich_text import visible_text
from register.domain.standard.vocabularies import Kind, Technique, Theme
from register.labels import label
from register.translations import LANGUAGES

Texts = Mapping[SearchField, Mapping[str, str]]
#: A text and its language, "" where nobody knows.
_Text = tuple[str, str]

#: No words to find anything by.
_NOT_SEARCHED = ("contact", "change_note", "source_registration")
_FIELD_OF = {"name": SearchField.NAME, "tags": SearchField.TAGS, "summary": SearchField.SUMMARY, "purpose": SearchField.PURPOSE}
#: Vocabularies whose names are what people look for.
_NAMED = {"kind": Kind, "techniques": Technique, "themes": Theme}


def search_texts(document: Mapping[str, Any]) -> Texts:
    """Return the texts of a public document per part and language. The body is found by its own name, as it is now."""
    found: defaultdict[SearchField, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    own = str(document.get("language", "nl"))
    for language, text in (document.get("product", {}).get("name") or {}).items():
        found[SearchField.PRODUCT][language].append(text)
    for field in FIELDS:
        value = document.get(field.key)
        if value is None or field.key in _NOT_SEARCHED:
            continue
        for language, text in _texts(value, field.type, own):
            found[_FIELD_OF.get(field.key, SearchField.REST)][language].append(text)
    for language, text in _labels(document):
        found[SearchField.REST][language].append(text)
    return {field: {language: "\n".join(texts) for language, texts in by_language.items()} for field, by_language in found.items()}


def _texts(value: Any, kind: t.Type, own: str) -> Iterator[_Text]:
    if isinstance(kind, t.Rich):
        yield from ((language, visible_text(text)) for language, text in value.items())
    elif isinstance(kind, t.Text):
        yield from value.items()
    elif isinstance(kind, t.String):
        yield "", value
    elif isinstance(kind, t.Strings):
        yield from ((own, text) for text in value)
    elif isinstance(kind, t.Composite):
        yield from _member_texts(value, kind.members, own)
    elif isinstance(kind, t.Rows):
        for row in value:
            yield from _member_texts(row, kind.members, own)


def _member_texts(value: Mapping[str, Any], members: Iterable[t.Member], own: str) -> Iterator[_Text]:
    for member in members:
        if member.key in value:
            yield from _texts(value[member.key], member.type, own)


def _labels(document: Mapping[str, Any]) -> Iterator[_Text]:
    for key, vocabulary in _NAMED.items():
        value = document.get(key) or ()
        for word in [value] if isinstance(value, str) else value:
            yield from ((language, label(vocabulary(word), language)) for language in LANGUAGES)
