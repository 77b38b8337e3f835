"""One value as inputs of a form, and back, without loss.

An input is named after the way to its value, joined by dots: `purpose.nl`,
`remedies.bezwaar1.url`. What cannot be read is passed on as it was typed, so
that the check of the standard says what is wrong with it.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from register.domain.standard import types as t
from register.domain.standard.rich_text import from_html, from_plain, to_html, to_plain
from register.domain.standard.values import ROW_ID
from register.translations import LANGUAGES

#: What a form sent, or would send: each input's name with its values.
Raw = Mapping[str, list[str]]

#: What JSON can carry without loss; anything larger is passed on as it was typed.
LARGEST = 2**53 - 1


def rows_name(name: str) -> str:
    """Name the hidden inputs that tell which rows a list has, in order."""
    return f"{name}:rows"


def new_row_id() -> str:
    """Make an id for a row that somebody adds."""
    return secrets.token_hex(5)


def text_at(raw: Raw, name: str) -> str:
    """Return what stands in an input; "" when there is none."""
    return next(iter(raw.get(name, ())), "")


def written(value: Any, kind: t.Type, name: str) -> dict[str, list[str]]:
    """Write a value as inputs; None as empty ones."""
    return _WRITERS[type(kind)](value, kind, name)


def read(raw: Raw, kind: t.Type, name: str, base: Any = None) -> Any:
    """Read a value from inputs; None when nothing is in them.

    `base` is the value that stands there now: it keeps what the form does not
    show, and the order of words that are chosen again.
    """
    return _READERS[type(kind)](raw, kind, name, base)


def _write_text(value: Any, kind: t.Type, name: str) -> dict[str, list[str]]:
    return {name: ["" if value is None else str(value)]}


def _read_text(raw: Raw, kind: t.Type, name: str, base: Any) -> str | None:
    return text_at(raw, name).strip() or None


def _read_number(raw: Raw, kind: t.Type, name: str, base: Any) -> str | None:
    """Read a number of the register, which people write in threes."""
    return "".join(text_at(raw, name).split()) or None


def _write_localised(value: Any, kind: t.Text | t.Rich, name: str) -> dict[str, list[str]]:
    texts = value or {}
    plain = {language: texts.get(language, "") for language in LANGUAGES}
    if isinstance(kind, t.Rich):
        plain = {language: to_plain(from_html(text)) for language, text in plain.items()}
    return {f"{name}.{language}": [text] for language, text in plain.items()}


def _read_localised(raw: Raw, kind: t.Text | t.Rich, name: str, base: Any) -> dict[str, str] | None:
    texts: dict[str, str] = dict(base or {})
    for language in LANGUAGES:
        here = f"{name}.{language}"
        if here in raw:
            text = text_at(raw, here)
            texts[language] = to_html(from_plain(text)) if isinstance(kind, t.Rich) else text.replace("\r\n", "\n")
    return {language: text for language, text in texts.items() if text.strip()} or None


def _write_month(value: Any, kind: t.Month, name: str) -> dict[str, list[str]]:
    year, _, month = (value or "").partition("-")
    return {f"{name}-month": [month.lstrip("0")], f"{name}-year": [year]}


def _read_month(raw: Raw, kind: t.Month, name: str, base: Any) -> str | None:
    month, year = (text_at(raw, f"{name}-{part}").strip() for part in ("month", "year"))
    return f"{year}-{month.zfill(2)}" if month or year else None


def _write_date(value: Any, kind: t.Date, name: str) -> dict[str, list[str]]:
    year, month, day = (value or "--").split("-")
    return {f"{name}-day": [day.lstrip("0")], f"{name}-month": [month.lstrip("0")], f"{name}-year": [year]}


def _read_date(raw: Raw, kind: t.Date, name: str, base: Any) -> str | None:
    day, month, year = (text_at(raw, f"{name}-{part}").strip() for part in ("day", "month", "year"))
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}" if day or month or year else None


def _read_integer(raw: Raw, kind: t.Integer, name: str, base: Any) -> int | str | None:
    text = "".join(text_at(raw, name).split())
    is_whole = re.fullmatch(r"-?[0-9]{1,16}", text) is not None and abs(int(text)) <= LARGEST
    return int(text) if is_whole else text or None


def _write_choices(value: Any, kind: t.Choices, name: str) -> dict[str, list[str]]:
    return {name: list(value or ())}


def _read_choices(raw: Raw, kind: t.Choices, name: str, base: Any) -> list[str] | None:
    chosen = [word for word in raw.get(name, ()) if word]
    kept = [word for word in base or () if word in chosen]
    return [*kept, *(word for word in chosen if word not in kept)] or None


def _write_strings(value: Any, kind: t.Strings | t.Urls, name: str) -> dict[str, list[str]]:
    return {name: ["\n".join(value or ())]}


def _read_strings(raw: Raw, kind: t.Strings | t.Urls, name: str, base: Any) -> list[str] | None:
    return [line.strip() for line in re.split(r"[\r\n]+", text_at(raw, name)) if line.strip()] or None


def _write_composite(value: Any, kind: t.Composite, name: str) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for member in kind.members:
        parts |= written((value or {}).get(member.key), member.type, f"{name}.{member.key}")
    return parts


def _read_members(raw: Raw, members: tuple[t.Member, ...], name: str, base: Any) -> dict[str, Any]:
    values = {member.key: read(raw, member.type, f"{name}.{member.key}", (base or {}).get(member.key)) for member in members}
    return {key: value for key, value in values.items() if value is not None}


def _read_composite(raw: Raw, kind: t.Composite, name: str, base: Any) -> dict[str, Any] | None:
    return _read_members(raw, kind.members, name, base) or None


def _write_rows(value: Any, kind: t.Rows, name: str) -> dict[str, list[str]]:
    rows = value or ()
    inputs = {rows_name(name): [str(row["id"]) for row in rows]}
    for row in rows:
        inputs |= _write_composite(row, t.Composite(kind.members), f"{name}.{row['id']}")
    return inputs


def _read_rows(raw: Raw, kind: t.Rows, name: str, base: Any) -> list[dict[str, Any]] | None:
    known = {row["id"]: row for row in base or ()}
    ids = dict.fromkeys(row_id for row_id in raw.get(rows_name(name), ()) if ROW_ID.fullmatch(row_id))
    rows = [{"id": row_id, **_read_members(raw, kind.members, f"{name}.{row_id}", known.get(row_id))} for row_id in ids]
    return [row for row in rows if len(row) > 1] or None


def _write_nothing(value: Any, kind: t.Type, name: str) -> dict[str, list[str]]:
    """Leave out of the form what is asked on pages of its own: the product, and the facts for the AI Act."""
    return {}


def _read_base(raw: Raw, kind: t.Type, name: str, base: Any) -> Any:
    return base


_WRITERS: dict[type, Callable[[Any, Any, str], dict[str, list[str]]]] = {
    t.String: _write_text,
    t.Text: _write_localised,
    t.Rich: _write_localised,
    t.Url: _write_text,
    t.Contact: _write_text,
    t.Month: _write_month,
    t.Date: _write_date,
    t.Integer: _write_text,
    t.Choice: _write_text,
    t.Choices: _write_choices,
    t.Strings: _write_strings,
    t.Urls: _write_strings,
    t.RegistrationReference: _write_text,
    t.ProductReference: _write_nothing,
    t.Composite: _write_composite,
    t.Rows: _write_rows,
    t.ActFacts: _write_nothing,
}

_READERS: dict[type, Callable[[Raw, Any, str, Any], Any]] = {
    t.String: _read_text,
    t.Text: _read_localised,
    t.Rich: _read_localised,
    t.Url: _read_text,
    t.Contact: _read_text,
    t.Month: _read_month,
    t.Date: _read_date,
    t.Integer: _read_integer,
    t.Choice: _read_text,
    t.Choices: _read_choices,
    t.Strings: _read_strings,
    t.Urls: _read_strings,
    t.RegistrationReference: _read_number,
    t.ProductReference: _read_base,
    t.Composite: _read_composite,
    t.Rows: _read_rows,
    t.ActFacts: _read_base,
}
