"""The token endpoint, where a client exchanges a code for tokens, or a machine gets one for itself; and what a token shows."""

import base64
import hashlib
import re
import secrets
from typing import Any

from flask import Blueprint, Response, jsonify, request
from werkzeug.datastructures import MultiDict

from register.dev_idp import issue, proofs
from register.dev_idp.accounts import ACCOUNTS
from register.dev_idp.clients import CODE_GRANT, MACHINE_GRANT, Client
from register.dev_idp.memory import ACCESS_TOKEN_LIFE, CODE_LIFE, Access, Code
from register.dev_idp.provider import Provider, Refused, provider

blueprint = Blueprint("token_endpoint", __name__)


@blueprint.post("/token")
def token() -> dict[str, Any]:
    """Give tokens to the client that proves who it is."""
    form = request.form
    if any(len(form.getlist(key)) > 1 for key in form):
        raise Refused("invalid_request", "A parameter is there twice.")
    client = proofs.client_of(provider(), form)
    if form.get("grant_type") not in {CODE_GRANT, MACHINE_GRANT}:
        raise Refused("unsupported_grant_type", "There is no such grant.")
    if form["grant_type"] != client.grant:
        raise Refused("unauthorized_client", "This grant is not for this client.")
    return _for_code(provider(), client, form) if client.grant == CODE_GRANT else _for_machine(provider(), client, form)


@blueprint.route("/userinfo", methods=["GET", "POST"])
def userinfo() -> Response | dict[str, Any]:
    """Tell what is known of the person whose access token this is."""
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    access = provider().memory.access.get(value) if scheme.lower() == "bearer" else None
    if access is None:
        refusal = jsonify(error="invalid_token")
        refusal.status_code = 401
        refusal.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return refusal
    return issue.known(ACCOUNTS[access.subject], access.scope)


def challenge_of(verifier: str) -> str:
    """Return the S256 challenge of a PKCE verifier (RFC 7636)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _for_code(provider: Provider, client: Client, form: MultiDict[str, str]) -> dict[str, Any]:
    memory = provider.memory
    code = memory.codes.take(form.get("code", ""))
    if code is None:
        stolen = memory.redeemed.take(form.get("code", ""))
        if stolen is not None:
            memory.access.take(stolen)
        raise Refused("invalid_grant", "The code is unknown, too old, or was used.")
    _check(code, client, form)
    if memory.sessions.get(code.session.id) is None:
        raise Refused("invalid_grant", "The person has logged out.")
    access_token = secrets.token_urlsafe(32)
    memory.access.put(access_token, Access(code.session.subject, code.scope), seconds=ACCESS_TOKEN_LIFE)
    memory.redeemed.put(form["code"], access_token, seconds=CODE_LIFE + ACCESS_TOKEN_LIFE)
    code.session.clients.add(client.id)
    return {
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": ACCESS_TOKEN_LIFE,
        "scope": " ".join(sorted(code.scope)),
        "id_token": issue.id_token(provider, code, access_token=access_token),
    }


def _check(code: Code, client: Client, form: MultiDict[str, str]) -> None:
    verifier = form.get("code_verifier", "")
    if code.client_id != client.id or code.redirect_uri != form.get("redirect_uri"):
        raise Refused("invalid_grant", "The code is for another client or address.")
    if not re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", verifier) or not secrets.compare_digest(challenge_of(verifier), code.challenge):
        raise Refused("invalid_grant", "The PKCE verifier does not fit.")


def _for_machine(provider: Provider, client: Client, form: MultiDict[str, str]) -> dict[str, Any]:
    audience = form.get("resource") or form.get("audience") or provider.audience
    if audience != provider.audience:
        raise Refused("invalid_target", f"Tokens are given for {provider.audience} only.")
    return {
        "access_token": issue.machine_token(provider, client.id, audience=audience),
        "token_type": "Bearer",
        "expires_in": ACCESS_TOKEN_LIFE,
    }
