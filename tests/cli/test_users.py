"""`register users`, `clients` and `organisations`: who may do what, managed from the terminal."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.db import Database
from register.domain.permissions import Role
from register.models import AuditEvent, Client, Membership, Organisation, Person, PublicOrganisation
from tests.cli.conftest import Command
from tests.factories import organisation, person


@pytest.fixture
def somebody(database: Database) -> Person:
    with database.transaction() as session:
        return person(session, "Bregje Beheerder")


@pytest.fixture
def body(database: Database) -> Organisation:
    with database.transaction() as session:
        return organisation(session, "Gemeente Waterlede")


def roles(database: Database) -> list[tuple[Role, int | None]]:
    with database.reading() as session:
        return [(held.role, held.organisation_id) for held in session.scalars(select(Membership).order_by(Membership.id))]


def actions(session: Session) -> list[tuple[str, str]]:
    return [(event.actor, event.action) for event in session.scalars(select(AuditEvent).order_by(AuditEvent.sequence))]


class TestGrant:
    def test_makes_the_first_administrator_by_the_code_on_their_page(self, register: Command, database: Database, somebody: Person) -> None:
        result = register("users", "grant", f" {somebody.code[:4].lower()} {somebody.code[4:]}", "administrator")

        assert result.exit_code == 0, result.output
        assert "Bregje Beheerder is administrator now." in result.stdout
        assert roles(database) == [(Role.ADMINISTRATOR, None)]
        with database.reading() as session:
            assert actions(session)[-1] == ("system", "role.granted")

    def test_gives_a_role_in_a_body(self, register: Command, database: Database, somebody: Person, body: Organisation) -> None:
        number = f"{body.number[:3]} {body.number[3:6]} {body.number[6:]}"

        result = register("users", "grant", somebody.code, "editor", "--organisation", number)

        assert "is editor now in Gemeente Waterlede" in result.stdout
        assert roles(database) == [(Role.EDITOR, body.id)]

    def test_says_what_is_wrong(self, register: Command, somebody: Person, body: Organisation) -> None:
        number = ("--organisation", body.number)
        register("users", "grant", somebody.code, "auditor")

        for words, sentence in (
            (("NOBODY99", "editor"), "Nobody has the code NOBODY99"),
            ((somebody.code, "editor"), "add --organisation"),
            ((somebody.code, "auditor", *number), "leave out --organisation"),
            ((somebody.code, "auditor"), "held already"),
            ((somebody.code, "editor", "--organisation", "999999999"), "No organisation has the number"),
        ):
            result = register("users", "grant", *words)
            assert result.exit_code == 1
            assert sentence in result.stderr
        assert register("users", "grant", somebody.code, "king").exit_code == 2


class TestRevoke:
    def test_takes_a_role_away_once(self, register: Command, database: Database, somebody: Person) -> None:
        register("users", "grant", somebody.code, "auditor")

        first, second = (register("users", "revoke", somebody.code, "auditor") for _ in range(2))

        assert "is no longer auditor" in first.stdout
        assert second.exit_code == 1
        assert "is not auditor" in second.stderr
        assert roles(database) == []


class TestErase:
    def test_asks_first(self, register: Command, database: Database, somebody: Person) -> None:
        assert register("users", "erase", somebody.code, answer="n\n").exit_code == 1

        with database.reading() as session:
            assert session.get_one(Person, somebody.id).name == "Bregje Beheerder"

    def test_leaves_nothing_but_the_audit_trail(self, register: Command, database: Database, somebody: Person) -> None:
        result = register("users", "erase", somebody.code, answer="y\n")

        assert result.exit_code == 0
        assert "Bregje" not in register("users", "list").stdout
        with database.reading() as session:
            assert session.get_one(Person, somebody.id).name == ""


class TestList:
    def test_shows_people_with_their_roles(self, register: Command, somebody: Person, body: Organisation) -> None:
        assert "no role" in register("users", "list").stdout

        register("users", "grant", somebody.code, "editor", "--organisation", body.number)

        assert register("users", "list").stdout == f"{somebody.code}  Bregje Beheerder  editor in {body.number}\n"


class TestClients:
    def test_are_let_in_listed_and_shut_out(self, register: Command, database: Database, body: Organisation) -> None:
        machine = ("http://localhost:8001/", "waterlede-machine")
        added = register(
            "clients",
            "add",
            *machine,
            "--organisation",
            body.number,
            "--name",
            "Koppeling",
            "--permission",
            "entry.read",
            "--permission",
            "entry.create",
        )

        assert "Koppeling works for Gemeente Waterlede now, with 2 permissions." in added.stdout
        assert "entry.create, entry.read" in register("clients", "list").stdout
        assert "may do nothing any more" in register("clients", "revoke", *machine).stdout
        assert "revoked" in register("clients", "list").stdout
        assert "No machine that works here" in register("clients", "revoke", *machine).stderr

    def test_are_refused_from_an_issuer_that_the_register_does_not_believe(
        self, register: Command, database: Database, body: Organisation
    ) -> None:
        words = ("--organisation", body.number, "--name", "x", "--permission", "entry.read")

        result = register("clients", "add", "https://elsewhere.example", "x", *words)

        assert result.exit_code == 1
        assert "REGISTER_TOKEN_ISSUERS" in result.stderr
        with database.reading() as session:
            assert session.scalars(select(Client)).all() == []


class TestOrganisations:
    def test_are_added_in_public_and_listed(self, register: Command, database: Database) -> None:
        result = register("organisations", "add", "Gemeente Waterlede", "--type", "municipality", "--name-en", "Municipality of Waterlede")

        with database.reading() as session:
            public = session.scalars(select(PublicOrganisation)).one()
        assert f"Gemeente Waterlede has the number {public.number}." in result.stdout
        assert register("organisations", "list").stdout == f"{public.number}  Gemeente Waterlede  municipality\n"

    def test_are_refused_with_every_reason(self, register: Command) -> None:
        result = register("organisations", "add", "...", "--type", "other", "--tooi", "x", "--website", "http://x", "--parent", "1")

        assert result.exit_code == 1
        lines = result.stderr.removeprefix("Error: ").splitlines()
        assert [line.split(":")[0] for line in lines] == ["/tooi", "/names/nl", "/website", "/parent"]

    def test_are_refused_twice_under_one_name(self, register: Command, body: Organisation) -> None:
        result = register("organisations", "add", "gemeente waterlede", "--type", "municipality")

        assert result.stderr == "Error: There is a body with this name.\n"
