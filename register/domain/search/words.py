"""How texts and queries are broken into words, the same for both search indexes."""

import re
import unicodedata
from collections.abc import Mapping

#: Letters and digits; an underscore separates, as it does for both indexes.
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:[-\u2010\u2011'\u2019][^\W_]+)+")


def folded(text: str) -> str:
    """Return a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def without_controls(text: str) -> str:
    """Return a text without the signs that no XML, and so no feed, can hold; those that part words become spaces."""
    return "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or not _is_control(sign))


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} or ord(sign) & 0xFFFE == 0xFFFE


def words(text: str) -> list[str]:
    """Return the words of a text, folded, in order."""
    return _WORD.findall(folded(text))


def words_as_typed(text: str) -> list[str]:
    """Return the words of a text with their case and accents, in order."""
    return _WORD.findall(_composed(text))


def with_words(text: str, instead: Mapping[str, str]) -> str:
    """Return a text with words replaced, by what they are when folded; where that is "" they stay, as do the signs between."""
    return _WORD.sub(lambda found: instead.get(folded(found[0])) or found[0], _composed(text))


def _composed(text: str) -> str:
    """Return a text in which an accent is part of its letter: beside it, it would part a word in two."""
    return unicodedata.normalize("NFC", text)


def joined(text: str) -> list[str]:
    """Return what is written with hyphens as one word each: who writes “email” finds “e-mail”."""
    return ["".join(_WORD.findall(found)) for found in _JOINED.findall(folded(text))]
