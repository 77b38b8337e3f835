"""What moderators do with questions of citizens: let through, refuse, send on, and the same for the answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.calendar import day_of
from register.domain.permissions import Actor, Permission, require
from register.domain.questions import NOTE_LENGTH, QUESTION_LENGTH, ForwardedAs, QuestionStep, RefusalGround, after
from register.domain.standard.problems import problem
from register.errors import Invalid, WrongState
from register.labels import explanation, label
from register.models import Question, QuestionEvent
from register.ports import Letter
from register.queries import questions as asked
from register.rendering import letters
from register.rendering.mail_links import MailLinks
from register.services import cleaning, outbox, public_questions, public_records, question_letters, scanning
from register.services.questions import note_step


def accept(
    session: Session, number: str, public_text: str, *, revision: int, days: int, links: MailLinks, actor: Actor, now: datetime
) -> Question:
    """Make a question public, in the words that the moderator leaves of it, and ask the body for an answer within so many days.

    A body without an address gets no letter (`question_letters.address_of_body`).
    Raises `NotFound`, `NotAllowed`, `Stale`; `WrongState`, also when the
    registration is not public now, because then nobody could read it; `Invalid`
    without words or with a citizen service number in them.
    """
    question = _moderated(session, number, actor, revision)
    state = after(question.state, QuestionStep.ACCEPT)
    if not asked.is_registration_published(session, question):
        raise WrongState("the registration is not public", state=question.state, step=QuestionStep.ACCEPT)
    text = cleaning.plain(public_text, "/text", limit=QUESTION_LENGTH, is_required=True)
    if scanning.holds_citizen_number(session, text):
        raise Invalid([problem("/text", "citizen-number")])
    question.state, question.public_text = state, text
    question.due_on = (day_of(now) + timedelta(days=days)).isoformat()
    _show(session, question, QuestionStep.ACCEPT, actor, now=now)
    _write(session, question, letters.accepted(question_letters.about(session, question, links), due=question.due_on), now=now)
    body = question_letters.address_of_body(question)
    if body:
        email = question.email if question.may_pass_on else ""
        about = question_letters.about_for_body(session, question, links)
        part = question_letters.part(question, about.language)
        letter = letters.waiting(about, part=part, text=text, due=question.due_on, email=email)
        outbox.post(session, letter, body, about=outbox.of_question(number), now=now)
    return question


def refuse(
    session: Session, number: str, ground: RefusalGround, note: str, *, revision: int, links: MailLinks, actor: Actor, now: datetime
) -> Question:
    """Keep a question from the public, and tell its sender why. Raises `NotFound`, `NotAllowed`, `Stale`, `WrongState`, `Invalid`."""
    question = _moderated(session, number, actor, revision)
    state = after(question.state, QuestionStep.REFUSE)
    question.note = cleaning.plain(note, "/note", limit=NOTE_LENGTH)
    question.state, question.refused_for, question.ended_at = state, ground, now
    note_step(session, question, QuestionStep.REFUSE, actor, now=now)
    why = explanation(ground, question.language)
    _write(session, question, letters.refused(question_letters.about(session, question, links), ground=why, note=question.note), now=now)
    return question


def forward(
    session: Session, number: str, what: ForwardedAs, note: str, *, revision: int, links: MailLinks, actor: Actor, now: datetime
) -> Question:
    """Send a text on to the body as what it is by law, with the day of receipt (Awb 2:3, 6:15).

    The address of its sender goes along only when they allowed it. What was
    public of it is so no longer. Raises `NotFound`, `NotAllowed`, `Stale`, `WrongState`; `Invalid` when there is no
    address of the body to send it to.
    """
    question = _moderated(session, number, actor, revision)
    state = after(question.state, QuestionStep.FORWARD)
    question.note = cleaning.plain(note, "/note", limit=NOTE_LENGTH)
    body = question_letters.address_of_body(question)
    if not body:
        raise Invalid([problem("/forwarded_as", "no-address-of-body")])
    question.state, question.forwarded_as, question.ended_at = state, what, now
    question.public_text, question.answer, question.answered_at, question.due_on = "", "", None, ""
    _take_off(session, question, QuestionStep.FORWARD, actor, now=now)
    received = day_of(question.received_at or question.asked_at).isoformat()
    about = question_letters.about(session, question, links)
    kind = label(what, question.language)
    told = letters.forwarded(about, what=kind, received=received, note=question.note, may_be_answered=question.may_pass_on)
    _write(session, question, told, now=now)
    for_body = question_letters.about_for_body(session, question, links)
    letter = letters.forwarded_to_body(
        for_body,
        part=question_letters.part(question, for_body.language),
        what=label(what, "nl"),
        received=received,
        text=question.text,
        email=question.email if question.may_pass_on else "",
        was_told=bool(question.email),
        note=question.note,
    )
    outbox.post(session, letter, body, about=outbox.of_question(number), now=now)
    return question


def publish_answer(session: Session, number: str, *, revision: int, links: MailLinks, actor: Actor, now: datetime) -> Question:
    """Make the answer public and send it to who asked.

    Raises `NotFound`, `NotAllowed`, `Stale`, `WrongState`; `Invalid` with a
    citizen service number in the answer.
    """
    question = _moderated(session, number, actor, revision)
    state = after(question.state, QuestionStep.PUBLISH)
    if scanning.holds_citizen_number(session, question.answer):
        raise Invalid([problem("/answer", "citizen-number")])
    question.state, question.ended_at = state, now
    _show(session, question, QuestionStep.PUBLISH, actor, now=now)
    about = question_letters.about(session, question, links)
    if not asked.is_registration_published(session, question):
        about = replace(about, registration_url="")  # the registration went out of sight since: nobody can read it there
    _write(session, question, letters.answered(about, answer=question.answer), now=now)
    return question


def send_back(session: Session, number: str, note: str, *, revision: int, actor: Actor, now: datetime) -> Question:
    """Give an answer back to the body, with what to mend.

    Raises `NotFound`, `NotAllowed`, `Stale`, `WrongState`, `Invalid` without a note.
    """
    question = _moderated(session, number, actor, revision)
    state = after(question.state, QuestionStep.SEND_BACK)
    question.note = cleaning.plain(note, "/note", limit=NOTE_LENGTH, is_required=True)
    question.state = state
    note_step(session, question, QuestionStep.SEND_BACK, actor, now=now)
    return question


def hide(session: Session, number: str, note: str, *, revision: int, actor: Actor, now: datetime) -> Question:
    """Take a question that is public off the site for good.

    Raises `NotFound`, `NotAllowed`, `Stale`, `WrongState`, `Invalid` without a note.
    """
    question = _moderated(session, number, actor, revision)
    state = after(question.state, QuestionStep.HIDE)
    question.note = cleaning.plain(note, "/note", limit=NOTE_LENGTH, is_required=True)
    question.state, question.ended_at = state, question.ended_at or now
    _take_off(session, question, QuestionStep.HIDE, actor, now=now)
    return question


def _moderated(session: Session, number: str, actor: Actor, revision: int) -> Question:
    question = asked.readable(session, number, actor)
    require(Permission.QUESTION_MODERATE, actor, question.organisation_id, reading=Permission.QUESTION_READ)
    asked.check_revision(question, revision)
    return question


def _show(session: Session, question: Question, step: QuestionStep, actor: Actor, *, now: datetime) -> None:
    """Let the public see a step, unless the registration is out of its sight: then nothing public may move."""
    session.flush()
    if not asked.is_registration_public(session, question):
        note_step(session, question, step, actor, now=now)
        return
    sequence = public_records.next_sequence(session, now)
    public_questions.show(session, question, is_answered=step is QuestionStep.PUBLISH, sequence=sequence, at=now)
    note_step(session, question, step, actor, now=now, public_sequence=sequence)


def _take_off(session: Session, question: Question, step: QuestionStep, actor: Actor, *, now: datetime) -> None:
    """Note a step after which the public reads nothing of a question, with the letters that still wait to say that it can."""
    shown_at = _shown_at(session, question)
    sequence = public_records.next_sequence(session, now) if shown_at and asked.is_shown(session, question) else None
    note_step(session, question, step, actor, now=now, public_sequence=sequence)
    if shown_at:
        outbox.forget(session, outbox.of_question(question.number))
    if sequence is not None:
        public_questions.hide(session, question.number, shown_at, sequence=sequence, at=now)


def _shown_at(session: Session, question: Question) -> Sequence[int]:
    events = select(QuestionEvent.public_sequence).where(
        QuestionEvent.question_id == question.id, QuestionEvent.public_sequence.is_not(None)
    )
    return [sequence for sequence in session.scalars(events) if sequence is not None]


def _write(session: Session, question: Question, letter: Letter, *, now: datetime) -> None:
    """Write to who asked, as long as the address is there."""
    if question.email:
        outbox.post(session, letter, question.email, about=outbox.of_question(question.number), now=now)
