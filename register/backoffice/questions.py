"""What citizens asked: for moderators what came in, for bodies what waits for their answer.

One page per question with the steps that are open to this person; each step is
a form of its own, and what was typed in it survives a refusal.
"""

from collections.abc import Callable, Mapping

from flask import make_response, redirect, render_template, request, url_for
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from register.backoffice import deadlines
from register.backoffice.door import blueprint
from register.backoffice.forms.controls import options_of
from register.backoffice.forms.problems import sentences
from register.backoffice.transitions import revision
from register.domain.permissions import Permission
from register.domain.questions import (
    ANSWER_LENGTH,
    NOTE_LENGTH,
    QUESTION_LENGTH,
    TRANSITIONS,
    ForwardedAs,
    QuestionStep,
    RefusalGround,
)
from register.domain.standard import BY_KEY
from register.domain.standard.words import field_words
from register.errors import Invalid, NotAllowed, NotFound
from register.labels import explanation, label
from register.models import Question
from register.queries import questions as asked
from register.queries import work as asked_work
from register.services import moderation, scanning
from register.services import questions as service
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.language import N_, _
from register.web.logins import current_actor

#: What a moderator is shown of what looks private.
SORTS: Mapping[scanning.Sort, str] = {
    "citizen_number": N_("citizen service number"),
    "bank_account": N_("bank account"),
    "email": N_("e-mail address"),
    "phone": N_("telephone number"),
    "address": N_("address"),
    "birth_date": N_("date of birth"),
    "name": N_("perhaps a name"),
}


@blueprint.get("/questions")
def questions() -> str:
    """List what waits for this person, and what does no more."""
    actor = current_actor()
    if actor.organisations(Permission.QUESTION_READ) == frozenset():
        raise NotAllowed("questions are not for this role", permission=Permission.QUESTION_READ)
    return render_template(
        "backoffice/citizens_questions.html",
        here="work",
        waiting=asked.waiting(reading(), actor),
        ended=asked.ended(reading(), actor),
        words=lambda member: label(member, language.current()),
        term=deadlines.term_of_question,
        done=_DONE.get(request.args.get("done", ""), str)(),
    )


@blueprint.get("/questions/<number:number>")
def question(number: str) -> str:
    """Show a question, with what may be done with it."""
    return _page(asked.readable(reading(), number, current_actor()))


@blueprint.post("/questions/<number:number>/<step>")
def question_step(number: str, step: str) -> Response:
    """Do a step, and go back to the list; whatever is wrong is said where it was typed."""
    if step not in _STEPS:
        raise NotFound
    try:
        _STEPS[step](number)
    except Invalid as refused:
        said = sentences(refused.problems, language.current(), "nl")
        return make_response(_page(asked.readable(reading(), number, current_actor()), step, said), 400)
    return redirect(url_for("backoffice.questions", done=step), 303)


def _accept(number: str) -> None:
    with transaction() as session:
        moderation.accept(
            session,
            number,
            request.form.get("text", ""),
            revision=revision(),
            days=wiring().settings.question_days,
            links=wiring().mail_links,
            actor=current_actor(),
            now=now(),
        )


def _refuse(number: str) -> None:
    ground = RefusalGround(_chosen("refused_for", set(RefusalGround)))
    with transaction() as session:
        moderation.refuse(
            session, number, ground, _note(), revision=revision(), links=wiring().mail_links, actor=current_actor(), now=now()
        )


def _forward(number: str) -> None:
    what = ForwardedAs(_chosen("forwarded_as", set(ForwardedAs)))
    with transaction() as session:
        moderation.forward(session, number, what, _note(), revision=revision(), links=wiring().mail_links, actor=current_actor(), now=now())


def _answer(number: str) -> None:
    with transaction() as session:
        service.answer(session, number, request.form.get("answer", ""), revision=revision(), actor=current_actor(), now=now())


