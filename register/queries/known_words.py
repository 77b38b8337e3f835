"""The words that are in the register: for parts of compound words, and for the word that somebody meant."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

#: Parts shorter than this are in too many words by chance.
_SHORTEST_PART = 4
_SHORTEST_REST = 3
#: What Dutch puts between the parts of a word, and behind the last one.
_BETWEEN = ("", "s", "e", "en", "n", "er")
_ENDINGS = frozenset({"", "s", "en", "n", "e", "er", "es", "je", "jes", "t", "d", "de", "te"})
_MOST_COMPOUNDS = 30

#: Words this short are not guessed at.
_SHORTEST_GUESS = 4
#: From this length on two mistakes are forgiven.
_LONG = 6


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
        """Return the words of which this is a part but not the beginning, when the other parts are words too; the most usual first."""
        if len(part) < _SHORTEST_PART:
            return []
        found = {word for word, at in self._holding(part) if at and self._is_word(word[:at], "end") and self._ends(word[at + len(part) :])}
        return sorted(found, key=lambda word: (-self._rows[word], word))[:_MOST_COMPOUNDS]

    def nearest(self, word: str) -> str:
        """Return the known word that is most like this one, the most usual of those that are equally like; "" when none is near."""
        if len(word) < _SHORTEST_GUESS or word.isdigit():
            return ""
        allowed = 2 if len(word) >= _LONG else 1
        found = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        likely = [(distance, each[0] != word[0], -self._rows[each], each) for each, distance, _ in found if len(each) >= _SHORTEST_GUESS]
        return min(likely)[-1] if likely else ""

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

    def _ends(self, rest: str) -> bool:
        return rest in _ENDINGS or self._is_word(rest, "start")
