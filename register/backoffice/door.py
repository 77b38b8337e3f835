"""The door of the work place: who comes in, in which language, and that a form is our own.

Everything here is private, so nothing may be kept by a cache. Whatever was
typed survives: a login that ran out, a page that turns out to be closed, and a
colleague who was first.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, g, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as BaseResponse

from register import errors
from register.web import language, refusals
from register.web.context import now
from register.web.errors import STATUS, page
from register.web.language import _
from register.web.logins import current_actor, current_login, is_own_form, limits, required_login

blueprint = Blueprint("backoffice", __name__, url_prefix="/backoffice", template_folder="templates")

#: What people without any role may do here.
_FOR_NEWCOMERS = {"backoffice.welcome", "backoffice.back", "backoffice.choose_language"}
#: Inputs that are about sending the form, not what somebody typed.
_ABOUT_SENDING = ("csrf_token", "revision", "then", "add", "remove", "settle")
#: So short a text is soon typed again.
_SHORT = 15


class ForeignForm(BadRequest):
    """The form does not carry the anti-forgery token of this person: it may be another site's."""


def wants_json() -> bool:
    """Say whether a script asks, which saves while somebody types."""
    return request.headers.get("Accept", "") == "application/json"


def kept(status: int, title: str, explanation: str, *, is_logged_out: bool = False, may_resend: bool = True) -> Response:
    """Answer a form that could not be taken with everything that was typed in it, to copy or to send again."""
    if wants_json():
        return make_response(jsonify(message=title), status)
    typed = [(name, value) for name, value in request.form.items(multi=True) if not name.startswith("was.")]
    body = render_template(
        "backoffice/kept.html",
        title=title,
        explanation=explanation,
        is_logged_out=is_logged_out,
        may_resend=may_resend,
        sent=list(request.form.items(multi=True)),
        texts=[value for name, value in typed if name not in _ABOUT_SENDING and _is_worth_copying(value)],
    )
    return make_response(body, status)


def _is_worth_copying(value: str) -> bool:
    """Say whether this was typed with some effort: a choice or a number is soon made again."""
    return len(value.strip()) > _SHORT and (" " in value.strip() or "://" in value)


@blueprint.before_request
def enter() -> BaseResponse | None:
    """Let in whoever is logged in, in their language, with their own forms."""
    login = required_login()
    language.use("en" if login.person.language == "en" else "nl")
    if request.method == "POST" and not is_own_form(login, request.form.get("csrf_token", "")):
        raise ForeignForm
    if request.method == "GET" and not login.person.memberships and request.endpoint not in _FOR_NEWCOMERS:
        return redirect(url_for("backoffice.welcome"), 303)
    return None


@blueprint.after_request
def forget(response: Response) -> Response:
    """Let no cache keep a page of the work place."""
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.app_context_processor
def frame() -> dict[str, Any]:
    """Give the pages of the work place, error pages too, whoever is logged in and until when."""
    if not request.path.startswith("/backoffice") or g.get("is_fault"):
        return {}
    login = current_login()
    if login is None:
        return {}
    until: datetime = min(now() + limits().idle, login.created_at + limits().whole)
    return {"person_name": login.person.name, "session_until": until, "actor": current_actor(), "moment_now": now()}


@blueprint.errorhandler(errors.NotLoggedIn)
def logged_out(error: errors.NotLoggedIn) -> BaseResponse:
    """Send a reader to log in; give a writer the text back, to send again afterwards."""
    if request.method == "GET":
        return redirect(url_for("web.login", next=request.full_path.rstrip("?")), 303)
    return kept(
        401,
        _("You were logged out. Your text is still here."),
        _("Log in again in a new tab. Then come back to this page and send it again."),
        is_logged_out=True,
    )


@blueprint.errorhandler(ForeignForm)
def foreign_form(error: ForeignForm) -> Response:
    """Refuse a form that does not prove where it came from, and show what was in it."""
    explanation = _("We cannot tell that this form came from your work place. Copy your text, open the page again and put it in there.")
    return kept(400, _("We did not take this form"), explanation, may_resend=False)


@blueprint.errorhandler(errors.WrongState)
@blueprint.errorhandler(errors.Stale)
@blueprint.errorhandler(errors.NotAllowed)
@blueprint.errorhandler(errors.NotFound)
@blueprint.errorhandler(errors.Conflict)
def refused(error: errors.RegisterError) -> BaseResponse:
    """Say why a thing cannot be done; give back a text of any length that came with it."""
    status = STATUS[type(error)]
    if isinstance(error, errors.NotAllowed):
        refusals.note(error)
    if request.method == "POST" and (wants_json() or _has_text(request.form)):
        return kept(status, _TITLES[status](), _EXPLANATIONS[status]())
    return page(status)


_TITLES = {
    403: lambda: _("You may not do this. Your text is still here."),
    404: lambda: _("There is no such page. Your text is still here."),
    409: lambda: _("This is not possible now. Your text is still here."),
    412: lambda: _("A colleague was first. Your text is still here."),
}
_EXPLANATIONS = {
    403: lambda: _("Your role does not allow it. Ask the administrator of your organisation."),
    404: lambda: _("It may have been removed, or your role does not show it."),
    409: lambda: _(
        "It may have been submitted or published in the meantime. Look at it in a new tab. Then send your text again, or copy it."
    ),
    412: lambda: _("Look in a new tab how it stands now. Then open the page again and put your text in there."),
}


def _has_text(form: Mapping[str, str]) -> bool:
    return any(name not in _ABOUT_SENDING and _is_worth_copying(value) for name, value in form.items())
