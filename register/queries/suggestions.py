"""What somebody may have meant: each word that is nowhere in the register, replaced by the nearest that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from register.domain.search.queries import Clause
from register.domain.search.words import words
from register.ports import SearchIndex
from register.queries import hits, registrations, terms
from register.queries.columns import known_words
from register.queries.registrations import Selection

#: So many other queries are offered where one finds nothing.
MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """A selection as it was meant, and by which words instead of those that were typed; "" when those were kept."""

    selection: Selection
    words: str = ""


def as_meant(session: Session, index: SearchIndex, selection: Selection) -> Meant:
    """Return the selection with the words that were probably meant, where those that were typed find nothing at all."""
    bare = Selection(selection.words, as_of=selection.as_of, language=selection.language)
    if not selection.words or registrations.counted(session, index, bare):
        return Meant(selection)
    words = suggestion(session, index, selection.words, selection.language)
    return Meant(replace(selection, words=words), words) if words else Meant(selection)


def suggestion(session: Session, index: SearchIndex, text: str, language: str = "") -> str:
    """Return the query with its unknown words replaced, or "" when every word is known or the other query finds nothing either."""
    nearest = _nearest(session, index, text, language)
    if not nearest or not all(nearest.values()):
        return ""
    meant = " ".join(_replaced(piece, nearest) for piece in text.split())
    return meant if registrations.counted(session, index, Selection(meant, language=language)) else ""


def nowhere(session: Session, index: SearchIndex, text: str, language: str = "") -> Sequence[str]:
    """Return the words of a query that are nowhere in the register, as they were typed."""
    unknown = _nearest(session, index, text, language)
    return [piece for piece in text.split() if not unknown.keys().isdisjoint(words(piece))]


def ways_on(session: Session, index: SearchIndex, selection: Selection) -> Sequence[tuple[str, int]]:
    """Return queries that do find something where this one finds nothing, with how many: nearly the same words, or one less, or one."""
    pieces = [_replaced(piece, _nearest(session, index, selection.words, selection.language)) for piece in selection.words.split()]
    one_less = [pieces[:place] + pieces[place + 1 :] for place in range(len(pieces))] if len(pieces) > 1 else []
    one = [[piece] for piece in pieces] if len(pieces) > 2 else []
    found = []
    for each in dict.fromkeys(" ".join(some) for some in (pieces, *one_less, *one)):
        total = registrations.counted(session, index, replace(selection, words=each)) if each != selection.words else 0
        if total:
            found.append((each, total))
        if len(found) == MOST_WAYS:
            break
    return found


def _nearest(session: Session, index: SearchIndex, text: str, language: str) -> dict[str, str]:
    """Return the words that are nowhere, each with the one that was probably meant, or ""."""
    finder = hits.finder(session, index)
    unknown = {word for clause in finder.missing(hits.read(text, language)) for word in _words(clause)}
    known = known_words(session, index, finder.there)
    return {word: "" if terms.synonyms((word,)) else known.nearest(word) for word in unknown}  # a term of ours is spelt right


def _words(clause: Clause) -> set[str]:
    return {word for atom in clause.atoms for word in atom.words}


def _replaced(piece: str, nearest: dict[str, str]) -> str:
    """Replace the words of a piece of what was typed; signs around them stay."""
    found = words(piece)
    if not any(nearest.get(word) for word in found):
        return piece
    before, after = ('"' if piece.startswith('"') else "", '"' if piece.endswith('"') else "")
    return f"{before}{' '.join(nearest.get(word) or word for word in found)}{after}"
