"""How a client proves to the token endpoint who it is: private_key_jwt and nothing else (RFC 7523).

Each proof is good once, for a few minutes at most, and only for this issuer.
"""

from werkzeug.datastructures import MultiDict

from register.adapters import signed_tokens
from register.adapters.keys import CURVES
from register.adapters.oidc_client import ASSERTION_TYPE
from register.adapters.signed_tokens import Untrusted
from register.dev_idp.clients import Client
from register.dev_idp.provider import Provider, Refused

KINDS = frozenset({"", "jwt"})
ALGORITHMS = frozenset({"RS256", *CURVES.values()})
MAX_LIFE = 300


def client_of(provider: Provider, form: MultiDict[str, str]) -> Client:
    """Return the client that made this token request. Raises `Refused`."""
    try:
        return _proven(provider, form)
    except Untrusted as problem:
        raise Refused("invalid_client", f"The proof of identity is refused: {problem}.", status=401) from problem


def _proven(provider: Provider, form: MultiDict[str, str]) -> Client:
    proof = form.get("client_assertion", "")
    if form.get("client_assertion_type") != ASSERTION_TYPE:
        raise Untrusted("it is not of the type private_key_jwt")
    client = provider.clients.get(str(signed_tokens.claims_unverified(proof).get("sub")))
    if client is None or form.get("client_id", client.id) != client.id:
        raise Untrusted("there is no such client")
    claims = signed_tokens.verified(proof, kinds=KINDS, algorithms=ALGORITHMS, keys=lambda _name: client.keys).claims
    now = provider.now()
    signed_tokens.check_registered(claims, issuer=client.id, audience=provider.issuer, now=now)
    name = signed_tokens.name(claims, "jti")
    if claims["exp"] > now + MAX_LIFE:
        raise Untrusted("it is good for too long")
    if not name or not provider.memory.proofs.put(f"{client.id} {name}", None, seconds=MAX_LIFE + 2 * signed_tokens.SKEW):
        raise Untrusted("it was used before, or has no id")
    return client
