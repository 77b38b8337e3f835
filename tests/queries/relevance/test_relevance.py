"""The search finds what people mean, the same on every database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from register.adapters.search_postgres import PostgresSearch
from register.adapters.search_sqlite import SqliteSearch
from register.db import Database
from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM
from register.ports import SearchIndex
from register.queries import registrations, suggestions
from register.queries.registrations import Selection
from register.services import organisations
from tests.conftest import fresh_database
from tests.factories import NOON, published
from tests.queries.relevance.cases import CASES, WITHOUT
from tests.queries.relevance.corpus import BODIES, CORPUS


@dataclass(frozen=True)
class Library:
    """The corpus, published: which key each number has."""

    session: Session
    index: SearchIndex
    keys: dict[str, str]

    def found(self, query: str) -> list[str]:
        """Return the keys that a query finds, best first, as the search page shows them."""
        selection = suggestions.as_meant(self.session, self.index, Selection(query, language="nl")).selection
        return [self.keys[row.number] for row in registrations.listed(self.session, self.index, selection, offset=0, limit=100)]


@pytest.fixture(scope="module")
def library(template_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("relevance")
    with fresh_database(template_database, folder) as url:
        database = Database(url)
        index = SqliteSearch() if database.is_sqlite else PostgresSearch()
        with database.transaction() as session:
            keys = _published(session, index)
        with database.reading() as session:
            yield Library(session, index, keys)
        database.close()


def _published(session: Session, index: SearchIndex) -> dict[str, str]:
    kinds = OrganisationType.MUNICIPALITY
    details = {key: organisations.Details(type=kinds, **each) for key, each in BODIES.items()}  # type: ignore[arg-type]
    bodies = {key: organisations.create(session, each, actor=SYSTEM, now=NOON) for key, each in details.items()}
    keys = {}
    for place, (key, (body, changes)) in enumerate(CORPUS.items()):
        version = published(session, bodies[body], index, now=NOON + timedelta(minutes=place), **changes)
        keys[version.entry.number] = key
    return keys


class TestRelevance:
    def test_is_tried_with_enough_queries(self) -> None:
        assert len({query for query, _, _ in CASES}) == len(CASES) >= 80

    @pytest.mark.parametrize(("query", "first", "total"), CASES, ids=[query for query, _, _ in CASES])
    def test_puts_first_what_people_mean(self, library: Library, query: str, first: str, total: int | None) -> None:
        found: Sequence[str] = library.found(query)

        assert found[: len(first.split())] == first.split()
        assert total is None or len(found) == total, found

    @pytest.mark.parametrize(("query", "others"), WITHOUT, ids=[query for query, _ in WITHOUT])
    def test_leaves_out_what_only_looks_alike(self, library: Library, query: str, others: str) -> None:
        assert not set(library.found(query)) & set(others.split())
