"""Reading a long list out of a JSON file, row by row, in bounded memory.

The file is an object with one list of rows and some simple values beside it:
`{"count": 2, "rows": [{…}, {…}]}`. A row is an object of simple values; what
is nested deeper is not built, only marked as `NESTED`, so that a small hostile
file cannot become a large thing in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

import ijson

from register.errors import Invalid, Problem

#: Stands for a list or object where a simple value belongs.
NESTED: Final = object()
#: No list of any register is nested deeper; the parser below needs a bound.
_DEEPEST = 20
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BEGINS = ("start_map", "start_array")
_ENDS = ("end_map", "end_array")

_FAULTS = {
    "file-not-json": (
        ("Dit bestand is geen JSON; de eerste fout staat na rij {row}.", "Haal het bestand opnieuw op bij de bron."),
        ("This file is not JSON; the first fault is after row {row}.", "Fetch the file from its source again."),
    ),
    "file-cut-off": (
        ("Het bestand houdt te vroeg op, na rij {row}.", "Haal het bestand opnieuw op bij de bron."),
        ("The file ends too early, after row {row}.", "Fetch the file from its source again."),
    ),
    "file-without-rows": (
        ("Het bestand heeft geen lijst ‘{name}’ met registraties.", "Controleer of dit het goede bestand is."),
        ("The file has no list ‘{name}’ with registrations.", "Check whether this is the right file."),
    ),
}

_Events = Iterator[tuple[str, Any]]


@dataclass(slots=True)
class Outline:
    """What stands beside the rows, and how many rows there are."""

    rows: int = 0
    values: dict[str, Any] = field(default_factory=dict)


def outline(file: BinaryIO, name: str) -> Outline:
    """Walk the whole file once, from its beginning, and return what stands beside the rows.

    Raises `Invalid` for a file that is not JSON, is cut off, or has no list of
    this name, before a single row of it was used.
    """
    found, has_rows = Outline(), False
    for key, value in _members(file, name):
        if key is None:
            found.rows += value is not None
            has_rows = True
        else:
            found.values[key] = value
    if not has_rows:
        raise fault("file-without-rows", name=name)
    return found


def rows(file: BinaryIO, name: str) -> Iterator[Any]:
    """Yield the rows of the list one by one, from the beginning of the file."""
    yield from (value[0] for key, value in _members(file, name) if key is None and value is not None)


def fault(rule: str, **values: Any) -> Invalid:
    """Say what is wrong with a file as a whole."""
    (message_nl, remedy_nl), (message_en, remedy_en) = _FAULTS[rule]
    message = {"nl": message_nl.format(**values), "en": message_en.format(**values)}
    return Invalid([Problem("", rule, message, {"nl": remedy_nl, "en": remedy_en})])


def _members(file: BinaryIO, name: str) -> Iterator[tuple[str | None, Any]]:
    """Yield each simple member of the object with its key, and for the list a None, then each row in a tuple, without a key."""
    count = [0]
    events = _bounded(file, count)
    if next(events, ("", None))[0] != "start_map":
        raise fault("file-without-rows", name=name)
    for kind, key in events:
        if kind != "map_key":
            continue
        begins, value = next(events)
        if key == name and begins == "start_array":
            yield None, None
            for row in _items(events):
                count[0] += 1
                yield None, (row,)
        else:
            yield key, _value(events, begins, value)


def _bounded(file: BinaryIO, count: list[int]) -> _Events:
    """Yield the parser's events; turn its complaints into the register's own."""
    file.seek(len(_BYTE_ORDER_MARK) if file.read(len(_BYTE_ORDER_MARK)) == _BYTE_ORDER_MARK else 0)
    depth = 0
    try:
        for kind, value in ijson.basic_parse(file):
            depth += (kind in _BEGINS) - (kind in _ENDS)
            if depth > _DEEPEST:
                raise fault("file-not-json", row=count[0])
            yield kind, value
    except ijson.JSONError as complaint:
        rule = "file-cut-off" if "premature EOF" in str(complaint) else "file-not-json"
        raise fault(rule, row=count[0]) from complaint


def _items(events: _Events) -> Iterator[Any]:
    for kind, value in events:
        if kind == "end_array":
            return
        yield _row(events) if kind == "start_map" else _value(events, kind, value)


def _row(events: _Events) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for kind, key in events:
        if kind == "end_map":
            break
        row[key] = _value(events, *next(events))
    return row


def _value(events: _Events, kind: str, value: Any) -> Any:
    """Return a simple value; walk over anything else and return `NESTED`."""
    if kind not in _BEGINS:
        return value
    depth = 1
    while depth:
        kind, _ = next(events)
        depth += (kind in _BEGINS) - (kind in _ENDS)
    return NESTED
