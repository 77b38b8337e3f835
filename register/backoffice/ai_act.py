"""The AI Act of a registration as guided questions: one at a time, saved as one answers, the outcome beside them.

What other fields say (the status, the role in a decision) is not asked again.
"""

from collections.abc import Mapping
from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice.door import blueprint
from register.backoffice.forms.controls import options_of
from register.backoffice.sections import may_fill_in, steps, whole
from register.backoffice.transitions import revision
from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import TOLD_ELSEWHERE
from register.domain.ai_act.documents import ProhibitedAction, facts_of, kind_conflicts, open_for
from register.domain.ai_act.outcome import RiskCategory
from register.domain.ai_act.questions import BY_NAME, Question, with_answer, without
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, Step, draft_after
from register.domain.permissions import Permission, require
from register.domain.standard import BY_KEY
from register.domain.standard.completeness import score
from register.domain.standard.fields import Section
from register.domain.standard.words import field_words
from register.errors import NotFound, Stale
from register.models import Entry
from register.queries import entries as asked
from register.rendering.act_outcome import Outcome, outcome, told_in
from register.rendering.classifications import answer as as_json
from register.services import entries
from register.web import act_answers, language
from register.web.act_answers import UNKNOWN, Told
from register.web.act_questions import ask, given, place, unsure_choice, what_is_wrong
from register.web.context import now, reading, transaction
from register.web.document import told_by
from register.web.links import with_query
from register.web.logins import current_actor
from register.web.pages import page_url


@blueprint.get("/registrations/<number:number>/ai-act")
def ai_act(number: str) -> str:
    """Show the outcome so far, with its reasons, what it asks, and every answer."""
    entry = asked.by_number(reading(), number, current_actor())
    full = whole(entry)
    told = _told(entry)
    outcome_ = _outcome(full)
    return render_template(
        "backoffice/ai_act.html",
        here="registrations",
        entry=entry,
        outcome=outcome_,
        given=given(told, language.current()),
        open_questions=[_href(entry, each) for each in _open(full, told)],
        href=lambda name: url_for("backoffice.act_question", number=number, name=name),
        try_it_href=with_query(page_url("public_site.try_it_outcome"), act_answers.pairs(told_by(full))),
        steps=steps(entry, full, Section.AI_ACT),
        percent=score(full).percent,
        may_fill_in=may_fill_in(entry),
        told_in=lambda duty: [(_section_of(entry, key), field_words(key, language.current()).label) for key in told_in(duty, full)],
        actions=options_of(ProhibitedAction, language.current()) if outcome_.category.value == RiskCategory.PROHIBITED else (),
        action=(full.get("ai_act") or {}).get("action", ""),
        kind_conflicts=kind_conflicts(full),
        is_saved=request.args.get("done") == "answer",
    )


@blueprint.post("/registrations/<number:number>/ai-act")
def choose_action(number: str) -> Response:
    """Keep what is done about what the law prohibits."""
    entry = _editable(number)
    action = request.form.get("action", "")
    if action not in set(ProhibitedAction):
        raise NotFound
    said = {**(entry.document.get("ai_act") or {}), "action": action}
    _save(entry, said)
    return redirect(url_for("backoffice.ai_act", number=number), 303)


@blueprint.get("/registrations/<number:number>/ai-act/<name>")
def act_question(number: str, name: str) -> str:
    """Ask one question, with what was answered before."""
    entry = _editable(number)
    return _page(entry, _question(name))


@blueprint.post("/registrations/<number:number>/ai-act/<name>")
def answer_question(number: str, name: str) -> Response:
    """Keep an answer and go to the next question that matters; an answer that cannot be is asked again."""
    entry, question = _editable(number), _question(name)
    told = _told(entry)
    value, problems = act_answers.answer(request.form, name, told.facts)
    wrong = what_is_wrong(value, problems, language.current())
    if wrong:
        return make_response(_page(entry, question, wrong), 400)
    changed = _changed(told, question, value)
    said = {"facts": dict(changed.facts)} | ({"unsure": list(changed.unsure)} if changed.unsure else {})
    said |= {"action": action} if (action := (entry.document.get("ai_act") or {}).get("action")) else {}
    try:
        saved = _save(entry, said)
    except Stale:
        return make_response(_page(_editable(number), question, is_stale=True), 412)
    return redirect(_next(number, {**whole(entry), **saved}, changed), 303)


def _save(entry: Entry, said: Mapping[str, Any]) -> dict[str, Any]:
    """Keep the answers about the act in the draft; return its document. Raises `Stale` when somebody saved since."""
    checked = entries.prepared({**entry.document, "ai_act": said}, now=now())
    with transaction() as session:
        return entries.save(session, entry.number, checked, revision=revision(), actor=current_actor(), now=now()).document


def _changed(told: Told, question: Question, value: Any) -> Told:
    """Return the answers with this one; an answer of which the reason fell away goes with it."""
    unsure = [each for each in told.unsure if each != question.name]
    if value == UNKNOWN and not act_answers.is_word(question.name, UNKNOWN):
        return Told(without(told.facts, question.name), (*unsure, question.name))
    return Told(with_answer(told.facts, question.name, value), tuple(unsure))


def _next(number: str, full: Mapping[str, Any], told: Told) -> str:
    following = _open(full, told)
    if following:
        return url_for("backoffice.act_question", number=number, name=following[0].name)
    return url_for("backoffice.ai_act", number=number, done="answer")


def _page(entry: Entry, question: Question, errors: tuple[str, ...] = (), *, is_stale: bool = False) -> str:
    full, told = whole(entry), _told(entry)
    where = place(question, told, _open(full, told))
    shown = ask(question, told, language.current(), errors)
    return render_template(
        "backoffice/act_question.html",
        here="registrations",
        entry=entry,
        ask=shown,
        unsure=unsure_choice(shown, language.current()),
        place=where,
        outcome=_outcome(full),
        given=given(told, language.current()),
        href=lambda name: url_for("backoffice.act_question", number=entry.number, name=name),
        back=_href(entry, where.previous) if where.previous else url_for("backoffice.ai_act", number=entry.number),
        is_stale=is_stale,
        is_new_draft=entry.draft_state is DraftState.NONE,
    )


def _href(entry: Entry, question: Question) -> str:
    return url_for("backoffice.act_question", number=entry.number, name=question.name)


def _section_of(entry: Entry, key: str) -> str:
    return url_for("backoffice.section", number=entry.number, section=BY_KEY[key].section.value)


def _told(entry: Entry) -> Told:
    """Return what was answered here; what other fields say is not asked."""
    said = entry.document.get("ai_act") or {}
    return Told(said.get("facts") or {}, tuple(said.get("unsure") or ()))


def _open(full: Mapping[str, Any], told: Told) -> tuple[Question, ...]:
    return open_for({**full, "ai_act": {"facts": told.facts, "unsure": told.unsure}}, day_of(now()))


def _outcome(full: Mapping[str, Any]) -> Outcome:
    return outcome(as_json(classify(facts_of(full), day_of(now()))), language.current())


def _question(name: str) -> Question:
    if name not in BY_NAME or name in TOLD_ELSEWHERE:
        raise NotFound
    return BY_NAME[name]


def _editable(number: str) -> Entry:
    entry = asked.by_number(reading(), number, current_actor())
    require(Permission.ENTRY_EDIT, current_actor(), entry.organisation_id, reading=Permission.ENTRY_READ)
    draft_after(entry.draft_state, Step.EDIT)
    return entry
