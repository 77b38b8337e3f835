"""Reviewing: what changed since the last publication, remarks at each question, and the decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice.actions import why_not_publish
from register.backoffice.door import blueprint
from register.backoffice.forms.problems import label as label_of
from register.backoffice.missing import lacking, problems_at
from register.backoffice.sections import may_fill_in, whole
from register.backoffice.transitions import done, revision, was_done_already
from register.domain.ai_act.classify import classify
from register.domain.ai_act.documents import facts_of
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, Step
from register.domain.permissions import Permission
from register.domain.standard import BY_KEY
from register.domain.standard.conditions import Stage
from register.domain.standard.pointers import parts, pointer
from register.errors import Invalid, NotFound, Stale, WrongState
from register.labels import label
from register.models import Entry
from register.queries import entries as asked
from register.queries import products as asked_products
from register.queries import work as asked_work
from register.services import entries, publication, remarks
from register.services.publication import single_flow_holds
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.differences import Difference, differences
from register.web.language import _
from register.web.logins import current_actor


@dataclass(frozen=True, slots=True)
class Placed:
    """A remark as the page shows it."""

    id: int
    text: str
    who: str
    at: datetime
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed in the form of the decision, to give it back."""

    decision: str = ""
    reason: str = ""
    remarks: Mapping[str, str] | None = None
    errors: Mapping[str, str] | None = None

    def remark(self, key: str) -> str:
        """Return the remark that was typed at a question; "" is the whole."""
        return (self.remarks or {}).get(key, "")

    def error(self, name: str) -> str:
        """Return what is wrong with an input; "" when nothing is."""
        return (self.errors or {}).get(name, "")


@blueprint.get("/registrations/<number:number>/review")
def review(number: str) -> str:
    """Show what changed and what was remarked; to a reviewer also the decision."""
    return _page(asked.by_number(reading(), number, current_actor()), Typed())


@blueprint.post("/registrations/<number:number>/review")
def decide(number: str) -> Response:
    """Place remarks, and publish or send back when that was decided; all or nothing."""
    entry = asked.by_number(reading(), number, current_actor())
    typed = _typed()
    wrong = _wrong(typed)
    if wrong:
        return make_response(_page(entry, Typed(typed.decision, typed.reason, typed.remarks, wrong)), 400)
    step = {"publish": Step.PUBLISH, "send_back": Step.SEND_BACK}.get(typed.decision)
    try:
        _carry_out(entry, typed, step)
    except Invalid as refused:
        errors = (
            {"decision": _("This cannot be published yet.")}
            if step is Step.PUBLISH
            else {"reason": refused.problems[0].message[language.current()]}
        )
        return make_response(
            _page(asked.by_number(reading(), number, current_actor()), Typed(typed.decision, typed.reason, typed.remarks, errors)), 400
        )
    except (Stale, WrongState):
        if step is None or not was_done_already(number, step):
            raise
    return done(number, {Step.PUBLISH: "publish", Step.SEND_BACK: "send-back"}.get(step, "remarks") if step else "remarks")


@blueprint.post("/registrations/<number:number>/remarks/<int(max=999999999):remark>/settle")
def settle(number: str, remark: int) -> Response:
    """Mark a remark as dealt with."""
    with transaction() as session:
        remarks.settle(session, number, remark, actor=current_actor(), now=now())
    return redirect(url_for("backoffice.review", number=number) + "#changes", 303)


def _carry_out(entry: Entry, typed: Typed, step: Step | None) -> None:
    """Do it in one transaction, so that a decision that is refused leaves no remarks behind."""
    actor, moment, number = current_actor(), now(), entry.number
    with transaction() as session:
        fresh = asked.by_number(session, number, actor)
        said = {(each.pointer, each.text, each.public_id) for each in asked.remarks(session, fresh)}
        for key, text in (typed.remarks or {}).items():
            address = pointer(key) if key else ""
            if text.strip() and (address, text.strip().replace("\r\n", "\n"), actor.subject) not in said:
                remarks.add(session, number, address, text, actor=actor, now=moment)
        if step is Step.PUBLISH:
            publication.publish(session, number, search=wiring().search, revision=revision(), actor=actor, now=moment)
        elif step is Step.SEND_BACK:
            entries.send_back(session, number, typed.reason, revision=revision(), actor=actor, now=moment)


