"""What somebody asks for, read from what they typed.

    parkeren boete        both words
    parkeren of boete     one of the two (“or” in English, OF, OR and | in both)
    "bezwaar maken"       these words together
    -camera               not this word (NIET and NOT too)
    verg*                 words that begin so

Nothing that can be typed is an error: what has no meaning here is a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from register.domain.search.stop_words import STOP_WORDS
from register.domain.search.words import words

#: More words than this only slow a search down.
MOST_WORDS = 16

_PIECE = re.compile(r'-?"[^"]*"|\||[^\s|]+')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»‟", '"'))
_OR = {"nl": "of", "en": "or"}
_OR_ANYWHERE = {"OR", "OF", "|"}
_NOT = {"NIET", "NOT"}


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, or words together: in this order when it `is_phrase`, else anywhere.

    What `is_quoted` is meant exactly so; a prefix was asked for with a star.
    """

    words: tuple[str, ...]
    is_phrase: bool = False
    is_prefix: bool = False
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """Atoms of which one must hold, or none when it is excluded."""

    atoms: tuple[Atom, ...]
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that all must hold."""

    clauses: tuple[Clause, ...] = ()

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """Return what must be there."""
        return tuple(each for each in self.clauses if not each.is_excluded)

    @property
    def excluded(self) -> tuple[Clause, ...]:
        """Return what may not be there."""
        return tuple(each for each in self.clauses if each.is_excluded)


def parse(text: str, language: str = "") -> Query:
    """Read a query. In a `language` its small word for “or” counts too; elsewhere that may be an ordinary word."""
    clauses: list[Clause] = []
    is_joined = is_excluded = False
    for piece in _PIECE.findall(text.translate(_QUOTES)):
        if _joins(piece, language):
            is_joined = bool(clauses)
            continue
        if piece in _NOT:
            is_excluded = True
            continue
        for atom in _atoms(piece):
            negated = is_excluded or (piece[0] == "-" and len(piece) > 1)
            if is_joined and clauses and not negated and not clauses[-1].is_excluded:
                clauses[-1] = Clause((*clauses[-1].atoms, atom))
            else:
                clauses.append(Clause((atom,), negated))
            is_joined = is_excluded = False
    return Query(tuple(dict.fromkeys(clauses))[:MOST_WORDS])


def shorter(text: str, language: str = "") -> Iterator[str]:
    """Yield what was typed without one of its words, for each of them; then, of more than two, each alone."""
    typed = list(_parts(text, language))
    for place, (before, _) in enumerate(typed if len(typed) > 1 else ()):
        rest = typed[place + 1 :]
        if rest and _joins(rest[0][0], language):  # what was one of the two stands for both
            rest[0] = (before if _joins(before, language) else "", rest[0][1])
        yield _written(typed[:place] + rest)
    if len(typed) > 2:
        yield from (piece if _joins(before, language) else _written([(before, piece)]) for before, piece in typed)


def _parts(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the words and phrases, each with the word for “or” or “not” before it, else ""."""
    before = ""
    for piece in _PIECE.findall(text.translate(_QUOTES)):
        if _joins(piece, language) or piece in _NOT:
            before = piece
        else:
            yield before, piece
            before = ""


def _written(typed: list[tuple[str, str]]) -> str:
    return " ".join(each for part in typed for each in part if each)


def _joins(piece: str, language: str) -> bool:
    return piece in _OR_ANYWHERE or (language in _OR and piece == _OR[language])


def _atoms(piece: str) -> Iterator[Atom]:
    found = tuple(words(piece))
    if not found:
        return
    if piece.lstrip("-").startswith('"'):
        yield Atom(found, is_phrase=True, is_quoted=True)
    elif len(found) > 1 and re.search(r"\w[-\u2010\u2011'\u2019/.&]\w", piece):
        yield Atom(found, is_phrase=True)
    else:
        yield from (Atom((word,), is_prefix=piece.endswith("*") and word == found[-1]) for word in found)


def telling(query: Query) -> Query:
    """Leave out the small words that are everywhere, unless there is nothing else."""
    clauses = tuple(each for each in query.clauses if not _is_small(each))
    return Query(clauses or query.clauses)


def is_telling(query: Query) -> bool:
    """Say whether a query asks for more than small words, and not only leaves something out."""
    return any(not _is_small(each) for each in query.wanted)


def _is_small(clause: Clause) -> bool:
    (first, *others) = clause.atoms
    return not others and not first.is_phrase and not first.is_prefix and first.words[0] in STOP_WORDS
