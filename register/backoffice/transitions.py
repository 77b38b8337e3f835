"""The steps of a draft that are one button or one short form: submit, take back, discard, withdraw.

Pressing twice does no harm: whoever finds the step done by themselves is told
that it is done.
"""

from datetime import timedelta

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import asking
from register.backoffice.door import blueprint
from register.backoffice.forms.problems import sentences
from register.backoffice.missing import page as missing_page
from register.domain.lifecycle import PublicationState, Step, draft_after, publication_after
from register.domain.permissions import Permission, require
from register.errors import Invalid, Stale, WrongState
from register.models import Entry
from register.queries import entries as asked
from register.services import entries, publication
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.logins import current_actor

#: How long after a step the same one by the same person is taken for a second press of the button.
SECOND_PRESS = timedelta(minutes=5)


def revision() -> int:
    """Return the revision that the form was made on; 0, which none has, when it does not say."""
    given = request.form.get("revision", "")
    return int(given) if asking.is_whole(given) else 0


def done(number: str, what: str) -> Response:
    """Go to the page of the entry, which says what happened."""
    return redirect(url_for("backoffice.entry", number=number, done=what), 303)


def was_done_already(number: str, step: Step) -> bool:
    """Say whether this person did this step a moment ago: then this is a second press of the same button."""
    entry = asked.by_number(reading(), number, current_actor())
    since, subject = now() - SECOND_PRESS, current_actor().subject
    if step is Step.PUBLISH:
        return any(version.published_by == subject and version.valid_from >= since for version in asked.versions(reading(), entry)[:1])
    return any(each.step is step and each.public_id == subject and each.at >= since for each in asked.steps(reading(), entry)[-1:])


@blueprint.post("/registrations/<number:number>/submit")
def submit(number: str) -> Response:
    """Hand a draft in for review; what is missing for that is listed."""
    try:
        with transaction() as session:
            entries.submit(session, number, revision=revision(), actor=current_actor(), now=now())
    except Invalid as refused:
        entry = asked.by_number(reading(), number, current_actor())
        return make_response(missing_page(entry, refused=len(refused.problems)), 400)
    except (Stale, WrongState):
        if not was_done_already(number, Step.SUBMIT):
            raise
    return done(number, "submit")


@blueprint.post("/registrations/<number:number>/take-back")
def take_back(number: str) -> Response:
    """Take a draft back from review."""
    try:
        with transaction() as session:
            entries.take_back(session, number, revision=revision(), actor=current_actor(), now=now())
    except (Stale, WrongState):
        if not was_done_already(number, Step.TAKE_BACK):
            raise
    return done(number, "take-back")


@blueprint.get("/registrations/<number:number>/discard")
def discard(number: str) -> str:
    """Ask whether the draft may really go."""
    entry = _for(number, Permission.ENTRY_EDIT)
    draft_after(entry.draft_state, Step.DISCARD)
    return render_template(
        "backoffice/discard.html", here="registrations", entry=entry, is_last=entry.publication_state is PublicationState.UNPUBLISHED
    )


@blueprint.post("/registrations/<number:number>/discard")
def confirm_discard(number: str) -> Response:
    """Throw a draft away."""
    was_unpublished = _for(number, Permission.ENTRY_EDIT).publication_state is PublicationState.UNPUBLISHED
    try:
        with transaction() as session:
            entries.discard(session, number, revision=revision(), actor=current_actor(), now=now())
    except (Stale, WrongState):
        if not was_done_already(number, Step.DISCARD):
            raise
    if was_unpublished:
        return redirect(url_for("backoffice.registrations", done="discard"), 303)
    return done(number, "discard")


@blueprint.get("/registrations/<number:number>/withdraw")
def withdraw(number: str) -> str:
    """Show the form that asks why a registration is withdrawn."""
    entry = _for(number, Permission.ENTRY_WITHDRAW)
    publication_after(entry.publication_state, Step.WITHDRAW)
    return _withdrawal_page(entry, {}, {})


@blueprint.post("/registrations/<number:number>/withdraw")
def confirm_withdraw(number: str) -> Response:
    """Withdraw a registration, with the reason that everyone will read."""
    reason: dict[str, str] = {each: request.form.get(f"reason.{each}", "") for each in language.LANGUAGES}
    try:
        with transaction() as session:
            publication.withdraw(session, number, reason, search=wiring().search, revision=revision(), actor=current_actor(), now=now())
    except Invalid as refused:
        entry = asked.by_number(reading(), number, current_actor())
        errors = sentences(refused.problems, language.current(), "nl")
        return make_response(_withdrawal_page(entry, reason, errors), 400)
    except (Stale, WrongState):
        if not was_done_already(number, Step.WITHDRAW):
            raise
    return done(number, "withdraw")


def _withdrawal_page(entry: Entry, reason: dict[str, str], errors: dict[str, list[str]]) -> str:
    own = str(entry.published_document.get("language", "nl"))
    return render_template("backoffice/withdraw.html", here="registrations", entry=entry, reason=reason, errors=errors, own_language=own)


def _for(number: str, permission: Permission) -> Entry:
    entry = asked.by_number(reading(), number, current_actor())
    require(permission, current_actor(), entry.organisation_id, reading=Permission.ENTRY_READ)
    return entry
