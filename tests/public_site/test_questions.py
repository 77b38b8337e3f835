"""A citizen asks about a registration, confirms by mail, and follows it; robots and strangers get nowhere."""

import re
from dataclasses import replace
from math import ceil
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from register.app import create_app
from register.domain.permissions import Role
from register.domain.questions import QuestionState
from register.models import Mail, Question
from register.services import moderation
from register.wiring import Wiring
from tests.factories import NOON, actor, draft, organisation, published
from tests.factories.world import FixedClock
from tests.public_site.world import SOURCE, World

TEXT = "Wie kijkt mijn melding na?\n\nEn wanneer?"
MODERATOR = actor(Role.MODERATOR)


@pytest.fixture
def number(wiring: Wiring) -> str:
    with wiring.database.transaction() as session:
        return published(session, organisation(session), wiring.search).entry.number


def form(client: FlaskClient, number: str) -> dict[str, str]:
    page = client.get(f"/nl/registraties/{number}/vraag").text
    proof = re.search(r'name="form" value="([^"]+)"', page)
    assert proof is not None
    return {"form": proof.group(1), "kind": "question", "text": TEXT, "email": "burger@post.example", "website": ""}


def sent(client: FlaskClient, number: str, clock: FixedClock, **changes: str) -> TestResponse:
    filled = form(client, number) | changes
    clock.move(seconds=20)
    return client.post(f"/nl/registraties/{number}/vraag", data=filled)


def kept(wiring: Wiring) -> list[Question]:
    with wiring.database.reading() as session:
        return list(session.scalars(select(Question).order_by(Question.id)))


def link(wiring: Wiring) -> str:
    with wiring.database.reading() as session:
        body = session.scalars(select(Mail.body).order_by(Mail.id.desc())).first() or ""
    found = re.search(r"http://127\.0\.0\.1:8000(/\S+/\S+)", body)
    assert found is not None
    return urlsplit(found.group(1)).path


def confirmed(client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring, **changes: str) -> str:
    sent(client, number, clock, **changes)
    address = link(wiring)
    assert client.post(address, data={"do": "confirm"}).status_code == 303
    return address


