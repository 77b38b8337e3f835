"""`POST /imports`: a machine takes over what another register holds of its own body, as drafts; a large or bad file hurts nobody."""

import json
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from register.domain.permissions import Permission
from register.models import Entry, Organisation
from register.settings import Settings
from register.wiring import Wiring
from tests.api.conftest import machine
from tests.factories import organisation
from tests.factories.nl_register import list_file, listed_row

ADDRESS = "/api/v1/imports?format=nl-register-list"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Set the limits low: a request of one kilobyte, a file of one megabyte."""
    return replace(settings, max_request_kilobytes=1, max_import_megabytes=1)


@pytest.fixture
def own(wiring: Wiring) -> Organisation:
    with wiring.database.transaction() as session:
        return organisation(session, "Gemeente Voorbeeldstad")


@pytest.fixture
def token(wiring: Wiring, own: Organisation) -> dict[str, str]:
    return machine(wiring, own.number, {Permission.ENTRY_READ, Permission.ENTRY_IMPORT})


def post(client: FlaskClient, token: dict[str, str], content: bytes, address: str = ADDRESS, **given: Any) -> TestResponse:
    return client.post(address, headers=token, data=content, **{"content_type": "application/json", **given})


def entries_of(wiring: Wiring) -> int:
    with wiring.database.reading() as session:
        return session.scalars(select(func.count()).select_from(Entry)).one()


def rules(response: TestResponse) -> list[tuple[str, str]]:
    return [(fault["pointer"], fault["rule"]) for fault in response.get_json()["errors"]]


class TestCreate:
    FILE = list_file(
        listed_row("1"), listed_row("2", url="x"), listed_row("3", organisatie="Gemeente Elders", nieuw=1), listed_row("4")
    ).getvalue()

    def test_begins_a_draft_for_each_row_of_the_own_body(self, client: FlaskClient, wiring: Wiring, token: dict[str, str]) -> None:
        report = post(client, token, self.FILE).get_json()

        numbers = [item.pop("number") for item in report["items"]]
        assert report["items"] == [{"row": 1, "sourceId": "1", "outcome": "created"}, {"row": 4, "sourceId": "4", "outcome": "created"}]
        assert (report["rows"], report["created"], report["ofOthers"], report["refused"]) == (4, 2, 1, 1)
        assert [(fault["row"], fault["pointer"], fault["rule"]) for fault in report["faults"]] == [(2, "/url", "not-a-web-address")]
        assert report["unknownKeys"] == ["nieuw"]
        read = client.get(f"/api/v1/entries/{numbers[0]}", headers=token).get_json()
        assert (read["draftState"], read["publicationState"], read["mirrored"]) == ("drafting", "unpublished", False)
        assert read["document"]["purpose"] == {"nl": "<p>Het systeem leest een melding en kiest het team.</p>"}
        assert client.get(f"/api/v1/registrations/{numbers[0]}").status_code == 404

    def test_does_nothing_a_second_time(self, client: FlaskClient, wiring: Wiring, token: dict[str, str]) -> None:
        first, second = (post(client, token, self.FILE).get_json() for _ in range(2))

        assert second["created"] == 0
        assert [item["outcome"] for item in second["items"]] == ["present", "present"]
        assert [item["number"] for item in second["items"]] == [item["number"] for item in first["items"]]
        assert entries_of(wiring) == 2

    def test_writes_nothing_in_a_dry_run(self, client: FlaskClient, wiring: Wiring, token: dict[str, str]) -> None:
        report = post(client, token, self.FILE, ADDRESS + "&dryRun=true").get_json()

        assert report["dryRun"] is True
        assert report["created"] == 2
        assert report["items"][0] == {"row": 1, "sourceId": "1", "outcome": "created"}
        assert entries_of(wiring) == 0


class TestRefuses:
    @pytest.mark.parametrize(
        ("content", "rule"),
        [
            (b"", "file-cut-off"),
            (b"{", "file-cut-off"),
            (b"{}", "file-without-rows"),
            (b'"text"', "file-without-rows"),
            (b"x", "file-not-json"),
            (b'{"algoritmes": ' + b"[" * 100_000, "file-not-json"),
            (b'{"algoritmes": [{"a": 1}]} \xff', "file-not-json"),
        ],
    )
    def test_a_bad_file(self, client: FlaskClient, token: dict[str, str], content: bytes, rule: str) -> None:
        response = post(client, token, content)

        assert response.status_code == 400
        assert rules(response) == [("", rule)]

    def test_a_file_that_is_too_large_but_not_one_that_other_requests_would_be(self, client: FlaskClient, token: dict[str, str]) -> None:
        fits = json.dumps({"algoritmes": [], "filler": "x" * 900_000}).encode()

        assert post(client, token, fits).status_code == 200
        assert post(client, token, fits + b" " * 200_000).status_code == 413

    def test_another_media_type(self, client: FlaskClient, token: dict[str, str]) -> None:
        assert post(client, token, b"{}", content_type="text/csv").status_code == 415

    @pytest.mark.parametrize("query", ["", "?format=xml", "?format=nl-register-list&dryRun=perhaps"])
    def test_another_question(self, client: FlaskClient, token: dict[str, str], query: str) -> None:
        assert post(client, token, b"{}", "/api/v1/imports" + query).status_code == 400

    def test_characters_that_cannot_be_kept_by_row(self, client: FlaskClient, token: dict[str, str]) -> None:
        content = list_file(listed_row("1", title="a\x00b"), listed_row("2")).getvalue()

        report = post(client, token, content).get_json()

        assert [(fault["row"], fault["pointer"], fault["rule"]) for fault in report["faults"]] == [(1, "/title", "forbidden-character")]
        assert report["created"] == 1
