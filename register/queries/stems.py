"""The stem of a word, the same for both databases: “vergunningen” is found by “vergunning”.

A stem stands in an index beside the words, behind a letter that no folded
text holds, so that it is never mistaken for a word.
"""

from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_LANGUAGES = {"nl": "dutch", "en": "english"}
_STEMMERS = {language: snowballstemmer.stemmer(name) for language, name in _LANGUAGES.items()}
#: Folding makes two s of it.
MARK = "ß"
#: Shorter words have no endings to take off.
_SHORTEST = 3


@lru_cache(100_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word as an index keeps it; "" for a number or a very short word."""
    if len(word) < _SHORTEST or not word.isalpha():
        return ""
    return f"{MARK}{language}{_STEMMERS[language].stemWord(word)}"


def stems(word: str) -> tuple[str, ...]:
    """Return the stems in every language, for a word of which nobody knows in which it is."""
    return tuple(found for language in _LANGUAGES if (found := stem(word, language)))


def stems_of(words: Iterable[str], language: str) -> list[str]:
    """Return the different stems of a text in a language; of a text in any language when that is ""."""
    found = (each for word in words for each in ((stem(word, language),) if language in _LANGUAGES else stems(word)))
    return list(dict.fromkeys(each for each in found if each))
