"""The names of public bodies, kept in memory: by them their registrations are found, sorted and counted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.organisations import folded_name
from register.domain.search.words import words
from register.models import PublicOrganisation
from register.queries.columns import Columns
from register.queries.held import holds
from register.queries.stems import stems

_O = PublicOrganisation.__table__.c
_SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a day: by number their name to sort by, their type, and the words of all their names."""

    sort_names: Mapping[str, str]
    #: The same in English; the Dutch one where there is no other.
    english_names: Mapping[str, str]
    types: Mapping[str, str]
    #: The names of each, folded, each between spaces: “ gemeente voorbeeld ”.
    names: Mapping[str, tuple[str, ...]]
    by_word: Mapping[str, frozenset[str]]
    #: The bodies that are part of one, by their name.
    children: Mapping[str, tuple[str, ...]]

    def called(self, word: str, *, is_prefix: bool = False) -> Iterator[str]:
        """Yield the numbers of the bodies that have a word, or a beginning of one, in a name."""
        yield from self.by_word.get(word, ())
        if is_prefix and len(word) >= _SHORTEST_PREFIX:
            yield from (number for each, numbers in self.by_word.items() if each.startswith(word) for number in numbers)

    def called_together(self, phrase: tuple[str, ...]) -> Iterator[str]:
        """Yield the numbers of the bodies that have these words in this order in a name."""
        wanted = f" {' '.join(phrase)} "
        yield from (number for number, names in self.names.items() if any(wanted in name for name in names))


def bodies(session: Session, there: Columns, as_of: date | None) -> Bodies:
    """Return the bodies as they were named at the end of a day; now when there is no day."""
    return there.keep(("bodies", as_of), lambda: _read(session, as_of))


def _read(session: Session, as_of: date | None) -> Bodies:
    statement = select(_O.number, _O.sort_name, _O.type, _O.document).where(holds(as_of, _O.valid_from, _O.valid_to))
    sort_names, english, types, names = {}, {}, {}, {}
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    children: defaultdict[str, list[str]] = defaultdict(list)
    for number, sort_name, type_, content in session.execute(statement):
        sort_names[number], types[number] = sort_name, str(type_)
        document = orjson.loads(content)
        english[number] = folded_name(document["names"]["en"]) if "en" in document["names"] else sort_name
        if "parent" in document:
            children[document["parent"]].append(number)
        called = [words(name) for name in _names(document)]
        names[number] = tuple(f" {' '.join(found)} " for found in called)
        for word in {word for found in called for word in found}:
            for each in (word, *stems(word)):
                by_word[each].add(number)
    parts = {parent: tuple(sorted(numbers, key=lambda number: sort_names[number])) for parent, numbers in children.items()}
    return Bodies(sort_names, english, types, names, {word: frozenset(numbers) for word, numbers in by_word.items()}, parts)


def _names(document: Mapping[str, Any]) -> Iterator[str]:
    yield from document["names"].values()
    yield from (text for text in (document.get("abbreviation"),) if text)
