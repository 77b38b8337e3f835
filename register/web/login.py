"""Logging in and out: `/auth/…`. The identity provider proves who somebody is; here are no passwords.

What must be remembered between leaving for the provider and coming back is in
a signed cookie of ten minutes, which is used up by the callback whatever comes
of it.
"""

import logging
from dataclasses import asdict
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, jsonify, make_response, redirect, request, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response as BaseResponse

from register.errors import LoginFailed, Unavailable
from register.ports import LoginStart
from register.services import sessions
from register.web.context import now, request_id, transaction, wiring
from register.web.errors import page
from register.web.logins import cookie_name, current_login, is_own_form, set_cookie

blueprint = Blueprint("web", __name__, url_prefix="/auth", template_folder="templates")
log = logging.getLogger(__name__)

#: How long somebody may take at the provider's pages.
LOGIN_SECONDS = 600


@blueprint.get("/login")
def login() -> BaseResponse:
    """Send the browser to the identity provider."""
    started = wiring().identity_provider.begin(redirect_uri=_callback_address())
    response = make_response(redirect(started.url, 303))
    set_cookie(
        response, "login", _signer().dumps({**asdict(started), "next": safe_next(request.args.get("next", ""))}), seconds=LOGIN_SECONDS
    )
    return _private(response)


@blueprint.get("/callback")
def callback() -> BaseResponse:
    """Receive the browser back, and begin a session under a new key."""
    try:
        remembered = _signer().loads(request.cookies.get(cookie_name("login"), ""), max_age=LOGIN_SECONDS)
        target = remembered.pop("next")
        provider = wiring().identity_provider
        address = wiring().settings.base_url + request.full_path
        identity = provider.finish(callback_url=address, redirect_uri=_callback_address(), started=LoginStart(**remembered))
    except (BadSignature, LoginFailed, TypeError, KeyError) as reason:
        log.warning("login failed: %s (%s)", type(reason).__name__, request_id())
        return _forgotten(page(401))
    except Unavailable as reason:
        return _forgotten(page(503, retry_after=reason.details.get("retry_after")))
    with transaction() as session:
        key, begun = sessions.begin(session, identity, now=now())
        has_rights = bool(begun.person.memberships)
    response = make_response(redirect(target if has_rights else url_for("backoffice.welcome"), 303))
    set_cookie(response, "session", key)
    return _forgotten(response)


@blueprint.post("/logout")
def logout() -> BaseResponse:
    """End the session here, and at the provider when it has a page for that."""
    current = current_login()
    home = wiring().settings.base_url + "/"
    if current is None:
        return _private(make_response(redirect(home, 303)))
    if not is_own_form(current, request.form.get("csrf_token", "")):
        abort(400)
    id_token = current.id_token
    with transaction() as session:
        sessions.end(session, current.id, now=now())
    onward = wiring().identity_provider.logout_url(id_token=id_token, return_to=home) if id_token else None
    response = make_response(redirect(onward or home, 303))
    response.delete_cookie(cookie_name("session"), path="/", secure=wiring().settings.is_https, httponly=True, samesite="Lax")
    return _private(response)


@blueprint.post("/backchannel-logout")
def backchannel_logout() -> BaseResponse:
    """End the sessions that the provider says are over (OpenID Connect Back-Channel Logout 1.0, section 2.8)."""
    try:
        logged_out = wiring().identity_provider.read_logout_token(request.form.get("logout_token", ""))
    except LoginFailed:
        return _private(make_response({"error": "invalid_request"}, 400))
    with transaction() as session:
        sessions.end_all(session, logged_out, now=now())
    return _private(make_response("", 200))


@blueprint.get("/jwks.json")
def public_keys() -> Response:
    """Publish the key by which the identity provider knows the register (private_key_jwt, RFC 7523)."""
    response = jsonify(wiring().identity_provider.public_keys())
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def safe_next(target: str) -> str:
    """Return an address of our own back office to go on to; anything else becomes its first page."""
    split = urlsplit(target)
    is_ours = not split.scheme and not split.netloc and split.path.startswith("/backoffice") and "\\" not in target and "//" not in target
    return target if is_ours else "/backoffice"


def _callback_address() -> str:
    return wiring().settings.base_url + url_for("web.callback")


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(wiring().secret, salt="login")


def _forgotten(response: BaseResponse) -> BaseResponse:
    """Use up what was remembered of a login, so that no callback works twice."""
    response.delete_cookie(cookie_name("login"), path="/", secure=wiring().settings.is_https, httponly=True, samesite="Lax")
    return _private(response)


def _private(response: BaseResponse) -> BaseResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
