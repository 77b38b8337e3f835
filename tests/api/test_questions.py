"""Questions of citizens are read by everyone once they are public, and asked nowhere here."""

from flask.testing import FlaskClient

from register.domain.permissions import Role
from register.domain.standard.vocabularies import Language
from register.services import moderation, questions
from register.wiring import Wiring
from tests.api.conftest import Numbers
from tests.factories import NOON, FixedClock, accepted, actor, received
from tests.factories.questions import ASKED


class TestQuestions:
    def test_are_there_once_they_are_public_and_as_they_were(
        self, client: FlaskClient, numbers: Numbers, wiring: Wiring, clock: FixedClock
    ) -> None:
        address = f"/api/v1/registrations/{numbers.published}/questions"
        with wiring.database.transaction() as session:
            received(session, numbers.published, links=wiring.mail_links)
        assert client.get(address).get_json() == {"number": numbers.published, "items": []}

        with wiring.database.transaction() as session:
            question = accepted(session, numbers.published, links=wiring.mail_links)
            editor = actor(Role.EDITOR, question.organisation)
            questions.answer(session, question.number, "A colleague.", Language.EN, revision=question.revision, actor=editor, now=NOON)
            moderation.publish_answer(
                session,
                question.number,
                revision=question.revision,
                links=wiring.mail_links,
                actor=actor(Role.MODERATOR),
                now=clock.move(days=3),
            )

        [item] = client.get(address).get_json()["items"]
        assert (item["text"], item["about"]) == (ASKED.text, "human_intervention")
        assert (item["answer"], item["answerLanguage"]) == ("A colleague.", "en")
        page = client.get(f"/nl/registraties/{numbers.published}").text
        assert 'lang="en">A colleague.' in page
        assert "email" not in item
        clock.move(days=1)
        [then] = client.get(f"{address}?asOf=2026-11-20").get_json()["items"]
        assert "answer" not in then

    def test_of_what_is_not_public_are_not_there(self, client: FlaskClient, numbers: Numbers) -> None:
        assert client.get(f"/api/v1/registrations/{numbers.draft}/questions").status_code == 404
        assert client.get("/api/v1/registrations/123456788/questions").status_code == 404

    def test_are_not_asked_here(self, client: FlaskClient, numbers: Numbers) -> None:
        assert client.post(f"/api/v1/registrations/{numbers.published}/questions", json={"text": "?"}).status_code == 405
