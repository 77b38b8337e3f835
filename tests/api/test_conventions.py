"""The conventions, at every address in turn: strict questions, strict bodies, revisions, and problems in one form."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.domain.permissions import Permission
from register.models import Organisation
from register.settings import Settings
from register.wiring import Wiring
from tests.api.conftest import Numbers, machine
from tests.api.operations import CALLS, JSON, MERGE_PATCH, Operation, call, make, operations

#: Bodies that are no JSON object, and the rule that each breaks.
MALFORMED: dict[bytes, str] = {
    b"": "malformed-json",
    b"{": "malformed-json",
    b"{'a': 1}": "malformed-json",
    b'{"a": 1} x': "malformed-json",
    b'{"a": NaN}': "malformed-json",
    b'{"a": Infinity}': "malformed-json",
    b'{"a": ' + b"1" * 5000 + b"}": "malformed-json",
    b'\xff\xfe{"a": 1}': "malformed-json",
    b'\xef\xbb\xbf{"a": 1}': "malformed-json",
    '{"a": 1}'.encode("utf-16"): "malformed-json",
    b'{"a": 1, "a": 2}': "repeated-key",
    b'{"a": {"b": 1, "b": 2}}': "repeated-key",
    b"[]": "wrong-type",
    b"null": "wrong-type",
    b'"text"': "wrong-type",
    b"5": "wrong-type",
    b'{"a": ' * 25 + b"1" + b"}" * 25: "too-deep",
    b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}": "too-deep",
}
#: Texts that no database and no reader agree on, as they stand in JSON.
UNKEEPABLE = ("\\u0000", "\\ud800", "a\\udfff", "\\u001b", "\\uffff")

WRITING = sorted(name for name in CALLS if name.split(".")[1] not in {"search", "read", "problems", "versions", "version"})
#: Those that take a document or a message; and those that take a file.
WITH_BODY = ("entries.create", "entries.replace", "entries.change", "publication.withdraw", "remarks.add")
FILES = ("imports.create",)
#: Those that change what is there; the others add something new.
ON_REVISION = tuple(name for name in WRITING if name not in {"entries.create", "remarks.add", "entry_classifications.classify", *FILES})


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Let the tests ask as often as they like."""
    return replace(settings, rate_limit_public="1000000/minute", max_request_kilobytes=300)


@pytest.fixture
def ready(app: Flask, client: FlaskClient, wiring: Wiring, numbers: Numbers) -> "Ready":
    """Return what calls operations with every permission, in a body where one person may publish."""
    with wiring.database.transaction() as session:
        body = session.query(Organisation).filter_by(number=numbers.own).one()
        body.is_single_flow_allowed = body.is_single_flow = True
    return Ready(app, client, wiring, numbers.own, machine(wiring, numbers.own, set(Permission)))


class Ready:
    """Calls operations so that they succeed, but for what a test changes."""

    def __init__(self, app: Flask, client: FlaskClient, wiring: Wiring, body: str, token: dict[str, str]) -> None:
        self.client, self.wiring, self.body, self.token = client, wiring, body, token
        self.by_name = {operation.name: operation for operation in operations(app)}

    def call(self, name: str, made: tuple[str, int] | None = None, **changes: Any) -> TestResponse:
        operation: Operation = self.by_name[name]
        return call(self.client, operation, *(made or self.make(name)), self.token, **changes)

    def make(self, name: str) -> tuple[str, int]:
        return make(self.by_name[name], self.wiring, self.body)


def faults(response: TestResponse) -> list[tuple[str, str, str]]:
    return [(fault["in"], fault["pointer"], fault["rule"]) for fault in response.get_json()["errors"]]


def is_problem(response: TestResponse, status: int, code: str) -> bool:
    problem = response.get_json()
    return (
        (response.status_code, response.mimetype) == (status, "application/problem+json")
        and (problem["status"], problem["code"]) == (status, code)
        and bool(problem["title"] and problem["detail"])
        and response.headers["Cache-Control"] == "no-store"
    )


