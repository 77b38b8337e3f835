"""The tokens that the provider gives out, each of its own type: ID token, access token of a machine, logout token."""

import secrets
from typing import Any

from register.adapters.id_tokens import LOGOUT_EVENT, half_hash
from register.adapters.keys import signed
from register.dev_idp.accounts import ACCOUNTS, Account
from register.dev_idp.memory import ACCESS_TOKEN_LIFE, Code, Session
from register.dev_idp.provider import Provider

ID_TOKEN_LIFE = 300
LOGOUT_TOKEN_LIFE = 120


def id_token(provider: Provider, code: Code, *, access_token: str) -> str:
    """Say who logged in, to the client that asked."""
    claims = {
        **_base(provider, audience=code.client_id, life=ID_TOKEN_LIFE),
        **known(ACCOUNTS[code.session.subject], code.scope),
        "auth_time": code.session.since,
        "nonce": code.nonce,
        "sid": code.session.id,
        "at_hash": half_hash(access_token, str(provider.key.alg)),
    }
    return signed(provider.key, claims)


def machine_token(provider: Provider, client_id: str, *, audience: str) -> str:
    """Let a machine use an API (RFC 9068)."""
    claims = {
        **_base(provider, audience=audience, life=ACCESS_TOKEN_LIFE),
        "sub": client_id,
        "client_id": client_id,
        "jti": secrets.token_urlsafe(16),
    }
    return signed(provider.key, claims, kind="at+jwt")


def logout_token(provider: Provider, client_id: str, session: Session) -> str:
    """Tell a client that a session ended (Back-Channel Logout 1.0)."""
    claims = {
        **_base(provider, audience=client_id, life=LOGOUT_TOKEN_LIFE),
        "sub": session.subject,
        "sid": session.id,
        "jti": secrets.token_urlsafe(16),
        "events": {LOGOUT_EVENT: {}},
    }
    return signed(provider.key, claims, kind="logout+jwt")


def known(account: Account, scope: frozenset[str]) -> dict[str, Any]:
    """Return what may be told of a person within this scope."""
    claims: dict[str, Any] = {"sub": account.subject}
    if "profile" in scope:
        claims |= {"name": account.name, "preferred_username": account.subject, "locale": account.locale}
    if "email" in scope:
        claims |= {"email": account.email, "email_verified": True}
    return claims


def _base(provider: Provider, *, audience: str, life: int) -> dict[str, Any]:
    now = provider.now()
    return {"iss": provider.issuer, "aud": audience, "iat": now, "exp": now + life}
