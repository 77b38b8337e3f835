"""Questions of citizens, in the state that a test needs."""

from sqlalchemy.orm import Session

from register.domain.permissions import Role
from register.domain.questions import QuestionKind
from register.models import Question
from register.rendering.mail_links import MailLinks
from register.services import moderation, questions
from register.services.questions import Asked
from tests.factories.actors import actor
from tests.factories.world import NOON

ASKED = Asked(QuestionKind.QUESTION, "Wie kijkt mijn melding na?", "burger@post.example", "nl", about="human_intervention")


def received(session: Session, number: str, what: Asked = ASKED, *, links: MailLinks) -> Question:
    """Return a question that its sender confirmed."""
    asked = questions.ask(session, number, what, links=links, now=NOON)
    return questions.confirm(session, asked.number, now=NOON)


def accepted(session: Session, number: str, what: Asked = ASKED, *, links: MailLinks) -> Question:
    """Return a question that a moderator made public as it is."""
    question = received(session, number, what, links=links)
    return moderation.accept(
        session,
        question.number,
        question.text,
        revision=question.revision,
        days=28,
        links=links,
        actor=actor(Role.MODERATOR),
        now=NOON,
    )
