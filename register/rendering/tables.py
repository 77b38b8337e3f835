"""Registrations as a table: a row each, a column for every public field, for spreadsheets.

Columns bear the keys of the standard (docs/standard.md), so that a file reads
the same in every language; words of vocabularies are those of the standard too.
Texts are in one language where they exist in it, else in the other.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from register.domain.principles.criteria import Principle
from register.domain.standard import FIELDS
from register.domain.standard import types as t
from register.domain.standard.fields import Field
from register.domain.standard.rich_text import visible_text
from register.domain.standard.visibility import Visibility

Json = Mapping[str, Any]
Cell = Callable[[Json], str]

#: What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: So that spreadsheets know that it is UTF-8.
BYTE_ORDER_MARK = "\ufeff"


def columns(language: str) -> dict[str, Cell]:
    """Return for each column, in order, what gives its cell of a document."""
    found: dict[str, Cell] = {
        "organisation.number": lambda document: _at(document, "organisation", "number"),
        "organisation.name": lambda document: _localised(_part(document, "organisation").get("name"), language),
        "organisation.tooi": lambda document: _at(document, "organisation", "tooi"),
        "organisation.type": lambda document: _at(document, "organisation", "type"),
        "product.number": lambda document: _at(document, "product", "number"),
        "product.version": lambda document: _at(document, "product", "version"),
        "gaps": lambda document: _reasons(document, "gaps", "state"),
        "withheld": lambda document: _reasons(document, "withheld", "ground"),
        "language": lambda document: str(document.get("language", "")),
        "classification.riskCategory": lambda document: _at(document, "classification", "riskCategory"),
        "classification.nationalCategory": lambda document: _at(document, "classification", "nationalCategory"),
        "classification.roles": lambda document: "; ".join(_part(document, "classification").get("roles") or ()),
    }
    for principle in Principle:
        found[f"principles.{principle}"] = _outcome_of(principle)
    for field in FIELDS:
        if field.visibility is Visibility.PUBLIC and not isinstance(field.type, t.ProductReference | t.ActFacts):
            found |= _of_field(field, language)
    return found


def lines(rows: Iterable[Mapping[str, str]], names: Iterable[str]) -> Iterator[str]:
    """Write rows as CSV (RFC 4180), the header first; no cell can become a formula."""
    names = list(names)
    yield BYTE_ORDER_MARK + _line(names)
    for each in rows:
        yield _line(each.get(name, "") for name in names)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow([safe(cell) for cell in cells])
    return written.getvalue()


def _of_field(field: Field, language: str) -> dict[str, Cell]:
    """Return the columns of a field: one, or one for each member of a composite."""
    if not isinstance(field.type, t.Composite):
        return {field.key: lambda document: _text(document.get(field.key), field.type, language)}
    return {f"{field.key}.{member.key}": _member_of(field, member, language) for member in field.members}


def _member_of(field: Field, member: t.Member, language: str) -> Cell:
    return lambda document: _text(_part(document, field.key).get(member.key), member.type, language)


def _outcome_of(principle: Principle) -> Cell:
    return lambda document: str(_part(_part(document, "principles").get("outcomes") or {}, principle).get("outcome", ""))


def _text(value: Any, kind: t.Type, language: str) -> str:
    if value is None:
        return ""
    if isinstance(kind, t.Rich):
        return visible_text(_localised(value, language))
    if isinstance(kind, t.Text):
        return _localised(value, language)
    if isinstance(kind, t.Rows):
        return "\n".join("; ".join(_members(row, kind, language)) for row in value)
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    return str(value)


def _members(row: Json, kind: t.Rows, language: str) -> Iterator[str]:
    for member in kind.members:
        if member.key in row:
            yield f"{member.key}: {_text(row[member.key], member.type, language)}"


def _localised(texts: Any, language: str) -> str:
    if not isinstance(texts, Mapping):
        return str(texts or "")
    return str(texts.get(language) or next(iter(texts.values()), ""))


def _part(document: Json, key: str) -> Json:
    found = document.get(key)
    return found if isinstance(found, Mapping) else {}


def _reasons(document: Json, key: str, reason: str) -> str:
    """Say for each field without an answer why: `/purpose: asked_supplier; /contact: not_known`. Another empty cell was left blank."""
    return "; ".join(f"{address}: {found.get(reason, '')}" for address, found in _part(document, key).items())


def _at(document: Json, key: str, part: str) -> str:
    return str(_part(document, key).get(part, ""))
