"""What the register asks of the identity provider behind the browser's back: tokens for a code, and who that is.

authlib's requests session does the OAuth; the proof of who we are is made
here, anew for each request.
"""

import logging
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from requests.adapters import BaseAdapter

from register.adapters import keys, provider_http
from register.adapters.oidc_callbacks import fixed
from register.adapters.signed_tokens import Untrusted
from register.errors import Unavailable
from register.ports import Clock

SCOPE = "openid profile email"
METHOD = "private_key_jwt"
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
#: Seconds that a proof of identity is good for.
ASSERTION_LIFE = 60

logging.getLogger("authlib").setLevel(logging.INFO)  # its debug lines hold the PKCE verifier


class Proof:
    """How the register proves to this issuer who it is (RFC 7523).

    The audience is the issuer of the settings: an address of the fetched
    document could be one where somebody else collects proofs.
    """

    def __init__(self, *, client_id: str, issuer: str, key: Callable[[], keys.PrivateKey], clock: Clock) -> None:
        self.client_id = client_id
        self._issuer = issuer
        self._key = key
        self._clock = clock

    def made(self) -> str:
        """Return a new proof, with an id of its own."""
        now = int(self._clock.now().timestamp())
        claims = {"iss": self.client_id, "sub": self.client_id, "aud": self._issuer, "iat": now, "exp": now + ASSERTION_LIFE}
        return keys.signed(self._key(), {**claims, "jti": secrets.token_urlsafe(32)})

    def __call__(self, auth: object, method: str, uri: str, headers: dict[str, str], body: str) -> tuple[str, dict[str, str], str]:
        """Add a proof to a token request, as authlib asks for it."""
        added = {"client_id": self.client_id, "client_assertion_type": ASSERTION_TYPE, "client_assertion": self.made()}
        body = f"{body}&{urlencode(added)}"
        headers["Content-Length"] = str(len(body))
        return uri, headers, body


def session(proof: Proof, *, issuer: str, redirect_uri: str, transport: BaseAdapter | None) -> OAuth2Session:
    """Return a session for one login; it is not to be shared."""
    made = OAuth2Session(
        client_id=proof.client_id,
        token_endpoint_auth_method=METHOD,
        redirect_uri=redirect_uri,
        scope=SCOPE,
        code_challenge_method="S256",
        leeway=0,  # a token that lives for a minute is good enough: it is used at once
    )
    made.register_client_auth_method((METHOD, proof))
    made.register_compliance_hook("access_token_response", provider_http.bounded)
    provider_http.prepare(made, address=issuer, transport=transport)
    return made


def tokens(session: OAuth2Session, address: str, *, code: str, code_verifier: str) -> tuple[str, str]:
    """Exchange the code for an ID token and an access token.

    Raises `Untrusted` for a refusal or a useless answer, `Unavailable` when
    there is none.
    """
    try:
        answer = session.fetch_token(
            address, grant_type="authorization_code", code=code, code_verifier=code_verifier, **provider_http.OPTIONS
        )
    except AuthlibBaseError as problem:
        raise Untrusted(f"the token endpoint refused: {fixed(problem.error)}") from problem
    except requests.RequestException as problem:
        if isinstance(problem, requests.HTTPError) and problem.response.status_code < requests.codes.internal_server_error:
            raise Untrusted(f"the token endpoint answers {problem.response.status_code}") from problem
        raise Unavailable(f"the token endpoint does not answer: {type(problem).__name__}") from problem
    except (ValueError, TypeError, RecursionError) as problem:
        raise Untrusted("the token endpoint's answer is malformed") from problem
    id_token, access_token = answer.get("id_token"), answer.get("access_token")
    if not isinstance(id_token, str):
        raise Untrusted("the token endpoint gives no ID token")
    if not isinstance(access_token, str) or not access_token.isascii() or str(answer.get("token_type")).lower() != "bearer":
        raise Untrusted("the token endpoint gives no access token")
    return id_token, access_token


def userinfo(session: OAuth2Session, address: str, *, subject: str) -> dict[str, Any]:
    """Return what the provider knows of the subject whose access token the session holds.

    Raises `Untrusted` for an answer about somebody else (Core, section 5.3.2),
    `Unavailable` when there is none.
    """
    try:
        answer = provider_http.bounded(session.get(address, **provider_http.OPTIONS))
    except AuthlibBaseError as problem:
        raise Untrusted(f"the access token cannot be used: {fixed(problem.error)}") from problem
    except requests.RequestException as problem:
        raise Unavailable(f"the userinfo endpoint does not answer: {type(problem).__name__}") from problem
    if answer.status_code != requests.codes.ok:
        raise Unavailable(f"the userinfo endpoint answers {answer.status_code}")
    known = provider_http.json_object(answer)
    if known.get("sub") != subject:
        raise Untrusted("the userinfo endpoint speaks of somebody else")
    return known
