"""A working document as a form, and back: fields, why they are empty, why they are not public, and who translated them.

A form holds some fields of a document. Each field that it shows carries a mark
(`was.<key>`) of how it stood when the form was made, so that a field that was
not sent is never taken for an emptied one, and two people's changes can be
told apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from register.backoffice.forms import values
from register.backoffice.forms.values import Raw, text_at
from register.canonical import fingerprint
from register.domain.standard import BY_KEY, Field
from register.domain.standard import types as t
from register.domain.standard.check import localised
from register.domain.standard.envelope import NEVER_A_GAP
from register.domain.standard.pointers import find, parts, pointer
from register.domain.standard.translations import source_hash
from register.domain.standard.values import is_empty
from register.domain.standard.visibility import Visibility

#: The maps beside the fields: a record per address of a field.
_RECORDS = ("gaps", "withheld")


def may_be_open(field: Field, document: Mapping[str, Any]) -> bool:
    """Say whether the form offers to tell why there is no answer: where one is asked for, or where it was told already."""
    return field.key not in NEVER_A_GAP and (field.needed is not None or pointer(field.key) in (document.get("gaps") or {}))


def may_be_withheld(field: Field, document: Mapping[str, Any]) -> bool:
    """Say whether the form offers to keep the answer from the public."""
    is_worth_it = field.visibility is Visibility.PUBLIC and (field.weight > 0 or field.needed is not None)
    return field.can_be_withheld and (is_worth_it or pointer(field.key) in (document.get("withheld") or {}))


def written(document: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, list[str]]:
    """Write the fields of a document as inputs."""
    raw: dict[str, list[str]] = {}
    language = document.get("language", "nl")
    for field in fields:
        raw |= values.written(document.get(field.key), field.type, field.key)
        raw[mark(field.key)] = [digest(document, field.key)]
        raw |= _write_gap(_record(document, "gaps", field.key), f"gaps.{field.key}", language)
        raw |= _write_withholding(_record(document, "withheld", field.key), f"withheld.{field.key}", language)
    return raw


def read(raw: Raw, base: Mapping[str, Any], fields: Sequence[Field], today: date) -> dict[str, Any]:
    """Return the base with what the form says of its fields. What it does not show stays as it was."""
    document = dict(base)
    language = base.get("language", "nl")
    records = {name: dict(base.get(name) or {}) for name in _RECORDS}
    for field in shown(raw, fields):
        _put(document, field.key, values.read(raw, field.type, field.key, base.get(field.key)))
        address = pointer(field.key)
        if f"gaps.{field.key}.state" in raw:
            gap = _read_gap(raw, f"gaps.{field.key}", records["gaps"].get(address), language, today)
            if _was_answered(base, document, field.key) and gap == records["gaps"].get(address):
                gap = None
            _put(records["gaps"], address, gap)
        if f"withheld.{field.key}.ground" in raw:
            told = _read_withholding(raw, f"withheld.{field.key}", records["withheld"].get(address), language)
            _put(records["withheld"], address, told)
    for name, record in records.items():
        _put(document, name, {address: each for address, each in record.items() if not _is_of_a_lost_row(address, base, document)} or None)
    return document


def shown(raw: Raw, fields: Iterable[Field]) -> list[Field]:
    """Return the fields that a form shows."""
    return [field for field in fields if mark(field.key) in raw]


def mark(key: str) -> str:
    """Name the hidden input that tells how a field stood when the form was made."""
    return f"was.{key}"


def digest(document: Mapping[str, Any], key: str) -> str:
    """Return a short mark of how a field stands: its value, and what is told in its place. The order of chosen words is no difference."""
    value = document.get(key)
    kind = BY_KEY[key].type
    value = sorted(map(str, value)) if isinstance(kind, t.Choices) and isinstance(value, list) else value
    return fingerprint([value, *(_record(document, name, key) for name in _RECORDS)])[:16]


def with_base(document: Mapping[str, Any], base: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Return the document with some fields as they stand in the base, and what is told in their place."""
    mixed = dict(document)
    for key in keys:
        _put(mixed, key, base.get(key))
        for name in _RECORDS:
            others = {address: record for address, record in (mixed.get(name) or {}).items() if parts(address)[:1] != [key]}
            own = {address: record for address, record in (base.get(name) or {}).items() if parts(address)[:1] == [key]}
            _put(mixed, name, {**others, **own} or None)
    return mixed


