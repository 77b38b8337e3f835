"""What everyone may read of registrations, and that nothing else can be learnt from any answer."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.settings import Settings
from register.wiring import Wiring
from tests.api.conftest import UNKNOWN, Numbers, machine
from tests.factories import NOON, FixedClock, organisation, published

HIDDEN = ("draft", "in_review", "restricted", "discarded", "elsewhere")
PUBLIC_ROUTES = (
    "/api/v1/registrations/{}",
    "/api/v1/registrations/{}/versions",
    "/api/v1/registrations/{}/versions/1",
    "/api/v1/registrations/{}/versions/1/document",
    "/api/v1/registrations/{}/changes",
    "/api/v1/registrations/{}?asOf=2026-11-20",
    "/api/v1/organisations/{}",
    "/api/v1/products/{}",
    "/api/v1/products/{}/versions",
    "/api/v1/products/{}/versions/1",
)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Let the tests ask as often as they like."""
    return replace(settings, rate_limit_public="1000000/minute")


def said(response: TestResponse) -> tuple[Any, ...]:
    """Return all that an answer tells, but for what differs with every request."""
    headers = {name: value for name, value in response.headers.items() if name != "X-Request-Id"}
    return response.status_code, headers, response.data


class TestRead:
    def test_answers_the_document_as_it_was_frozen(self, client: FlaskClient, numbers: Numbers) -> None:
        response = client.get(f"/api/v1/registrations/{numbers.published}")

        answer = response.get_json()
        assert response.status_code == 200
        assert (answer["number"], answer["version"], answer["state"]) == (numbers.published, 2, "published")
        assert answer["organisation"] == {"number": numbers.own, "name": "Gemeente Eigen"}
        assert answer["document"]["purpose"] == {"nl": "<p>Brieven worden leesbaar.</p>"}
        assert answer["validFrom"] == "2026-11-21T11:00:00Z"
        assert answer["firstPublishedAt"] == "2026-11-20T11:00:00Z"
        assert "usage" not in answer["document"]

    def test_answers_as_it_was_on_a_day(self, client: FlaskClient, numbers: Numbers) -> None:
        answer = client.get(f"/api/v1/registrations/{numbers.published}?asOf=2026-11-20").get_json()

        assert answer["version"] == 1
        assert client.get(f"/api/v1/registrations/{numbers.published}?asOf=2026-11-19").status_code == 404

    def test_refuses_a_day_that_is_still_to_come(self, client: FlaskClient, numbers: Numbers) -> None:
        response = client.get(f"/api/v1/registrations/{numbers.published}?asOf=2026-11-22")

        assert response.status_code == 400
        assert response.get_json()["errors"][0] | {"message": None, "remedy": None} == {
            "in": "query",
            "pointer": "/asOf",
            "rule": "day-to-come",
            "message": None,
            "remedy": None,
        }

    def test_answers_the_chosen_members_only(self, client: FlaskClient, numbers: Numbers) -> None:
        response = client.get(f"/api/v1/registrations/{numbers.published}?fields=number,document.name,document.kind")

        assert response.get_json() == {
            "number": numbers.published,
            "document": {"name": {"nl": "Brieven herschrijven", "en": "Rewriting letters"}, "kind": "generative_ai"},
        }

    def test_refuses_members_that_do_not_exist(self, client: FlaskClient, numbers: Numbers) -> None:
        response = client.get(f"/api/v1/registrations/{numbers.published}?fields=number,colour,document.usage")

        assert [fault["pointer"] for fault in response.get_json()["errors"]] == ["/fields", "/fields"]

    def test_says_why_a_registration_was_withdrawn(self, client: FlaskClient, numbers: Numbers) -> None:
        response = client.get(f"/api/v1/registrations/{numbers.withdrawn}")

        problem = response.get_json()
        assert (response.status_code, problem["code"]) == (410, "withdrawn")
        assert problem["withdrawal"]["reason"] == {"nl": "Wij gebruiken dit niet meer."}
        assert client.get(f"/api/v1/registrations/{numbers.withdrawn}/versions/1").status_code == 200
        assert client.get(f"/api/v1/registrations/{numbers.withdrawn}/versions").get_json()["items"][0]["state"] == "withdrawn"

    def test_ignores_credentials(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        address = f"/api/v1/registrations/{numbers.published}"
        anonymous = said(client.get(address))

        assert said(client.get(address, headers=machine(wiring, numbers.own))) == anonymous
        assert said(client.get(address, headers={"Authorization": "Bearer nonsense"})) == anonymous


class TestHiding:
    def test_answers_the_same_bytes_for_unknown_drafts_and_restricted(self, client: FlaskClient, numbers: Numbers) -> None:
        for route, method in product(PUBLIC_ROUTES, ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")):
            unknown = said(client.open(route.format(UNKNOWN), method=method))
            for kind in HIDDEN:
                assert said(client.open(route.format(getattr(numbers, kind)), method=method)) == unknown, f"{method} {route} tells {kind}"

    def test_shows_nothing_of_them_in_lists(self, client: FlaskClient, numbers: Numbers) -> None:
        nouns = ("registrations", "organisations", "products", "changes")
        everything = "".join(client.get(f"/api/v1/{noun}?limit=100").get_data(as_text=True) for noun in nouns)

        assert numbers.published in everything
        assert [kind for kind in HIDDEN if getattr(numbers, kind) in everything] == []
        assert "Geheim" not in everything
        assert client.get("/api/v1/registrations?q=geheim").get_json()["total"] == 0

    def test_raises_no_sequence_for_a_restricted_publication(self, client: FlaskClient, numbers: Numbers) -> None:
        feed = client.get("/api/v1/changes?limit=100").get_json()

        assert [change["sequence"] for change in feed["items"]] == list(range(1, feed["last"] + 1))


class TestVersions:
    def test_are_listed_newest_first(self, client: FlaskClient, numbers: Numbers) -> None:
        items = client.get(f"/api/v1/registrations/{numbers.published}/versions").get_json()["items"]

        assert [item["version"] for item in items] == [2, 1]
        assert items[1]["validTo"] == items[0]["validFrom"]
        assert items[0]["changeNote"] == {"nl": "Nieuw doel"}

    def test_can_be_downloaded_byte_for_byte(self, client: FlaskClient, numbers: Numbers) -> None:
        for item in client.get(f"/api/v1/registrations/{numbers.published}/versions").get_json()["items"]:
            content = client.get(f"{item['link'].removeprefix('http://127.0.0.1:8000')}/document").data
            assert hashlib.sha256(content).hexdigest() == item["sha256"]

    def test_that_were_redacted_say_so_everywhere(self, client: FlaskClient, numbers: Numbers) -> None:
        for address in ("versions/1", "versions/1/document", "changes?from=1&to=2"):
            response = client.get(f"/api/v1/registrations/{numbers.redacted}/{address}")
            problem = response.get_json()
            assert (response.status_code, problem["code"]) == (410, "redacted")
            assert problem["redaction"]["ground"] == "personal_data"
            assert "lawfully redacted" in problem["detail"]
        history = client.get(f"/api/v1/registrations/{numbers.redacted}/versions").get_json()["items"]
        assert [item["redaction"] is None for item in history] == [True, False]
        assert len(history[1]["sha256"]) == 64
        assert client.get(f"/api/v1/registrations/{numbers.redacted}").status_code == 200

    def test_can_be_compared(self, client: FlaskClient, numbers: Numbers) -> None:
        answer = client.get(f"/api/v1/registrations/{numbers.published}/changes").get_json()

        assert (answer["from"], answer["to"]) == (1, 2)
        (difference,) = answer["items"]
        assert (difference["pointer"], difference["kind"]) == ("/purpose", "changed")
        assert difference["after"] == {"nl": "<p>Brieven worden leesbaar.</p>"}
        assert client.get(f"/api/v1/registrations/{numbers.published}/changes?from=1&to=9").status_code == 404


class TestSearch:
    def test_finds_by_words_and_facets(self, client: FlaskClient, numbers: Numbers) -> None:
        def found(query: str) -> set[str]:
            return {item["number"] for item in client.get(f"/api/v1/registrations?{query}").get_json()["items"]}

        both = {numbers.published, numbers.redacted}
        assert found("") == both
        assert found("q=herschrijven") == {numbers.published}
        assert found(f"q={numbers.published}") == {numbers.published}
        assert found("kind=algorithm") == {numbers.redacted}
        assert found("kind=algorithm&kind=generative_ai") == both
        assert found("decisionRole=supports&status=in_use") == {numbers.published}
        assert found("technique=rules") == {numbers.redacted}
        assert found("theme=law") == set()
        assert found(f"organisation={numbers.own}") == both
        assert found(f"organisation={numbers.other}") == set()
        assert found("mirrored=true") == set()
        assert found("example=false") == both
        assert found("asOf=2026-11-20") == {numbers.published}
        assert found("asOf=2020-01-01") == set()

    def test_gives_an_item_what_a_list_shows(self, client: FlaskClient, numbers: Numbers) -> None:
        (item,) = client.get("/api/v1/registrations?q=herschrijven").get_json()["items"]

        assert item["card"]["name"]["en"] == "Rewriting letters"
        assert item["links"]["self"] == f"http://127.0.0.1:8000/api/v1/registrations/{numbers.published}"
        assert client.get("/api/v1/registrations?q=herschrijven&fields=number").get_json()["items"] == [{"number": numbers.published}]

    @pytest.mark.parametrize("query", ["", "sort=name", "sort=newest", "q=melding", "asOf=2026-11-20", "sort=name&fields=number"])
    def test_gives_every_one_once_page_by_page(self, client: FlaskClient, wiring: Wiring, query: str) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            expected = {
                published(session, body, wiring.search, name={"nl": f"Melding {n % 3}"}, now=NOON + timedelta(seconds=n // 2)).entry.number
                for n in range(11)
            }
        address: str | None = f"/api/v1/registrations?{query}&limit=3"
        seen: list[str] = []
        pages = 0

        while address:
            response = client.get(address)
            answer = response.get_json()
            assert answer["total"] == 11
            seen += [item["number"] for item in answer["items"]]
            assert (f'<{answer["next"]}>; rel="next"' in response.headers["Link"]) == bool(answer["next"])
            address = answer["next"]
            pages += 1

        assert pages == 4
        assert len(seen) == 11
        assert set(seen) == expected

    def test_skips_nothing_when_something_is_published_between_pages(self, client: FlaskClient, wiring: Wiring, clock: FixedClock) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            before = [published(session, body, wiring.search, now=NOON + timedelta(minutes=n)).entry.number for n in range(4)]
        first = client.get("/api/v1/registrations?limit=2").get_json()
        with wiring.database.transaction() as session:
            published(session, body, wiring.search, now=NOON + timedelta(minutes=9))

        second = client.get(first["next"]).get_json()

        assert [item["number"] for item in (*first["items"], *second["items"])] == before[::-1]

    def test_takes_a_cursor_for_its_own_question_only(self, client: FlaskClient, numbers: Numbers) -> None:
        onward = client.get("/api/v1/registrations?limit=1").get_json()["next"]

        assert client.get(onward).status_code == 200
        anywhere = "/api/v1/registrations?cursor="
        for wrong in (onward + "&kind=algorithm", onward[:-2] + "xx", anywhere + "nonsense", anywhere + "%C3%A9", anywhere + "AAAA"):
            response = client.get(wrong)
            assert response.status_code == 400
            assert response.get_json()["errors"][0]["rule"] == "not-a-cursor"

    @pytest.mark.parametrize(
        ("query", "pointer", "rule"),
        [
            ("kind=robot", "/kind/0", "not-in-vocabulary"),
            ("organisation=12", "/organisation", "not-a-number"),
            ("limit=0", "/limit", "out-of-range"),
            ("limit=101", "/limit", "out-of-range"),
            ("limit=ten", "/limit", "wrong-type"),
            ("limit=1&limit=2", "/limit", "repeated-parameter"),
            ("asOf=yesterday", "/asOf", "not-a-date"),
            ("asOf=2026-02-30", "/asOf", "not-a-date"),
            ("sort=random", "/sort", "not-in-vocabulary"),
            ("mirrored=1", "/mirrored", "not-in-vocabulary"),
            ("q=%00", "/q", "forbidden-character"),
            (f"q={'a' * 201}", "/q", "too-long"),
            ("colour=red", "/colour", "unknown-parameter"),
        ],
    )
    def test_refuses_what_it_does_not_understand(self, client: FlaskClient, query: str, pointer: str, rule: str) -> None:
        response = client.get(f"/api/v1/registrations?{query}")

        assert response.status_code == 400
        (fault,) = response.get_json()["errors"]
        assert (fault["in"], fault["pointer"], fault["rule"]) == ("query", pointer, rule)
        assert all(fault[part][language] for part in ("message", "remedy") for language in ("nl", "en"))

    def test_lists_all_that_is_wrong_at_once(self, client: FlaskClient) -> None:
        faults = client.get("/api/v1/registrations?kind=robot&limit=0&colour=red&asOf=x").get_json()["errors"]

        assert {fault["pointer"] for fault in faults} == {"/kind/0", "/limit", "/colour", "/asOf"}
