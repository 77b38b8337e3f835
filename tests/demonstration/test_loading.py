"""The demonstration loads by the services that everyone uses, and leaves a register as it should be."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.adapters.search_postgres import PostgresSearch
from register.adapters.search_sqlite import SqliteSearch
from register.db import Database
from register.demonstration import loading
from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import Role
from register.domain.standard.translations import stale
from register.errors import Conflict
from register.models import AuditEvent, Client, Entry, Membership, Organisation, Person, PublicRegistration, Remark, Version
from register.ports import SearchIndex
from tests.conftest import fresh_database
from tests.factories import NOON

ISSUER = "http://localhost:8001"


@pytest.fixture(scope="module", params=[NOON, NOON + timedelta(days=463)], ids=["today", "another-day"])
def examples(request: pytest.FixtureRequest, template_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Load once for all tests here, in a transaction that is taken back: loading takes seconds, and these tests only look."""
    with fresh_database(template_database, tmp_path_factory.mktemp("examples")) as address:
        database = Database(address)
        search: SearchIndex = SqliteSearch() if database.is_sqlite else PostgresSearch()
        with Session(database.write_engine, expire_on_commit=False) as session:
            session.info["loaded"] = loading.load(session, search=search, issuer=ISSUER, now=request.param)
            session.info["now"] = request.param
            yield session
            session.rollback()
        database.close()


class TestLoad:
    def test_makes_what_it_says(self, examples: Session) -> None:
        made = loading.Loaded(
            organisations=examples.scalars(select(func.count()).where(Organisation.is_example)).one(),
            products=5,
            registrations=examples.scalars(select(func.count()).where(Entry.is_example)).one(),
            versions=examples.scalars(select(func.count(Version.id))).one(),
        )

        assert examples.info["loaded"] == made
        assert made.organisations == 8
        assert made.registrations >= 40

    def test_leaves_every_state(self, examples: Session) -> None:
        assert set(examples.scalars(select(Entry.draft_state))) == set(DraftState)
        assert set(examples.scalars(select(Entry.publication_state))) == set(PublicationState)
        assert examples.scalars(select(func.count(Remark.id))).one() >= 3

    def test_shows_the_public_what_is_published_and_no_more(self, examples: Session) -> None:
        public = set(examples.scalars(select(PublicRegistration.number)))

        published = select(Entry.number).where(Entry.publication_state != PublicationState.UNPUBLISHED)
        hidden = set(examples.scalars(published.where(Entry.is_restricted)))
        assert public == set(examples.scalars(published)) - hidden
        assert len(hidden) == 1

    def test_does_everything_in_the_order_of_time(self, examples: Session) -> None:
        moments = list(examples.scalars(select(AuditEvent.at).order_by(AuditEvent.sequence)))

        assert moments == sorted(moments)
        assert max(moments) < examples.info["now"]

    def test_marks_all_that_the_public_sees_as_an_example(self, examples: Session) -> None:
        assert all(examples.scalars(select(PublicRegistration.is_example)))

    def test_lets_one_body_publish_alone_and_the_others_not(self, examples: Session) -> None:
        alone = set(examples.scalars(select(Version.organisation_number).where(~Version.is_four_eyes)))

        assert len(alone) == 1
        assert alone == set(examples.scalars(select(Organisation.number).where(Organisation.is_single_flow)))

    def test_holds_a_translation_that_is_out_of_date(self, examples: Session) -> None:
        assert any(list(stale(document)) for document in examples.scalars(select(Entry.document)))

    def test_gives_every_account_its_role_and_the_newcomer_none(self, examples: Session) -> None:
        held = {(subject, role) for subject, role in examples.execute(select(Person.subject, Membership.role).join(Membership))}

        assert {role for _, role in held} == set(Role)
        assert ("editor-waterlede", Role.EDITOR) in held
        assert not examples.scalars(select(Person).where(Person.subject == "newcomer")).all()

    def test_lets_nobody_log_in_as_an_invented_colleague(self, examples: Session) -> None:
        issuers = set(examples.scalars(select(Person.issuer).where(Person.email.like("%-overmeer@%"))))

        assert issuers == {"https://nobody.example"}

    def test_lets_the_machine_work_but_not_publish(self, examples: Session) -> None:
        client = examples.scalars(select(Client)).one()

        assert client.client_id == "waterlede-machine"
        assert "entry.publish" not in client.permissions

    def test_refuses_to_load_twice(self, examples: Session) -> None:
        with pytest.raises(Conflict):
            loading.load(examples, search=SqliteSearch(), issuer=ISSUER, now=NOON)