def with_translators(document: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    """Note for each translation that was typed that a person made it, and of which text.

    Both documents must be cleaned, so that the same words always have the same hash.
    """
    own = document.get("language", "nl")
    old = {address: texts for address, texts in localised(base) if isinstance(texts, Mapping)}
    noted = {language: dict(records) for language, records in (document.get("translations") or {}).items()}
    there = dict(localised(document))
    for address in {*old, *there}:
        before, now = old.get(address) or {}, there.get(address) or {}
        for language in ({*before, *now} if isinstance(now, Mapping) else set()) - {own}:
            if before.get(language) != now.get(language):
                record = {"by": "human", "source": source_hash(document, address)} if now.get(language) and now.get(own) else None
                _put(noted.setdefault(language, {}), address, record)
    kept = {language: records for language, records in noted.items() if records}
    result = dict(document)
    _put(result, "translations", kept or None)
    return result


def _write_gap(record: Mapping[str, Any], name: str, language: str) -> dict[str, list[str]]:
    return {
        f"{name}.state": [record.get("state", "")],
        **values.written(record.get("since"), t.Date(), f"{name}.since"),
        **values.written(record.get("expected"), t.Month(), f"{name}.expected"),
        f"{name}.note": [(record.get("note") or {}).get(language, "")],
    }


def _read_gap(raw: Raw, name: str, base: Mapping[str, Any] | None, language: str, today: date) -> dict[str, Any] | None:
    state = text_at(raw, f"{name}.state")
    record = {
        "state": state,
        "since": values.read(raw, t.Date(), f"{name}.since") or (today.isoformat() if state else None),
        "expected": values.read(raw, t.Month(), f"{name}.expected"),
        "note": _text_beside(text_at(raw, f"{name}.note"), (base or {}).get("note"), language),
    }
    return {key: value for key, value in record.items() if value} or None


def _write_withholding(record: Mapping[str, Any], name: str, language: str) -> dict[str, list[str]]:
    return {
        f"{name}.ground": [record.get("ground", "")],
        f"{name}.reason": [(record.get("reason") or {}).get(language, "")],
        **values.written(record.get("review_on"), t.Date(), f"{name}.review"),
    }


def _read_withholding(raw: Raw, name: str, base: Mapping[str, Any] | None, language: str) -> dict[str, Any] | None:
    record = {
        "ground": text_at(raw, f"{name}.ground"),
        "reason": _text_beside(text_at(raw, f"{name}.reason"), (base or {}).get("reason"), language),
        "review_on": values.read(raw, t.Date(), f"{name}.review"),
    }
    return {key: value for key, value in record.items() if value} or None


def _text_beside(text: str, base: Mapping[str, str] | None, language: str) -> dict[str, str] | None:
    """Put a text in its language, beside those that the form does not show. When it is emptied they go, too: it was their source."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        return dict(base) if base and language not in base else None
    return {**(base or {}), language: text}


def _record(document: Mapping[str, Any], name: str, key: str) -> Mapping[str, Any]:
    return (document.get(name) or {}).get(pointer(key)) or {}


def _was_answered(base: Mapping[str, Any], document: Mapping[str, Any], key: str) -> bool:
    """Say whether the form brings the answer that was missing: then the reason why it was missing may go."""
    return is_empty(base.get(key)) and not is_empty(document.get(key))


def _is_of_a_lost_row(address: str, base: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    key, *rest = parts(address)
    if not rest or key not in BY_KEY or not isinstance(BY_KEY[key].type, t.Rows):
        return False
    row = pointer(key, rest[0])
    return find(base, row) is not None and find(document, row) is None


def _put(holder: dict[str, Any], key: str, value: Any) -> None:
    """Keep a value under a key, or let the key go when there is none."""
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value
