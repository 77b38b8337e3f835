"""The login page and what it answers to the client."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.dev_idp.accounts import ACCOUNTS
from register.dev_idp.app import issuer
from register.settings import Settings
from tests.dev_idp.wired import Hands, choose, hidden, provider_app, request_for, said


class TestPage:
    def test_lists_every_account_with_role_and_organisation(self, browser: FlaskClient, settings: Settings) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))

        assert page.status_code == 200
        assert all(f'value="{subject}"' in page.text and account.name in page.text for subject, account in ACCOUNTS.items())
        assert all(words in page.text for words in ("Gemeente Waterlede", "Uitvoeringsorganisatie Werk en Herstel", "Toezichthouder"))
        assert "<script" not in page.text
        assert " style=" not in page.text

    @pytest.mark.parametrize(
        ("accepted", "wanted", "title"),
        [
            ("en-GB,en;q=0.9", None, "Choose who you are"),
            ("nl", None, "Kies wie u bent"),
            ("fr", None, "Kies wie u bent"),
            ("nl", "en", "Choose who you are"),
            ("en", "fr nl-NL en", "Kies wie u bent"),
        ],
    )
    def test_speaks_the_language_of_the_browser_or_of_the_switch(
        self, browser: FlaskClient, settings: Settings, accepted: str, wanted: str | None, title: str
    ) -> None:
        asked = request_for(settings, ui_locales=wanted)

        page = browser.get("/authorize", query_string=asked, headers={"Accept-Language": accepted}, base_url=issuer(settings))

        assert f"<h1>{title}</h1>" in page.text

    def test_takes_a_request_by_form_too(self, browser: FlaskClient, settings: Settings) -> None:
        page = browser.post("/authorize", data=request_for(settings), base_url=issuer(settings))

        assert hidden(page, "asked")

    def test_offers_to_go_on_as_whoever_is_logged_in(self, browser: FlaskClient, settings: Settings) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))
        choose(browser, page, "moderator")

        again = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))

        assert "Ga verder als Vera Vraagbaak" in again.text


class TestChoice:
    def test_sends_the_browser_back_with_a_code(self, browser: FlaskClient, settings: Settings) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))

        answer = choose(browser, page, "editor-waterlede")

        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("http://127.0.0.1:8000/auth/callback?")
        assert said(answer).keys() == {"code", "state", "iss"}
        assert said(answer)["state"] == "state-1"

    def test_is_remembered_in_a_cookie_of_its_own_name(self, browser: FlaskClient, settings: Settings) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))

        cookie = choose(browser, page, "editor-waterlede").headers["Set-Cookie"]

        assert cookie.startswith("register_dev_idp=")
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie

    @pytest.mark.parametrize("change", [{"csrf": ""}, {"csrf": "guessed"}, {"asked": ""}, {"asked": "forged"}, {"subject": "nobody"}])
    def test_is_refused_when_it_does_not_come_from_the_page(self, browser: FlaskClient, settings: Settings, change: dict[str, str]) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))
        form = {"subject": "administrator", "csrf": hidden(page, "csrf"), "asked": hidden(page, "asked"), **change}

        answer = browser.post("/login", data=form, base_url=issuer(settings))

        assert answer.status_code == 400
        assert "Location" not in answer.headers

    def test_is_refused_from_a_browser_that_did_not_see_the_page(self, app: Flask, browser: FlaskClient, settings: Settings) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))

        assert choose(app.test_client(), page, "administrator").status_code == 400

    def test_is_refused_on_a_page_of_an_earlier_run(self, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))

        assert choose(provider_app(settings, hands).test_client(), page, "administrator").status_code == 400


class TestRequest:
    @pytest.mark.parametrize(
        "change",
        [
            {"client_id": "stranger"},
            {"client_id": None},
            {"client_id": "waterlede-machine"},
            {"redirect_uri": None},
            {"redirect_uri": "https://evil.example/"},
            {"redirect_uri": "http://127.0.0.1:8000/auth/callback/"},
            {"redirect_uri": "http://127.0.0.1:8000/auth/callback?x=1"},
            {"redirect_uri": "http://localhost:8000/auth/callback"},
        ],
    )
    def test_is_shown_to_the_person_when_it_is_not_from_a_client(
        self, browser: FlaskClient, settings: Settings, change: dict[str, str | None]
    ) -> None:
        answer = browser.get("/authorize", query_string=request_for(settings, **change), base_url=issuer(settings))

        assert answer.status_code == 400
        assert "Location" not in answer.headers
        assert "Inloggen lukt zo niet" in answer.text

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"response_type": "token"}, "unsupported_response_type"),
            ({"response_type": "id_token"}, "unsupported_response_type"),
            ({"response_mode": "fragment"}, "invalid_request"),
            ({"scope": "profile"}, "invalid_scope"),
            ({"state": None}, "invalid_request"),
            ({"state": "x" * 513}, "invalid_request"),
            ({"nonce": None}, "invalid_request"),
            ({"code_challenge": None}, "invalid_request"),
            ({"code_challenge": "short"}, "invalid_request"),
            ({"code_challenge_method": "plain"}, "invalid_request"),
            ({"code_challenge_method": None}, "invalid_request"),
            ({"prompt": "dance"}, "invalid_request"),
            ({"prompt": "none login"}, "invalid_request"),
            ({"max_age": "-1"}, "invalid_request"),
            ({"request": "x.y.z"}, "request_not_supported"),
            ({"request_uri": "https://evil.example"}, "request_uri_not_supported"),
            ({"prompt": "none"}, "login_required"),
        ],
    )
    def test_is_refused_to_the_client_when_it_is_not_safe(
        self, browser: FlaskClient, settings: Settings, change: dict[str, str | None], error: str
    ) -> None:
        answer = browser.get("/authorize", query_string=request_for(settings, **change), base_url=issuer(settings))

        assert answer.status_code == 303
        assert said(answer)["error"] == error
        assert said(answer)["iss"] == "http://localhost:8001"

    def test_may_not_say_anything_twice(self, browser: FlaskClient, settings: Settings) -> None:
        twice = [*request_for(settings).items(), ("scope", "openid")]

        answer = browser.get("/authorize", query_string=twice, base_url=issuer(settings))

        assert said(answer)["error"] == "invalid_request"

    def test_without_a_page_is_answered_for_whoever_is_logged_in(self, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        page = browser.get("/authorize", query_string=request_for(settings), base_url=issuer(settings))
        choose(browser, page, "auditor")
        hands.moment += 30

        silent = {
            age: browser.get("/authorize", query_string=request_for(settings, prompt="none", max_age=age), base_url=issuer(settings))
            for age in ("30", "29")
        }

        assert "code" in said(silent["30"])
        assert said(silent["29"])["error"] == "login_required"
