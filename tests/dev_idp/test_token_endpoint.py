"""Codes and proofs: each is good once, for a short time, and for one client."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import KeySet
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from register.adapters.id_tokens import half_hash
from register.adapters.keys import private_key_or_new, signed
from register.adapters.oidc_client import ASSERTION_TYPE
from register.dev_idp.app import issuer
from register.dev_idp.clients import CALLBACK_PATH, machine_key_path
from register.dev_idp.machine import token_request
from register.dev_idp.provider import EXTENSION, Provider
from register.settings import Settings
from tests.dev_idp.wired import VERIFIER, Hands, choose, request_for, said


class Client:
    """A client in the hands of the test; every part of its requests can be changed."""

    def __init__(self, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        self.browser, self.settings, self.hands = browser, settings, hands
        self.proofs = 0

    def code(self, subject: str = "editor-waterlede", **changes: str) -> str:
        page = self.browser.get("/authorize", query_string=request_for(self.settings, **changes), base_url=issuer(self.settings))
        return said(choose(self.browser, page, subject))["code"]

    def proof(self, key_file: Path | None = None, **changes: Any) -> str:
        self.proofs += 1
        now = self.hands.moment
        claims = {
            "iss": "register",
            "sub": "register",
            "aud": issuer(self.settings),
            "iat": now,
            "exp": now + 60,
            "jti": f"proof-{self.proofs}",
            **changes,
        }
        given = {key: value for key, value in claims.items() if value is not None}
        return signed(private_key_or_new(key_file or Path(self.settings.oidc_private_key)), given)

    def exchange(self, code: str, /, **changes: str | None) -> TestResponse:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.settings.base_url + CALLBACK_PATH,
            "code_verifier": VERIFIER,
            "client_assertion_type": ASSERTION_TYPE,
            **changes,
        }
        form.setdefault("client_assertion", self.proof())
        return self.post(form)

    def post(self, form: dict[str, str | None]) -> TestResponse:
        return self.browser.post(
            "/token", data={key: value for key, value in form.items() if value is not None}, base_url=issuer(self.settings)
        )

    def read(self, token: str) -> jwt.Token:
        keys = self.browser.get("/jwks", base_url=issuer(self.settings)).get_json()
        return jwt.decode(token, KeySet.import_key_set(keys), algorithms=["ES256"])


@pytest.fixture
def client(browser: FlaskClient, settings: Settings, hands: Hands) -> Client:
    return Client(browser, settings, hands)


class TestCode:
    def test_gives_an_id_token_for_this_login(self, client: Client) -> None:
        answer = client.exchange(client.code())

        given = answer.get_json()
        claims = client.read(given["id_token"]).claims
        assert answer.headers["Cache-Control"] == "no-store"
        assert claims.pop("sid")
        assert claims == {
            "iss": "http://localhost:8001",
            "aud": "register",
            "iat": client.hands.moment,
            "exp": client.hands.moment + 300,
            "auth_time": client.hands.moment,
            "nonce": "nonce-1",
            "at_hash": half_hash(given["access_token"], "ES256"),
            "sub": "editor-waterlede",
            "name": "Sanne Schrijver",
            "preferred_username": "editor-waterlede",
            "locale": "nl",
            "email": "sanne.schrijver@waterlede.example",
            "email_verified": True,
        }

    def test_tells_only_what_was_asked(self, client: Client) -> None:
        given = client.exchange(client.code(scope="openid")).get_json()

        assert not client.read(given["id_token"]).claims.keys() & {"name", "email"}

    def test_is_good_once_and_its_second_use_ends_what_the_first_gave(self, client: Client) -> None:
        code = client.code()
        access = {"Authorization": f"Bearer {client.exchange(code).get_json()['access_token']}"}
        assert client.browser.get("/userinfo", headers=access, base_url=issuer(client.settings)).status_code == 200

        again = client.exchange(code)

        assert (again.status_code, again.get_json()["error"]) == (400, "invalid_grant")
        assert client.browser.get("/userinfo", headers=access, base_url=issuer(client.settings)).status_code == 401

    @pytest.mark.parametrize(("seconds", "status"), [(59, 200), (60, 400)])
    def test_is_good_for_a_minute(self, client: Client, seconds: int, status: int) -> None:
        code = client.code()
        client.hands.moment += seconds

        assert client.exchange(code).status_code == status

    @pytest.mark.parametrize(
        "change",
        [
            {"code": "guessed"},
            {"code": None},
            {"redirect_uri": "http://127.0.0.1:8000/"},
            {"redirect_uri": None},
            {"code_verifier": "w" * 43},
            {"code_verifier": "v" * 42},
            {"code_verifier": None},
        ],
    )
    def test_is_bound_to_its_address_and_verifier(self, client: Client, change: dict[str, str | None]) -> None:
        answer = client.exchange(client.code(), **change)

        assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_grant")

    def test_is_bound_to_its_client(self, client: Client, app: Flask) -> None:
        provider: Provider = app.extensions[EXTENSION]
        second = replace(provider.clients["register"], id="second")
        app.extensions[EXTENSION] = replace(provider, clients={**provider.clients, "second": second})

        answer = client.exchange(client.code(), client_assertion=client.proof(iss="second", sub="second"))

        assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_grant")

    def test_is_worth_nothing_after_a_logout(self, client: Client) -> None:
        code = client.code()
        client.code("moderator")

        assert client.exchange(code).get_json()["error"] == "invalid_grant"


class TestProof:
    @pytest.mark.parametrize(
        "changes",
        [
            {"iss": "stranger"},
            {"sub": "stranger"},
            {"aud": "http://localhost:8001/token"},
            {"aud": "https://evil.example"},
            {"exp": 1},
            {"exp": None},
            {"exp": 1_795_176_000 + 301},
            {"iat": 1_795_176_000 + 61},
            {"jti": None},
            {"jti": ""},
            {"sub": ["register"]},
        ],
        ids=str,
    )
    def test_is_refused_when_it_says_something_else(self, client: Client, changes: dict[str, Any]) -> None:
        answer = client.exchange(client.code(), client_assertion=client.proof(**changes))

        assert (answer.status_code, answer.get_json()["error"]) == (401, "invalid_client")

    def test_is_refused_with_another_key(self, client: Client, tmp_path: Path) -> None:
        answer = client.exchange(client.code(), client_assertion=client.proof(tmp_path / "stranger.pem"))

        assert answer.status_code == 401

    def test_is_good_once(self, client: Client) -> None:
        proof = client.proof()

        statuses = [client.exchange(client.code(), client_assertion=proof).status_code for _ in range(2)]

        assert statuses == [200, 401]

    @pytest.mark.parametrize("change", [{"client_assertion": ""}, {"client_assertion_type": "none"}, {"client_id": "waterlede-machine"}])
    def test_is_the_only_way_in(self, client: Client, change: dict[str, str]) -> None:
        assert client.exchange(client.code(), **change).status_code == 401


class TestMachine:
    def test_gets_a_token_for_the_api(self, client: Client) -> None:
        given = client.post({**token_request(client.settings, "waterlede-machine", now=client.hands.moment)}).get_json()

        token = client.read(given["access_token"])
        assert token.header["typ"] == "at+jwt"
        assert token.claims.pop("jti")
        assert token.claims == {
            "iss": "http://localhost:8001",
            "aud": "http://127.0.0.1:8000/api/v1",
            "iat": client.hands.moment,
            "exp": client.hands.moment + 600,
            "sub": "waterlede-machine",
            "client_id": "waterlede-machine",
        }

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"resource": "https://elsewhere.example"}, "invalid_target"),
            ({"resource": None, "audience": "https://elsewhere.example"}, "invalid_target"),
            ({"grant_type": "password"}, "unsupported_grant_type"),
            ({"grant_type": "authorization_code"}, "unauthorized_client"),
        ],
    )
    def test_gets_nothing_else(self, client: Client, change: dict[str, str | None], error: str) -> None:
        answer = client.post({**token_request(client.settings, "waterlede-machine", now=client.hands.moment), **change})

        assert answer.get_json()["error"] == error

    def test_is_not_the_register(self, client: Client) -> None:
        key = machine_key_path(client.settings, "waterlede-machine")

        assert client.exchange(client.code(), client_assertion=client.proof(key)).status_code == 401
        assert client.exchange("x", grant_type="client_credentials").get_json()["error"] == "unauthorized_client"

    def test_may_not_say_anything_twice(self, client: Client) -> None:
        asked = token_request(client.settings, "waterlede-machine", now=client.hands.moment)
        twice = MultiDict([*asked.items(), ("resource", "https://elsewhere.example")])

        answer = client.browser.post("/token", data=twice, base_url=issuer(client.settings))

        assert answer.get_json()["error"] == "invalid_request"


class TestUserinfo:
    @pytest.mark.parametrize("header", ["", "Bearer", "Bearer guessed", "Basic eDp5"])
    def test_is_for_who_holds_a_token(self, client: Client, header: str) -> None:
        answer = client.browser.get("/userinfo", headers={"Authorization": header}, base_url=issuer(client.settings))

        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'

    def test_ends_with_the_token(self, client: Client) -> None:
        access = {"Authorization": f"Bearer {client.exchange(client.code()).get_json()['access_token']}"}
        client.hands.moment += 600

        assert client.browser.post("/userinfo", headers=access, base_url=issuer(client.settings)).status_code == 401
