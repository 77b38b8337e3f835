"""A client's request that somebody logs in: what it must say before a page is shown (OpenID Connect Core, section 3.1.2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from register.dev_idp.clients import CODE_GRANT, Client
from register.dev_idp.provider import Refused

SCOPES = frozenset({"openid", "profile", "email"})
PROMPTS = frozenset({"none", "login", "select_account", "consent"})
MAX_LENGTH = 512


class NotOurs(Exception):
    """The request is not from a client of ours, or for another address; so the answer may not go to that address."""


class RefusedOpenly(Refused):
    """The request is refused, and the client is told so at its own address."""

    def __init__(self, error: str, description: str, address: str) -> None:
        super().__init__(error, description)
        self.address = address


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that may be answered."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    challenge: str
    scope: frozenset[str]
    prompt: frozenset[str]
    #: How many seconds ago somebody may have logged in at most; None when it does not matter.
    max_age: int | None

    def stored(self) -> dict[str, Any]:
        """Return the request as JSON can hold it."""
        return {**{key: getattr(self, key) for key in self.__slots__}, "scope": sorted(self.scope), "prompt": sorted(self.prompt)}

    @classmethod
    def restored(cls, stored: Mapping[str, Any]) -> "Asked":
        """Return the request that was stored."""
        return cls(**{**stored, "scope": frozenset(stored["scope"]), "prompt": frozenset(stored["prompt"])})


def address(redirect_uri: str, answer: Mapping[str, str]) -> str:
    """Return where to send the browser with an answer."""
    return f"{redirect_uri}{'&' if '?' in redirect_uri else '?'}{urlencode(answer)}"


def read(fields: MultiDict[str, str], *, clients: Mapping[str, Client], issuer: str) -> Asked:
    """Return what is asked. Raises `NotOurs`, or `RefusedOpenly` once it is clear that the client really is the client."""
    client = clients.get(fields.get("client_id", ""))
    redirect_uri = fields.get("redirect_uri", "")
    if client is None or client.grant != CODE_GRANT:
        raise NotOurs("client_id")
    if redirect_uri not in client.redirect_uris:
        raise NotOurs("redirect_uri")
    asked = Asked(
        client_id=client.id,
        redirect_uri=redirect_uri,
        state=fields.get("state", ""),
        nonce=fields.get("nonce", ""),
        challenge=fields.get("code_challenge", ""),
        scope=frozenset(fields.get("scope", "").split()) & SCOPES,
        prompt=frozenset(fields.get("prompt", "").split()),
        max_age=int(fields["max_age"]) if re.fullmatch(r"[0-9]{1,9}", fields.get("max_age", "")) else None,
    )
    problem = _problem(asked, fields)
    if problem:
        error, description = problem
        answer = {"error": error, "error_description": description, "state": asked.state, "iss": issuer}
        raise RefusedOpenly(error, description, address(redirect_uri, answer))
    return asked


def _problem(asked: Asked, fields: MultiDict[str, str]) -> tuple[str, str] | None:
    """Return the first rule that the request breaks: the error code, and a sentence for the developer."""
    rules = (
        (any(len(fields.getlist(key)) > 1 for key in fields), "invalid_request", "A parameter is there twice."),
        ("request" in fields, "request_not_supported", "Request objects are not read here."),
        ("request_uri" in fields, "request_uri_not_supported", "Request objects are not read here."),
        (fields.get("response_type") != "code", "unsupported_response_type", "Only the code flow is offered."),
        (fields.get("response_mode", "query") != "query", "invalid_request", "The answer goes in the query only."),
        ("openid" not in asked.scope, "invalid_scope", "The scope must hold openid."),
        (not 0 < len(asked.state) <= MAX_LENGTH, "invalid_request", "There must be a state."),
        (not 0 < len(asked.nonce) <= MAX_LENGTH, "invalid_request", "There must be a nonce."),
        (fields.get("code_challenge_method") != "S256", "invalid_request", "PKCE with S256 is required."),
        (not re.fullmatch(r"[A-Za-z0-9_-]{43}", asked.challenge), "invalid_request", "The PKCE challenge is malformed."),
        (bool(asked.prompt - PROMPTS), "invalid_request", "There is no such prompt."),
        ("none" in asked.prompt and len(asked.prompt) > 1, "invalid_request", "The prompt none stands alone."),
        ("max_age" in fields and asked.max_age is None, "invalid_request", "The max_age is a number of seconds."),
    )
    return next(((error, description) for broken, error, description in rules if broken), None)
