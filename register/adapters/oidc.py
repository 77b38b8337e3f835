"""Login by OpenID Connect: code flow, PKCE S256, private_key_jwt (NL GOV profile).

The adapter remembers nothing about a login: what `begin` returns comes back
in `finish`, and whoever keeps it must give it out once. It fulfils
`IdentityProvider` and knows no web framework.
"""

import logging
import secrets
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlencode, urlsplit

from authlib.integrations.requests_client import OAuth2Session
from requests.adapters import BaseAdapter

from register.adapters import id_tokens, keys, oidc_callbacks, oidc_client, signed_tokens
from register.adapters.issuers import Endpoints, Issuer
from register.adapters.signed_tokens import Untrusted
from register.errors import LoginFailed, Unavailable
from register.ports import Clock, Identity, LoggedOut, LoginStart
from register.settings import Settings

TEXT_LENGTH = 200

log = logging.getLogger(__name__)


class OpenIdProvider:
    """The identity provider of the settings."""

    def __init__(self, settings: Settings, *, clock: Clock, transport: BaseAdapter | None = None) -> None:
        self._settings = settings
        self._clock = clock
        self._transport = transport
        self._algorithms = signed_tokens.allowed_algorithms(settings.listed("oidc_algorithms"))
        self._client_id = settings.oidc_client_id
        self._issuer = Issuer(settings.oidc_issuer, clock=clock, transport=transport)
        self._proof = oidc_client.Proof(client_id=self._client_id, issuer=self._issuer.name, key=lambda: self._key, clock=clock)

    def begin(self, *, redirect_uri: str) -> LoginStart:
        """Prepare a login. Raises `Unavailable` when the provider does not answer."""
        address = self._endpoints().authorization
        state, nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        with self._session(redirect_uri) as session:
            url, _ = session.create_authorization_url(address, state=state, nonce=nonce, code_verifier=verifier)
        return LoginStart(url=url, state=state, nonce=nonce, code_verifier=verifier)

    def finish(self, *, callback_url: str, redirect_uri: str, started: LoginStart) -> Identity:
        """Exchange the code of the full callback address for who logged in.

        Raises `LoginFailed` for whatever is wrong, `Unavailable` when the
        provider does not answer.
        """
        endpoints = self._endpoints()
        try:
            code = oidc_callbacks.code(callback_url, state=started.state, issuer=self._issuer.name, names_itself=endpoints.names_itself)
            with self._session(redirect_uri) as session:
                id_token, access_token = oidc_client.tokens(session, endpoints.token, code=code, code_verifier=started.code_verifier)
                token = signed_tokens.verified(id_token, kinds=id_tokens.ID_TOKEN, algorithms=self._algorithms, keys=self._issuer.keys)
                subject, provider_session = id_tokens.check_id_token(
                    token,
                    issuer=self._issuer.name,
                    client_id=self._client_id,
                    nonce=started.nonce,
                    access_token=access_token,
                    now=self._now(),
                )
                claims = token.claims
                if endpoints.userinfo and not claims.keys() >= {"name", "email"}:
                    claims = {**oidc_client.userinfo(session, endpoints.userinfo, subject=subject), **claims}
        except Untrusted as problem:
            _refuse("login", problem)
        return Identity(
            issuer=self._issuer.name,
            subject=subject,
            name=_text(claims, "name") or _text(claims, "preferred_username"),
            email=_text(claims, "email"),
            provider_session=provider_session,
            id_token=id_token,
        )

    def logout_url(self, *, id_token: str, return_to: str) -> str | None:
        """Return where to log out at the provider too; None when it has no such page, or does not answer now."""
        try:
            address = self._endpoints().end_session
        except Unavailable as problem:
            log.warning("logout at the identity provider is left out: %s", problem)
            return None
        if not address:
            return None
        query = {"id_token_hint": id_token, "client_id": self._client_id, "post_logout_redirect_uri": return_to}
        return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(query)}"

    def read_logout_token(self, token: str) -> LoggedOut:
        """Check a back-channel logout token. Raises `LoginFailed`, or `Unavailable` when the keys cannot be fetched."""
        try:
            read = signed_tokens.verified(token, kinds=id_tokens.LOGOUT_TOKEN, algorithms=self._algorithms, keys=self._issuer.keys)
            subject, session = id_tokens.check_logout_token(read, issuer=self._issuer.name, client_id=self._client_id, now=self._now())
        except Untrusted as problem:
            _refuse("back-channel logout", problem)
        return LoggedOut(issuer=self._issuer.name, subject=subject, provider_session=session)

    def public_keys(self) -> dict[str, Any]:
        """Return the register's own public key set, by which the provider knows it."""
        return keys.public_key_set(self._key)

    @cached_property
    def _key(self) -> keys.PrivateKey:
        path = Path(self._settings.oidc_private_key)
        return keys.private_key(path) if self._settings.is_production else keys.private_key_or_new(path)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())

    def _session(self, redirect_uri: str) -> OAuth2Session:
        return oidc_client.session(self._proof, issuer=self._issuer.name, redirect_uri=redirect_uri, transport=self._transport)

    def _endpoints(self) -> Endpoints:
        endpoints = self._issuer.endpoints()
        if not endpoints.authorization or not endpoints.token:
            raise Unavailable("the identity provider's discovery document names no login")
        return endpoints


def _text(claims: Mapping[str, Any], key: str) -> str:
    """Return a claim that people read: tidied, since the provider may let people choose it themselves."""
    value = claims.get(key)
    if not isinstance(value, str):
        return ""
    shown = "".join(character if character.isprintable() else " " for character in value)
    return unicodedata.normalize("NFC", " ".join(shown.split()))[:TEXT_LENGTH]


def _refuse(what: str, problem: Untrusted) -> NoReturn:
    """Say in the log why; the person gets one page without a reason, since they may be the attacker."""
    log.warning("%s refused: %s", what, problem)
    raise LoginFailed(f"{what} refused") from problem
