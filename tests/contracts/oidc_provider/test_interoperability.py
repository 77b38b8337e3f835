"""The register logs people in, logs them out and reads tokens of machines at a certified provider, as at its own.

oidc-provider is certified by the OpenID Foundation; what works here does not
rest on the habits of the development provider.
"""

import secrets
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from register.adapters.keys import private_key, signed
from register.adapters.oidc import OpenIdProvider
from register.adapters.oidc_client import ASSERTION_TYPE
from register.adapters.tokens import BearerTokens
from register.errors import LoginFailed, NotLoggedIn
from register.ports import Identity, LoggedOut, LoginStart, MachineIdentity
from tests.contracts.oidc_provider.certified import ALGORITHMS, AUDIENCE, Certified, certified, log_in, log_out


class Now:
    """The clock on the wall."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Certified]:
    with certified(tmp_path_factory.mktemp("keys")) as started:
        yield started


@pytest.fixture
def browser() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def arrive(provider: Certified, oidc: OpenIdProvider, browser: requests.Session) -> tuple[str, LoginStart]:
    """Log in at the provider; return where the browser is sent, and the login that was begun."""
    started = oidc.begin(redirect_uri=provider.redirect_uri)
    return log_in(browser, started.url, "person-1", stop_at=provider.redirect_uri), started


def login(provider: Certified, oidc: OpenIdProvider, browser: requests.Session) -> Identity:
    callback, started = arrive(provider, oidc, browser)
    return oidc.finish(callback_url=callback, redirect_uri=provider.redirect_uri, started=started)


class TestLogin:
    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    def test_names_the_person(self, provider: Certified, browser: requests.Session, algorithm: str) -> None:
        identity = login(provider, OpenIdProvider(provider.settings(algorithm), clock=Now()), browser)

        assert (identity.issuer, identity.subject) == (provider.issuer, "person-1")
        assert (identity.name, identity.email) == ("Person person-1", "person-1@people.example")
        assert identity.provider_session

    def test_is_refused_when_the_token_is_signed_otherwise_than_agreed(self, provider: Certified, browser: requests.Session) -> None:
        oidc = OpenIdProvider(replace(provider.settings("RS256"), oidc_algorithms="ES256"), clock=Now())

        with pytest.raises(LoginFailed):
            login(provider, oidc, browser)

    def test_cannot_be_finished_twice(self, provider: Certified, browser: requests.Session) -> None:
        oidc = OpenIdProvider(provider.settings(), clock=Now())
        callback, started = arrive(provider, oidc, browser)
        oidc.finish(callback_url=callback, redirect_uri=provider.redirect_uri, started=started)

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=callback, redirect_uri=provider.redirect_uri, started=started)

    def test_cannot_be_finished_with_another_verifier(self, provider: Certified, browser: requests.Session) -> None:
        oidc = OpenIdProvider(provider.settings(), clock=Now())
        callback, started = arrive(provider, oidc, browser)
        stolen = LoginStart(url=started.url, state=started.state, nonce=started.nonce, code_verifier=secrets.token_urlsafe(48))

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=callback, redirect_uri=provider.redirect_uri, started=stolen)

    def test_is_refused_with_another_key(self, provider: Certified, browser: requests.Session, tmp_path: Path) -> None:
        stranger = replace(provider.settings(), oidc_private_key=str(tmp_path / "stranger.pem"))

        with pytest.raises(LoginFailed):
            login(provider, OpenIdProvider(stranger, clock=Now()), browser)


class TestLogout:
    def test_comes_back_and_is_told_behind_the_browser(self, provider: Certified, browser: requests.Session) -> None:
        oidc = OpenIdProvider(provider.settings(), clock=Now())
        identity = login(provider, oidc, browser)

        address = log_out(browser, oidc.logout_url(id_token=identity.id_token, return_to=provider.after_logout) or "")

        path, form = _delivered(provider)
        assert address.partition("?")[0] == provider.after_logout
        assert path == "/auth/backchannel-logout"
        assert oidc.read_logout_token(form["logout_token"]) == LoggedOut(provider.issuer, "person-1", identity.provider_session)


class TestMachine:
    def test_is_known_by_its_token(self, provider: Certified, browser: requests.Session) -> None:
        token = _machine_token(provider, browser)

        assert BearerTokens(provider.settings(), clock=Now()).read(token) == MachineIdentity(provider.issuer, "machine")

    def test_is_not_known_elsewhere(self, provider: Certified, browser: requests.Session) -> None:
        elsewhere = BearerTokens(replace(provider.settings(), token_audience="https://elsewhere.example"), clock=Now())

        with pytest.raises(NotLoggedIn):
            elsewhere.read(_machine_token(provider, browser))

    def test_is_not_a_person(self, provider: Certified, browser: requests.Session) -> None:
        identity = login(provider, OpenIdProvider(provider.settings(), clock=Now()), browser)

        with pytest.raises(NotLoggedIn):
            BearerTokens(provider.settings(), clock=Now()).read(identity.id_token)


def _machine_token(provider: Certified, browser: requests.Session) -> str:
    now = int(time.time())
    claims = {"iss": "machine", "sub": "machine", "aud": provider.issuer, "iat": now, "exp": now + 60, "jti": secrets.token_urlsafe(16)}
    form = {
        "grant_type": "client_credentials",
        "resource": AUDIENCE,
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": signed(private_key(provider.key_file), claims),
    }
    answer = browser.post(f"{provider.issuer}/token", data=form, timeout=10)
    token: str = answer.json()["access_token"]
    return token


def _delivered(provider: Certified) -> tuple[str, dict[str, str]]:
    """Return the logout token, which the provider sends without making the browser wait."""
    until = time.monotonic() + 10
    while not provider.receiver.posted and time.monotonic() < until:
        time.sleep(0.05)
    assert provider.receiver.posted, "no logout token arrived"
    return provider.receiver.posted.pop()
