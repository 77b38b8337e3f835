"""Logging in and out through the register's own pages, with a provider that says what the test wants."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.app import create_app
from register.db import Database
from register.domain.permissions import Role
from register.errors import LoginFailed, RegisterError, Unavailable
from register.ports import Identity, LoggedOut, LoginStart
from register.web.login import safe_next
from register.wiring import Wiring
from tests.factories import FixedClock, NoIdentityProvider, organisation, person

EVA = Identity("https://issuer.example", "eva-editor", "Eva Editor", "eva@body.example", "sid-1", "id-token")


class Provider(NoIdentityProvider):
    """A provider that logs in whomever it holds, or refuses with what it holds."""

    def __init__(self, answer: Identity | RegisterError) -> None:
        self.answer = answer
        self.seen: list[LoginStart] = []

    def begin(self, *, redirect_uri: str) -> LoginStart:
        return LoginStart("https://issuer.example/authorize", "the-state", "the-nonce", "the-verifier")

    def finish(self, *, callback_url: str, redirect_uri: str, started: LoginStart) -> Identity:
        self.seen.append(started)
        if isinstance(self.answer, RegisterError):
            raise self.answer
        return self.answer

    def read_logout_token(self, token: str) -> LoggedOut:
        if token != "good":
            raise LoginFailed
        return LoggedOut("https://issuer.example", "eva-editor", "")


@pytest.fixture
def provider(database: Database) -> Provider:
    """Return a provider that knows an editor."""
    with database.transaction() as session:
        person(session, "Eva Editor", (Role.EDITOR, organisation(session)))
    return Provider(EVA)


@pytest.fixture
def app(wiring: Wiring, provider: Provider) -> Flask:
    """Return the application with that provider."""
    return create_app(replace(wiring, identity_provider=provider))


def log_in(client: FlaskClient, following: str = "") -> Any:
    client.get(f"/auth/login?next={following}")
    return client.get("/auth/callback?state=the-state&code=c")


class TestLogin:
    def test_begins_a_session_and_goes_where_one_wanted_to_go(self, client: FlaskClient) -> None:
        answer = log_in(client, "/backoffice/registraties")

        assert (answer.status_code, answer.headers["Location"]) == (303, "/backoffice/registraties")
        cookie = next(value for value in answer.headers.getlist("Set-Cookie") if value.startswith("session-8000="))
        assert all(part in cookie for part in ("HttpOnly", "SameSite=Lax", "Path=/"))
        assert client.get("/backoffice").status_code == 200

    def test_sends_somebody_without_rights_to_the_page_that_says_how_to_get_them(self, client: FlaskClient, provider: Provider) -> None:
        provider.answer = replace(EVA, subject="nina-nieuw")

        assert log_in(client).headers["Location"] == "/backoffice/welcome"

    def test_works_once(self, client: FlaskClient, provider: Provider) -> None:
        log_in(client)

        again = client.get("/auth/callback?state=the-state&code=c")

        assert again.status_code == 401
        assert len(provider.seen) == 1

    @pytest.mark.parametrize(("refusal", "status"), [(LoginFailed("why"), 401), (Unavailable("down", retry_after=5), 503)])
    def test_that_fails_is_one_page_with_a_number_and_no_reason(
        self, client: FlaskClient, provider: Provider, refusal: RegisterError, status: int
    ) -> None:
        provider.answer = refusal

        answer = log_in(client)

        assert answer.status_code == status
        assert "why" not in answer.text
        assert not any(cookie.startswith("session-") for cookie in answer.headers.getlist("Set-Cookie"))
        assert answer.headers["Cache-Control"] == "no-store"

    def test_gives_a_new_session_every_time(self, client: FlaskClient) -> None:
        log_in(client)
        first = client.get_cookie("session-8000")
        log_in(client)

        assert first is not None
        assert client.get_cookie("session-8000") != first

    def test_is_over_after_an_hour_without_use(self, client: FlaskClient, clock: FixedClock) -> None:
        log_in(client)

        clock.move(minutes=61)

        assert client.get("/backoffice").status_code == 303

    @pytest.mark.parametrize(
        "target",
        ["https://evil.example", "//evil.example", "/\\evil.example", "/backoffice//evil", "/nl/zoeken", "javascript:x", "/backoffice\\x"],
    )
    def test_goes_on_to_our_own_work_place_only(self, target: str) -> None:
        assert safe_next(target) == "/backoffice"
        assert urlsplit(safe_next("/backoffice/entries/1?a=b")).query == "a=b"


class TestLogout:
    def test_needs_the_anti_forgery_token(self, client: FlaskClient) -> None:
        log_in(client)

        for forged in ("", "x", "é"):
            assert client.post("/auth/logout", data={"csrf_token": forged}).status_code == 400
        assert client.get("/backoffice").status_code == 200

    def test_at_the_provider_ends_the_session_here(self, client: FlaskClient) -> None:
        log_in(client)

        refused = client.post("/auth/backchannel-logout", data={"logout_token": "bad"})
        accepted = client.post("/auth/backchannel-logout", data={"logout_token": "good"})

        assert (refused.status_code, accepted.status_code) == (400, 200)
        assert client.get("/backoffice").status_code == 303


class TestKeys:
    def test_are_published_for_the_provider(self, client: FlaskClient) -> None:
        assert client.get("/auth/jwks.json").get_json() == {"keys": []}
