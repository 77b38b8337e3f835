"""What an ID token and a logout token must say before the register believes them.

OpenID Connect Core 1.0, section 3.1.3.7, and Back-Channel Logout 1.0, section
2.6. The signature is checked elsewhere; these rules are about the claims
alone. Whatever is wrong is `Untrusted`.
"""

import base64
import hashlib
import secrets

from joserfc.jwt import Claims, Token

from register.adapters.signed_tokens import Untrusted, check_registered, name

ID_TOKEN = frozenset({"", "jwt"})
LOGOUT_TOKEN = frozenset({"", "jwt", "logout+jwt"})
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"


def check_id_token(token: Token, *, issuer: str, client_id: str, nonce: str, access_token: str, now: int) -> tuple[str, str]:
    """Return the subject and the provider's session, which may be "", of an ID token that answers this very login."""
    claims = token.claims
    check_registered(claims, issuer=issuer, audience=client_id, now=now)
    _check_parties(claims, client_id)
    if not _same(claims.get("nonce"), nonce):
        raise Untrusted("its nonce is of another login")
    if "at_hash" in claims and not _same(claims["at_hash"], half_hash(access_token, str(token.header["alg"]))):
        raise Untrusted("it belongs to another access token")
    return _subject(claims), name(claims, "sid")


def check_logout_token(token: Token, *, issuer: str, client_id: str, now: int) -> tuple[str, str]:
    """Return the subject and the provider's session of a logout token; one of them may be ""."""
    claims = token.claims
    check_registered(claims, issuer=issuer, audience=client_id, now=now)
    _check_parties(claims, client_id)
    events = claims.get("events")
    if not isinstance(events, dict) or not isinstance(events.get(LOGOUT_EVENT), dict):
        raise Untrusted("it is not about a logout")
    if "nonce" in claims:
        raise Untrusted("it is an ID token in disguise")
    if not isinstance(claims.get("jti"), str) or not claims["jti"]:
        raise Untrusted("it has no id")
    session = name(claims, "sid")
    subject = _subject(claims) if "sub" in claims else ""
    if not subject and not session:
        raise Untrusted("it names neither a subject nor a session")
    return subject, session


def half_hash(value: str, algorithm: str) -> str:
    """Return the left half of the value's hash, as `at_hash` holds it (Core, section 3.1.3.6)."""
    digest = hashlib.new(f"sha{algorithm[2:]}", value.encode()).digest()
    return base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()


def _check_parties(claims: Claims, client_id: str) -> None:
    """Refuse a token that is for others too: there are none that the register trusts with its logins."""
    audience = claims["aud"]
    if audience not in (client_id, [client_id]):
        raise Untrusted("it has another audience beside us")
    if "azp" in claims and not _same(claims["azp"], client_id):
        raise Untrusted("it was given to another party")


def _subject(claims: Claims) -> str:
    subject = name(claims, "sub")
    if not subject:
        raise Untrusted("it names no subject")
    return subject


def _same(value: object, wanted: str) -> bool:
    return isinstance(value, str) and secrets.compare_digest(value.encode(errors="surrogatepass"), wanted.encode())