class TestAsk:
    def test_is_kept_and_sends_a_letter(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        answer = sent(client, number, clock)

        assert answer.headers["Location"] == f"/nl/registraties/{number}/vraag/verzonden"
        assert "Kijk in uw e-mail" in client.get(answer.headers["Location"]).text
        assert [(each.text, each.state) for each in kept(wiring)] == [(TEXT, QuestionState.UNCONFIRMED)]

    def test_is_kept_by_no_cache_and_tells_nobody_the_address(self, client: FlaskClient, number: str) -> None:
        headers = client.get(f"/nl/registraties/{number}/vraag").headers

        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in headers

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"text": ""}, "U schreef nog niets."),
            ({"text": "Mijn nummer is 111222333."}, "burgerservicenummer"),
            ({"text": "a" * 2001}, "De tekst is 1 teken te lang. Maak de tekst hooguit 2000 tekens lang."),
            ({"text": "a" * 2002}, "De tekst is 2 tekens te lang."),
            ({"email": "geen adres"}, "geen e-mailadres"),
            ({"kind": ""}, "Kies een van de antwoorden."),
            ({"kind": "objection"}, "Kies een van de antwoorden."),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(
        self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring, changes: dict[str, str], sentence: str
    ) -> None:
        answer = sent(client, number, clock, **changes)

        assert answer.status_code == 400
        assert sentence in answer.text
        assert changes.get("email", "burger@post.example") in answer.text
        assert kept(wiring) == []

    def test_lets_a_robot_think_that_it_worked(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        answer = sent(client, number, clock, website="https://advertising.example")

        assert answer.status_code == 303
        assert kept(wiring) == []

    @pytest.mark.parametrize("wait", [1, 25 * 60 * 60])
    def test_asks_once_more_of_who_is_too_fast_or_too_late(
        self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring, wait: int
    ) -> None:
        filled = form(client, number)
        clock.move(seconds=wait)

        answer = client.post(f"/nl/registraties/{number}/vraag", data=filled)

        assert answer.status_code == 400
        assert "Druk nog een keer op de knop" in answer.text
        assert "En wanneer?" in answer.text
        assert kept(wiring) == []

    def test_takes_no_form_of_another_registration(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            other = published(session, organisation(session), wiring.search).entry.number
        filled = form(client, other)
        clock.move(seconds=20)

        assert client.post(f"/nl/registraties/{number}/vraag", data=filled).status_code == 400

    def test_stops_who_asks_too_often(self, wiring: Wiring, number: str, clock: FixedClock) -> None:
        strict = create_app(replace(wiring, settings=replace(wiring.settings, rate_limit_asking="10/hour"))).test_client()

        answers = [sent(strict, number, clock, email=f"{nth}@post.example", about="purpose") for nth in range(6)]

        assert [each.status_code for each in answers] == [303] * 5 + [429]  # each of two workers lets half of them pass
        refused = answers[-1]
        seconds = int(refused.headers["Retry-After"])
        assert 3500 <= seconds <= 3601
        assert f"Probeer het over {ceil(seconds / 60)} minuten weer." in refused.text
        for typed in ("En wanneer?", "5@post.example", 'name="about" value="purpose"'):
            assert typed in refused.text, "nothing that was typed is lost"
        assert strict.get(f"/nl/registraties/{number}/vraag").status_code == 200

    def test_counts_no_form_with_a_mistake_in_it(self, wiring: Wiring, number: str, clock: FixedClock) -> None:
        strict = create_app(replace(wiring, settings=replace(wiring.settings, rate_limit_asking="2/hour"))).test_client()

        answers = [sent(strict, number, clock, **mistake).status_code for mistake in ({"email": ""}, {"kind": ""}, {"form": "x"}, {}, {})]

        assert answers == [400, 400, 400, 303, 429]

    def test_pretends_to_somebody_who_floods_a_box(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        answers = {sent(client, number, clock, text=f"Vraag {nth}?").status_code for nth in range(7)}

        assert answers == {303}
        assert len(kept(wiring)) == 5

    def test_takes_a_form_that_is_sent_twice_once(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        filled = form(client, number)
        clock.move(seconds=20)

        answers = [client.post(f"/nl/registraties/{number}/vraag", data=filled) for _ in range(2)]

        assert {each.headers["Location"] for each in answers} == {f"/nl/registraties/{number}/vraag/verzonden"}
        assert len(kept(wiring)) == 1

    def test_names_what_it_is_about(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        assert "Waarom is dit er?" in client.get(f"/nl/registraties/{number}/vraag?about=purpose").text

        sent(client, number, clock, about="purpose")

        assert kept(wiring)[0].about == "purpose"
        assert "Waarom is dit er?" in client.get(link(wiring)).text

    def test_knows_no_draft(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            hidden = draft(session, organisation(session)).number

        for path in (f"/nl/registraties/{hidden}/vraag", f"/nl/registraties/{hidden}/vraag/verzonden"):
            assert client.get(path).status_code == 404

    @pytest.mark.parametrize(("language", "sentence"), [("nl", "U kunt hier geen vraag stellen"), ("en", "You cannot ask a question here")])
    def test_leads_from_a_mirrored_registration_to_who_can_answer(
        self, client: FlaskClient, world: World, wiring: Wiring, language: str, sentence: str
    ) -> None:
        registrations = {"nl": "registraties", "en": "registrations"}[language]
        page = client.get(f"/{language}/{registrations}/{world.mirrored}").text

        assert sentence in page
        assert SOURCE in page[page.index('id="questions"') :]
        for path in (f"/nl/registraties/{world.mirrored}/vraag", f"/en/registrations/{world.mirrored}/question"):
            assert path not in page
            assert client.get(path).status_code == 404
            assert client.post(path, data={"kind": "question", "text": TEXT, "email": "a@b.example"}).status_code == 404
        assert kept(wiring) == []

    def test_is_not_asked_as_of_a_day(self, client: FlaskClient, number: str, clock: FixedClock) -> None:
        clock.move(days=3)

        assert client.get(f"/nl/registraties/{number}/vraag?asOf=2026-11-21").status_code == 404


class TestFollow:
    def test_confirms_only_by_the_button(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        sent(client, number, clock)

        page = client.get(link(wiring))

        assert "Bevestig uw vraag" in page.text
        assert kept(wiring)[0].state is QuestionState.UNCONFIRMED
        assert client.post(link(wiring), data={"do": "confirm"}).status_code == 303
        assert kept(wiring)[0].state is QuestionState.RECEIVED

    @pytest.mark.parametrize("sent_in", [{}, {"do": ""}, {"do": "Confirm"}, {"x": "y"}, {"List-Unsubscribe": "One-Click"}])
    @pytest.mark.parametrize(
        ("path", "sentence"), [("/nl/vragen/", "Er is niets veranderd."), ("/en/questions/", "Nothing was changed.")], ids=["nl", "en"]
    )
    def test_does_nothing_that_was_not_asked_and_says_so(
        self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring, sent_in: dict[str, str], path: str, sentence: str
    ) -> None:
        sent(client, number, clock)

        answer = client.post(link(wiring).replace("/nl/vragen/", path), data=sent_in)

        assert answer.status_code == 400
        assert sentence in answer.text
        assert [each.state for each in kept(wiring)] == [QuestionState.UNCONFIRMED]

    def test_answers_who_asks_for_the_head_only_as_it_answers_readers(
        self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring
    ) -> None:
        sent(client, number, clock)

        assert client.head(f"/nl/registraties/{number}/vraag").status_code == 200
        assert client.head(link(wiring)).status_code == 200

    def test_says_only_what_is_so_whatever_the_address_says(
        self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring
    ) -> None:
        sent(client, number, clock)
        address = link(wiring)

        assert "Uw vraag telt mee" not in client.get(f"{address}?done=confirm").text
        assert "Uw e-mailadres is verwijderd" not in client.get(f"{address}?done=forget").text
        client.post(address, data={"do": "confirm"})
        assert "Uw vraag telt mee" in client.get(f"{address}?done=confirm").text

    def test_takes_it_back(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        address = confirmed(client, number, clock, wiring)

        assert "Uw vraag is verwijderd" in client.post(address, data={"do": "take_back"}).text
        assert kept(wiring) == []
        assert client.get(address).status_code == 404

    def test_forgets_the_address(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        address = confirmed(client, number, clock, wiring)

        client.post(address, data={"do": "forget"})

        assert kept(wiring)[0].email == ""
        assert "Verwijder mijn e-mailadres nu" not in client.get(address).text

    def test_is_too_late_to_take_back_what_is_public(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        address = confirmed(client, number, clock, wiring)
        accept(wiring)

        assert client.post(address, data={"do": "take_back"}).status_code == 303
        assert len(kept(wiring)) == 1

    @pytest.mark.parametrize("token", ["x", "IjEyMyI.abc", "a" * 500])
    def test_believes_no_other_link(self, client: FlaskClient, token: str) -> None:
        assert client.get(f"/nl/vragen/{token}").status_code == 404
        assert client.post(f"/nl/vragen/{token}", data={"do": "confirm"}).status_code == 404

    def test_answers_in_english_too(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        filled = form(client, number)
        clock.move(seconds=20)
        client.post(f"/en/registrations/{number}/question", data=filled)

        assert link(wiring).startswith("/en/questions/")
        assert "Confirm your question" in client.get(link(wiring)).text


def accept(wiring: Wiring) -> None:
    [question] = kept(wiring)
    with wiring.database.transaction() as session:
        moderation.accept(
            session,
            question.number,
            question.text,
            revision=question.revision,
            days=28,
            links=wiring.mail_links,
            actor=MODERATOR,
            now=NOON,
        )


class TestRegistrationPage:
    def test_shows_a_question_once_it_was_let_through(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        address = f"/nl/registraties/{number}"
        before = client.get(address)
        confirmed(client, number, clock, wiring)
        assert "En wanneer?" not in client.get(address).text

        accept(wiring)

        after = client.get(address)
        assert "En wanneer?" in after.text
        assert "burger@post.example" not in after.text
        assert after.headers["ETag"] != before.headers["ETag"]
        assert "Wacht op antwoord, uiterlijk op 18 december 2026" in after.text
        clock.move(days=40)
        assert "Nog geen antwoord. Dat moest uiterlijk op 18 december 2026" in client.get(address).text

    def test_says_which_part_a_question_is_about(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        confirmed(client, number, clock, wiring, about="purpose")
        accept(wiring)

        assert "Over: Waarom is dit er?" in client.get(f"/nl/registraties/{number}").text
        assert "About: Why does this exist?" in client.get(f"/en/registrations/{number}").text

    def test_says_in_english_until_when_too(self, client: FlaskClient, number: str, clock: FixedClock, wiring: Wiring) -> None:
        address = confirmed(client, number, clock, wiring).replace("/nl/vragen/", "/en/questions/")
        accept(wiring)

        assert "Waiting for an answer, by 18 December 2026" in client.get(f"/en/registrations/{number}").text
        assert "The answer is due by 18 December 2026." in client.get(address).text
        clock.move(days=40)
        assert "No answer yet. It was due by 18 December 2026" in client.get(f"/en/registrations/{number}").text
