"""What stays out of sight: choosing to publish it all the same, and taking off the public side what was public."""

from collections.abc import Callable

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice.door import blueprint
from register.backoffice.forms.problems import sentences
from register.backoffice.sections import whole
from register.domain.ai_act.documents import facts_of
from register.domain.ai_act.restriction import RestrictionChoice, is_out_of_sight
from register.domain.permissions import Permission, require
from register.errors import Conflict, Invalid, NotFound
from register.models import Entry
from register.queries import entries as asked
from register.queries import work as asked_work
from register.services import restrictions as service
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.language import _
from register.web.logins import current_actor


@blueprint.get("/registrations/<number:number>/restriction")
def restriction(number: str) -> str:
    """Show whether it stays out of sight, why, and what can be decided about that."""
    return _page(_permitted(number))


@blueprint.post("/registrations/<number:number>/restriction")
def choose_restriction(number: str) -> Response:
    """Choose whether the next version is published although it may stay out of sight."""
    _permitted(number)
    choice = request.form.get("choice", "")
    if choice not in set(RestrictionChoice):
        raise NotFound
    with transaction() as session:
        service.choose(session, number, RestrictionChoice(choice), actor=current_actor(), now=now())
    return redirect(url_for("backoffice.restriction", number=number, done="chosen"), 303)


@blueprint.post("/registrations/<number:number>/restriction/request")
def ask_restriction(number: str) -> Response:
    """Ask that it leaves the public side; it does when somebody else confirms that."""
    _permitted(number)
    try:
        with transaction() as session:
            service.ask(session, number, request.form.get("reason", ""), actor=current_actor(), now=now())
    except Invalid as refused:
        return make_response(_page(_permitted(number), sentences(refused.problems, language.current(), "nl")), 400)
    except Conflict:  # somebody asked already, perhaps this person by pressing twice
        pass
    return redirect(url_for("backoffice.restriction", number=number, done="asked"), 303)


@blueprint.post("/registrations/<number:number>/restriction/confirmation")
def confirm_restriction(number: str) -> Response:
    """Take it off the public side, as somebody else asked."""
    _permitted(number)
    try:
        with transaction() as session:
            service.confirm(session, number, search=wiring().search, actor=current_actor(), now=now())
    except NotFound:  # decided already, or never asked for: the page shows how it stands
        pass
    return redirect(url_for("backoffice.restriction", number=number, done="removed"), 303)


_DONE: dict[str, Callable[[Entry], str]] = {
    "chosen": lambda _entry: _("Your choice is kept. It counts from the next version."),
    "asked": lambda entry: _("Your request is kept. Somebody else has to confirm it.") if not entry.is_restricted else "",
    "removed": lambda entry: _("It left the public side, with all its versions.") if entry.is_restricted else "",
}


def _page(entry: Entry, errors: dict[str, list[str]] | None = None) -> str:
    waiting = service.waiting(reading(), entry)
    names = asked_work.names_of(reading(), [waiting.asked_by]) if waiting else {}
    done = _DONE.get(request.args.get("done", ""))
    return render_template(
        "backoffice/restriction.html",
        here="registrations",
        entry=entry,
        is_out_of_sight=is_out_of_sight(facts_of(whole(entry))) is True,
        may_leave=service.may_leave(reading(), entry),
        waiting=waiting,
        asked_by=names.get(waiting.asked_by, _("a colleague")) if waiting else "",
        errors=errors or {},
        reason=request.form.get("reason", ""),
        done=done(entry) if done else "",
    )


def _permitted(number: str) -> Entry:
    entry = asked.by_number(reading(), number, current_actor())
    require(Permission.ENTRY_WITHDRAW, current_actor(), entry.organisation_id, reading=Permission.ENTRY_READ)
    return entry
