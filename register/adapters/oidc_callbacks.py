"""The address with which the identity provider sends the browser back: which one the register takes a code from."""

import re
import secrets
from urllib.parse import parse_qs, urlsplit

from register.adapters.signed_tokens import Untrusted

CODE_LENGTH = 4096
MAX_FIELDS = 20


def code(callback_url: str, *, state: str, issuer: str, names_itself: bool) -> str:
    """Return the code of a callback that answers this very login.

    `names_itself` says that this issuer always adds its name (RFC 9207), so
    that an answer of another provider is told apart. Raises `Untrusted`.
    """
    answer = _fields(callback_url)
    if not secrets.compare_digest(answer.get("state", "").encode(), state.encode()):
        raise Untrusted("the callback is of another login (state)")
    if answer.get("iss", "" if names_itself else issuer) != issuer:
        raise Untrusted("the callback is of another issuer (iss)")
    if "error" in answer:
        raise Untrusted(f"the provider refused: {fixed(answer['error'])}")
    if not 0 < len(answer.get("code", "")) <= CODE_LENGTH:
        raise Untrusted("the callback has no code")
    return answer["code"]


def fixed(error: object) -> str:
    """Return an error code of the protocol; other text is not repeated, since it could be anything."""
    return str(error) if re.fullmatch(r"[a-z_]{1,64}", str(error)) else "with an unknown code"


def _fields(callback_url: str) -> dict[str, str]:
    try:
        query = parse_qs(
            urlsplit(callback_url).query, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=MAX_FIELDS
        )
    except ValueError as problem:
        raise Untrusted("the callback is malformed") from problem
    if any(len(values) > 1 for values in query.values()):
        raise Untrusted("the callback says something twice")
    return {key: values[0] for key, values in query.items()}
