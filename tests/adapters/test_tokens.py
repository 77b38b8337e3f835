"""Bearer tokens of machines: which ones the register believes, and what it takes from them."""

import base64
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st
from joserfc import jwt

from register.adapters.keys import signed
from register.adapters.tokens import BearerTokens
from register.errors import NotLoggedIn, Unavailable
from register.ports import MachineIdentity, TokenReader
from tests.adapters.forged_provider import ISSUER, KEY, NOON, STRANGER, ForgedProvider, settings
from tests.adapters.test_id_tokens import ANY_ALGORITHM, keyed_with_the_public_key, segment

NOW = int(NOON.timestamp())
AUDIENCE = "http://127.0.0.1:8000/api/v1"


def claims(**changes: object) -> dict[str, object]:
    given = {
        "iss": ISSUER,
        "sub": "machine-1",
        "aud": AUDIENCE,
        "iat": NOW,
        "exp": NOW + 600,
        "jti": "once",
        "client_id": "machine-1",
        **changes,
    }
    return {key: value for key, value in given.items() if value is not None}


def token(kind: str = "at+jwt", **changes: object) -> str:
    return signed(KEY, claims(**changes), kind=kind)


@pytest.fixture
def reader(forged: ForgedProvider, key_file: Path) -> BearerTokens:
    return BearerTokens(settings(str(key_file)), clock=forged.clock, transport=forged.wire)


class TestRead:
    @pytest.mark.parametrize(
        ("changes", "client"),
        [
            ({}, "machine-1"),
            ({"azp": "machine-2"}, "machine-2"),
            ({"azp": "machine-2", "client_id": None}, "machine-2"),
            ({"aud": ["https://elsewhere.example", AUDIENCE]}, "machine-1"),
            ({"exp": NOW - 59, "iat": NOW + 59}, "machine-1"),
            ({"kind": "application/at+jwt"}, "machine-1"),
            ({"kind": "AT+JWT"}, "machine-1"),
        ],
        ids=str,
    )
    def test_names_the_client(self, reader: BearerTokens, changes: dict[str, str], client: str) -> None:
        port: TokenReader = reader

        assert port.read(token(**changes)) == MachineIdentity(issuer=ISSUER, client_id=client)

    @pytest.mark.parametrize(
        "changes",
        [
            {"kind": "JWT"},
            {"kind": "logout+jwt"},
            {"kind": ""},
            {"iss": "https://evil.example"},
            {"iss": None},
            {"iss": [ISSUER]},
            {"aud": "register"},
            {"aud": f"{AUDIENCE}/"},
            {"aud": None},
            {"exp": NOW - 61},
            {"exp": None},
            {"exp": "never"},
            {"iat": NOW + 61},
            {"iat": None},
            {"nbf": NOW + 61},
            {"client_id": None},
            {"client_id": ""},
            {"client_id": 5},
            {"client_id": "a\nb"},
            {"azp": ["machine-2"]},
            {"cnf": {"jkt": "thumbprint"}},
        ],
        ids=str,
    )
    def test_refuses_a_token_that_says_something_else(self, reader: BearerTokens, changes: dict[str, str]) -> None:
        with pytest.raises(NotLoggedIn):
            reader.read(token(**changes))

    def test_refuses_a_token_that_the_issuer_did_not_sign(self, reader: BearerTokens) -> None:
        header = {"typ": "at+jwt", "kid": "first"}
        forgeries = [
            f"{segment({**header, 'alg': 'none'})}.{segment(claims())}.",
            keyed_with_the_public_key({**header, "alg": "HS256"}, claims()),
            jwt.encode({**header, "alg": "RS256"}, claims(), STRANGER, algorithms=["RS256"]),
            jwt.encode({**header, "alg": "RS256", "kid": "unheard of"}, claims(), STRANGER, algorithms=["RS256"]),
            jwt.encode({**header, "alg": "RS512"}, claims(), ANY_ALGORITHM, algorithms=["RS512"]),
            token() + "A",
            token().rpartition(".")[0] + ".",
        ]

        for forgery in forgeries:
            with pytest.raises(NotLoggedIn):
                reader.read(forgery)

    def test_does_not_take_an_id_token_for_an_access_token(self, reader: BearerTokens, forged: ForgedProvider) -> None:
        with pytest.raises(NotLoggedIn):
            reader.read(forged.id_token())

    def test_never_asks_an_issuer_that_is_not_in_the_settings(self, reader: BearerTokens, forged: ForgedProvider) -> None:
        with pytest.raises(NotLoggedIn):
            reader.read(token(iss="https://evil.example"))

        assert forged.wire.requests == []

    @pytest.mark.parametrize("algorithm", ["none", "HS256", "RS512", "", ["RS256"], None])
    def test_never_asks_for_keys_that_the_algorithm_cannot_use(
        self, reader: BearerTokens, forged: ForgedProvider, algorithm: object
    ) -> None:
        header = {"typ": "at+jwt", "kid": "first", "alg": algorithm}

        with pytest.raises(NotLoggedIn):
            reader.read(f"{segment(header)}.{segment(claims())}.AAAA")

        assert forged.wire.requests == []

    def test_refuses_a_token_that_is_too_long(self, reader: BearerTokens) -> None:
        with pytest.raises(NotLoggedIn):
            reader.read(token(padding="x" * 13_000))

    def test_is_unavailable_while_the_keys_cannot_be_fetched(self, reader: BearerTokens, forged: ForgedProvider) -> None:
        forged.wire.answers.clear()

        with pytest.raises(Unavailable):
            reader.read(token())

    def test_says_why_in_the_log_without_the_token(self, reader: BearerTokens, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level("DEBUG")
        given = token(exp=NOW - 61, client_id="machine-of-somebody")

        with pytest.raises(NotLoggedIn):
            reader.read(given)

        assert "expired_token exp" in caplog.text
        assert given[:20] not in caplog.text
        assert "machine-of-somebody" not in caplog.text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)
