"""The proof that all agrees finds every way in which it does not: each test breaks one thing behind the register's back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Executable, delete, text, update
from sqlalchemy.orm import Session

from register.adapters.search_sqlite import SqliteSearch
from register.db import Database
from register.domain.permissions import Role
from register.domain.redactions import RedactionGround
from register.models import PublicChange, PublicFacet, PublicOrganisation, PublicRegistration, PublicState, Version, VersionContent
from register.ports import SearchIndex
from register.queries import verification
from register.services import publication, rebuilding, redactions
from register.upgrade import upgrade
from tests.factories import NOON, actor, generative_document, organisation, published


@pytest.fixture
def version(session: Session, search: SearchIndex) -> Version:
    return published(session, organisation(session), search, **generative_document())


@pytest.fixture
def anew(tmp_path: Path) -> Iterator[Session]:
    """Return an empty register of its own, in which a read model can be made anew."""
    database = Database(f"sqlite:///{tmp_path / 'anew.sqlite3'}")
    upgrade(database)
    with Session(database.write_engine, expire_on_commit=False) as session:
        yield session
    database.close()


def unprotected(session: Session, table: str, statement: Executable) -> None:
    """Do what the triggers forbid, as somebody with the rights of the database's owner could."""
    if session.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER {table}_no_{verb}"))
    else:
        session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    session.execute(statement)
    session.expire_all()


def compared(session: Session, anew: Session) -> list[str]:
    rebuilding.replay(session, anew, SqliteSearch())
    return [*verification.read_model(session, anew)]


class TestVersions:
    def test_are_all_as_they_were_published(self, session: Session, search: SearchIndex, version: Version) -> None:
        assert [*verification.versions(session), *verification.audited(session), *verification.product_versions(session)] == []

    @pytest.mark.parametrize(("column", "which"), [("public_document", "public"), ("full_document", "full")])
    def test_betray_a_changed_document(self, session: Session, version: Version, column: str, which: str) -> None:
        unprotected(session, "version_contents", update(VersionContent).values({column: b"{}"}))

        assert f"the {which} document is not the one that was published" in next(verification.versions(session))

    def test_betray_a_missing_content_and_accept_a_redacted_one(self, session: Session, search: SearchIndex, version: Version) -> None:
        lost = published(session, version.entry.organisation, search)
        number = version.entry.number
        redactions.ask(session, number, 1, RedactionGround.PERSONAL_DATA, "Naam.", actor=actor(Role.ADMINISTRATOR), now=NOON)
        redactions.confirm(session, number, 1, search=search, actor=actor(Role.ADMINISTRATOR), now=NOON)
        assert [*verification.versions(session)] == []

        unprotected(session, "version_contents", delete(VersionContent).where(VersionContent.version_id == lost.id))

        assert [*verification.versions(session)] == [
            f"version 1 of {lost.entry.number}: the content is missing, and no redaction explains it"
        ]

    def test_betray_a_version_that_was_taken_out(self, session: Session, version: Version) -> None:
        unprotected(session, "versions", update(Version).values(number=3))

        assert f"version 1 of {version.entry.number} is missing" in [*verification.versions(session)]
        assert len([*verification.audited(session)]) == 2

    def test_betray_another_hash_than_the_audit_trail_has(self, session: Session, version: Version) -> None:
        unprotected(session, "versions", update(Version).values(public_sha256="0" * 64))

        assert [*verification.audited(session)] == [f"version 1 of {version.entry.number}: the audit trail has another hash"]


class TestReadModel:
    def test_is_what_a_rebuild_gives_after_all_that_can_happen(
        self, session: Session, search: SearchIndex, anew: Session, version: Version
    ) -> None:
        body = version.entry.organisation
        gone = published(session, body, search).entry
        reviewer = actor(Role.REVIEWER, body)
        publication.withdraw(session, gone.number, {"nl": "Dubbel."}, search=search, revision=gone.revision, actor=reviewer, now=NOON)
        redacted = published(session, body, search).entry.number
        redactions.ask(session, redacted, 1, RedactionGround.COURT_ORDER, "Vonnis.", actor=actor(Role.ADMINISTRATOR), now=NOON)
        redactions.confirm(session, redacted, 1, search=search, actor=actor(Role.ADMINISTRATOR), now=NOON)

        assert compared(session, anew) == []
        assert [*verification.search(session, search)] == []

    def test_betrays_a_changed_row_by_its_columns(self, session: Session, anew: Session, version: Version) -> None:
        session.execute(update(PublicRegistration).values(title="Iets anders", is_mirrored=True))

        assert compared(session, anew) == [f"registration {version.entry.number}: what the public reads differs in title, is_mirrored"]

    @pytest.mark.parametrize("model", [PublicFacet, PublicOrganisation, PublicChange])
    def test_betrays_a_missing_row(self, session: Session, anew: Session, version: Version, model: type) -> None:
        session.query(model).delete()

        assert any("a row is missing from what the public reads" in difference for difference in compared(session, anew))

    def test_betrays_a_row_that_nobody_published(self, session: Session, anew: Session, version: Version) -> None:
        session.add(PublicChange(sequence=9, at=NOON, kind="published", number="123456789", version=1))
        session.flush()

        assert compared(session, anew) == ["change 9: the public reads a row that nobody published"]

    def test_betrays_a_sequence_that_was_set_back(self, session: Session, anew: Session, version: Version) -> None:
        session.execute(update(PublicState).values(sequence=1))

        assert compared(session, anew) == ["the publication sequence is 1, but 2 was given out already"]

    def test_betrays_a_search_index_that_lost_or_kept_too_much(self, session: Session, search: SearchIndex, version: Version) -> None:
        session.execute(text("DELETE FROM search_history"))
        session.execute(update(PublicRegistration).values(valid_to=NOON))

        assert [*verification.search(session, search)] == [
            "the search index of current texts has too many: 1 rows",
            "the search index of history texts misses 1 rows",
        ]
