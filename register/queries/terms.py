"""From what somebody asked to what the index is asked: stems, synonyms, beginnings and parts of compound words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from register.domain.search.lookups import AllOf, AnyOf, Lookup, Phrase, Token
from register.domain.search.queries import Atom, Clause, Query
from register.domain.search.stop_words import STOP_WORDS
from register.domain.search.synonyms import groups, same_as, terms_in
from register.queries.known_words import KnownWords
from register.queries.stems import stems

Words = tuple[str, ...]

#: A shorter beginning would find nearly everything.
_SHORTEST_PREFIX = 3


def understood(query: Query) -> Query:
    """Put the words together that are one term, such as “basisregistratie personen”."""
    clauses = list(query.clauses)
    asked = tuple(_single(clause) for clause in clauses)
    for start, end in reversed(list(terms_in(asked))):
        clauses[start:end] = [Clause((Atom(asked[start:end]),))]
    return Query(tuple(clauses))


def _single(clause: Clause) -> str:
    """Return the word of a clause of one plain word; else something that is in no term."""
    (first, *others) = clause.atoms
    is_plain = not others and not clause.is_excluded and not first.is_quoted and not first.is_prefix and len(first.words) == 1
    return first.words[0] if is_plain else ""


def exact(clause: Clause) -> Lookup:
    """Return what finds the words themselves, their other endings, and what means the same."""
    return _any(found for atom in clause.atoms for found in _exact(atom))


def near(clause: Clause, known: KnownWords) -> Lookup:
    """Return what finds all that `exact` does, and words that begin so or have the word as a part."""
    return _any(found for atom in clause.atoms for found in (*_exact(atom), *_near(atom, known)))


def _exact(atom: Atom) -> Iterator[Lookup]:
    if atom.is_quoted:
        yield Phrase(atom.words) if len(atom.words) > 1 else Token(atom.words[0])
        return
    if atom.is_prefix:
        yield Token(atom.words[0], is_prefix=True)
        return
    others = [term for term in synonyms(atom.words) if not is_small(term)]
    if atom.is_phrase:
        yield from (Phrase(atom.words), Token("".join(atom.words)))
    elif not (others and is_small(atom.words)):  # who asks for “OM” means what it stands for
        yield _all(_word(word) for word in atom.words)
    for term in others:
        yield Phrase(term) if len(term) > 1 else _word(term[0])


def is_small(term: Words) -> bool:
    """Say whether a term is a small word too: “OM” is a body, “om” is in nearly every text. Only names of bodies are searched for it."""
    return len(term) == 1 and term[0] in STOP_WORDS


def _near(atom: Atom, known: KnownWords) -> Iterator[Lookup]:
    if atom.is_quoted or len(atom.words) > 1:
        return
    (word,) = atom.words
    if len(word) >= _SHORTEST_PREFIX:
        yield Token(word, is_prefix=True)
    yield from (Token(compound) for compound in known.compounds(word))


def _word(word: str) -> Lookup:
    return _any(Token(each) for each in (word, *stems(word)))


def synonyms(words: Words) -> Sequence[Words]:
    """Return the terms that mean the same; of a single word also when it has another ending than in the vocabulary."""
    if len(words) > 1 or same_as(words):
        return same_as(words)
    found = (term for each in stems(words[0]) for term in _by_stem().get(each, ()))
    return tuple(dict.fromkeys(other for term in found for other in (term, *same_as(term))))


@cache
def _by_stem() -> Mapping[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for group in groups():
        for term in group:
            if len(term) == 1:
                for each in stems(term[0]):
                    found.setdefault(each, []).append(term)
    return {each: tuple(terms) for each, terms in found.items()}


def _any(parts: Iterator[Lookup]) -> Lookup:
    (first, *others) = dict.fromkeys(parts)
    return AnyOf((first, *others)) if others else first


def _all(parts: Iterator[Lookup]) -> Lookup:
    (first, *others) = parts
    return AllOf((first, *others)) if others else first