def _typed() -> Typed:
    said = {name.removeprefix("remark."): text for name, text in request.form.items() if name.startswith("remark.")}
    if any(key and key not in BY_KEY for key in said):
        raise NotFound
    decision = request.form.get("decision", "") if request.form.get("then") != "remarks" else ""
    return Typed(decision, request.form.get("reason", ""), said)


def _wrong(typed: Typed) -> dict[str, str]:
    """Return what is wrong with the form itself."""
    wrong = {
        f"remark.{key}": _("A remark has at most %(n)s characters.", n=remarks.LONGEST)
        for key, text in (typed.remarks or {}).items()
        if len(text) > remarks.LONGEST
    }
    if typed.decision == "send_back" and not typed.reason.strip():
        wrong["reason"] = _("Say why you send it back.")
    if not typed.decision and not any(text.strip() for text in (typed.remarks or {}).values()):
        wrong["decision"] = _("Choose what you decide, or write a remark.")
    return wrong


def _page(entry: Entry, typed: Typed) -> str:
    after = {**whole(entry), "language": entry.document.get("language", "nl")}
    before = {**asked_products.inherited_by(reading(), entry.published_document), **entry.published_document}
    changed = differences(before, after, language.current())
    placed = _remarks(entry)
    to_publish = [lacking(entry, each) for each in problems_at(entry, Stage.PUBLISH)]
    actor = current_actor()
    step = asked_work.last_steps(reading(), [entry]).get(entry.id)
    names = asked_work.names_of(reading(), [step.public_id] if step else [])
    return render_template(
        "backoffice/review.html",
        here="work",
        entry=entry,
        changed=changed,
        is_first=not entry.published_document,
        placed=placed,
        elsewhere=_elsewhere(placed, changed),
        label_of=lambda key: label_of(key, language.current()),
        to_publish=to_publish,
        typed=typed,
        why_not_publish=why_not_publish(entry, actor),
        may_decide=entry.draft_state is DraftState.IN_REVIEW and actor.may(Permission.ENTRY_SEND_BACK, entry.organisation_id),
        may_remark=entry.draft_state is not DraftState.NONE and actor.may(Permission.ENTRY_REMARK, entry.organisation_id),
        may_fill_in=may_fill_in(entry),
        is_single_flow=single_flow_holds(entry.organisation),
        submitted_by=names.get(step.public_id, "") if step and step.step is Step.SUBMIT else "",
        new_category=_new_category(before, after),
        change_note=entry.document.get("change_note"),
        version=len(entry.versions) + 1,
    )


def _new_category(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the category under the AI Act of what is public and of the draft, where they differ."""
    if "ai_act" not in before or "ai_act" not in after:
        return None
    was, now_ = (classify(facts_of(each), day_of(now())).risk_category for each in (before, after))
    return (label(was, language.current()), label(now_, language.current())) if was is not now_ else None


def _remarks(entry: Entry) -> dict[str, list[Placed]]:
    """Return the remarks on the present draft by question; "" is the whole."""
    found = asked.remarks(reading(), entry)
    names = asked_work.names_of(reading(), [each.public_id for each in found])
    placed: dict[str, list[Placed]] = {}
    for each in found:
        who = _("You") if each.public_id == current_actor().subject else names.get(each.public_id, _("a colleague"))
        key = (parts(each.pointer) or [""])[0]
        placed.setdefault(key, []).append(Placed(each.id, each.text, who, each.at, each.settled_at is not None))
    return placed


def _elsewhere(placed: Mapping[str, Any], changed: list[Difference]) -> list[str]:
    """Return the questions that have remarks but did not change."""
    shown = {each.key for each in changed}
    return [key for key in placed if key and key not in shown]
