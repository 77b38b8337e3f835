"""How texts and queries are broken into words; the same for both search indexes."""

import re
import unicodedata

#: More words than this only slow a search down.
MOST_WORDS = 12


def folded(text: str) -> str:
    """Return a text without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def words(query: str) -> list[str]:
    """Return the different words of a query, without case and accents, in order."""
    return list(dict.fromkeys(re.findall(r"\w+", folded(query.casefold()))))[:MOST_WORDS]
