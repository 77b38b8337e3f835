"""Fixtures for all tests: a migrated database of their own for each test, and the register wired on it.

Tests run on SQLite, or on PostgreSQL when `REGISTER_TEST_POSTGRES` holds the
address of a server on which databases may be made.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as tries
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import TableClause, create_engine, delete, insert, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from register.adapters.files import FolderStore
from register.adapters.pdf import WeasyPrinter
from register.adapters.search_postgres import PostgresSearch
from register.adapters.search_sqlite import SqliteSearch
from register.app import create_app
from register.db import Database
from register.models import AuditHead, PublicState
from register.ports import SearchIndex
from register.queries.audit_events import FIRST_HASH
from register.settings import Settings
from register.upgrade import upgrade
from register.web.assets import FOLDER
from register.wiring import Wiring
from tests.factories import NOON, FixedClock, LetterBox, NoIdentityProvider, NoTokens
from tests.factories.keeping import TABLES

pytest_plugins = ["tests.real_data"]

# The same examples every time, so that a change is judged by what it changes. `--hypothesis-profile chance` looks further.
tries.register_profile("chance", derandomize=False)
tries.register_profile("same", derandomize=True, database=None)
tries.load_profile("same")

POSTGRES = os.environ.get("REGISTER_TEST_POSTGRES", "")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run on PostgreSQL only what its answers can change: the rest was run before, beside SQLite."""
    if POSTGRES:
        asks = [item for item in items if "template_database" in getattr(item, "fixturenames", ())]
        needs = [item for item in asks if item.get_closest_marker("looks") is None]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(needs)])
        items[:] = needs


@pytest.fixture(scope="session")
def template_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Migrate one empty database per test process, to be copied: a file, or a database on the server."""
    if not POSTGRES:
        path = tmp_path_factory.mktemp("template") / "register.sqlite3"
        _migrate(f"sqlite:///{path}")
        yield str(path)
        return
    name = f"template_{secrets.token_hex(6)}"
    _on_server(f"CREATE DATABASE {name}")
    _migrate(_address(name))
    yield name
    _on_server(f"DROP DATABASE {name}")


@pytest.fixture(scope="session")
def server_database(template_database: str) -> Iterator[str]:
    """Copy the empty database on the server once per test process; making one for each test would take most of the time."""
    if not POSTGRES:
        yield ""
        return
    name = f"test_{secrets.token_hex(6)}"
    _on_server(f"CREATE DATABASE {name} TEMPLATE {template_database}")
    yield _address(name)
    _on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database_url(template_database: str, server_database: str, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database in which nothing has happened yet."""
    if POSTGRES:
        yield server_database
        _empty(server_database)
        return
    with fresh_database(template_database, tmp_path) as url:
        yield url


@contextmanager
def fresh_database(template: str, folder: Path) -> Iterator[str]:
    """Copy the migrated database; the copy goes when the test, or the module, is over."""
    if not POSTGRES:
        path = folder / "register.sqlite3"
        shutil.copy(template, path)
        yield f"sqlite:///{path}"
        return
    name = f"test_{secrets.token_hex(6)}"
    _on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _address(name)
    _on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Return a fresh, migrated database, of which nothing may still be read when the test ends."""
    database = Database(database_url)
    yield database
    busy = [pool.status() for pool in _pools(database) if pool.checkedout()]
    database.close()
    assert not busy


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """Return a session in a transaction that is taken back at the end."""
    with Session(database.write_engine, expire_on_commit=False) as session:
        yield session
        session.rollback()


@pytest.fixture
def search(database: Database) -> SearchIndex:
    """Return the search index of this database."""
    return SqliteSearch() if database.is_sqlite else PostgresSearch()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Return settings with the defaults, on the test's own database and folders."""
    return Settings(database_url=database_url, files_dir=str(tmp_path / "files"), oidc_private_key=str(tmp_path / "keys" / "register.pem"))


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still until it is moved."""
    return FixedClock()


@pytest.fixture
def wiring(settings: Settings, database: Database, search: SearchIndex, clock: FixedClock) -> Wiring:
    """Return the wiring of a register whose outside world does not answer."""
    return Wiring(
        settings=settings,
        database=database,
        search=search,
        identity_provider=NoIdentityProvider(),
        tokens=NoTokens(),
        pdf=WeasyPrinter(FOLDER),
        files=FolderStore(settings.files_dir),
        mailer=LetterBox(),
        clock=clock,
        secret=b"a secret of the tests only",
    )


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Keep compiled templates: every test has an application of its own, which would compile them all again."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture(scope="session", autouse=True)
def compiled_addresses() -> Iterator[None]:
    """Compile each rule for an address once per test process: an application has hundreds, which take longer than most tests."""
    made: dict[tuple[str, str, bool], Any] = {}
    compile_anew = Rule._compile_builder  # there is no other way

    def compiled(rule: Rule, append_unknown: bool = True) -> Any:  # noqa: FBT001, FBT002  # as werkzeug has it
        key = (rule.rule, repr(rule.defaults), append_unknown)
        if key not in made:
            made[key] = compile_anew(rule, append_unknown)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", compiled)
        yield


class WholeAnswers(FlaskClient):
    """Reads each answer to its end before the next question.

    In one thread an answer that is half read lends its context, and so its read session, to the next request, and reads on
    in a session that is closed.
    """

    def open(self, *args: Any, buffered: bool = True, **kwargs: Any) -> TestResponse:
        return super().open(*args, buffered=buffered, **kwargs)


@pytest.fixture
def app(wiring: Wiring, compiled_templates: FileSystemBytecodeCache) -> Flask:
    """Return the web application."""
    app = create_app(wiring)
    app.testing = True
    app.test_client_class = WholeAnswers
    app.jinja_env.bytecode_cache = compiled_templates
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client without cookies."""
    return app.test_client()


def _pools(database: Database) -> list[QueuePool]:
    """Return where its connections are kept. One that is still in use when they are closed stays open, and fails a later test."""
    pools = (database.write_engine.pool, database.read_engine.pool)
    return [pool for pool in pools if isinstance(pool, QueuePool)]


def _migrate(address: str) -> None:
    database = Database(address)
    upgrade(database)
    database.close()


def _address(name: str) -> str:
    return make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)


def _empty(address: str) -> None:
    """Empty all tables, past the triggers that guard them, and put back the two rows that a migration puts there.

    Deleting a few rows is much quicker than TRUNCATE, which makes new files for every table and index.
    """
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        for name in TABLES:
            connection.execute(delete(TableClause(name)))
        connection.execute(insert(AuditHead).values(id=1, sequence=0, hash=FIRST_HASH))
        connection.execute(insert(PublicState).values(id=1, sequence=0, at=NOON))
    engine.dispose()


def _on_server(statement: str) -> None:
    engine = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
