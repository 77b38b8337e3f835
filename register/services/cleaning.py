"""Cleaning what people and machines hand in, before it is checked or kept.

One function for the form, the API and imports, so that the same words always
give the same document: Unicode NFC, safe canonical mark-up, no empty answers,
and an id for every row.
"""

import secrets
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import nh3

from register.domain.ai_act import codec
from register.domain.standard import BY_KEY
from register.domain.standard import types as t
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem, too_long
from register.domain.standard.rich_text import canonical
from register.domain.standard.values import check_characters, is_empty
from register.errors import Invalid, Problem

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "b", "i", "br", "div"}


def clean(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document as it will be kept.

    Raises `Invalid` when a text holds characters that cannot be kept, with a
    pointer to each: nothing is silently thrown away.
    """
    problems = [*_unkeepable(document, "")]
    if problems:
        raise Invalid(problems)
    cleaned = {key: _clean_field(value, BY_KEY[key].type) if key in BY_KEY else _tidy(value) for key, value in document.items()}
    return _without_empty(cleaned)


def rich(html: str) -> str:
    """Return rich text as it is kept: only our mark-up, in its one canonical form."""
    safe = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel=None)
    return canonical(unicodedata.normalize("NFC", safe))


def _without_empty(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Drop what says nothing; numbers and truth values always say something."""
    return {key: part for key, part in parts.items() if isinstance(part, bool | int) or not is_empty(part)}


def _unkeepable(value: Any, at: str) -> Iterator[Problem]:
    if isinstance(value, str):
        yield from check_characters(value.replace("\r\n", "\n").replace("\r", "\n"), at)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from check_characters(str(key), at)
            yield from _unkeepable(part, at + pointer(str(key)))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            name = part["id"] if isinstance(part, Mapping) and isinstance(part.get("id"), str) else str(index)
            yield from _unkeepable(part, at + pointer(name))
    elif isinstance(value, float):
        yield problem(
            at, "wrong-type", wanted_nl="geen getal met een komma; schrijf het als tekst", wanted_en="no decimal number; write it as text"
        )


def _tidy(value: Any) -> Any:
    """Normalise texts wherever they stand, and drop what says nothing."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if isinstance(value, Mapping):
        return _without_empty({unicodedata.normalize("NFC", str(key)): _tidy(part) for key, part in value.items()})
    if isinstance(value, list):
        return [_tidy(part) for part in value]
    return value


def _clean_field(value: Any, kind: t.Type) -> Any:
    if isinstance(kind, t.Rich) and isinstance(value, Mapping):
        return _without_empty({language: rich(text) if isinstance(text, str) else text for language, text in value.items()})
    if isinstance(kind, t.Composite) and isinstance(value, Mapping):
        return _clean_members(value, kind.members)
    if isinstance(kind, t.ActFacts):
        return _clean_facts(value)
    if isinstance(kind, t.Rows) and isinstance(value, list):
        rows = [_clean_members(row, kind.members) if isinstance(row, Mapping) else row for row in value]
        return [_with_id(row) for row in rows if not is_empty(row)]
    return _tidy(value)


def _clean_facts(value: Any) -> Any:
    """Put facts in their one form. An empty list of them says that there are none, so it stays; what is wrong is left for the check."""
    if not isinstance(value, Mapping) or not isinstance(value.get("facts", {}), Mapping):
        return value
    facts, problems = codec.read(value.get("facts", {}))
    return {**value, "facts": codec.write(facts)} if not problems else value


def _clean_members(value: Mapping[str, Any], members: tuple[t.Member, ...]) -> dict[str, Any]:
    kinds = {member.key: member.type for member in members}
    return _without_empty({key: _clean_field(part, kinds[key]) if key in kinds else _tidy(part) for key, part in value.items()})


def _with_id(row: Any) -> Any:
    if isinstance(row, dict) and "id" not in row:
        return {"id": secrets.token_hex(5), **row}
    return row


def plain(text: str, at: str, *, limit: int, is_required: bool = False) -> str:
    """Return a short plain text (a reason, a remark) as it is kept. Raises `Invalid` when it is missing, too long or cannot be kept."""
    tidy = str(_tidy(text))
    problems = [*_unkeepable(text, at)]
    if len(tidy) > limit:
        problems.append(too_long(at, len(tidy), limit=limit))
    if is_required and not tidy:
        problems.append(problem(at, "required-part"))
    if problems:
        raise Invalid(problems)
    return tidy
