"""Logging out at the provider, and how the register hears of it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.adapters.oidc import OpenIdProvider
from register.dev_idp.app import issuer
from register.dev_idp.clients import CALLBACK_PATH
from register.errors import LoginFailed
from register.ports import Identity, LoggedOut
from register.settings import Settings
from tests.dev_idp.wired import Hands, Wired, choose, hidden, request_for, said, settings_in

HOME = "http://127.0.0.1:8000/"


@pytest.fixture
def oidc(app: Flask, settings: Settings, hands: Hands) -> OpenIdProvider:
    return OpenIdProvider(settings, clock=hands, transport=Wired(app))


def login(oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, subject: str = "editor-waterlede") -> Identity:
    """Log in as a person does: by the page of the provider."""
    address = settings.base_url + CALLBACK_PATH
    started = oidc.begin(redirect_uri=address)
    page = browser.get(started.url, base_url=issuer(settings))
    return oidc.finish(callback_url=choose(browser, page, subject).headers["Location"], redirect_uri=address, started=started)


class TestByTheRegister:
    def test_ends_the_session_and_comes_back(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings) -> None:
        identity = login(oidc, browser, settings)

        answer = browser.get(oidc.logout_url(id_token=identity.id_token, return_to=HOME) or "", base_url=issuer(settings))

        assert (answer.status_code, answer.headers["Location"]) == (303, HOME)
        silent = browser.get("/authorize", query_string=request_for(settings, prompt="none"), base_url=issuer(settings))
        assert said(silent)["error"] == "login_required"

    def test_is_told_to_the_register_behind_the_browser(
        self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands
    ) -> None:
        identity = login(oidc, browser, settings)

        browser.get(oidc.logout_url(id_token=identity.id_token, return_to=HOME) or "", base_url=issuer(settings))

        ((address, token),) = hands.delivered
        assert address == "http://127.0.0.1:8000/auth/backchannel-logout"
        assert oidc.read_logout_token(token) == LoggedOut("http://localhost:8001", "editor-waterlede", identity.provider_session)

    def test_works_with_an_old_id_token(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        identity = login(oidc, browser, settings)
        hands.moment += 3600

        answer = browser.get(oidc.logout_url(id_token=identity.id_token, return_to=HOME) or "", base_url=issuer(settings))

        assert answer.headers["Location"] == HOME
        assert len(hands.delivered) == 1

    def test_gives_the_state_back(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings) -> None:
        identity = login(oidc, browser, settings)
        asked = {"id_token_hint": identity.id_token, "post_logout_redirect_uri": HOME, "state": "s-1"}

        answer = browser.post("/logout", data=asked, base_url=issuer(settings))

        assert parse_qs(urlsplit(answer.headers["Location"]).query) == {"state": ["s-1"]}

    @pytest.mark.parametrize(
        "change",
        [
            {"post_logout_redirect_uri": "https://evil.example/"},
            {"post_logout_redirect_uri": "http://127.0.0.1:8000/nowhere"},
            {"client_id": "waterlede-machine"},
        ],
    )
    def test_goes_to_registered_addresses_only(
        self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands, change: dict[str, str]
    ) -> None:
        identity = login(oidc, browser, settings)
        asked = {"id_token_hint": identity.id_token, "post_logout_redirect_uri": HOME, **change}

        answer = browser.get("/logout", query_string=asked, base_url=issuer(settings))

        assert answer.status_code == 400
        assert hands.delivered == []


class TestByThePerson:
    @pytest.mark.parametrize("hint", ["", "forged", "e30.e30.e30"])
    def test_is_asked_first_because_anyone_can_send_a_browser_here(
        self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands, hint: str
    ) -> None:
        login(oidc, browser, settings)

        page = browser.get("/logout", query_string={"id_token_hint": hint}, base_url=issuer(settings))

        assert "Wilt u uitloggen?" in page.text
        assert hands.delivered == []

    def test_ends_the_session_after_a_yes(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        login(oidc, browser, settings)
        page = browser.get("/logout", base_url=issuer(settings))

        answer = browser.post("/logout/confirmed", data={"csrf": hidden(page, "csrf")}, base_url=issuer(settings))

        assert "U bent uitgelogd" in answer.text
        assert len(hands.delivered) == 1

    def test_comes_back_to_the_client_that_asked(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings) -> None:
        login(oidc, browser, settings)
        asked = {"client_id": "register", "post_logout_redirect_uri": HOME}
        page = browser.get("/logout", query_string=asked, base_url=issuer(settings))

        answer = browser.post("/logout/confirmed", data={**asked, "csrf": hidden(page, "csrf")}, base_url=issuer(settings))

        assert answer.headers["Location"] == HOME

    def test_is_refused_from_another_page(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        login(oidc, browser, settings)

        assert browser.post("/logout/confirmed", base_url=issuer(settings)).status_code == 400
        assert hands.delivered == []

    def test_of_nobody_is_no_question(self, browser: FlaskClient, settings: Settings) -> None:
        assert "U bent uitgelogd" in browser.get("/logout", base_url=issuer(settings)).text


class TestAnotherAccount:
    def test_takes_the_place_of_the_first_which_ends(
        self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands
    ) -> None:
        first = login(oidc, browser, settings)

        second = login(oidc, browser, settings, "reviewer-waterlede")

        assert second.subject == "reviewer-waterlede"
        ((_, token),) = hands.delivered
        assert oidc.read_logout_token(token).provider_session == first.provider_session

    def test_of_another_register_does_not_know_the_logout(
        self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands, key_folder: Path, app: Flask
    ) -> None:
        login(oidc, browser, settings)
        login(oidc, browser, settings)
        other = OpenIdProvider(settings_in(key_folder, oidc_client_id="another"), clock=hands, transport=Wired(app))

        with pytest.raises(LoginFailed):
            other.read_logout_token(hands.delivered[0][1])
