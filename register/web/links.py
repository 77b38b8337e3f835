"""Addresses with a question in them, made from pairs so that every key keeps its order and may come twice."""

from collections.abc import Iterable
from urllib.parse import urlencode

Pairs = tuple[tuple[str, str], ...]


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return the address of a path with these pairs; those without a value are left out."""
    given = [(name, value) for name, value in pairs if value]
    return f"{path}?{urlencode(given)}" if given else path
