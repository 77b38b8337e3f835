"""Addresses inside a document: JSON pointers (RFC 6901) in which a list row goes by its `id`."""

from collections.abc import Mapping
from typing import Any


def pointer(*parts: str) -> str:
    """Write the parts as one pointer."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def parts(address: str) -> list[str]:
    """Read a pointer as its parts; "" is the whole document."""
    return [part.replace("~1", "/").replace("~0", "~") for part in address.split("/")[1:]]


def find(document: Mapping[str, Any], address: str) -> Any:
    """Return what the pointer points to, or None when nothing is there."""
    value: Any = document
    for part in parts(address):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list):
            value = next((row for row in value if isinstance(row, Mapping) and row.get("id") == part), None)
        else:
            return None
    return value


def without(document: dict[str, Any], address: str) -> None:
    """Take away what the pointer points to, in place; a row or object left empty goes too."""
    *way, last = parts(address)
    holders: list[Any] = [document]
    for part in way:
        holders.append(find({"": holders[-1]}, pointer("", part)))
    holder = holders[-1]
    if isinstance(holder, dict):
        holder.pop(last, None)
    elif isinstance(holder, list):
        holder[:] = [row for row in holder if row.get("id") != last]
    if way and isinstance(holder, dict | list) and not holder:
        without(document, pointer(*way))
