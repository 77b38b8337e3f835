"""The words that are in the register: for parts of compound words, and for the word that somebody meant."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from pyphen import Pyphen
from rapidfuzz import process
from rapidfuzz.distance import OSA

from register.domain.search.synonyms import groups

#: Letters left out, added, replaced or exchanged with the next one. Its hints know only one of the ways to call it.
_distance: Any = OSA.distance

#: Parts shorter than this are in too many words by chance.
_SHORTEST_PART = 4
_SHORTEST_REST = 3
#: What Dutch puts between the parts of a word, and behind the last one.
_BETWEEN = ("", "s", "e", "en", "n", "er")
_ENDINGS = frozenset({"", "s", "en", "n", "e", "er", "es", "je", "jes", "t", "d", "de", "te"})
#: What begins a word without being one: “aanvraag” is no compound of “vraag”.
_PREFIXES = frozenset(
    ("achter", "door", "hoofd", "mede", "midden", "onder", "over", "samen", "terug", "tegen", "voor", "voort", "vooruit", "waar", "weer")
)
_SHORTEST_UNKNOWN = 4
_MOST_COMPOUNDS = 30

#: Words this short are not guessed at.
_SHORTEST_GUESS = 4
#: In shorter words another letter makes another word: there only one too many, too few or changed places is a mistake.
_SURE = 6
#: From this length on two mistakes are forgiven.
_LONG = 7

#: So many of the words that are like one are looked at: each may have to be looked up in the index.
_MOST_LOOKED_UP = 12

#: Something that holds of a word, or does not.
Check = Callable[[str], bool]


class _Like(NamedTuple):
    """What may have been meant, in the order of how likely that is."""

    mistakes: int
    begins_otherwise: bool
    rows_less: int
    text: str
    #: The word of which the text may be only the beginning.
    origin: str


def _for_all(_word: str) -> bool:
    return True


class KnownWords:
    """The words of all that holds now, with in how many rows each is."""

    def __init__(self, rows: Mapping[str, int]) -> None:
        self._rows = Counter(rows)
        self._words = list(self._rows)
        self._text = "\n" + "\n".join(self._words) + "\n"

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def with_more(self, rows: Iterable[Iterable[str]]) -> "KnownWords":
        """Return the same with the words of more rows."""
        more = Counter(self._rows)
        for words in rows:
            more.update(set(words))
        return KnownWords(more)

    def compounds(self, part: str) -> list[str]:
        """Return the words of which this is a part but not the beginning, the most usual first.

        The other parts must be words too, or look like it: long enough, and parted where a word may be hyphenated.
        """
        if len(part) < _SHORTEST_PART:
            return []
        found = {word for word, at in self._holding(part) if at and self._begins(word, at) and self._ends(word, at + len(part))}
        return sorted(found, key=lambda word: (-self._rows[word], word))[:_MOST_COMPOUNDS]

    def nearest(self, word: str, is_own: Check = _for_all, leads: Check = _for_all) -> str:
        """Return what is most like this word: a known word, a term of ours that `leads` somewhere, or a beginning of a known word.

        Of those equally like, one that `is_own` in the language of whoever typed it
        goes first, and then the most usual. With two mistakes in it a word is taken for
        one of the own language or for a term, which may be of either. "" when nothing is like it.
        """
        if len(word) < _SHORTEST_GUESS or word.isdigit():
            return ""
        terms = [term for term in _single_terms() if term not in self._rows]
        return self._best([*self._like(word, self._words, self._words), *self._like(word, terms, terms)], is_own, leads) or self._best(
            self._like(word, [each[: len(word)] for each in self._words], self._words), is_own, leads
        )

    def _like(self, word: str, among: Sequence[str], origins: Sequence[str]) -> Iterator[_Like]:
        """Yield what is like a word, with the known word or the term that it is or begins."""
        allowed = 2 if len(word) >= _LONG else 1
        found: Iterable[tuple[str, float, int]] = process.extract(word, among, scorer=_distance, score_cutoff=allowed, limit=None)
        for each, distance, place in found:
            if each != word and _is_likely(each, word):
                yield _Like(int(distance), each[0] != word[0], -self._rows[origins[place]], each, origins[place])

    def _best(self, like: Iterable[_Like], is_own: Check, leads: Check) -> str:
        """Return the best of what is like a word; "" when none will do."""
        for mistakes, some in groupby(sorted(like)[:_MOST_LOOKED_UP], attrgetter("mistakes")):
            alike = [each for each in some if each.origin in self._rows or leads(each.origin)]
            own = next((each.text for each in alike if each.origin not in self._rows or is_own(each.origin)), "")
            if own or (alike and mistakes == 1):
                return own or alike[0].text
        return ""

    def _holding(self, part: str) -> Iterator[tuple[str, int]]:
        """Yield each word that holds a part, and where."""
        at = self._text.find(part)
        while at != -1:
            start, end = self._text.rfind("\n", 0, at) + 1, self._text.find("\n", at)
            yield self._text[start:end], at - start
            at = self._text.find(part, at + 1)

    def _is_word(self, rest: str, side: str) -> bool:
        """Say whether what is left of a compound is a word, less what joins the parts at that side."""
        for joint in _BETWEEN:
            if side == "end" and rest.endswith(joint):
                bare = rest[: len(rest) - len(joint)]
            elif side == "start" and rest.startswith(joint):
                bare = rest[len(joint) :]
            else:
                continue
            if len(bare) >= _SHORTEST_REST and bare in self._rows:
                return True
        return False

    def _begins(self, word: str, at: int) -> bool:
        return self._is_word(word[:at], "end") or _looks_like_one(word, word[:at], at)

    def _ends(self, word: str, at: int) -> bool:
        return word[at:] in _ENDINGS or self._is_word(word[at:], "start") or _looks_like_one(word, word[at:], at)


def _looks_like_one(word: str, rest: str, at: int) -> bool:
    """Say whether the rest of a word may be a word that is nowhere else in the register."""
    return len(rest) >= _SHORTEST_UNKNOWN and rest not in _PREFIXES and at in _dutch().positions(word)


@cache
def _dutch() -> Pyphen:
    return Pyphen(lang="nl_NL", left=3, right=3)


def _is_likely(word: str, typed: str) -> bool:
    """Say whether somebody may have typed one word and meant the other."""
    return len(word) >= _SHORTEST_GUESS and (len(typed) >= _SURE or len(word) != len(typed) or sorted(word) == sorted(typed))


@cache
def _single_terms() -> tuple[str, ...]:
    """Return the terms of one word: each leads to what means the same, also where it is nowhere itself."""
    return tuple({term[0] for group in groups() for term in group if len(term) == 1})
