"""Forged ID tokens and logout tokens: each says one thing that a true one would not."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable

import pytest
from joserfc import jws, jwt
from joserfc.jwk import RSAKey

from register.adapters.id_tokens import LOGOUT_EVENT, half_hash
from register.adapters.keys import signed
from register.adapters.oidc import OpenIdProvider
from register.adapters.signed_tokens import Registry
from register.errors import LoginFailed
from register.ports import Identity, LoggedOut
from tests.adapters.forged_provider import ACCESS_TOKEN, CALLBACK, ISSUER, KEY, NOON, STRANGER, ForgedProvider, callback, new_curve_key

NOW = int(NOON.timestamp())
#: The provider's own key, without the note which algorithm it is for.
ANY_ALGORITHM = RSAKey.import_key(KEY.as_pem(private=True))


def login(oidc: OpenIdProvider, forged: ForgedProvider) -> Identity:
    started = forged.login(oidc)
    return oidc.finish(callback_url=callback(code="c-1", state=started.state), redirect_uri=CALLBACK, started=started)


def segment(part: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def keyed_with_the_public_key(header: dict[str, object], claims: dict[str, object]) -> str:
    """Make the classic forgery: the public key, which anyone can read, used as a shared secret."""
    said = f"{segment(header)}.{segment(claims)}"
    mark = hmac.new(KEY.as_pem(private=False), said.encode(), hashlib.sha256).digest()
    return f"{said}.{base64.urlsafe_b64encode(mark).rstrip(b'=').decode()}"


def without_signature(forged: ForgedProvider) -> str:
    return f"{segment({'alg': 'none'})}.{segment(forged.id_claims())}."


def signed_with_the_public_key(forged: ForgedProvider) -> str:
    return keyed_with_the_public_key({"alg": "HS256", "kid": "first"}, forged.id_claims())


def signed_by_a_stranger(forged: ForgedProvider) -> str:
    return signed(STRANGER, forged.id_claims())


def signed_by_an_unknown_key(forged: ForgedProvider) -> str:
    return jwt.encode({"alg": "RS256", "kid": "unheard of"}, forged.id_claims(), STRANGER, algorithms=["RS256"])


def signed_by_a_key_that_it_brings_along(forged: ForgedProvider) -> str:
    header = {"alg": "RS256", "jwk": STRANGER.as_dict(private=False), "kid": "first"}
    return jwt.encode(header, forged.id_claims(), STRANGER, algorithms=["RS256"])


def signed_with_another_algorithm(forged: ForgedProvider) -> str:
    return jwt.encode({"alg": "RS512", "kid": "first"}, forged.id_claims(), ANY_ALGORITHM, algorithms=["RS512"])


def with_another_payload(forged: ForgedProvider) -> str:
    header, _, signature = forged.id_token().split(".")
    return f"{header}.{segment({**forged.id_claims(), 'sub': 'administrator'})}.{signature}"


def with_a_demand(forged: ForgedProvider) -> str:
    return jwt.encode({"alg": "RS256", "kid": "first", "b64": True, "crit": ["b64"]}, forged.id_claims(), KEY, algorithms=["RS256"])


def with_a_list_inside(forged: ForgedProvider) -> str:
    header, _, signature = forged.id_token().split(".")
    return f"{header}.{segment(['sub'])}.{signature}"


def with_a_deep_inside(forged: ForgedProvider) -> str:
    """Let the provider itself sign what no program can read to the end."""
    return jws.serialize_compact({"alg": "RS256", "kid": "first"}, "[" * 5000, KEY)


SIGNATURES: list[Callable[[ForgedProvider], str]] = [
    without_signature,
    signed_with_the_public_key,
    signed_by_a_stranger,
    signed_by_an_unknown_key,
    signed_by_a_key_that_it_brings_along,
    signed_with_another_algorithm,
    with_another_payload,
    with_a_demand,
    with_a_list_inside,
    with_a_deep_inside,
]

CLAIMS: list[dict[str, object]] = [
    {"iss": "https://evil.example"},
    {"iss": f"{ISSUER}/"},
    {"iss": [ISSUER]},
    {"iss": None},
    {"aud": "another-program"},
    {"aud": ["another-program"]},
    {"aud": ["register", "another-program"]},
    {"aud": []},
    {"aud": None},
    {"aud": 1},
    {"azp": "another-program"},
    {"azp": 1},
    {"exp": NOW - 61},
    {"exp": "tomorrow"},
    {"exp": True},
    {"exp": float("nan")},
    {"exp": None},
    {"iat": NOW + 61},
    {"iat": None},
    {"nbf": NOW + 61},
    {"nonce": "of-another-login"},
    {"nonce": ""},
    {"nonce": None},
    {"nonce": 5},
    {"at_hash": half_hash("another access token", "RS256")},
    {"at_hash": ""},
    {"at_hash": 5},
    {"sub": None},
    {"sub": ""},
    {"sub": 5},
    {"sub": "x" * 256},
    {"sub": "é"},
    {"sub": "a\nb"},
    {"sid": 5},
]


class TestIdToken:
    @pytest.mark.parametrize("forgery", SIGNATURES, ids=lambda forgery: forgery.__name__)
    def test_is_refused_when_its_signature_proves_nothing(
        self, oidc: OpenIdProvider, forged: ForgedProvider, forgery: Callable[[ForgedProvider], str]
    ) -> None:
        forged.tokens = {"id_token": lambda: forgery(forged)}

        with pytest.raises(LoginFailed):
            login(oidc, forged)

    @pytest.mark.parametrize("claims", CLAIMS, ids=str)
    def test_is_refused_when_it_says_something_else(self, oidc: OpenIdProvider, forged: ForgedProvider, claims: dict[str, object]) -> None:
        forged.claims = claims

        with pytest.raises(LoginFailed):
            login(oidc, forged)

    @pytest.mark.parametrize("kind", ["at+jwt", "logout+jwt", "dpop+jwt"])
    def test_is_refused_when_it_is_another_kind_of_token(self, oidc: OpenIdProvider, forged: ForgedProvider, kind: str) -> None:
        forged.kind = kind

        with pytest.raises(LoginFailed):
            login(oidc, forged)

    @pytest.mark.parametrize("token", ["", ".", "..", "a.b.c", "a.b.c.d", "e30.e30.e30", "é.é.é", "." * 20_000])
    def test_is_refused_when_it_is_no_token(self, oidc: OpenIdProvider, forged: ForgedProvider, token: str) -> None:
        forged.tokens = {"id_token": token}

        with pytest.raises(LoginFailed):
            login(oidc, forged)

    @pytest.mark.parametrize(
        "claims",
        [{"aud": ["register"]}, {"azp": "register"}, {"exp": NOW - 59}, {"iat": NOW + 59}, {"at_hash": None}, {"sub": "x" * 255}],
        ids=str,
    )
    def test_is_taken_within_the_rules(self, oidc: OpenIdProvider, forged: ForgedProvider, claims: dict[str, object]) -> None:
        forged.claims = claims
        forged.known["sub"] = claims.get("sub", "person-1")

        assert login(oidc, forged).issuer == ISSUER

    def test_may_be_signed_on_a_curve(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        forged.key = new_curve_key()
        forged.keys = [forged.key.as_dict(private=False)]

        assert login(oidc, forged).subject == "person-1"

    def test_may_hold_header_fields_that_mean_nothing_to_us(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        header = {"alg": "RS256", "kid": "first", "vendor": "x", "x5t": "y"}
        lenient = Registry(["RS256"])
        forged.tokens = {"id_token": lambda: jwt.encode(header, forged.id_claims(), KEY, registry=lenient)}

        assert login(oidc, forged).subject == "person-1"

    def test_binds_the_access_token_by_its_half_hash(self) -> None:
        # The example of OpenID Connect Core, appendix A.3.
        assert half_hash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", "RS256") == "77QmUPtjPfzWtF2AnpK9RQ"
        assert len(half_hash(ACCESS_TOKEN, "ES512")) == 43


def logout_token(**changes: object) -> str:
    claims = {
        "iss": ISSUER,
        "aud": "register",
        "iat": NOW,
        "exp": NOW + 120,
        "jti": "once",
        "events": {LOGOUT_EVENT: {}},
        "sub": "person-1",
        "sid": "session-1",
        **changes,
    }
    kind = str(claims.pop("typ", "logout+jwt"))
    return signed(KEY, {key: value for key, value in claims.items() if value is not None}, kind=kind)


class TestLogoutToken:
    @pytest.mark.parametrize(
        ("changes", "who"),
        [
            ({}, LoggedOut(ISSUER, "person-1", "session-1")),
            ({"sid": None}, LoggedOut(ISSUER, "person-1", "")),
            ({"sub": None}, LoggedOut(ISSUER, "", "session-1")),
            ({"typ": "JWT"}, LoggedOut(ISSUER, "person-1", "session-1")),
        ],
    )
    def test_names_whose_sessions_end(self, oidc: OpenIdProvider, changes: dict[str, object], who: LoggedOut) -> None:
        assert oidc.read_logout_token(logout_token(**changes)) == who

    @pytest.mark.parametrize(
        "changes",
        [
            {"events": None},
            {"events": {}},
            {"events": [LOGOUT_EVENT]},
            {"events": {LOGOUT_EVENT: True}},
            {"nonce": "n"},
            {"nonce": ""},
            {"jti": None},
            {"jti": ""},
            {"sub": None, "sid": None},
            {"sub": "", "sid": "session-1"},
            {"sub": 5},
            {"sid": 5},
            {"aud": "another-program"},
            {"iss": "https://evil.example"},
            {"exp": NOW - 61},
            {"exp": None},
            {"iat": NOW + 61},
            {"iat": None},
            {"typ": "at+jwt"},
        ],
        ids=str,
    )
    def test_is_refused_when_it_says_something_else(self, oidc: OpenIdProvider, changes: dict[str, object]) -> None:
        with pytest.raises(LoginFailed):
            oidc.read_logout_token(logout_token(**changes))

    def test_is_not_an_id_token(self, oidc: OpenIdProvider, forged: ForgedProvider) -> None:
        with pytest.raises(LoginFailed):
            oidc.read_logout_token(forged.id_token())

    def test_is_refused_without_a_signature_of_the_provider(self, oidc: OpenIdProvider) -> None:
        header, payload, _ = logout_token().split(".")

        for forgery in (f"{header}.{payload}.", f"{segment({'alg': 'none', 'typ': 'logout+jwt'})}.{payload}.", "rubbish", ""):
            with pytest.raises(LoginFailed):
                oidc.read_logout_token(forgery)
