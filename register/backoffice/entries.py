"""One registration of one's own: where it stands, what may be done with it, what happened to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import render_template, request

from register.backoffice import workplace
from register.backoffice.actions import actions, why_not_publish
from register.backoffice.door import blueprint
from register.backoffice.sections import may_fill_in, product_in_use, said_at_fields, steps, whole
from register.domain.ai_act.documents import facts_of
from register.domain.ai_act.restriction import is_out_of_sight
from register.domain.lifecycle import DraftState, PublicationState, Step
from register.domain.permissions import Permission
from register.domain.standard.completeness import score
from register.labels import label
from register.models import Entry
from register.queries import entries as asked
from register.queries import work as asked_work
from register.services import restrictions
from register.services.publication import single_flow_holds
from register.web import language
from register.web.context import reading
from register.web.language import _, ngettext
from register.web.logins import current_actor


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the log: what was done, by whom, when, and the reason that was given."""

    words: str
    who: str
    at: datetime
    reason: str


@blueprint.get("/registrations/<number:number>")
def entry(number: str) -> str:
    """Show where a registration stands and what may be done with it."""
    found = asked.by_number(reading(), number, current_actor())
    full = whole(found)
    writers = asked_work.writers(reading(), [found])[found.id]
    names = asked_work.names_of(reading(), writers)
    return render_template(
        "backoffice/entry.html",
        here="registrations",
        entry=found,
        words=lambda member: label(member, language.current()),
        actions=actions(found, current_actor()),
        four_eyes=_four_eyes(found),
        versions=asked.versions(reading(), found),
        log=_log(found),
        writers=sorted(names.get(each, _("a colleague")) for each in writers),
        remarks=said_at_fields(found),
        steps=steps(found, full),
        percent=score(full).percent,
        product=product_in_use(found),
        done=_done(found),
        may_fill_in=may_fill_in(found),
        may_decide_sight=workplace.may(Permission.ENTRY_WITHDRAW)
        and (found.is_restricted or is_out_of_sight(facts_of(full)) is True or restrictions.may_leave(reading(), found)),
        may_redact=workplace.may(Permission.ENTRY_REDACT),
        is_single_flow=single_flow_holds(found.organisation),
    )


def _four_eyes(found: Entry) -> str:
    """Tell a reviewer who wrote in the draft that somebody else has to publish it; "" for everybody else."""
    is_reviewer = current_actor().may(Permission.ENTRY_PUBLISH, found.organisation_id)
    return why_not_publish(found, current_actor()) if is_reviewer and found.draft_state is DraftState.IN_REVIEW else ""


def _log(found: Entry) -> list[Happening]:
    """Return what happened, newest first; publishing is not a step of the draft but its end."""
    steps_taken = asked.steps(reading(), found)
    versions = asked.versions(reading(), found)
    names = asked_work.names_of(reading(), [*(step.public_id for step in steps_taken), *(version.published_by for version in versions)])
    register = _("the register itself")
    log = [
        Happening(_PAST[step.step](), names.get(step.public_id, _("a colleague")), step.at, step.reason)
        for step in steps_taken
        if step.step is not Step.PUBLISH
    ]
    log += [
        Happening(
            _("Published as version %(version)s", version=version.number),
            register if version.is_mirrored else names.get(version.published_by, _("a colleague")),
            version.valid_from,
            "",
        )
        for version in versions
    ]
    return sorted(log, key=lambda each: each.at, reverse=True)


_PAST = {
    Step.EDIT: lambda: _("Edited"),
    Step.SUBMIT: lambda: _("Submitted"),
    Step.TAKE_BACK: lambda: _("Taken back"),
    Step.SEND_BACK: lambda: _("Sent back"),
    Step.PUBLISH: lambda: _("Published"),
    Step.DISCARD: lambda: _("Draft discarded"),
    Step.WITHDRAW: lambda: _("Withdrawn"),
}


def _done(found: Entry) -> str:
    """Say what was just done, when it is so: an address that is opened again later tells nothing that is not true any more."""
    said = request.args.get("done", "")
    if said not in _DONE:
        return ""
    draft_state, publication_state, words = _DONE[said]
    is_so = found.draft_state in draft_state and (publication_state is None or found.publication_state is publication_state)
    return words(found) if is_so else ""


def _sent_back(found: Entry) -> str:
    count = sum(len(each) for each in said_at_fields(found).values())
    return ngettext("Sent back to the writers, with %(n)s remark.", "Sent back to the writers, with %(n)s remarks.", count, n=count)


#: What to say after a step: the states in which it is true, and the words.
_DONE: dict[str, tuple[tuple[DraftState, ...], PublicationState | None, Callable[[Entry], str]]] = {
    "publish": (
        (DraftState.NONE,),
        PublicationState.PUBLISHED,
        lambda found: _("Published as version %(version)s.", version=len(found.versions)),
    ),
    "submit": ((DraftState.IN_REVIEW,), None, lambda _found: _("Submitted. A colleague can review it now.")),
    "take-back": ((DraftState.DRAFTING,), None, lambda _found: _("Taken back. You can go on writing.")),
    "send-back": ((DraftState.DRAFTING,), None, _sent_back),
    "discard": ((DraftState.NONE,), None, lambda _found: _("The draft was thrown away. What is public did not change.")),
    "withdraw": (
        tuple(DraftState),
        PublicationState.WITHDRAWN,
        lambda _found: _("Withdrawn. The public page now shows the reason."),
    ),
    "remarks": (tuple(DraftState), None, lambda _found: _("Your remarks were placed.")),
    "product": (
        (DraftState.DRAFTING,),
        None,
        lambda _found: _("The product version was changed. Look at the questions that it answers."),
    ),
}