FIELDS = st.sampled_from(["alg", "typ", "kid", "crit", "b64", "jwk", "x5c", "iss", "aud", "exp", "iat", "azp", "client_id", "cnf"])


class TestRubbish:
    @effort(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(header=st.dictionaries(FIELDS, JSON, max_size=4), payload=st.dictionaries(FIELDS, JSON, max_size=4))
    def test_is_refused_whatever_its_shape(self, reader: BearerTokens, header: dict[str, object], payload: dict[str, object]) -> None:
        first = {"alg": "RS256", "typ": "at+jwt", "kid": "first", **header}

        with pytest.raises(NotLoggedIn):
            reader.read(f"{segment(first)}.{segment({**claims(), **payload})}.AAAA")

    @effort(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(payload=st.dictionaries(FIELDS, JSON, max_size=4))
    def test_is_refused_even_from_the_issuer(self, reader: BearerTokens, payload: dict[str, object]) -> None:
        with pytest.raises(NotLoggedIn):
            reader.read(signed(KEY, {**claims(), **payload, "aud": "nobody"}, kind="at+jwt"))

    @given(text=st.text(max_size=200))
    @effort(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    def test_is_refused_whatever_its_letters(self, reader: BearerTokens, text: str) -> None:
        with pytest.raises(NotLoggedIn):
            reader.read(text)

    @pytest.mark.parametrize("depth", [500, 5000])
    def test_is_refused_however_deep(self, reader: BearerTokens, depth: int) -> None:
        deep = base64.urlsafe_b64encode(b"[" * depth).rstrip(b"=").decode()

        for broken in (f"{deep}.{segment(claims())}.AAAA", f"{segment({'alg': 'RS256', 'typ': 'at+jwt'})}.{deep}.AAAA"):
            with pytest.raises(NotLoggedIn):
                reader.read(broken)
