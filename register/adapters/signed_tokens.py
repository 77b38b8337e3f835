"""Who made a token, for whom and when: which forms, algorithms, keys and moments the register accepts.

The list of algorithms comes from the settings, never from the token or from
a fetched document; what proves nothing (`none`) or proves it with a shared
secret (HS…) cannot be on it. Whatever is wrong is `Untrusted`, whose message
holds no text of the token, so that it can be logged.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import ClaimError, JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import Claims, ClaimsOption, JWTClaimsRegistry
from joserfc.util import to_bytes, urlsafe_b64decode

from register.settings import WrongSettings

MAX_LENGTH = 16_384
#: Seconds that two clocks may differ.
SKEW = 60
#: OpenID Connect Core, section 2, sets this length for subjects, ASCII only; we hold all exact names to it.
NAME_LENGTH = 255
ALGORITHMS = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"}


class Untrusted(Exception):
    """What came from outside cannot be trusted; the message tells why."""


class Registry(jws.JWSRegistry):
    """How joserfc reads tokens: deaf to header fields that it does not know (RFC 7515, section 4)."""

    max_header_length = 4096

    def __init__(self, algorithms: Iterable[str]) -> None:
        super().__init__(algorithms=list(algorithms), strict_check_header=False)


def allowed_algorithms(names: Iterable[str]) -> frozenset[str]:
    """Return the algorithms of the settings.

    Raises `WrongSettings` for an empty list and for one that is not safe here.
    """
    allowed = frozenset(names)
    if not allowed or allowed - ALGORITHMS:
        raise WrongSettings(f"REGISTER_OIDC_ALGORITHMS: choose from {', '.join(sorted(ALGORITHMS))}.")
    return allowed


def verified(token: str, *, kinds: frozenset[str], algorithms: frozenset[str], keys: Callable[[str | None], KeySet]) -> jwt.Token:
    """Return the token when its kind (`typ`) is one of these and one of the keys signed it.

    `keys` is asked for the set that should hold the key of the given name.
    Raises `Untrusted`.
    """
    header = _part(token, 0)
    kind = header.get("typ", "")
    if not isinstance(kind, str) or kind.lower().removeprefix("application/") not in kinds:
        raise Untrusted("it is of another type")
    if not isinstance(header.get("alg"), str) or header["alg"] not in algorithms:
        raise Untrusted("its algorithm is not allowed")
    if "crit" in header or "b64" in header:
        raise Untrusted("it needs an extension")
    kid = header.get("kid")
    if not isinstance(kid, str | None):
        raise Untrusted("its key has no proper name")
    try:
        return jwt.decode(token, keys(kid), registry=Registry(algorithms))
    except (JoseError, ValueError, RecursionError) as problem:
        raise Untrusted(_reason(problem)) from problem


def check_registered(claims: Claims, *, issuer: str, audience: str, now: int) -> None:
    """Refuse claims that are not from this issuer, for this audience, and of this moment."""
    options: dict[str, ClaimsOption] = {
        "iss": {"essential": True, "value": issuer},
        "aud": {"essential": True, "value": audience},
        "exp": {"essential": True},
        "iat": {"essential": True},
    }
    try:
        JWTClaimsRegistry(now=now, leeway=SKEW, **options).validate(claims)
    except JoseError as problem:
        raise Untrusted(_reason(problem)) from problem


def name(claims: Mapping[str, Any], key: str) -> str:
    """Return a claim that names something exactly, or "" when it is absent. Raises `Untrusted`."""
    value = claims.get(key, "")
    if not isinstance(value, str) or len(value) > NAME_LENGTH or not value.isascii() or not value.isprintable():
        raise Untrusted(f"its {key} is not a proper name")
    return value


def claims_unverified(token: str) -> dict[str, Any]:
    """Return what the token says, which nobody vouches for yet. Raises `Untrusted`."""
    return _part(token, 1)


def _reason(problem: Exception) -> str:
    """Say what joserfc refused, in its own fixed words."""
    if isinstance(problem, ClaimError):
        return f"{problem.error} {problem.claim}"
    return problem.error if isinstance(problem, JoseError) else "it is malformed"


def _part(token: str, index: int) -> dict[str, Any]:
    parts = token.split(".")
    if len(token) > MAX_LENGTH or len(parts) != 3:
        raise Untrusted("it is malformed")
    try:
        part = json.loads(urlsafe_b64decode(to_bytes(parts[index])))
    except (ValueError, RecursionError) as problem:
        raise Untrusted("it is malformed") from problem
    if not isinstance(part, dict):
        raise Untrusted("it is malformed")
    return part
