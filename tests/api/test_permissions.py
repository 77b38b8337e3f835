"""Every operation, for every role and every permission of machines, in one's own body and in another: exactly what the table says.

Roles belong to people, who do not use the API; here a machine is given the
permissions of each role, so that the whole table is tried at every door.
"""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.api.frame import Blueprint
from register.domain.permissions import MACHINE_PERMISSIONS, ORGANISATION_ROLES, PERMISSIONS, Permission, Role
from register.models import Organisation
from register.ports import Identity
from register.services import sessions
from register.settings import Settings
from register.web.logins import current_login
from register.wiring import Wiring
from tests.api.conftest import UNKNOWN, machine
from tests.api.operations import CALLS, Operation, call, make, operations
from tests.factories import organisation, person

#: Who calls: with the permissions of a role, with one permission, and with one beside reading.
CALLERS: dict[str, set[Permission]] = {
    **{f"role {role}": set(PERMISSIONS[role]) for role in Role},
    **{f"only {permission}": {permission} for permission in MACHINE_PERMISSIONS},
    **{f"read and {permission}": {Permission.ENTRY_READ, permission} for permission in Permission},
}
ALL = set(Permission)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Let the tests ask as often as they like."""
    return replace(settings, rate_limit_public="1000000/minute")


@pytest.fixture
def bodies(wiring: Wiring) -> tuple[str, str]:
    """Return the numbers of two bodies that may publish with one person, as machines do."""
    with wiring.database.transaction() as session:
        found = [organisation(session), organisation(session)]
        for body in found:
            body.is_single_flow_allowed = body.is_single_flow = True
        return found[0].number, found[1].number


def by_name(app: Flask, name: str) -> Operation:
    return next(operation for operation in operations(app) if operation.name == name)


def expected(operation: Operation, permissions: set[Permission], *, is_own: bool) -> int:
    """Return the status that the table of permissions asks for; 200 stands for every success."""
    if operation.is_on_entry and (not is_own or Permission.ENTRY_READ not in permissions):
        return 404
    return 200 if operation.needs in permissions else 403


class TestTable:
    def test_knows_every_operation_that_needs_a_permission(self, app: Flask) -> None:
        found = operations(app)

        assert {operation.name for operation in found if operation.needs is not None} == set(CALLS), (
            "tell tests/api/operations.py how to call it"
        )
        changing_nothing = {"classifications.classification"}
        assert {operation.name for operation in found if operation.needs is None and operation.method != "GET"} == changing_nothing

    def test_lets_no_view_be_added_that_does_not_say_who_may_call_it(self, app: Flask) -> None:
        blueprint = Blueprint("anything", __name__, description="")

        with pytest.raises(TypeError, match="declare who may call this"):
            blueprint.get("/anything")(lambda: "")

    @pytest.mark.parametrize("name", sorted(CALLS))
    def test_holds_at_every_door(self, app: Flask, client: FlaskClient, wiring: Wiring, bodies: tuple[str, str], name: str) -> None:
        own, other = bodies
        operation = by_name(app, name)
        made = {body: make(operation, wiring, body) for body in bodies}
        wrong = []

        for caller, permissions in CALLERS.items():
            token = machine(wiring, own, permissions)
            for body in (own, other):
                response = call(client, operation, *made[body], token)
                wanted = expected(operation, permissions, is_own=body == own)
                if response.status_code // 100 == 2:
                    made[body] = make(operation, wiring, body)
                found = 200 if response.status_code // 100 == 2 else response.status_code
                missing = response.get_json()["permission"] if found == 403 else None
                if found != wanted or missing not in {None, operation.needs}:
                    wrong.append((caller, "own" if body == own else "other", found, wanted, missing))
                if not operation.is_on_entry:
                    break  # without a number there is nothing of another body

        assert wrong == []

    @pytest.mark.parametrize("name", sorted(CALLS))
    def test_of_another_body_cannot_be_told_from_nothing(
        self, app: Flask, client: FlaskClient, wiring: Wiring, bodies: tuple[str, str], name: str
    ) -> None:
        operation = by_name(app, name)
        if not operation.is_on_entry:
            return
        own, other = bodies
        token = machine(wiring, own, ALL)
        number, revision = make(operation, wiring, other)

        for changes in ({}, {"headers": {"If-Match": None}}, {"headers": {"If-Match": "*"}}, {"data": "{", "content_type": "text/plain"}):
            theirs = call(client, operation, number, revision, token, **dict(changes))
            nobodys = call(client, operation, UNKNOWN, revision, token, **dict(changes))
            assert theirs.status_code == nobodys.status_code == 404
            assert theirs.data == nobodys.data


class TestStrangers:
    @pytest.mark.parametrize("name", sorted(CALLS))
    def test_are_told_to_log_in_or_that_they_are_not_known(
        self, app: Flask, client: FlaskClient, wiring: Wiring, bodies: tuple[str, str], name: str
    ) -> None:
        operation = by_name(app, name)
        number, revision = make(operation, wiring, bodies[0])

        for wrong in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic bWFjaGluZTp4"}, {"Authorization": "Bearer "}):
            response = call(client, operation, number, revision, wrong)
            assert response.status_code == 401
            assert response.headers["WWW-Authenticate"].startswith('Bearer realm="register"')
        unknown = call(client, operation, number, revision, {"Authorization": "Bearer machine:nobody"})
        assert (unknown.status_code, unknown.get_json()["reason"]) == (403, "unknown-client")

    def test_whose_rights_were_taken_away_are_not_known_any_more(
        self, client: FlaskClient, wiring: Wiring, bodies: tuple[str, str]
    ) -> None:
        token = machine(wiring, bodies[0], name="gone")
        assert client.get("/api/v1/entries", headers=token).status_code == 200
        with wiring.database.transaction() as session:
            session.connection().exec_driver_sql("UPDATE clients SET revoked_at = created_at WHERE client_id = 'gone'")

        assert client.get("/api/v1/entries", headers=token).status_code == 403

    @pytest.mark.parametrize("role", list(Role))
    def test_who_are_logged_in_at_the_back_office_are_nobody_here(
        self, app: Flask, client: FlaskClient, wiring: Wiring, bodies: tuple[str, str], role: Role
    ) -> None:
        with wiring.database.transaction() as session:
            body = session.query(Organisation).filter_by(number=bodies[0]).one()
            person(session, "Iemand", (role, body if role in ORGANISATION_ROLES else None))
            identity = Identity("https://issuer.example", "iemand", "Iemand", "iemand@body.example", provider_session="", id_token="")
            key, _ = sessions.begin(session, identity, now=wiring.clock.now())
        with app.test_request_context("/backoffice", headers={"Cookie": f"session-8000={key}"}):
            assert current_login() is not None
        client.set_cookie("session-8000", key)

        assert client.get("/api/v1/entries").status_code == 401
        assert client.post("/api/v1/entries", json={}).status_code == 401
