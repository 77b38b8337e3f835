"""Bearer tokens of machines: JSON Web Tokens as RFC 9068 describes them.

The register believes a token of an issuer in its settings that is meant for
it. Which client it names is all that it takes from it: what that client may
do is the register's own business. It fulfils `TokenReader`.
"""

import logging

from joserfc.jwt import Claims
from requests.adapters import BaseAdapter

from register.adapters import signed_tokens
from register.adapters.issuers import Issuer
from register.adapters.signed_tokens import Untrusted
from register.errors import NotLoggedIn
from register.ports import Clock, MachineIdentity
from register.settings import Settings

ACCESS_TOKEN = frozenset({"at+jwt"})

log = logging.getLogger(__name__)


class BearerTokens:
    """The tokens of the issuers in the settings."""

    def __init__(self, settings: Settings, *, clock: Clock, transport: BaseAdapter | None = None) -> None:
        self._clock = clock
        self._audience = settings.token_audience
        self._algorithms = signed_tokens.allowed_algorithms(settings.listed("oidc_algorithms"))
        self._issuers = {name: Issuer(name, clock=clock, transport=transport) for name in settings.listed("token_issuers")}

    def read(self, token: str) -> MachineIdentity:
        """Return whom the token names.

        Raises `NotLoggedIn` for whatever is wrong with it, `Unavailable` when
        the issuer's keys cannot be fetched.
        """
        try:
            issuer = self._issuer(token)
            read = signed_tokens.verified(token, kinds=ACCESS_TOKEN, algorithms=self._algorithms, keys=issuer.keys)
            now = int(self._clock.now().timestamp())
            signed_tokens.check_registered(read.claims, issuer=issuer.name, audience=self._audience, now=now)
            return MachineIdentity(issuer=issuer.name, client_id=_client(read.claims))
        except Untrusted as problem:
            log.info("token refused: %s", problem)
            raise NotLoggedIn("the token is refused") from problem

    def _issuer(self, token: str) -> Issuer:
        """Return the issuer that the token claims to be from; only its signature proves that."""
        name = signed_tokens.claims_unverified(token).get("iss")
        if not isinstance(name, str) or name not in self._issuers:
            raise Untrusted("its issuer is not one of ours")
        return self._issuers[name]


def _client(claims: Claims) -> str:
    if "cnf" in claims:
        # Bound to a key (DPoP, mutual TLS) that was not shown with it: whoever sends it may have stolen it.
        raise Untrusted("it is bound to a key")
    client = signed_tokens.name(claims, "azp") or signed_tokens.name(claims, "client_id")
    if not client:
        raise Untrusted("it names no client")
    return client
