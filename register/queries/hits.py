"""What a query finds, and in which order: decided here, for every database alike.

A registration is found when every word is somewhere in it, or in the name of
its body. What is best goes by where the words are: a name that is the query
comes first, then words in the name, in a tag, in the name of the product, of
the body, in the summary, in the purpose, and anywhere else; of those that are
alike the newest first. A word that is there as it was asked goes before one
that only begins so.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pyroaring import BitMap
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from register.domain.organisations import folded_name
from register.domain.search.fields import SearchField
from register.domain.search.lookups import Lookup, Phrase, Token
from register.domain.search.queries import Atom, Clause, Query, parse, telling
from register.domain.search.words import words
from register.models import PublicRegistration
from register.ports import SearchIndex
from register.queries import terms
from register.queries.bodies import Bodies, bodies
from register.queries.columns import Columns, columns, known_words
from register.queries.held import holds
from register.queries.marking import Marking, marking
from register.queries.orders import Sort, order
from register.queries.stems import stem, stems

_R = PublicRegistration.__table__.c

#: Of more hits than this the newest are put in the order of relevance, and the others follow by date.
MOST_RANKED = 20_000

#: Of more rows with a word in their name only the own language is compared with the whole query.
MOST_COMPARED = 200

#: What a hit is worth by where it is: more than all that comes after it together.
_WORTH = {SearchField.NAME: 128, SearchField.TAGS: 32, SearchField.PRODUCT: 16, SearchField.SUMMARY: 4, SearchField.PURPOSE: 2}
_NEARLY_IN_NAME = 64
_IN_BODY = 8
_IS_NAME = 1_000_000


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks words up for one session, in what held on one day."""

    session: Session
    index: SearchIndex
    there: Columns
    as_of: date | None = None

    def found(self, query: Query) -> BitMap:
        """Return the rows that a query finds, of all that ever were; it is for the caller to leave out what does not hold."""
        wanted = [self._near(clause) for clause in query.wanted]
        found = BitMap.intersection(*wanted) if wanted else self.there.listed
        for clause in query.excluded:
            found = found - self._near(clause)
        return found

    def unknown(self, query: Query) -> list[str]:
        """Return the words that are nowhere. Words that are only never together are there."""
        parts = (part for clause in query.clauses for atom in clause.atoms if not self._is_there(atom) for part in _words_of(atom))
        return list(dict.fromkeys(part.words[0] for part in parts if not self._is_there(part)))

    def marking(self, query: Query) -> Marking:
        """Return which words of a text are what the query looks for."""
        return marking(self._lookup(clause) for clause in query.wanted)

    def ranked(self, query: Query, found: BitMap, text: str) -> Sequence[int]:
        """Return the rows that were found with the best first."""
        newest = order(self.session, self.there, Sort.NEWEST, self.as_of)
        by_date = newest.page(found, offset=0, limit=len(found))
        ranked = BitMap(by_date[:MOST_RANKED])
        worth: Counter[int] = Counter()
        for points, rows in self._worth(query, text):
            for row_id in rows & ranked:
                worth[row_id] += points
        best = sorted(by_date[:MOST_RANKED], key=lambda row_id: -worth[row_id])
        return array("I", [*best, *by_date[MOST_RANKED:]])

    def _worth(self, query: Query, text: str) -> Iterator[tuple[int, BitMap]]:
        yield _IS_NAME, self._named(text)
        for clause in query.wanted:
            exact = terms.exact(clause)
            for field, points in _WORTH.items():
                yield points, self.rows(exact, field)
            yield _NEARLY_IN_NAME, self.rows(self._lookup(clause), SearchField.NAME)
            yield _IN_BODY, self._of_bodies(clause)

    def _named(self, text: str) -> BitMap:
        """Return the rows whose name is the whole query, in either language."""
        wanted = folded_name(text)[:100]
        named: Select[Any] = select(_R.id).where(_R.sort_title == wanted, holds(self.as_of))
        found = BitMap(self.session.scalars(named))
        said = tuple(words(text))
        likely = self.rows(Phrase(said) if len(said) > 1 else Token(said[0]), SearchField.NAME) if said else BitMap()
        if len(likely) <= MOST_COMPARED:
            cards = self.session.execute(select(_R.id, _R.card).where(_R.id.in_(likely)))
            found |= BitMap(row_id for row_id, card in cards if wanted in map(folded_name, card.get("name", {}).values()))
        return found

    def leads(self, word: str) -> bool:
        """Say whether a word finds anything."""
        return bool(self._near(Clause((Atom((word,)),))))

    def is_in(self, word: str, language: str) -> bool:
        """Say whether a word stands in a text in this language, or may do so: of some words nobody knows in which they are."""
        stemmed = stem(word, language) if language else ""
        return not stemmed or bool(self.rows(Token(stemmed), None))

    def _is_there(self, atom: Atom) -> bool:
        if self.as_of is None and len(atom.words) == 1 and atom.words[0] in known_words(self.session, self.index, self.there):
            return True
        return bool(self._near(Clause((atom,))))

    def _near(self, clause: Clause) -> BitMap:
        return self.rows(self._lookup(clause), None) | self._of_bodies(clause)

    def _lookup(self, clause: Clause) -> Lookup:
        return terms.near(clause, known_words(self.session, self.index, self.there))

    def rows(self, lookup: Lookup, field: SearchField | None) -> BitMap:
        """Return the rows that hold what is looked up, in one part of their text or (None) in any."""
        is_current = self.as_of is None
        rows = self.there.looked_up(
            (lookup, field, is_current), lambda after: self.index.find(self.session, lookup, field, is_current=is_current, after=after)
        )
        return rows & (self.there.shown if is_current else self.there.listed)

    def _of_bodies(self, clause: Clause) -> BitMap:
        named = bodies(self.session, self.there, self.as_of)
        numbers = {number for atom in clause.atoms for number in _called(named, atom)}
        return self.there.rows("organisation", *numbers)


def finder(session: Session, index: SearchIndex, as_of: date | None = None) -> Finder:
    """Return what looks words up in the state that this session sees."""
    return Finder(session, index, columns(session, index), as_of)


def read(text: str, language: str = "") -> Query:
    """Read a query: terms of several words put together, and small words left out."""
    return telling(terms.understood(parse(text, language)))


def _words_of(atom: Atom) -> Iterator[Atom]:
    """Yield the words of an atom, each as one. A letter is no word beside others: “foto’s” has no “s”."""
    yield from (replace(atom, words=(word,), is_phrase=False) for word in atom.words if len(word) > 1 or len(atom.words) == 1)


def _called(named: Bodies, atom: Atom) -> Iterator[str]:
    """Yield the bodies that are called so, or so in other words."""
    if atom.is_phrase:
        yield from named.called_together(atom.words)
    elif len(atom.words) > 1:
        yield from set.intersection(*(set(named.called(word)) for word in atom.words))
    else:
        (word,) = atom.words
        yield from named.called(word, is_prefix=not atom.is_quoted)
        for each in () if atom.is_quoted else stems(word):
            yield from named.called(each)
    if not atom.is_quoted:
        for term in terms.synonyms(atom.words):
            yield from named.called_together(term)
