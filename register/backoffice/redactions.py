"""Redaction, the lawful removal of what was published: one person asks, another one decides."""

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import asking
from register.backoffice.door import blueprint
from register.backoffice.forms.controls import options_of
from register.backoffice.forms.problems import sentences
from register.domain.permissions import Permission
from register.domain.redactions import RedactionGround
from register.domain.standard.values import is_number
from register.errors import Conflict, Invalid, NotAllowed, NotFound
from register.labels import label
from register.models import Version
from register.queries import redactions as asked
from register.queries import work as asked_work
from register.services import redactions as service
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.language import _
from register.web.logins import current_actor


@blueprint.get("/redactions")
def redactions() -> str:
    """Show the redactions that wait for a second person."""
    actor = current_actor()
    if actor.organisations(Permission.ENTRY_REDACT) == frozenset():
        raise NotAllowed("redactions are not for this role", permission=Permission.ENTRY_REDACT)
    found = asked.waiting(reading(), actor)
    return render_template(
        "backoffice/redactions.html",
        here="",
        waiting=found,
        names=asked_work.names_of(reading(), [each.request.asked_by for each in found]),
        words=lambda member: label(member, language.current()),
        done=_DONE.get(request.args.get("done", ""), str)(),
    )


@blueprint.post("/redactions")
def find_version() -> Response:
    """Go to the form for a version, by the number that somebody reports."""
    number = "".join(request.form.get("number", "").split())
    version = request.form.get("version", "").strip()
    if not asking.is_whole(version) or not is_number(number):
        raise NotFound
    found = asked.version_to_redact(reading(), number, int(version), current_actor())
    return redirect(url_for("backoffice.redaction", number=found.entry.number, version=found.number), 303)


@blueprint.get("/registrations/<number:number>/versions/<version:version>/redaction")
def redaction(number: str, version: int) -> str:
    """Ask on which ground, and why, a version's content must go."""
    return _page(asked.version_to_redact(reading(), number, version, current_actor()), {}, "", "")


@blueprint.post("/registrations/<number:number>/versions/<version:version>/redaction")
def ask_redaction(number: str, version: int) -> Response:
    """Ask for a redaction; it happens when somebody else confirms it."""
    found = asked.version_to_redact(reading(), number, version, current_actor())
    ground, reason = request.form.get("ground", ""), request.form.get("reason", "")
    if ground not in set(RedactionGround):
        return make_response(_page(found, {"ground": [_("Choose the ground.")]}, ground, reason), 400)
    try:
        with transaction() as session:
            service.ask(session, number, version, RedactionGround(ground), reason, actor=current_actor(), now=now())
    except Invalid as refused:
        return make_response(_page(found, sentences(refused.problems, language.current(), "nl"), ground, reason), 400)
    except Conflict:  # somebody asked already, perhaps this person by pressing twice
        pass
    return redirect(url_for("backoffice.redactions", done="asked"), 303)


@blueprint.post("/redactions/<number:number>/<version:version>")
def confirm_redaction(number: str, version: int) -> Response:
    """Carry out a redaction that somebody else asked for."""
    try:
        with transaction() as session:
            service.confirm(session, number, version, search=wiring().search, actor=current_actor(), now=now())
    except NotFound:  # decided already, or never asked for: the list shows how it stands
        return redirect(url_for("backoffice.redactions"), 303)
    return redirect(url_for("backoffice.redactions", done="redacted"), 303)


_DONE = {
    "asked": lambda: _("Your request is kept. Somebody else has to confirm it."),
    "redacted": lambda: _("The content was removed. The public page says so."),
}


def _page(version: Version, errors: dict[str, list[str]], ground: str, reason: str) -> str:
    return render_template(
        "backoffice/redaction.html",
        here="",
        version=version,
        entry=version.entry,
        grounds=options_of(RedactionGround, language.current()),
        errors=errors,
        ground=ground,
        reason=reason,
    )
