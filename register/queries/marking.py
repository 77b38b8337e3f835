"""Which words of a text are what somebody looked for: the same that the search finds, in every ending and by every other name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from register.domain.search.lookups import AllOf, AnyOf, Lookup, Phrase, Token
from register.domain.search.words import folded
from register.queries.stems import stems

_WORD = re.compile(r"[^\W_]+")
#: About so many signs of a text are shown where a word was found.
_EXCERPT = 220
_BEFORE = 60


@dataclass(slots=True)
class Marking:
    """What is marked: words as an index keeps them, beginnings of words, and words in a row. False when there is nothing."""

    words: set[str] = field(default_factory=set)
    beginnings: tuple[str, ...] = ()
    phrases: set[tuple[str, ...]] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings or self.phrases)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where in a text the words stand, in order."""
        found = list(_WORD.finditer(text))
        plain = [folded(each.group()) for each in found]
        in_phrase = set(self._in_phrases(plain))
        for at, (each, word) in enumerate(zip(found, plain, strict=True)):
            if at in in_phrase or self._is_meant(word):
                yield each.start(), each.end()

    def excerpt(self, text: str) -> str:
        """Return the part of a text around the first word that is marked; "" when none is."""
        flat = " ".join(text.split())
        first = next(self.places(flat), None)
        if first is None:
            return ""
        start = _word_before(flat, first[0])
        end = start + _EXCERPT
        cut = flat[start:end] if end >= len(flat) else flat[start:end].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
        return cut if start == 0 else f"… {cut}"

    def _is_meant(self, word: str) -> bool:
        return word in self.words or word.startswith(self.beginnings or ("\0",)) or any(each in self.words for each in stems(word))

    def _in_phrases(self, plain: list[str]) -> Iterator[int]:
        for phrase in self.phrases:
            for at in range(len(plain) - len(phrase) + 1):
                if tuple(plain[at : at + len(phrase)]) == phrase:
                    yield from range(at, at + len(phrase))


def _word_before(text: str, at: int) -> int:
    """Return where a word begins, some words before a place; the beginning when that is near."""
    if at <= _BEFORE:
        return 0
    space = text.find(" ", at - _BEFORE, at)
    return at if space == -1 else space + 1


def marking(lookups: Iterable[Lookup]) -> Marking:
    """Return what is marked of what was looked up."""
    tokens = [part for lookup in lookups for part in _parts(lookup)]
    return Marking(
        words={part.text for part in tokens if isinstance(part, Token) and not part.is_prefix},
        beginnings=tuple(dict.fromkeys(part.text for part in tokens if isinstance(part, Token) and part.is_prefix)),
        phrases={part.words for part in tokens if isinstance(part, Phrase)},
    )


def _parts(lookup: Lookup) -> Iterator[Token | Phrase]:
    if isinstance(lookup, AllOf | AnyOf):
        for part in lookup.parts:
            yield from _parts(part)
    else:
        yield lookup
