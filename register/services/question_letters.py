"""What letters about a question have in common, read from the question."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.standard import BY_KEY
from register.domain.standard.values import is_email
from register.domain.standard.words import field_words
from register.models import PublicRegistration, Question
from register.rendering.letters import About
from register.rendering.mail_links import MailLinks
from register.translations import Language
from register.translations.formats import localised


def about(session: Session, question: Question, links: MailLinks) -> About:
    """Return what letters to who asked have in common, in the language in which it was asked."""
    language: Language = "en" if question.language == "en" else "nl"
    return About(
        language=language,
        registration=name(session, question, language),
        registration_url=links.registration(question.entry.number),
        organisation=localised(question.organisation.names, language).text,
        question_url=links.question(question.number, language),
    )


def about_for_body(session: Session, question: Question, links: MailLinks) -> About:
    """Return what letters to the body have in common: in Dutch, with the address of the question in the work place."""
    return About(
        language="nl",
        registration=name(session, question, "nl"),
        registration_url=links.registration(question.entry.number),
        organisation=localised(question.organisation.names, "nl").text,
        question_url=f"{links.base_url}/backoffice/questions/{question.number}",
    )


def name(session: Session, question: Question, language: Language) -> str:
    """Return the name of the registration, in this language if it has one; its number when the public knows no name any more."""
    number = question.entry.number
    newest = select(PublicRegistration.card).where(PublicRegistration.number == number).order_by(PublicRegistration.id.desc())
    card = session.scalars(newest.limit(1)).first() or {}
    return localised(card.get("name"), language).text or number


def part(question: Question, language: Language) -> str:
    """Return what a question is about, as the register asks for it; "" when it is about the whole."""
    return field_words(question.about, language).show if question.about in BY_KEY else ""


def address_of_body(question: Question) -> str:
    """Return where to write to the body: its own function, or that of the registration; "" when neither is an e-mail address."""
    for candidate in (question.organisation.contact, str(question.entry.published_document.get("contact", ""))):
        if is_email(candidate):
            return candidate
    return ""
