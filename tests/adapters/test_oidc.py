"""Logging in: what the register asks, and which answers it takes for a login."""

import logging
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet

from register.adapters.oidc import OpenIdProvider
from register.adapters.oidc_client import ASSERTION_TYPE
from register.errors import LoginFailed, Unavailable
from register.ports import Identity, IdentityProvider
from register.settings import WrongSettings
from tests.adapters.forged_provider import ACCESS_TOKEN, CALLBACK, ELSEWHERE, ISSUER, ForgedProvider, callback, form_of, settings


def query(url: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}


def finish(oidc: OpenIdProvider, forged: ForgedProvider, **answer: str) -> Identity:
    """Begin a login and finish it with this answer."""
    started = forged.login(oidc)
    full = {"code": "c-1", "state": started.state, **answer}
    return oidc.finish(callback_url=callback(**full), redirect_uri=CALLBACK, started=started)


class TestBegin:
    def test_asks_for_a_code_with_everything_that_protects_it(self, oidc: OpenIdProvider) -> None:
        provider: IdentityProvider = oidc

        started = provider.begin(redirect_uri=CALLBACK)

        assert started.url.startswith(f"{ISSUER}/authorize?")
        assert query(started.url) == {
            "response_type": "code",
            "client_id": "register",
            "redirect_uri": CALLBACK,
            "scope": "openid profile email",
            "state": started.state,
            "nonce": started.nonce,
            "code_challenge": create_s256_code_challenge(started.code_verifier),
            "code_challenge_method": "S256",
        }

    def test_uses_secrets_that_nobody_can_guess_and_each_once(self, oidc: OpenIdProvider) -> None:
        started = [oidc.begin(redirect_uri=CALLBACK) for _ in range(3)]

        said = [secret for one in started for secret in (one.state, one.nonce, one.code_verifier)]
        assert len(set(said)) == 9
        assert min(map(len, said)) >= 43  # 43 characters of base64url hold 256 bits

    def test_is_unavailable_when_the_provider_does_not_answer(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.wire.answers.clear()

        with pytest.raises(Unavailable):
            oidc.begin(redirect_uri=CALLBACK)

    @pytest.mark.parametrize("missing", ["authorization_endpoint", "token_endpoint"])
    def test_is_unavailable_when_the_provider_offers_no_login(self, oidc: OpenIdProvider, forged: ForgedProvider, missing: str) -> None:
        del forged.discovery[missing]

        with pytest.raises(Unavailable):
            oidc.begin(redirect_uri=CALLBACK)

    @pytest.mark.parametrize("algorithms", ["none", "HS256", "RS256,HS256", " , ", "RS256,none"])
    def test_never_trusts_an_algorithm_that_proves_nothing(self, forged: ForgedProvider, key_file: Path, algorithms: str) -> None:
        with pytest.raises(WrongSettings, match="REGISTER_OIDC_ALGORITHMS"):
            OpenIdProvider(settings(str(key_file), oidc_algorithms=algorithms), clock=forged.clock, transport=forged.wire)


class TestFinish:
    def test_names_who_logged_in(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.claims = {"name": "Sanne Schrijver", "email": "sanne@waterlede.example"}

        identity = finish(oidc, forged)

        assert identity == Identity(
            issuer=ISSUER,
            subject="person-1",
            name="Sanne Schrijver",
            email="sanne@waterlede.example",
            provider_session="session-1",
            id_token=forged.id_token(),
        )

    def test_sends_the_code_with_its_verifier_and_a_proof_of_identity(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        started = forged.login(oidc)
        oidc.finish(callback_url=callback(code="c-1", state=started.state), redirect_uri=CALLBACK, started=started)

        sent = next(request for request in forged.wire.requests if str(request.url).endswith("/token"))
        form = form_of(sent)
        proof = jwt.decode(form.pop("client_assertion"), KeySet.import_key_set({"keys": oidc.public_keys()["keys"]}), algorithms=["ES256"])
        assert form == {
            "grant_type": "authorization_code",
            "code": "c-1",
            "redirect_uri": CALLBACK,
            "code_verifier": started.code_verifier,
            "client_id": "register",
            "client_assertion_type": ASSERTION_TYPE,
        }
        assert proof.claims["exp"] - proof.claims["iat"] == 60
        assert {key: proof.claims[key] for key in ("iss", "sub", "aud")} == {"iss": "register", "sub": "register", "aud": ISSUER}
        assert "Authorization" not in sent.headers

    def test_makes_a_new_proof_each_time(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        for _ in range(3):
            finish(oidc, forged)

        proofs = [form_of(request)["client_assertion"] for request in forged.wire.requests if str(request.url).endswith("/token")]
        keys = KeySet.import_key_set({"keys": oidc.public_keys()["keys"]})
        assert len({jwt.decode(proof, keys, algorithms=["ES256"]).claims["jti"] for proof in proofs}) == 3

    def test_asks_the_userinfo_endpoint_for_a_name_that_the_token_lacks(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        identity = finish(oidc, forged)

        asked = forged.wire.requests[-1]
        assert (identity.name, identity.email) == ("Sanne Schrijver", "sanne@waterlede.example")
        assert asked.headers["Authorization"] == f"Bearer {ACCESS_TOKEN}"

    def test_refuses_userinfo_about_somebody_else(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.known["sub"] = "person-2"

        with pytest.raises(LoginFailed):
            finish(oidc, forged)

    def test_does_without_a_name_when_there_is_none(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        del forged.discovery["userinfo_endpoint"]
        forged.claims = {"sid": None, "at_hash": None}

        identity = finish(oidc, forged)

        assert (identity.name, identity.email, identity.provider_session) == ("", "", "")

    def test_tidies_a_name_that_people_may_choose_themselves(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.known = {"sub": "person-1", "name": " Sanne\u0000\n\u202e Schrijve\u0301r \ud800" + "x" * 300, "email": 7}

        identity = finish(oidc, forged)

        assert identity.name.startswith("Sanne Schrijv\u00e9r xxx")
        assert len(identity.name) == 200
        assert identity.email == ""

    def test_never_logs_what_is_secret_or_personal(
        self, oidc: OpenIdProvider, forged: ForgedProvider, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        forged.claims = {"nonce": "another", "sub": "secret-person"}

        with pytest.raises(LoginFailed):
            finish(oidc, forged, code="secret-code")

        assert "nonce" in caplog.text
        assert not logging.getLogger("authlib.integrations.base_client").isEnabledFor(logging.DEBUG)
        for secret in ("secret-person", "secret-code", ACCESS_TOKEN, forged.nonce, forged.id_token()[:20]):
            assert secret not in caplog.text


class TestCallback:
    @pytest.mark.parametrize(
        "answer",
        [
            {"state": "of-another-login"},
            {"state": ""},
            {"code": ""},
            {"code": "c" * 5000},
            {"error": "access_denied"},
            {"error": "<script>alert(1)</script>"},
            {"iss": "https://evil.example"},
        ],
    )
    def test_is_refused_when_it_is_not_the_answer_to_this_login(
        self, oidc: OpenIdProvider, forged: ForgedProvider, answer: dict[str, str], caplog: pytest.LogCaptureFixture
    ) -> None:
        with pytest.raises(LoginFailed):
            finish(oidc, forged, **answer)

        assert not any(str(request.url).endswith("/token") for request in forged.wire.requests)
        assert "script" not in caplog.text

    def test_of_an_earlier_login_does_not_fit_a_later_one(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        earlier, later = forged.login(oidc), forged.login(oidc)

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=callback(code="c-1", state=earlier.state), redirect_uri=CALLBACK, started=later)

    @pytest.mark.parametrize("tail", ["", "?", "?code", "?code=%ff&state=1", "?" + "&".join(f"a{i}=1" for i in range(30)), "#code=1"])
    def test_is_refused_when_malformed(self, oidc: OpenIdProvider, forged: ForgedProvider, tail: str) -> None:
        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=CALLBACK + tail, redirect_uri=CALLBACK, started=forged.login(oidc))

    def test_may_not_say_anything_twice(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        started = forged.login(oidc)

        with pytest.raises(LoginFailed):
            oidc.finish(callback_url=f"{callback(code='c-1', state=started.state)}&code=c-2", redirect_uri=CALLBACK, started=started)

    def test_must_name_its_issuer_when_the_provider_always_does(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.discovery["authorization_response_iss_parameter_supported"] = True

        assert finish(oidc, forged, iss=ISSUER).subject == "person-1"
        with pytest.raises(LoginFailed):
            finish(oidc, forged)


class TestTokenEndpoint:
    @pytest.mark.parametrize(
        "answer",
        [
            (400, {"error": "invalid_grant"}),
            (401, {"error": "invalid_client", "error_description": "no"}),
            (200, {"error": ["strange"]}),
            (200, []),
            (200, b"<html>"),
            (200, b"[" * 100_000),
            (429, b"slow down"),
            (302, b""),
        ],
    )
    def test_may_refuse_and_then_nobody_is_logged_in(
        self, oidc: OpenIdProvider, forged: ForgedProvider, answer: tuple[int, object]
    ) -> None:
        forged.wire.answers[f"{ISSUER}/token"] = lambda _: answer
        forged.wire.answers[ELSEWHERE] = lambda _: (200, forged.token_answer())

        with pytest.raises(LoginFailed):
            finish(oidc, forged)

    @pytest.mark.parametrize("status", [500, 502, 503])
    def test_may_be_out_of_order(self, oidc: OpenIdProvider, forged: ForgedProvider, status: int) -> None:
        forged.wire.answers[f"{ISSUER}/token"] = lambda _: (status, b"oops")

        with pytest.raises(Unavailable):
            finish(oidc, forged)

    def test_may_not_answer_at_all(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        del forged.wire.answers[f"{ISSUER}/token"]

        with pytest.raises(Unavailable):
            finish(oidc, forged)

    def test_may_not_send_without_end(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.wire.answers[f"{ISSUER}/token"] = lambda _: (200, b" " * (600 * 1024))

        with pytest.raises(Unavailable):
            finish(oidc, forged)

    @pytest.mark.parametrize(
        "tokens",
        [
            {"id_token": None},
            {"id_token": {"sub": "person-1"}},
            {"id_token": ""},
            {"access_token": None},
            {"access_token": "é"},
            {"token_type": "mac"},
            {"token_type": None},
            {"expires_in": "soon"},
            {"expires_in": {"seconds": 60}},
        ],
    )
    def test_must_give_an_id_token_and_a_bearer_token(
        self, oidc: OpenIdProvider, forged: ForgedProvider, tokens: dict[str, object]
    ) -> None:
        forged.tokens = tokens

        with pytest.raises(LoginFailed):
            finish(oidc, forged)

    @pytest.mark.parametrize("status", [302, 401, 500])
    def test_is_followed_by_userinfo_that_must_answer(self, oidc: OpenIdProvider, forged: ForgedProvider, status: int) -> None:
        forged.wire.answers[f"{ISSUER}/userinfo"] = lambda _: (status, b"")
        forged.wire.answers[ELSEWHERE] = lambda _: (200, forged.known)

        with pytest.raises(Unavailable):
            finish(oidc, forged)


class TestLogoutUrl:
    def test_names_the_login_and_the_way_back(self, oidc: OpenIdProvider) -> None:
        url = oidc.logout_url(id_token="t", return_to="http://127.0.0.1:8000/")

        assert url is not None
        assert url.startswith(f"{ISSUER}/logout?")
        assert query(url) == {"id_token_hint": "t", "client_id": "register", "post_logout_redirect_uri": "http://127.0.0.1:8000/"}

    def test_keeps_what_the_address_holds_already(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.discovery["end_session_endpoint"] = f"{ISSUER}/logout?realm=x"

        url = oidc.logout_url(id_token="t", return_to="http://127.0.0.1:8000/")

        assert url is not None
        assert query(url)["realm"] == "x"

    def test_is_none_where_the_provider_has_no_such_page(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        del forged.discovery["end_session_endpoint"]

        assert oidc.logout_url(id_token="t", return_to="http://127.0.0.1:8000/") is None

    def test_is_none_while_the_provider_does_not_answer(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.wire.answers.clear()

        assert oidc.logout_url(id_token="t", return_to="http://127.0.0.1:8000/") is None
