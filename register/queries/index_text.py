"""What an index keeps of a text: its words as they are, and behind them their stems and what is written with hyphens as one word."""

from collections.abc import Mapping

from register.domain.search.words import joined, words
from register.queries.stems import stems_of


def index_text(texts: Mapping[str, str]) -> list[str]:
    """Return the words to keep of a text per language; the language is "" where nobody knows."""
    kept: list[str] = []
    besides: dict[str, None] = {}
    for language, text in texts.items():
        found = words(text)
        kept += found
        besides.update(dict.fromkeys([*joined(text), *stems_of(dict.fromkeys(found), language)]))
    return [*kept, *besides]