class TestLists:
    def test_name_all_that_write_and_all_that_change_what_is_there(self, ready: Ready) -> None:
        guarded = [operation for operation in ready.by_name.values() if operation.needs is not None]

        assert {operation.name for operation in guarded if operation.method != "GET"} == set(WRITING)
        assert {operation.name for operation in guarded if operation.media_type} == {*WITH_BODY, *FILES}
        assert {operation.name for operation in guarded if operation.is_on_revision} == set(ON_REVISION)


class TestQuestions:
    def test_with_an_unknown_parameter_are_refused_everywhere(self, ready: Ready, numbers: Numbers) -> None:
        for operation in ready.by_name.values():
            number = ready.make(operation.name)[0] if operation.is_on_entry else numbers.published
            sent: dict[str, Any] = {"data": b"{}", "content_type": operation.media_type} if operation.media_type else {}
            path = operation.path(number) + "?colour=red&limit_=1&limit_=2"
            response = ready.client.open(path, method=operation.method, headers=ready.token, **sent)

            assert is_problem(response, 400, "invalid"), operation
            assert ("query", "/colour", "unknown-parameter") in faults(response), operation
            assert ("query", "/limit_", "unknown-parameter") in faults(response), operation

    def test_in_another_language_than_ours_are_refused_politely(self, ready: Ready) -> None:
        for query in ("q=%ff%fe", "q=%ed%a0%80", "cursor=%00", "fields=%00", "%00=1", "q=" + "%F0%9F%8F%B3" * 201):
            assert ready.client.get(f"/api/v1/registrations?{query}").status_code in {200, 400}


class TestBodies:
    @pytest.mark.parametrize("name", WITH_BODY)
    def test_that_are_not_one_json_object_are_refused(self, ready: Ready, name: str) -> None:
        made = ready.make(name)

        for body, rule in MALFORMED.items():
            response = ready.call(name, made, data=body)
            assert is_problem(response, 400, "invalid"), body[:60]
            assert faults(response) == [("body", "", rule)], body[:60]

    @pytest.mark.parametrize("name", WITH_BODY)
    def test_of_another_media_type_are_refused(self, ready: Ready, name: str) -> None:
        made = ready.make(name)
        right = ready.by_name[name].media_type

        for wrong in ("", "text/plain", "application/x-www-form-urlencoded", "text/json", MERGE_PATCH if right == JSON else JSON):
            response = ready.call(name, made, content_type=wrong, data=b"{}")
            assert is_problem(response, 415, "unsupported-media-type"), wrong
            assert response.headers.get("Accept-Patch") == (MERGE_PATCH if right == MERGE_PATCH else None)
        assert ready.call(name, made, content_type=f"{right}; charset=utf-8").status_code < 300

    @pytest.mark.parametrize("name", WITH_BODY)
    def test_that_are_too_large_are_refused(self, ready: Ready, name: str) -> None:
        response = ready.call(name, data=b'{"name": {"nl": "' + b"x" * 400_000 + b'"}}')

        assert is_problem(response, 413, "too-large")

    @pytest.mark.parametrize("name", WITH_BODY)
    def test_with_unkeepable_characters_are_refused_at_their_place(self, ready: Ready, name: str) -> None:
        made = ready.make(name)
        places = {
            "publication.withdraw": ('{"reason": {"nl": "%s"}}', "/reason/nl"),
            "remarks.add": ('{"text": "%s"}', "/text"),
        }
        template, pointer = places.get(name, ('{"name": {"nl": "%s"}}', "/name/nl"))

        for text in UNKEEPABLE:
            response = ready.call(name, made, data=(template % text).encode())
            assert is_problem(response, 400, "invalid"), text
            assert ("body", pointer, "forbidden-character") in faults(response), text
        strange = ready.call(name, made, data=b'{"na\\u0000me\\ud800": "x", "~/": 1}')
        assert is_problem(strange, 400, "invalid")

    @pytest.mark.parametrize("name", sorted({*WRITING} - {*WITH_BODY, *FILES}))
    def test_where_none_belong_are_refused(self, ready: Ready, name: str) -> None:
        response = ready.call(name, data=b"{}", content_type=JSON)

        assert is_problem(response, 400, "invalid")
        assert faults(response) == [("body", "", "unexpected-body")]

    def test_hold_numbers_that_every_database_can_keep(self, ready: Ready) -> None:
        for wrong in (b"1e400", b"12345678901234567890", b"1.5", b"-1", b"true", b'"12"'):
            body = b'{"log_retention_months": ' + wrong + b"}"
            response = ready.call("entries.create", data=body)
            assert is_problem(response, 400, "invalid"), wrong
            assert faults(response)[0][1] == "/log_retention_months", wrong

    def test_with_more_faults_than_anybody_can_read_get_the_first_thousand(self, ready: Ready) -> None:
        response = ready.call("entries.create", data=ready.client.application.json.dumps({f"unknown_{n}": n for n in range(1, 3001)}))

        problem = response.get_json()
        assert (len(problem["errors"]), problem["omitted"]) == (1000, 2000)


