"""Logging out at the provider: at the wish of a client (RP-Initiated Logout 1.0), or of the person on this page."""

from flask import Blueprint, redirect, render_template, request, session
from joserfc import jwt
from joserfc.errors import JoseError
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from register.dev_idp import authorization_requests, sessions
from register.dev_idp.authorization_requests import NotOurs
from register.dev_idp.provider import provider

blueprint = Blueprint("logout", __name__)


@blueprint.route("/logout", methods=["GET", "POST"])
def logout() -> str | Response:
    """End the session that the ID token names; without one, ask first: anyone can send a browser here."""
    fields = request.args if request.method == "GET" else request.form
    hint = _read_hint(fields.get("id_token_hint", ""))
    client_id = str(hint.get("aud", fields.get("client_id", "")))
    if fields.get("client_id", client_id) != client_id:
        raise NotOurs("client_id")
    return_to = _return_address(fields, client_id)
    if hint:
        return _ended(str(hint.get("sid", "")), return_to)
    if sessions.current() is None:
        return _ended("", return_to)
    return render_template("logout.html", fields=fields, csrf=sessions.csrf())


@blueprint.post("/logout/confirmed")
def confirmed() -> str | Response:
    """End the session of this browser."""
    sessions.check_csrf()
    return _ended(session.get(sessions.ID, ""), _return_address(request.form, request.form.get("client_id", "")))


def _ended(name: str, return_to: str) -> str | Response:
    if session.get(sessions.ID) == name:
        session.clear()
    sessions.end(name)
    return redirect(return_to, 303) if return_to else render_template("logged_out.html", register_url=provider().register_url)


def _read_hint(token: str) -> jwt.Claims:
    """Return what an ID token of ours says, however old; nothing when it is not ours."""
    try:
        return jwt.decode(token, provider().key, algorithms=[str(provider().key.alg)]).claims
    except (JoseError, ValueError):
        return {}


def _return_address(fields: MultiDict[str, str], client_id: str) -> str:
    """Return where the client wants the browser to go afterwards. Raises `NotOurs` for an address that it did not register."""
    wanted = fields.get("post_logout_redirect_uri", "")
    if not wanted:
        return ""
    client = provider().clients.get(client_id)
    if client is None or wanted not in client.after_logout:
        raise NotOurs("post_logout_redirect_uri")
    return authorization_requests.address(wanted, {"state": fields["state"]}) if fields.get("state") else wanted
