"""What citizens asked: for moderators what came in, for bodies what waits for their answer.

One page per question with the steps that are open to this person; each step is
a form of its own, and what was typed in it survives a refusal.
"""

from collections.abc import Callable, Mapping, Sequence

from flask import make_response, redirect, render_template, request, url_for
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from register.backoffice import deadlines
from register.backoffice.door import blueprint
from register.backoffice.forms.controls import options_of
from register.backoffice.forms.problems import sentences
from register.backoffice.transitions import revision
from register.domain.permissions import Actor, Permission, require
from register.domain.questions import (
    ANSWER_LENGTH,
    NOTE_LENGTH,
    QUESTION_LENGTH,
    TRANSITIONS,
    ForwardedAs,
    QuestionState,
    QuestionStep,
    RefusalGround,
)
from register.domain.standard import BY_KEY
from register.domain.standard.vocabularies import Language
from register.domain.standard.words import field_words
from register.errors import Invalid, NotAllowed, NotFound
from register.labels import explanation, label
from register.models import Question
from register.queries import questions as asked
from register.queries import work as asked_work
from register.services import moderation, outbox, question_letters, scanning
from register.services import questions as service
from register.translations import formats
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
    waiting, ended = asked.waiting(reading(), actor), asked.ended(reading(), actor)
    return render_template(
        "backoffice/citizens_questions.html",
        here="work",
        waiting=waiting,
        ended=ended,
        names=_names([*waiting, *ended], actor),
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
    actor = current_actor()
    needed = Permission.QUESTION_ANSWER if step in _FOR_BODY else Permission.QUESTION_MODERATE
    require(needed, actor, asked.readable(reading(), number, actor).organisation_id, reading=Permission.QUESTION_READ)
    try:
        done = _STEPS[step](number)
    except Invalid as refused:
        said = sentences(refused.problems, language.current(), "nl")
        return make_response(_page(asked.readable(reading(), number, actor), step, said), 400)
    return redirect(url_for("backoffice.questions", done=done), 303)


def _accept(number: str) -> str:
    with transaction() as session:
        accepted = moderation.accept(
            session,
            number,
            request.form.get("text", ""),
            revision=revision(),
            days=wiring().settings.question_days,
            links=wiring().mail_links,
            actor=current_actor(),
            now=now(),
        )
        return QuestionStep.ACCEPT if question_letters.address_of_body(accepted) else _NOBODY_TOLD


def _refuse(number: str) -> str:
    ground = RefusalGround(_chosen("refused_for", set(RefusalGround)))
    with transaction() as session:
        moderation.refuse(
            session, number, ground, _note(), revision=revision(), links=wiring().mail_links, actor=current_actor(), now=now()
        )
    return QuestionStep.REFUSE


def _forward(number: str) -> str:
    what = ForwardedAs(_chosen("forwarded_as", set(ForwardedAs)))
    with transaction() as session:
        moderation.forward(session, number, what, _note(), revision=revision(), links=wiring().mail_links, actor=current_actor(), now=now())
    return QuestionStep.FORWARD


def _answer(number: str) -> str:
    written_in = Language(_chosen("answer_language", set(Language)))
    with transaction() as session:
        service.answer(session, number, request.form.get("answer", ""), written_in, revision=revision(), actor=current_actor(), now=now())
    return QuestionStep.ANSWER


def _publish(number: str) -> str:
    with transaction() as session:
        answered = moderation.publish_answer(
            session, number, revision=revision(), links=wiring().mail_links, actor=current_actor(), now=now()
        )
        return QuestionStep.PUBLISH if asked.is_registration_published(session, answered) else _OUT_OF_SIGHT


def _send_back(number: str) -> str:
    with transaction() as session:
        moderation.send_back(session, number, _note(), revision=revision(), actor=current_actor(), now=now())
    return QuestionStep.SEND_BACK


def _hide(number: str) -> str:
    with transaction() as session:
        moderation.hide(session, number, _note(), revision=revision(), actor=current_actor(), now=now())
    return QuestionStep.HIDE


_TO_ASKER = N_("The letter to whoever asked did not arrive yet. Attempts so far: %(n)s. The next one: %(moment)s.")
_TO_BODY = N_("The letter to the organisation did not arrive yet. Attempts so far: %(n)s. The next one: %(moment)s.")

#: What is said after a step that did less than its name says.
_NOBODY_TOLD = "accept-untold"
_OUT_OF_SIGHT = "publish-unseen"

#: Each does its step and returns what is said afterwards.
_STEPS: Mapping[str, Callable[[str], str]] = {
    QuestionStep.ACCEPT: _accept,
    QuestionStep.REFUSE: _refuse,
    QuestionStep.FORWARD: _forward,
    QuestionStep.ANSWER: _answer,
    QuestionStep.PUBLISH: _publish,
    QuestionStep.SEND_BACK: _send_back,
    QuestionStep.HIDE: _hide,
}

#: What the body does; all else is for moderators.
_FOR_BODY = {QuestionStep.ANSWER.value}

_DONE: Mapping[str, Callable[[], str]] = {
    QuestionStep.ACCEPT: lambda: _("The question is public. The organisation has a letter."),
    _NOBODY_TOLD: lambda: _(
        "The question is public. The organisation has no letter, because there is no e-mail address of it here. "
        "Tell it yourself, and ask an administrator to fill in its contact."
    ),
    QuestionStep.REFUSE: lambda: _("The question stays private. Whoever asked has a letter with the reason."),
    QuestionStep.FORWARD: lambda: _("It was sent on. Whoever wrote it has a letter."),
    QuestionStep.ANSWER: lambda: _("Your answer is kept. A moderator reads it before it is public."),
    QuestionStep.PUBLISH: lambda: _("The answer is public. Whoever asked has a letter with it."),
    _OUT_OF_SIGHT: lambda: _("Whoever asked has a letter with the answer. Nobody else can read it: the registration is not public now."),
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
    is_readable = asked.is_registration_published(reading(), found)
    return render_template(
        "backoffice/citizens_question.html",
        here="work",
        question=found,
        name=_names([found], actor)[found.entry.number],
        is_readable=is_readable,
        has_page=asked.is_registration_public(reading(), found),
        state=label(found.state, chosen),
        kind=label(found.kind, chosen),
        about=field_words(found.about, chosen).show if found.about in BY_KEY else "",
        term=deadlines.term_of_question(found),
        written=_written(found, is_moderator=is_moderator),
        public_text=_marked(found.public_text) if is_moderator else found.public_text,
        answer=_marked(found.answer) if is_moderator else found.answer,
        is_private={
            QuestionStep.ACCEPT.value: _is_private(request.form.get("text", found.text) if tried == QuestionStep.ACCEPT else found.text),
            QuestionStep.PUBLISH.value: _is_private(found.answer),
        },
        has_address=bool(question_letters.address_of_body(found)),
        failing=_failing(found) if is_moderator else [],
        open=_open(found, is_moderator=is_moderator, may_answer=actor.may(Permission.QUESTION_ANSWER, found.organisation_id))
        - (set() if is_readable else {QuestionStep.ACCEPT.value}),
        tried=tried,
        typed=request.form,
        errors=errors or {},
        grounds=options_of(RefusalGround, chosen),
        kinds=options_of(ForwardedAs, chosen),
        languages=options_of(Language, chosen),
        asked_in=label(Language(found.language), chosen),
        events=events,
        names=asked_work.names_of(reading(), [event.public_id for event in events]),
        done=lambda step: explanation(step, chosen),
        limits={"text": QUESTION_LENGTH, "answer": ANSWER_LENGTH, "note": NOTE_LENGTH},
    )


def _names(found: Sequence[Question], actor: Actor) -> dict[str, str]:
    """Return by number how registrations are called: as the public knows them, since whoever moderates may read no drafts.

    One that is out of the public's sight keeps its working name for those who may read it, and is a number for others.
    """
    titles = asked.published_titles(reading(), found)
    own = {each.entry.number: each.entry.title for each in found if actor.may(Permission.ENTRY_READ, each.organisation_id)}
    return {number: titles.get(number) or own.get(number) or number for number in {each.entry.number for each in found}}


def _written(found: Question, *, is_moderator: bool) -> Markup:
    """Return the text as it was typed: for moderators, and for the body once it was sent on to it as its own to deal with."""
    if is_moderator:
        return _marked(found.text)
    return escape(found.text) if found.state is QuestionState.FORWARDED else Markup()


def _failing(found: Question) -> list[str]:
    """Say of each letter about a question that a mail server did not take it yet."""
    return [
        _(
            _TO_ASKER if mail.recipient == found.email else _TO_BODY,
            n=mail.attempts,
            moment=formats.moment(mail.next_at, language.current()),
        )
        for mail in outbox.failing(reading(), outbox.of_question(found.number))
    ]


def _open(found: Question, *, is_moderator: bool, may_answer: bool) -> set[str]:
    """Return the steps that this person can do now."""
    steps = {str(step) for state, step in TRANSITIONS if state is found.state} - {QuestionStep.CONFIRM}
    return (steps - _FOR_BODY if is_moderator else set()) | (steps & _FOR_BODY if may_answer else set())


def _is_private(text: str) -> bool:
    return bool(scanning.scan(reading(), text))


def _marked(text: str) -> Markup:
    """Mark what looks private in a text, and say what it looks like."""
    parts, at = [], 0
    for finding in scanning.scan(reading(), text):
        parts += [escape(text[at : finding.start]), Markup("<mark>")]
        parts += [escape(text[finding.start : finding.end]), Markup(" <small>({})</small></mark>").format(_(SORTS[finding.sort]))]
        at = finding.end
    return Markup().join([*parts, escape(text[at:])])
