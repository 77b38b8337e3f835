"""The working side: writing, reading and publishing entries with a token, each change on a revision."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from register.domain.permissions import MACHINE_PERMISSIONS, Permission
from register.models import Organisation
from register.wiring import Wiring
from tests.api.conftest import Numbers, machine
from tests.factories import generative_document, simple_document


@pytest.fixture
def token(wiring: Wiring, numbers: Numbers) -> dict[str, str]:
    """Return the token of a machine of the body, with all that machines may do."""
    return machine(wiring, numbers.own)


def begun(client: FlaskClient, token: dict[str, str], **changes: Any) -> tuple[str, str]:
    """Begin an entry; return its address and its ETag."""
    response = client.post("/api/v1/entries", json=simple_document(**changes), headers=token)
    assert response.status_code == 201, response.get_json()
    return response.headers["Location"].removeprefix("http://127.0.0.1:8000"), response.headers["ETag"]


class TestCreate:
    def test_begins_an_entry_of_the_own_body(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        response = client.post("/api/v1/entries", json=simple_document(name={"nl": " Bonnen  tellen "}), headers=token)

        entry = response.get_json()
        assert response.status_code == 201
        assert entry["organisation"] == {"number": numbers.own, "name": "Gemeente Eigen"}
        assert (entry["draftState"], entry["publicationState"], entry["revision"]) == ("drafting", "unpublished", 1)
        assert entry["document"]["standard"] == "2026.2"
        assert response.headers["ETag"] == f'"{entry["number"]}-1"'
        read = client.get(response.headers["Location"], headers=token)
        assert read.get_json() == entry
        assert read.headers["ETag"] == response.headers["ETag"]

    def test_takes_a_document_that_is_half_done(self, client: FlaskClient, token: dict[str, str]) -> None:
        response = client.post(
            "/api/v1/entries", json={"name": {"nl": "Iets"}, "purpose": None, "tags": [], "summary": {"nl": ""}}, headers=token
        )

        assert response.status_code == 201
        assert set(response.get_json()["document"]) == {"name", "language", "standard", "change_note"}

    def test_lists_all_that_is_wrong_in_the_words_of_the_standard(self, client: FlaskClient, token: dict[str, str]) -> None:
        document = {
            "name": {"nl": "x" * 101},
            "kind": "robot",
            "colour": "red",
            "remedies": [{"id": "abcd", "how": {"nl": "Bel."}}],
            "contact": 5,
            "purpose": "geen object",
            "gaps": {"/kind": {"state": "not_known"}},
        }

        response = client.post("/api/v1/entries", json=document, headers=token)

        assert response.status_code == 400
        faults = response.get_json()["errors"]
        assert {(fault["in"], fault["pointer"], fault["rule"]) for fault in faults} == {
            ("body", "/name/nl", "too-long"),
            ("body", "/kind", "not-in-vocabulary"),
            ("body", "/colour", "unknown-key"),
            ("body", "/remedies/abcd/kind", "required-part"),
            ("body", "/contact", "wrong-type"),
            ("body", "/purpose", "wrong-type"),
            ("body", "/gaps/~1kind", "no-gap-allowed"),
        }
        assert all(fault[part][language] for fault in faults for part in ("message", "remedy") for language in ("nl", "en"))

    def test_refuses_a_number_of_its_own_that_the_body_uses_already(self, client: FlaskClient, token: dict[str, str]) -> None:
        begun(client, token, source_id="A-1")

        response = client.post("/api/v1/entries", json=simple_document(source_id="A-1"), headers=token)

        problem = response.get_json()
        assert (response.status_code, problem["code"], problem["pointer"]) == (409, "conflict", "/source_id")

    def test_refuses_references_to_what_the_body_cannot_read(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        for successor, wanted in ((numbers.elsewhere, 400), ("999999999", 400), (numbers.published, 201), (numbers.draft, 201)):
            response = client.post("/api/v1/entries", json=simple_document(successor=successor), headers=token)
            assert response.status_code == wanted


class TestSave:
    def test_replaces_the_document_and_gives_the_next_revision(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, etag = begun(client, token)

        response = client.put(address, json={"name": {"nl": "Anders"}}, headers=token | {"If-Match": etag})

        assert response.status_code == 200
        assert response.get_json()["document"] == {"name": {"nl": "Anders"}, "language": "nl", "standard": "2026.2"}
        assert response.headers["ETag"] != etag

    def test_loses_nothing_when_somebody_else_saved_first(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, etag = begun(client, token)
        first = client.put(address, json={"name": {"nl": "Van mij"}}, headers=token | {"If-Match": etag})

        second = client.put(address, json={"name": {"nl": "Van jou"}}, headers=token | {"If-Match": etag})

        problem = second.get_json()
        assert (second.status_code, problem["code"], problem["etag"]) == (412, "stale", first.headers["ETag"])
        assert client.get(address, headers=token).get_json()["document"]["name"] == {"nl": "Van mij"}

    def test_changes_parts_by_merge_patch(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, etag = begun(client, token, tags=["een", "twee"], area={"levels": ["national"], "served": {"nl": "Nederland"}})
        patch = b'{"name": {"en": null, "nl": "Nieuw"}, "purpose": null, "tags": ["drie"], "area": {"served": null}}'

        response = client.patch(address, data=patch, content_type="application/merge-patch+json", headers=token | {"If-Match": etag})

        document = response.get_json()["document"]
        assert response.status_code == 200
        assert document["name"] == {"nl": "Nieuw"}
        assert document["tags"] == ["drie"]
        assert document["area"] == {"levels": ["national"]}
        assert "purpose" not in document
        assert document["summary"] == simple_document()["summary"]

    def test_keeps_the_ids_of_rows_and_gives_new_ones(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, etag = begun(client, token, partners=[{"organisation": "Een", "role": "supplier"}])
        (row,) = client.get(address, headers=token).get_json()["document"]["partners"]

        rows = [row, {"organisation": "Twee", "role": "client"}]
        response = client.put(address, json=simple_document(partners=rows), headers=token | {"If-Match": etag})

        kept, new = response.get_json()["document"]["partners"]
        assert kept == row
        assert len(new["id"]) >= 4

    def test_is_refused_while_in_review(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        address = f"/api/v1/entries/{numbers.in_review}"
        etag = client.get(address, headers=token).headers["ETag"]

        response = client.put(address, json=simple_document(), headers=token | {"If-Match": etag})

        problem = response.get_json()
        assert (response.status_code, problem["code"], problem["state"], problem["step"]) == (409, "wrong-state", "in_review", "edit")

    def test_cleans_what_could_do_harm(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, _ = begun(
            client, token, purpose={"nl": '<p onclick="x()">Goed<script>alert(1)</script> <a href="javascript:x">hier</a></p>'}
        )

        assert client.get(address, headers=token).get_json()["document"]["purpose"] == {"nl": "<p>Goed hier</p>"}


class TestSubmission:
    def test_needs_what_must_be_there_to_submit(self, client: FlaskClient, token: dict[str, str]) -> None:
        response = client.post("/api/v1/entries", json={"name": {"nl": "Iets"}}, headers=token)
        address, etag = response.headers["Location"].removeprefix("http://127.0.0.1:8000"), response.headers["ETag"]

        refused = client.post(f"{address}/submission", headers=token | {"If-Match": etag})

        assert refused.status_code == 400
        assert {fault["pointer"] for fault in refused.get_json()["errors"]} == {"/summary", "/kind", "/status", "/contact"}
        missing = client.get(f"{address}/problems?stage=submit", headers=token).get_json()
        assert [item["pointer"] for item in missing["items"]] == [fault["pointer"] for fault in refused.get_json()["errors"]]
        assert len(client.get(f"{address}/problems", headers=token).get_json()["items"]) > 4

    def test_can_be_taken_back(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, etag = begun(client, token)

        submitted = client.post(f"{address}/submission", headers=token | {"If-Match": etag})
        taken = client.delete(f"{address}/submission", headers=token | {"If-Match": submitted.headers["ETag"]})

        assert submitted.get_json()["draftState"] == "in_review"
        assert (taken.status_code, taken.get_json()["draftState"]) == (200, "drafting")


class TestPublish:
    def test_is_for_people_where_two_must_look(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        address = f"/api/v1/entries/{numbers.in_review}"
        etag = client.get(address, headers=token).headers["ETag"]

        response = client.post(f"{address}/versions", headers=token | {"If-Match": etag})

        problem = response.get_json()
        assert (response.status_code, problem["permission"], problem["reason"]) == (403, "entry.publish", "machine")

    def test_shows_the_public_at_once_what_a_machine_publishes_alone(
        self, client: FlaskClient, token: dict[str, str], numbers: Numbers, wiring: Wiring
    ) -> None:
        with wiring.database.transaction() as session:
            body = session.query(Organisation).filter_by(number=numbers.own).one()
            body.is_single_flow_allowed = body.is_single_flow = True
        address, etag = begun(client, token, **generative_document(usage=[{"month": "2026-10", "requests": 5}]))
        etag = client.post(f"{address}/submission", headers=token | {"If-Match": etag}).headers["ETag"]

        response = client.post(f"{address}/versions", headers=token | {"If-Match": etag})

        assert response.status_code == 201
        version = client.get(response.headers["Location"].removeprefix("http://127.0.0.1:8000"), headers=token).get_json()
        assert version["document"]["usage"][0]["requests"] == 5
        public = client.get(address.replace("entries", "registrations")).get_json()
        assert public["sha256"] == version["publicSha256"]
        assert (public["fourEyes"], "usage" in public["document"]) == (False, False)
        newest = client.get("/api/v1/changes?limit=100").get_json()["items"][-1]
        assert (newest["kind"], newest["object"]["number"]) == ("published", public["number"])


class TestVersions:
    def test_hold_all_for_their_own_body_and_prove_it(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        address = f"/api/v1/entries/{numbers.published}/versions"

        items = client.get(address, headers=token).get_json()["items"]

        assert [item["number"] for item in items] == [2, 1]
        assert client.get(f"{address}/1", headers=token).get_json()["fullSha256"] == items[1]["fullSha256"]
        assert client.get(f"{address}/9", headers=token).status_code == 404
        gone = client.get(f"/api/v1/entries/{numbers.redacted}/versions/1", headers=token)
        assert (gone.status_code, gone.get_json()["code"]) == (410, "redacted")


class TestDiscard:
    def test_of_what_was_never_published_leaves_nothing(self, client: FlaskClient, token: dict[str, str]) -> None:
        address, etag = begun(client, token)

        response = client.delete(address, headers=token | {"If-Match": etag})

        assert (response.status_code, response.data) == (204, b"")
        assert client.get(address, headers=token).status_code == 404


class TestSearch:
    def test_lists_the_own_body_only(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        answer = client.get("/api/v1/entries?limit=100", headers=token).get_json()

        found = {item["number"] for item in answer["items"]}
        assert {numbers.draft, numbers.in_review, numbers.restricted, numbers.published} <= found
        assert numbers.elsewhere not in found
        assert answer["total"] == len(found)

    def test_finds_by_state_and_words_and_goes_on_page_by_page(self, client: FlaskClient, token: dict[str, str], numbers: Numbers) -> None:
        in_review = client.get("/api/v1/entries?draftState=in_review&fields=number", headers=token).get_json()
        assert in_review["items"] == [{"number": numbers.in_review}]
        assert client.get("/api/v1/entries?q=concept", headers=token).get_json()["total"] == 1
        first = client.get("/api/v1/entries?limit=4", headers=token).get_json()
        second = client.get(first["next"], headers=token).get_json()
        both = [item["number"] for item in (*first["items"], *second["items"])]
        assert len(set(both)) == len(both) == first["total"]


class TestWithdrawal:
    def test_needs_a_reason_in_the_own_language(self, client: FlaskClient, wiring: Wiring, numbers: Numbers) -> None:
        token = machine(wiring, numbers.own, {*MACHINE_PERMISSIONS, Permission.ENTRY_WITHDRAW})
        address = f"/api/v1/entries/{numbers.published}"
        headers = token | {"If-Match": client.get(address, headers=token).headers["ETag"]}

        for body, pointer in (
            ({}, "/reason"),
            ({"reason": {"en": "Only in English"}}, "/reason/nl"),
            ({"reason": {"nl": "x" * 1001}}, "/reason/nl"),
            ({"reason": {"xx": "?"}}, "/reason/xx"),
            ({"reason": "Zomaar"}, "/reason"),
            ({"reason": {"nl": "Zo"}, "colour": "red"}, "/colour"),
        ):
            response = client.post(f"{address}/withdrawal", json=body, headers=headers)
            assert response.status_code == 400
            assert [fault["pointer"] for fault in response.get_json()["errors"]] == [pointer]
        done = client.post(f"{address}/withdrawal", json={"reason": {"nl": "Gestopt."}}, headers=headers)
        assert done.status_code == 201
        assert client.get(f"/api/v1/registrations/{numbers.published}").status_code == 410


class TestRemarks:
    def test_are_made_and_listed(self, client: FlaskClient, wiring: Wiring, numbers: Numbers) -> None:
        token = machine(wiring, numbers.own, {*MACHINE_PERMISSIONS, Permission.ENTRY_REMARK})
        address = f"/api/v1/entries/{numbers.draft}/remarks"

        made = client.post(address, json={"pointer": "/name", "text": "Kan dit\nkorter?"}, headers=token)

        assert (made.status_code, made.get_json()["text"]) == (201, "Kan dit\nkorter?")
        assert client.get(address, headers=token).get_json()["items"] == [made.get_json()]
        for body, pointer in (
            ({"pointer": "/colour", "text": "?"}, "/pointer"),
            ({"pointer": "/name\u0000", "text": "?"}, "/pointer"),
            ({"text": " "}, "/text"),
            ({"text": ["?"]}, "/text"),
            ({"text": "\u0000"}, "/text"),
            ({"text": "x" * 2001}, "/text"),
        ):
            response = client.post(address, json=body, headers=token)
            assert response.status_code == 400
            assert [fault["pointer"] for fault in response.get_json()["errors"]] == [pointer]
