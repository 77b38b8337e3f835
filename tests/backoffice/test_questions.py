"""A moderator lets a question through, the body answers it, and each sees only what is theirs."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from register.domain.permissions import Role
from register.domain.questions import QuestionKind, QuestionState
from register.errors import Unavailable
from register.models import Organisation, Question
from register.services import erasures, outbox, questions, restrictions
from register.services.questions import Asked
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.factories import NOON, LetterBox, actor, published, published_all_the_same
from tests.factories.world import FixedClock

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

    def test_looks_at_who_asks_before_what_was_chosen(self, moderator: Worker, editor: Worker, asked: str) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))

        assert editor.post(f"/questions/{asked}/refuse", refused_for="").status_code == 403
        assert moderator.post(f"/questions/{asked}/answer", answer_language="").status_code == 403

    @pytest.mark.parametrize("language", ["", "xx"])
    def test_keeps_an_answer_of_which_no_language_was_chosen(self, moderator: Worker, editor: Worker, asked: str, language: str) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))

        refused = editor.post(f"/questions/{asked}/answer", answer="Een medewerker.", answer_language=language)

        assert refused.status_code == 400
        assert "Een medewerker." in refused.text
        assert 'href="#f-answer-answer_language"' in refused.text

    def test_loses_nothing_by_a_second_click(self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        form = editor.page(f"/questions/{asked}").form("/answer")
        form.put("answer", "Een medewerker kijkt elke melding na.")
        editor.send(form)

        again = editor.send(form)

        assert again.status_code == 412
        assert "Een medewerker kijkt elke melding na." in again.text
        assert kept(wiring).answer == "Een medewerker kijkt elke melding na."

    def test_keeps_in_which_language_the_answer_is(self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        form = editor.page(f"/questions/{asked}").form("/answer")
        form.put("answer", "A colleague does.")
        form.put("answer_language", "en")
        editor.send(form)

        assert kept(wiring).answer_language == "en"
        assert 'lang="en">A colleague does.' in moderator.get(f"/questions/{asked}").text

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

    def test_marks_what_looks_private_in_an_answer_too(self, moderator: Worker, editor: Worker, asked: str) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        form = editor.page(f"/questions/{asked}").form("/answer")
        form.put("answer", "Vraag het Fatima El Amrani, bel 06 - 12 34 56 78.")
        editor.send(form)

        page = moderator.page(f"/questions/{asked}").words

        assert "Fatima El Amrani (misschien een naam)" in page
        assert "06 - 12 34 56 78 (telefoonnummer)" in page
        assert "Kijk naar elke markering" in page
        assert "(misschien een naam)" not in editor.page(f"/questions/{asked}").words

    def test_marks_the_public_text_too(self, moderator: Worker, asked: str) -> None:
        page = moderator.page(f"/questions/{asked}")
        assert "Kijk naar elke markering" in page.words
        moderator.send(page.form("/accept"))

        assert moderator.page(f"/questions/{asked}").words.count("(misschien een naam)") == 2

    def test_says_where_it_was_that_an_answer_holds_a_citizen_service_number(
        self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring
    ) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        form = editor.page(f"/questions/{asked}").form("/answer")
        form.put("answer", "Een medewerker.")
        editor.send(form)
        with wiring.database.transaction() as session:
            session.scalars(select(Question)).one().answer = "Uw nummer is 123456782."  # as an earlier release kept it

        answer = moderator.send(moderator.page(f"/questions/{asked}").form("/publish"))

        assert answer.status_code == 400
        assert 'id="f-publish-answer"' in answer.text
        assert kept(wiring).state is QuestionState.ANSWERED

    def test_tells_nobody_how_a_draft_is_called(self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            session.scalars(select(Question)).one().entry.title = "Nog geheime naam"

        for path in ("/questions", f"/questions/{asked}"):
            page = moderator.page(path).words
            assert "Nog geheime naam" not in page
            assert "Meldingen verdelen over teams" in page

    def test_names_nothing_that_is_out_of_sight(self, moderator: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = published_all_the_same(session, waterlede, wiring.search).entry.number
            what = Asked(QuestionKind.QUESTION, TEXT, "burger@post.example", "nl")
            question = questions.ask(session, number, what, links=wiring.mail_links, now=NOON)
            of_number = questions.confirm(session, question.number, now=NOON).number
            title = question.entry.title
            restrictions.ask(session, number, "Opsporing", actor=actor(Role.REVIEWER, waterlede), now=NOON)
            restrictions.confirm(session, number, search=wiring.search, actor=actor(Role.REVIEWER, waterlede), now=NOON)

        page = moderator.page(f"/questions/{of_number}")

        assert title not in page.words
        assert title not in moderator.page("/questions").words
        assert "Deze vraag kan niet openbaar worden" in page.words
        assert f"/questions/{of_number}/accept" not in moderator.get(f"/questions/{of_number}").text
        assert moderator.post(f"/questions/{of_number}/accept", text="Wie?", revision=str(kept(wiring).revision)).status_code == 409

    def test_claims_no_letter_that_was_not_sent(self, moderator: Worker, asked: str, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            question = session.scalars(select(Question)).one()
            question.organisation.contact = ""
            question.entry.published_document = {}
        page = moderator.page(f"/questions/{asked}")
        assert "De organisatie krijgt geen e-mail" in page.words

        after = moderator.follow(moderator.send(page.form("/accept"))).words

        assert "De organisatie kreeg geen e-mail" in after
        assert "De organisatie krijgt een e-mail" not in after

    def test_shows_the_body_what_was_sent_on_to_it_until_it_is_erased(
        self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring, clock: FixedClock
    ) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        form = moderator.page(f"/questions/{asked}").form("/forward")
        form.put("forwarded_as", "objection")
        moderator.send(form)

        assert TEXT in editor.page(f"/questions/{asked}").words
        with wiring.database.transaction() as session:
            erasures.run(session, now=NOON + timedelta(days=31))
        assert TEXT not in editor.page(f"/questions/{asked}").words

    def test_tells_a_moderator_of_a_letter_that_does_not_arrive(
        self, moderator: Worker, editor: Worker, asked: str, wiring: Wiring
    ) -> None:
        moderator.send(moderator.page(f"/questions/{asked}").form("/accept"))
        assert "kwam nog niet aan" not in moderator.page(f"/questions/{asked}").words
        box = LetterBox()
        box.problem = Unavailable("away")
        outbox.deliver(wiring.database, box, now=NOON)

        page = moderator.page(f"/questions/{asked}").words

        assert "De e-mail aan de organisatie kwam nog niet aan. Pogingen tot nu toe: 1." in page
        assert "De e-mail aan de vragensteller kwam nog niet aan." in page
        assert "kwam nog niet aan" not in editor.page(f"/questions/{asked}").words

    def test_knows_no_other_steps(self, moderator: Worker, asked: str) -> None:
        assert moderator.post(f"/questions/{asked}/confirm").status_code == 404
