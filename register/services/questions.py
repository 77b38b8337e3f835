"""What citizens do: ask, confirm by e-mail, take back. And what the body does: answer.

What moderators do is in `moderation`.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.db import take_turns
from register.domain.permissions import SYSTEM, Actor, Permission, require
from register.domain.public_records import RecordState
from register.domain.questions import (
    ANSWER_LENGTH,
    CONFIRM_WITHIN,
    MOST_UNCONFIRMED,
    OWN,
    QUESTION_LENGTH,
    QuestionKind,
    QuestionState,
    QuestionStep,
    after,
)
from register.domain.standard import BY_KEY
from register.domain.standard.problems import problem
from register.domain.standard.values import is_email
from register.domain.standard.vocabularies import Language
from register.errors import Conflict, Invalid, NotFound, Problem, WrongState
from register.models import Entry, Question, QuestionEvent
from register.queries import questions as asked
from register.queries import registrations
from register.rendering import letters
from register.rendering.mail_links import MailLinks
from register.services import audit, cleaning, numbers, outbox, question_letters, scanning


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody sent in, as it was typed."""

    kind: QuestionKind
    text: str
    email: str
    language: str
    #: The key of the field that it is about; "" is the whole.
    about: str = ""
    may_pass_on: bool = False


def ask(session: Session, number: str, what: Asked, *, links: MailLinks, now: datetime) -> Question:
    """Keep a question until its sender confirms it, and write to them.

    The same text from the same address is the same question while it waits
    to be confirmed: whoever presses the button twice gets one letter, and the
    choices that were made last hold.

    Raises `NotFound` unless the registration is public now and its body
    registered it here; `Invalid` for a text or an address that cannot be kept,
    and for a citizen service number; `Conflict` when this address has enough
    to confirm already.
    """
    entry = _public_entry(session, number)
    text, email = checked(session, what), what.email.strip()
    about = what.about if what.about in BY_KEY else ""
    take_turns(session, email.casefold())
    same = asked.waiting_to_be_confirmed(session, entry.id, email, text, since=now - CONFIRM_WITHIN)
    if same is not None:
        same.kind, same.about, same.may_pass_on = what.kind, about, what.may_pass_on
        session.flush()
        return same
    refuse_flood(session, email)
    question = Question(
        number=numbers.give(session),
        entry_id=entry.id,
        organisation_id=entry.organisation_id,
        kind=what.kind,
        state=QuestionState.UNCONFIRMED,
        language=what.language,
        about=about,
        text=text,
        email=email,
        may_pass_on=what.may_pass_on,
        asked_at=now,
    )
    session.add(question)
    session.flush()
    letter = letters.confirm(
        question_letters.about(session, question, links), asked_at=now, hours=int(CONFIRM_WITHIN.total_seconds()) // 3600
    )
    outbox.post(session, letter, question.email, about=outbox.of_question(question.number), now=now)
    return question


def refuse_flood(session: Session, email: str) -> None:
    """Raise `Conflict` when somebody has so much to confirm that more is not for them."""
    if asked.unconfirmed(session, email) >= MOST_UNCONFIRMED:
        raise Conflict("enough letters wait to be confirmed")


def checked(session: Session, what: Asked) -> str:
    """Return the text as it will be kept. Raises `Invalid` with everything that is wrong with what was sent in."""
    problems: list[Problem] = []
    text = ""
    try:
        text = cleaning.plain(what.text, "/text", limit=QUESTION_LENGTH)
        problems += [] if text else [problem("/text", "nothing-written")]
    except Invalid as refused:
        problems += refused.problems
    if scanning.holds_citizen_number(session, text):
        problems.append(problem("/text", "citizen-number"))
    if not is_email(what.email.strip()):
        problems.append(problem("/email", "email-needed"))
    if problems:
        raise Invalid(problems)
    return text


def not_chosen(name: str) -> Problem:
    """Say that a choice still has to be made."""
    choose = {"nl": "Kies een van de antwoorden.", "en": "Choose one of the answers."}
    return Problem(f"/{name}", "not-in-vocabulary", choose, choose)


def confirm(session: Session, number: str, *, now: datetime) -> Question:
    """Let a question count: whoever followed the link has the address. Doing it twice is no fault. Raises `NotFound`."""
    question = asked.by_number(session, number)
    if question.state is not QuestionState.UNCONFIRMED:
        return question
    if now - question.asked_at > CONFIRM_WITHIN:
        raise NotFound
    question.state = after(question.state, QuestionStep.CONFIRM)
    question.received_at = now
    note_step(session, question, QuestionStep.CONFIRM, SYSTEM, now=now)
    return question


def take_back(session: Session, number: str, *, now: datetime) -> None:
    """Delete a question that nobody read in public yet, with its letters that still wait.

    Raises `NotFound`, and `WrongState` when it is too late for that.
    """
    question = asked.by_number(session, number)
    if question.state not in OWN:
        raise WrongState("others have read it already", state=question.state)
    outbox.forget(session, outbox.of_question(number))
    session.delete(question)
    session.flush()
    audit.record(session, "question.taken_back", "question", number, actor=SYSTEM, now=now)


def forget_sender(session: Session, number: str, *, now: datetime) -> Question:
    """Delete the e-mail address of a question now; its sender hears no more of it. Raises `NotFound`.

    Letters to them that still wait are deleted, and those to the body no longer give the address.
    """
    question = asked.by_number(session, number)
    if question.email:
        outbox.forget(session, outbox.of_question(number), recipient=question.email)
        outbox.conceal(session, outbox.of_question(number), question.email)
        question.email, question.may_pass_on = "", False
        session.flush()
        audit.record(session, "question.sender_forgotten", "question", number, actor=SYSTEM, now=now)
    return question


def answer(session: Session, number: str, text: str, language: Language, *, revision: int, actor: Actor, now: datetime) -> Question:
    """Answer a question for the body, in a language of its choice; a moderator looks at it before it is public.

    Raises `NotFound`, `NotAllowed`, `Stale`, `WrongState` when it waits for no
    answer, `Invalid` without a text or with a citizen service number in it.
    """
    question = asked.readable(session, number, actor)
    require(Permission.QUESTION_ANSWER, actor, question.organisation_id, reading=Permission.QUESTION_READ)
    asked.check_revision(question, revision)
    state = after(question.state, QuestionStep.ANSWER)
    text = cleaning.plain(text, "/answer", limit=ANSWER_LENGTH, is_required=True)
    if scanning.holds_citizen_number(session, text):
        raise Invalid([problem("/answer", "citizen-number")])
    question.state, question.answer, question.answered_at, question.note = state, text, now, ""
    question.answer_language = language
    note_step(session, question, QuestionStep.ANSWER, actor, now=now)
    return question


def note_step(
    session: Session, question: Question, step: QuestionStep, actor: Actor, *, now: datetime, public_sequence: int | None = None
) -> None:
    """Write a step down, in the log of the question and in the audit trail, which never holds what was said."""
    by = "" if actor is SYSTEM else actor.subject
    session.add(QuestionEvent(question_id=question.id, step=step, public_id=by, at=now, public_sequence=public_sequence))
    session.flush()
    audit.record(session, f"question.{step}", "question", question.number, actor=actor, now=now, on_behalf_of=question.organisation.number)


def _public_entry(session: Session, number: str) -> Entry:
    row = registrations.by_number(session, number)
    if row is None or row.state != RecordState.PUBLISHED or row.is_mirrored:
        raise NotFound
    return asked.entry(session, number)
