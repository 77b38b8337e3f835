"""The register's login and token reader against the provider: the same code as in real life, only the wire is short."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.adapters.oidc import OpenIdProvider
from register.adapters.tokens import BearerTokens
from register.dev_idp.accounts import ACCOUNTS
from register.dev_idp.app import issuer
from register.dev_idp.clients import CALLBACK_PATH
from register.dev_idp.machine import token_request
from register.errors import LoginFailed
from register.ports import Identity, LoginStart, MachineIdentity
from register.settings import Settings
from tests.dev_idp.wired import Hands, Wired, choose

ADDRESS = "http://127.0.0.1:8000" + CALLBACK_PATH


@pytest.fixture
def oidc(app: Flask, settings: Settings, hands: Hands) -> OpenIdProvider:
    return OpenIdProvider(settings, clock=hands, transport=Wired(app))


def arrive(oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, subject: str = "editor-waterlede") -> tuple[str, LoginStart]:
    """Choose an account; return where the browser is sent, and the login that was begun."""
    started = oidc.begin(redirect_uri=ADDRESS)
    page = browser.get(started.url, base_url=issuer(settings))
    return choose(browser, page, subject).headers["Location"], started


class TestLogin:
    @pytest.mark.parametrize("subject", ACCOUNTS)
    def test_tells_the_register_who_it_is(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, subject: str) -> None:
        callback, started = arrive(oidc, browser, settings, subject)

        identity = oidc.finish(callback_url=callback, redirect_uri=ADDRESS, started=started)

        account = ACCOUNTS[subject]
        assert identity == Identity(
            "http://localhost:8001", subject, account.name, account.email, identity.provider_session, identity.id_token
        )
        assert identity.provider_session

    def test_cannot_be_finished_twice(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings) -> None:
        callback, started = arrive(oidc, browser, settings)
        oidc.finish(callback_url=callback, redirect_uri=ADDRESS, started=started)

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=callback, redirect_uri=ADDRESS, started=started)

    def test_cannot_be_finished_in_another_browser(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings) -> None:
        callback, stolen = arrive(oidc, browser, settings)
        _, own = arrive(oidc, browser, settings)
        mixed = LoginStart(url=own.url, state=stolen.state, nonce=own.nonce, code_verifier=own.code_verifier)

        for started in (own, mixed):
            with pytest.raises(LoginFailed):
                oidc.finish(callback_url=callback, redirect_uri=ADDRESS, started=started)

    def test_cannot_be_finished_too_late(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        callback, started = arrive(oidc, browser, settings)
        hands.moment += 60

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=callback, redirect_uri=ADDRESS, started=started)

    def test_is_refused_when_the_nonce_is_of_another(self, oidc: OpenIdProvider, browser: FlaskClient, settings: Settings) -> None:
        callback, started = arrive(oidc, browser, settings)
        other = LoginStart(url=started.url, state=started.state, nonce="another", code_verifier=started.code_verifier)

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=callback, redirect_uri=ADDRESS, started=other)


class TestMachine:
    def test_is_known_by_its_token(self, app: Flask, browser: FlaskClient, settings: Settings, hands: Hands) -> None:
        form = token_request(settings, "waterlede-machine", now=hands.moment)
        token = browser.post("/token", data=form, base_url=issuer(settings)).get_json()["access_token"]

        read = BearerTokens(settings, clock=hands, transport=Wired(app)).read(token)

        assert read == MachineIdentity(issuer="http://localhost:8001", client_id="waterlede-machine")
