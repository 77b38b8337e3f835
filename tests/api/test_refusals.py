"""Refusals are written down: who was stopped at what, without anything of what was sent."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from register.domain.permissions import Permission
from register.models import AuditEvent
from register.queries import audit_events
from register.wiring import Wiring
from tests.api.conftest import Numbers, machine


def refusals(wiring: Wiring) -> list[AuditEvent]:
    with wiring.database.reading() as session:
        return list(session.scalars(select(AuditEvent).where(AuditEvent.action == "access.refused")))


class TestRefusal:
    def test_of_a_known_machine_is_an_event(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        token = machine(wiring, numbers.own, {Permission.ENTRY_READ}, name="reader")

        response = client.post("/api/v1/entries", json={"name": {"nl": "Iets"}}, headers=token)

        assert response.status_code == 403
        (event,) = refusals(wiring)
        assert (event.actor, event.object_kind) == ("reader", "route")
        assert event.details == {"method": "POST", "route": "/api/v1/entries", "permission": "entry.create", "reason": ""}
        assert event.request_id == response.headers["X-Request-Id"]
        with wiring.database.reading() as session:
            assert audit_events.verify(session).fault == ""

    def test_takes_nothing_of_the_refused_request_along(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        token = machine(wiring, numbers.own)
        address = f"/api/v1/entries/{numbers.in_review}"
        before = client.get(address, headers=token)

        response = client.post(f"{address}/versions", headers=token | {"If-Match": before.headers["ETag"]})

        assert response.status_code == 403
        assert client.get(address, headers=token).data == before.data
        (event,) = refusals(wiring)
        assert (event.object_number, event.details["reason"]) == (numbers.in_review, "machine")

    @pytest.mark.parametrize("token", [{}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Bearer machine:nobody"}])
    def test_of_a_stranger_is_in_the_log_only(self, client: FlaskClient, numbers: Numbers, wiring: Wiring, token: dict[str, str]) -> None:
        assert client.get("/api/v1/entries", headers=token).status_code in {401, 403}

        assert refusals(wiring) == []

    def test_that_looks_like_nothing_being_there_is_none(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        token = machine(wiring, numbers.own)

        assert client.get(f"/api/v1/entries/{numbers.elsewhere}", headers=token).status_code == 404

        assert refusals(wiring) == []