def _publish(number: str) -> None:
    with transaction() as session:
        moderation.publish_answer(session, number, revision=revision(), links=wiring().mail_links, actor=current_actor(), now=now())


def _send_back(number: str) -> None:
    with transaction() as session:
        moderation.send_back(session, number, _note(), revision=revision(), actor=current_actor(), now=now())


def _hide(number: str) -> None:
    with transaction() as session:
        moderation.hide(session, number, _note(), revision=revision(), actor=current_actor(), now=now())


_STEPS: Mapping[str, Callable[[str], None]] = {
    QuestionStep.ACCEPT: _accept,
    QuestionStep.REFUSE: _refuse,
    QuestionStep.FORWARD: _forward,
    QuestionStep.ANSWER: _answer,
    QuestionStep.PUBLISH: _publish,
    QuestionStep.SEND_BACK: _send_back,
    QuestionStep.HIDE: _hide,
}

_DONE: Mapping[str, Callable[[], str]] = {
    QuestionStep.ACCEPT: lambda: _("The question is public. The organisation has a letter."),
    QuestionStep.REFUSE: lambda: _("The question stays private. Whoever asked has a letter with the reason."),
    QuestionStep.FORWARD: lambda: _("It was sent on. Whoever wrote it has a letter."),
    QuestionStep.ANSWER: lambda: _("Your answer is kept. A moderator reads it before it is public."),
    QuestionStep.PUBLISH: lambda: _("The answer is public. Whoever asked has a letter with it."),
    QuestionStep.SEND_BACK: lambda: _("The answer went back to the organisation, with what you wrote."),
    QuestionStep.HIDE: lambda: _("The question is off the public site for good."),
}


def _note() -> str:
    return request.form.get("note", "")


def _chosen(name: str, choices: set[str]) -> str:
    """Return a choice. Raises `Invalid` where none was made."""
    given = request.form.get(name, "")
    if given not in choices:
        raise Invalid([service.not_chosen(name)])
    return given


def _page(found: Question, tried: str = "", errors: Mapping[str, list[str]] | None = None) -> str:
    actor, chosen = current_actor(), language.current()
    events = asked.events(reading(), found)
    is_moderator = actor.may(Permission.QUESTION_MODERATE, None)
    return render_template(
        "backoffice/citizens_question.html",
        here="work",
        question=found,
        state=label(found.state, chosen),
        kind=label(found.kind, chosen),
        about=field_words(found.about, chosen).show if found.about in BY_KEY else "",
        term=deadlines.term_of_question(found),
        marked=_marked(found.text) if is_moderator else "",
        open=_open(found, is_moderator=is_moderator, may_answer=actor.may(Permission.QUESTION_ANSWER, found.organisation_id)),
        tried=tried,
        typed=request.form,
        errors=errors or {},
        grounds=options_of(RefusalGround, chosen),
        kinds=options_of(ForwardedAs, chosen),
        events=events,
        names=asked_work.names_of(reading(), [event.public_id for event in events]),
        done=lambda step: explanation(step, chosen),
        limits={"text": QUESTION_LENGTH, "answer": ANSWER_LENGTH, "note": NOTE_LENGTH},
    )


def _open(found: Question, *, is_moderator: bool, may_answer: bool) -> set[str]:
    """Return the steps that this person can do now."""
    steps = {str(step) for state, step in TRANSITIONS if state is found.state} - {QuestionStep.CONFIRM}
    for_body = {QuestionStep.ANSWER.value}
    return (steps - for_body if is_moderator else set()) | (steps & for_body if may_answer else set())


def _marked(text: str) -> Markup:
    """Mark what looks private in a text, and say what it looks like."""
    parts, at = [], 0
    for finding in scanning.scan(reading(), text):
        parts += [escape(text[at : finding.start]), Markup("<mark>")]
        parts += [escape(text[finding.start : finding.end]), Markup(" <small>({})</small></mark>").format(_(SORTS[finding.sort]))]
        at = finding.end
    return Markup().join([*parts, escape(text[at:])])
