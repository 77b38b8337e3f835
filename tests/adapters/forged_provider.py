"""An identity provider in the hands of the test: it answers without sockets, and says whatever it is told to.

It stands for the outside world, honest or not; the code under test is the real one.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from joserfc.jwk import ECKey, RSAKey
from requests.adapters import BaseAdapter

from register.adapters.id_tokens import half_hash
from register.adapters.keys import PrivateKey, signed
from register.adapters.oidc import OpenIdProvider
from register.ports import LoginStart
from register.settings import Settings

ISSUER = "https://login.example"
CALLBACK = "http://127.0.0.1:8000/auth/callback"
#: Where the provider sends who follows its redirects.
ELSEWHERE = f"{ISSUER}/elsewhere"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ACCESS_TOKEN = "access-token-of-the-test"


def new_key(name: str = "first") -> RSAKey:
    """Make a key of the provider."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig", "alg": "RS256"})


def new_curve_key(name: str = "curve") -> ECKey:
    return ECKey.generate_key("P-256", {"kid": name, "use": "sig", "alg": "ES256"})


KEY = new_key()
STRANGER = new_key()


class SetClock:
    """Tells the time that the test sets."""

    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        return self.moment

    def advance(self, **by: float) -> None:
        self.moment += timedelta(**by)


Answer = Callable[[requests.PreparedRequest], tuple[int, object]]


class Wire(BaseAdapter):
    """Carries requests to the functions of the test; where there is none, nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, Answer] = {}
        self.requests: list[requests.PreparedRequest] = []

    def send(self, request: requests.PreparedRequest, *more: Any, **options: Any) -> requests.Response:
        assert isinstance(options["timeout"], tuple), "every request has a bound in time"
        self.requests.append(request)
        answer = self.answers.get(str(request.url).partition("?")[0])
        if answer is None:
            raise requests.ConnectionError(request.url)
        response = requests.Response()
        response.status_code, content = answer(request)
        response.raw = BytesIO(content if isinstance(content, bytes) else json.dumps(content).encode())
        if 300 <= response.status_code < 400:
            response.headers["Location"] = ELSEWHERE
        response.url, response.request = str(request.url), request
        return response

    def close(self) -> None:
        """Do as a transport must; there is nothing to close."""

    def count(self, url: str) -> int:
        """Say how often an address was asked."""
        return sum(str(request.url) == url for request in self.requests)


def form_of(request: requests.PreparedRequest) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(str(request.body)).items()}


@dataclass
class ForgedProvider:
    """Change what it says between the steps of a test."""

    key: PrivateKey = field(default_factory=lambda: KEY)
    wire: Wire = field(default_factory=Wire)
    clock: SetClock = field(default_factory=SetClock)
    discovery: dict[str, Any] = field(default_factory=dict)
    keys: list[Any] = field(default_factory=list)
    #: Laid over the claims of the ID token; None takes a claim away.
    claims: dict[str, Any] = field(default_factory=dict)
    #: Laid over the answer of the token endpoint.
    tokens: dict[str, Any] = field(default_factory=dict)
    known: dict[str, Any] = field(
        default_factory=lambda: {"sub": "person-1", "name": "Sanne Schrijver", "email": "sanne@waterlede.example"}
    )
    nonce: str = ""
    kind: str = "JWT"

    def __post_init__(self) -> None:
        self.discovery = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "userinfo_endpoint": f"{ISSUER}/userinfo",
            "end_session_endpoint": f"{ISSUER}/logout",
            "jwks_uri": f"{ISSUER}/jwks",
        }
        self.keys = [self.key.as_dict(private=False)]
        self.wire.answers = {
            f"{ISSUER}/.well-known/openid-configuration": lambda _: (200, self.discovery),
            f"{ISSUER}/jwks": lambda _: (200, {"keys": self.keys}),
            f"{ISSUER}/token": lambda _: (200, self.token_answer()),
            f"{ISSUER}/userinfo": lambda _: (200, self.known),
        }

    def id_token(self) -> str:
        return signed(self.key, self.id_claims(), kind=self.kind)

    def id_claims(self) -> dict[str, Any]:
        now = int(self.clock.now().timestamp())
        claims = {
            "iss": ISSUER,
            "sub": "person-1",
            "aud": "register",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
            "sid": "session-1",
            "at_hash": half_hash(ACCESS_TOKEN, "RS256"),
            **self.claims,
        }
        return {key: value for key, value in claims.items() if value is not None}

    def token_answer(self) -> dict[str, Any]:
        answer = {"access_token": ACCESS_TOKEN, "token_type": "Bearer", "expires_in": 60, "id_token": self.id_token, **self.tokens}
        return {key: value() if callable(value) else value for key, value in answer.items() if value is not None}

    def login(self, provider: OpenIdProvider) -> LoginStart:
        """Let somebody begin a login, and remember its nonce as a provider does."""
        started = provider.begin(redirect_uri=CALLBACK)
        self.nonce = parse_qs(urlsplit(started.url).query)["nonce"][0]
        return started


def callback(**answer: str) -> str:
    """Return the address with which the browser comes back."""
    return f"{CALLBACK}?{urlencode(answer)}"


def settings(key_file: str, **changes: str) -> Settings:
    """Return settings that trust the forged provider."""
    given = {"oidc_issuer": ISSUER, "oidc_private_key": key_file, "token_issuers": ISSUER, **changes}
    return Settings(**given)  # type: ignore[arg-type]  # every changed setting is text
