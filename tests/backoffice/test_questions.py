"""A moderator lets a question through, the body answers it, and each sees only what is theirs."""

import pytest
from sqlalchemy import select

from register.domain.permissions import Role
from register.domain.questions import QuestionKind, QuestionState
from register.models import Organisation, Question
from register.services import questions
from register.services.questions import Asked
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.factories import NOON, published

TEXT = "Ik ben Jan Jansen. Wie kijkt mijn melding na?"


@pytest.fixture
def asked(wiring: Wiring, waterlede: Organisation) -> str:
    with wiring.database.transaction() as session:
        number = published(session, waterlede, wiring.search).entry.number
        what = Asked(QuestionKind.QUESTION, TEXT, "burger@post.example", "nl")
        question = questions.ask(session, number, what, links=wiring.mail_links, now=NOON)
        return questions.confirm(session, question.number, now=NOON).number


@pytest.fixture
def moderator(hire: Hire) -> Worker:
    return hire("Vera Vraagbaak", (Role.MODERATOR, None))


def kept(wiring: Wiring) -> Question:
    with wiring.database.reading() as session:
        return session.scalars(select(Question)).one()


class TestQuestions:
    def test_goes_from_moderator_to_body_and_back(self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring) -> None:
        page = moderator.page(moderator.page("/questions").href("Ik ben Jan Jansen"))
        assert "Jan Jansen (misschien een naam)" in page.words
        form = page.form("/accept")
        form.put("text", "[…] Wie kijkt mijn melding na?")
        assert "De vraag is openbaar" in moderator.follow(moderator.send(form)).words

        assert "Wie kijkt mijn melding na?" in editor.page("").words
        page = editor.page(f"/questions/{asked}")
        assert "Jan Jansen" not in page.words
        form = page.form("/answer")
        form.put("answer", "Een medewerker.")
        assert "Uw antwoord is bewaard" in editor.follow(editor.send(form)).words

        form = moderator.page(f"/questions/{asked}").form("/publish")
        assert "Het antwoord is openbaar" in moderator.follow(moderator.send(form)).words
        assert kept(wiring).state is QuestionState.PUBLISHED

    def test_is_not_there_for_the_body_before_it_was_let_through(self, editor: Worker, asked: str) -> None:
        assert editor.get(f"/questions/{asked}").status_code == 404
        assert "Wie kijkt mijn melding na?" not in editor.page("/questions").words

    def test_is_not_there_for_another_body(self, moderator: Worker, hire: Hire, asked: str, delta: Organisation) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        stranger = hire("Sanne Elders", (Role.EDITOR, delta))

        assert stranger.get(f"/questions/{asked}").status_code == 404
        assert stranger.post(f"/questions/{asked}/answer", answer="Dit is een antwoord dat lang genoeg is.").status_code == 404

    def test_says_what_is_missing_where_it_is_missing(self, moderator: Worker, asked: str) -> None:
        form = moderator.page(f"/questions/{asked}").form("/forward")

        answer = moderator.send(form)

        assert answer.status_code == 400
        assert "f-forward-forwarded_as-error" in answer.text

    def test_keeps_an_answer_that_is_refused(self, moderator: Worker, editor: Worker, asked: str) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        form = editor.page(f"/questions/{asked}").form("/answer")
        form.put("answer", "Uw nummer is 111222333.")

        answer = editor.send(form)

        assert answer.status_code == 400
        assert "Uw nummer is 111222333." in answer.text

    def test_refuses_a_step_on_an_older_page(self, moderator: Worker, asked: str) -> None:
        form = moderator.page(f"/questions/{asked}").form("/accept")
        moderator.send(form)

        assert moderator.send(form).status_code in {409, 412}

    def test_knows_no_other_steps(self, moderator: Worker, asked: str) -> None:
        assert moderator.post(f"/questions/{asked}/confirm").status_code == 404