class TestRevisions:
    @pytest.mark.parametrize("name", ON_REVISION)
    def test_must_be_named_and_be_the_present_one(self, ready: Ready, name: str) -> None:
        number, revision = made = ready.make(name)

        assert is_problem(ready.call(name, made, headers={"If-Match": None}), 428, "revision-missing")
        assert is_problem(ready.call(name, made, headers={"If-Match": "*"}), 428, "revision-missing")
        for stale in (f'"{number}-{revision + 1}"', f'"{revision}"', '"nonsense"', f'W/"{number}-{revision}"', "", "\u00e9"):
            response = ready.call(name, made, headers={"If-Match": stale})
            assert is_problem(response, 412, "stale"), stale
            assert response.get_json()["etag"] == f'"{number}-{revision}"'
        assert ready.call(name, made, headers={"If-Match": f'"other", "{number}-{revision}"'}).status_code < 300

    @pytest.mark.parametrize("name", ON_REVISION)
    def test_of_before_a_change_are_refused_after_it(self, ready: Ready, name: str) -> None:
        made = ready.make(name)
        assert ready.call(name, made).status_code < 300

        again = ready.call(name, made)

        assert again.status_code in {404, 412}


class TestMethods:
    def test_that_an_address_does_not_know_are_named_with_those_it_does(self, ready: Ready, numbers: Numbers) -> None:
        for path, method, allowed in (
            ("/api/v1/registrations", "POST", "GET, HEAD, OPTIONS"),
            (f"/api/v1/registrations/{numbers.published}", "DELETE", "GET, HEAD, OPTIONS"),
            (f"/api/v1/entries/{numbers.draft}", "POST", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
        ):
            response = ready.client.open(path, method=method)
            assert is_problem(response, 405, "method-not-allowed")
            assert response.headers["Allow"] == allowed

    def test_head_answers_as_get_does_without_the_content(self, ready: Ready, numbers: Numbers) -> None:
        got = ready.client.get(f"/api/v1/registrations/{numbers.published}")
        head = ready.client.head(f"/api/v1/registrations/{numbers.published}")

        assert head.data == b""
        assert (head.status_code, head.headers["ETag"], head.headers["Content-Length"]) == (200, got.headers["ETag"], str(len(got.data)))


class TestNumbers:
    @pytest.mark.parametrize(
        "path",
        [
            "registrations/12345678",
            "registrations/0123456789",
            "registrations/1234567890",
            "registrations/abcdefghi",
            "registrations/١٢٣٤٥٦٧٨٩",
            "registrations/123456789/",
            "registrations/123456789/versions/0",
            "registrations/123456789/versions/01",
            "registrations/123456789/versions/9999999999999999999999",
            "entries/123456789/versions/-1",
            "registrations//123456789",
        ],
    )
    def test_of_another_form_are_no_address(self, ready: Ready, path: str) -> None:
        response = ready.client.get(f"/api/v1/{path}", headers=ready.token)

        assert is_problem(response, 404, "not-found")
