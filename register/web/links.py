"""Addresses with a question in them, made from pairs so that every key keeps its order and may come twice."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode

Pairs = tuple[tuple[str, str], ...]


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return the address of a path with these pairs, and then what it asks already; those without a value are left out."""
    path, _, asked = path.partition("?")
    given = [(name, value) for name, value in pairs if value]
    names = {name for name, _ in given}
    given += [pair for pair in parse_qsl(asked) if pair[0] not in names]
    return f"{path}?{urlencode(given)}" if given else path
