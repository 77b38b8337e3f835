"""What the address of a list asks: words, and a page. Whatever else stands there is no question."""

from flask import request

LONGEST = 200


def words(name: str = "q") -> str:
    """Return the words that are searched for; no database takes a NUL."""
    return request.args.get(name, "").replace("\0", "").strip()[:LONGEST]


def page(total: int, per_page: int) -> tuple[int, int]:
    """Return the page that is asked for, within what there is, and the last one."""
    last = max(1, -(-total // per_page))
    given = request.args.get("page", "1")
    return (max(1, min(int(given), last)) if is_whole(given) else 1), last


def is_whole(text: str) -> bool:
    """Say whether this is a number that people would write."""
    return text.isascii() and text.isdecimal() and len(text) < 10
