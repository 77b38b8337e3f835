"""What somebody may have meant: each word that is nowhere in the register, replaced by the nearest that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from register.domain.search.queries import is_telling, shorter
from register.domain.search.words import folded, with_words, words_as_typed
from register.ports import SearchIndex
from register.queries import hits, registrations, terms
from register.queries.columns import known_words
from register.queries.registrations import Selection
from register.queries.selections import number_in

#: So many other queries are offered.
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
    words = suggestion(session, index, bare)
    return Meant(replace(selection, words=words), words) if words else Meant(selection)


def suggestion(session: Session, index: SearchIndex, selection: Selection) -> str:
    """Return the query with its unknown words replaced, or "" when every word is known or the other query finds nothing either."""
    nearest = _nearest(session, index, selection)
    if not nearest or not all(nearest.values()):
        return ""
    meant = with_words(selection.words, nearest)
    return meant if registrations.counted(session, index, replace(selection, words=meant)) else ""


def nowhere(session: Session, index: SearchIndex, selection: Selection) -> Sequence[str]:
    """Return the words of a query that are nowhere in the register, as they were typed."""
    unknown = _nearest(session, index, selection)
    return list(dict.fromkeys(word for word in words_as_typed(selection.words) if folded(word) in unknown))


def spellings(session: Session, index: SearchIndex, selection: Selection) -> Sequence[tuple[str, int]]:
    """Return the query with one word that is nowhere replaced, for each such word, with how many it finds."""
    meant = ({word: nearest} for word, nearest in _nearest(session, index, selection).items() if nearest)
    return _finding(session, index, selection, (with_words(selection.words, each) for each in meant))


def ways_on(session: Session, index: SearchIndex, selection: Selection) -> Sequence[tuple[str, int]]:
    """Return queries that do find something where this one finds nothing, with how many: nearly the same words, or one less, or one."""
    meant = with_words(selection.words, _nearest(session, index, selection))
    return _finding(session, index, selection, (meant, *shorter(meant, selection.language)))


def _finding(session: Session, index: SearchIndex, selection: Selection, queries: Iterable[str]) -> Sequence[tuple[str, int]]:
    """Return the first of these other queries that find something, with how many."""
    found = []
    for each in dict.fromkeys(queries):
        is_other = each != selection.words and is_telling(hits.read(each, selection.language))
        total = registrations.counted(session, index, replace(selection, words=each)) if is_other else 0
        if total:
            found.append((each, total))
        if len(found) == MOST_WAYS:
            break
    return found


def _nearest(session: Session, index: SearchIndex, selection: Selection) -> Mapping[str, str]:
    """Return the words that are nowhere, each with the one that was probably meant, or "". The number of a registration is no word."""
    if number_in(selection.words):
        return {}
    finder = hits.finder(session, index, selection.as_of)

    def found() -> Mapping[str, str]:
        unknown = finder.unknown(hits.read(selection.words, selection.language))
        return {word: _likely(finder, word, selection.language) for word in unknown}

    return finder.there.keep(("nearest", selection.words, selection.language, selection.as_of), found)


def _likely(finder: hits.Finder, word: str, language: str) -> str:
    if terms.synonyms((word,)):  # a term of ours is spelt right
        return ""
    known = known_words(finder.session, finder.index, finder.there)
    return known.nearest(word, lambda each: finder.is_in(each, language), finder.leads)
