"""What caches may keep, how an answer says who may use it, and what every answer carries."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from register.settings import Settings
from register.wiring import Wiring
from tests.api.conftest import Numbers, machine
from tests.factories import FixedClock, organisation

NOUNS = ("registrations", "organisations", "products", "changes", "standard", "standard/schema")
CACHED = (*NOUNS, "registrations/{}", "registrations/{}/versions")


class TestPublicAnswers:
    @pytest.mark.parametrize("path", CACHED)
    def test_may_be_kept_a_minute_and_have_a_strong_etag(self, client: FlaskClient, numbers: Numbers, path: str) -> None:
        response = client.get(f"/api/v1/{path.format(numbers.published)}")

        assert response.headers["Cache-Control"].startswith("public, max-age=60, stale-while-revalidate=")
        etag, is_weak = response.get_etag()
        assert etag
        assert not is_weak
        assert "Set-Cookie" not in response.headers

    def test_have_an_etag_for_each_address_question_day_and_change(
        self, client: FlaskClient, numbers: Numbers, clock: FixedClock, wiring: Wiring
    ) -> None:
        def etag(path: str) -> str:
            return client.get(f"/api/v1/{path}").headers["ETag"]

        first = etag("registrations")
        others = {
            etag("registrations?limit=2"),
            etag("registrations?q=x"),
            etag("organisations"),
            etag(f"registrations/{numbers.published}"),
        }
        assert len(others | {first}) == 5
        assert etag("registrations") == first
        clock.move(hours=20)
        tomorrow = etag("registrations")
        assert tomorrow != first
        with wiring.database.transaction() as session:
            organisation(session)
        assert etag("registrations") != tomorrow

    def test_are_not_made_again_for_whoever_has_them(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        asked: list[str] = []
        event.listen(wiring.database.read_engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        etag = client.get("/api/v1/registrations").headers["ETag"]
        in_full = len(asked)
        asked.clear()

        response = client.get("/api/v1/registrations", headers={"If-None-Match": etag})

        assert (response.status_code, response.data, response.headers["ETag"]) == (304, b"", etag)
        assert response.headers["API-Version"]
        assert in_full > 1
        assert len([statement for statement in asked if "public_registrations" in statement]) == 0
        assert client.get("/api/v1/registrations", headers={"If-None-Match": '"other"'}).status_code == 200

    def test_that_refuse_are_never_kept(self, client: FlaskClient, numbers: Numbers) -> None:
        for path in ("registrations/999999999", f"registrations/{numbers.withdrawn}", "registrations?x=1", "nowhere"):
            response = client.get(f"/api/v1/{path}")
            assert response.headers["Cache-Control"] == "no-store"
            assert "ETag" not in response.headers

    def test_are_open_to_scripts_where_that_was_decided(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        token = machine(wiring, numbers.own)
        opened = (
            "openapi.json",
            "registrations",
            f"registrations/{numbers.published}",
            f"registrations/{numbers.published}/versions/1/document",
        )
        closed = ("organisations", "products", "changes", "standard", "health", "", "entries", f"entries/{numbers.draft}")

        for path in opened:
            assert client.get(f"/api/v1/{path}").headers["Access-Control-Allow-Origin"] == "*"
        for path in closed:
            response = client.get(f"/api/v1/{path}".rstrip("/"), headers=token)
            assert response.status_code == 200
            assert "Access-Control-Allow-Origin" not in response.headers
        assert client.options("/api/v1/registrations").headers["Access-Control-Allow-Headers"] == "If-None-Match"


class TestPrivateAnswers:
    def test_are_kept_nowhere_and_changed_by_nobody(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        token = machine(wiring, numbers.own)

        for path in ("entries", f"entries/{numbers.draft}", f"entries/{numbers.published}/versions"):
            response = client.get(f"/api/v1/{path}", headers=token)
            assert response.status_code == 200
            assert response.headers["Cache-Control"] == "no-store, no-transform"


class TestEveryAnswer:
    @pytest.mark.parametrize("path", ["", "/registrations", "/nowhere", "/registrations/", "/entries", "/openapi.json", "/health"])
    def test_names_the_version_of_the_api_and_its_request(self, client: FlaskClient, path: str) -> None:
        for method in ("GET", "HEAD", "OPTIONS", "DELETE", "POST"):
            response = client.open(f"/api/v1{path}", method=method)

            assert response.headers["API-Version"] == "1.0.0"
            assert response.headers["X-Request-Id"]
            assert "Set-Cookie" not in response.headers
            if response.status_code >= 400:
                assert response.mimetype == "application/problem+json"

    def test_outside_the_api_stays_a_page(self, client: FlaskClient) -> None:
        for path in ("/nowhere", "/apiary", "/nl/nergens"):
            response = client.get(path)
            assert response.status_code == 404
            assert response.mimetype == "text/html"
            assert "API-Version" not in response.headers

    def test_that_fails_says_nothing_of_the_inside(self, app: Flask, client: FlaskClient) -> None:
        app.extensions["register"].database.read_engine.dispose()
        app.view_functions["api-changes.since"] = _break

        response = client.get("/api/v1/changes")

        problem = response.get_json()
        assert (response.status_code, problem["code"]) == (500, "fault")
        assert "secret" not in response.get_data(as_text=True)
        assert problem["requestId"] == response.headers["X-Request-Id"]


def _break() -> str:
    raise RuntimeError("a secret of the inside")


class TestRateLimits:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        """Allow ten requests a minute, of which each of two workers gives five."""
        return replace(settings, rate_limit_public="10/minute", workers=2)

    def test_stop_one_address_and_say_when_to_come_back(self, client: FlaskClient) -> None:
        statuses = [client.get("/api/v1/registrations").status_code for _ in range(6)]
        response = client.get("/api/v1/organisations")

        assert statuses == [200] * 5 + [429]
        assert (response.status_code, response.mimetype) == (429, "application/problem+json")
        assert response.get_json()["code"] == "too-many-requests"
        assert 1 <= int(response.headers["Retry-After"]) <= 61
        assert client.get("/api/v1/registrations", environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 200
        assert client.get("/api/v1/health").status_code == 200

    def test_count_each_machine_for_itself_and_wrong_tokens_by_address(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            number = organisation(session).number
        one, two = machine(wiring, number), machine(wiring, number)

        assert [client.get("/api/v1/entries", headers=one).status_code for _ in range(6)] == [200] * 5 + [429]
        assert client.get("/api/v1/entries", headers=two).status_code == 200
        wrong = [client.get("/api/v1/entries", headers={"Authorization": f"Bearer wrong-{n}"}).status_code for n in range(6)]
        assert wrong == [401] * 5 + [429]
