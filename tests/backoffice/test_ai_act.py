"""The AI Act of a registration, question by question: kept as one answers, nothing lost, and the outcome beside it."""

import pytest
from sqlalchemy import select

from register.domain.ai_act.history import Occasion
from register.domain.permissions import Role
from register.models import Entry, Organisation
from register.queries import classifications as asked
from register.services import classifications
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Form
from tests.factories import NOON, OUT_OF_SIGHT, draft, published_all_the_same
from tests.services.test_classifications import HIGH_RISK, LATER


@pytest.fixture
def number(wiring: Wiring, waterlede: Organisation, editor: Worker) -> str:
    """Return the number of a draft of which nothing about the act was answered."""
    with wiring.database.transaction() as session:
        return draft(session, waterlede, by=editor.actor, status="in_use", start_month="2026-01", ai_act=None).number


def stored(wiring: Wiring, number: str) -> Entry:
    with wiring.database.reading() as session:
        return session.scalars(select(Entry).where(Entry.number == number)).one()


def question(worker: Worker, number: str, name: str) -> Form:
    return worker.page(f"/registrations/{number}/ai-act/{name}").form(f"/ai-act/{name}")


class TestQuestions:
    def test_lead_from_the_first_to_an_outcome(self, editor: Worker, wiring: Wiring, number: str) -> None:
        page = editor.page(f"/registrations/{number}/ai-act")
        assert "Nog niet bepaald" in page.words
        form = editor.page(page.href("Begin met de vragen")).form("/ai-act/aiSystem")

        page = editor.follow(editor.send(form.put("aiSystem", "no")))
        while not page.words.count("Alle vragen die ertoe doen, zijn beantwoord."):
            (form,) = [form for form in page.forms if "/ai-act/" in form.action]
            name = form.action.rsplit("/", 1)[1]
            page = editor.follow(editor.send(form.put(name, "false")))

        assert "Geen AI" in page.words
        assert stored(wiring, number).document["ai_act"]["facts"]["legalOrSimilarEffect"] is False

    def test_take_i_do_not_know_for_an_answer(self, editor: Worker, wiring: Wiring, number: str) -> None:
        page = editor.follow(editor.send(question(editor, number, "gpaiKind").put("gpaiKind", "unknown")))

        assert stored(wiring, number).document["ai_act"] == {"facts": {}, "unsure": ["gpaiKind"]}
        assert "Ik weet het niet" in page.words
        editor.follow(editor.send(question(editor, number, "gpaiKind").put("gpaiKind", "none")))
        assert stored(wiring, number).document["ai_act"] == {"facts": {"gpaiKind": "none"}}

    def test_are_asked_again_without_an_answer(self, editor: Worker, wiring: Wiring, number: str) -> None:
        answer = editor.send(question(editor, number, "annexIiiPoints"))
        both = editor.send(question(editor, number, "annexIiiPoints").put("annexIiiPoints", "5a", "none"))

        assert answer.status_code == both.status_code == 400
        assert "Kies een antwoord." in answer.text
        assert "gaat niet samen met een andere keuze" in both.text
        assert "ai_act" not in stored(wiring, number).document

    def test_never_overwrite_what_a_colleague_saved(
        self, editor: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation, number: str
    ) -> None:
        colleague = hire("Bram Jansen", (Role.EDITOR, waterlede))
        form = question(editor, number, "aiSystem").put("aiSystem", "no")
        colleague.follow(colleague.send(question(colleague, number, "aiSystem").put("aiSystem", "yes")))

        answer = editor.send(form)

        assert answer.status_code == 412
        assert "Een collega bewaarde intussen iets." in answer.text
        assert stored(wiring, number).document["ai_act"]["facts"] == {"aiSystem": "yes"}

    def test_do_not_ask_what_other_fields_say(self, editor: Worker, number: str) -> None:
        for name in ("lifecycle", "decisionRole", "containsAlgorithm", "nothing"):
            assert editor.get(f"/registrations/{number}/ai-act/{name}").status_code == 404

    def test_stand_between_a_draft_in_use_and_its_publication(self, editor: Worker, number: str) -> None:
        assert "Feiten voor de AI-verordening" in editor.page(f"/registrations/{number}/missing").words
        editor.follow(editor.send(question(editor, number, "aiSystem").put("aiSystem", "yes")))

        assert "vragen over de AI-verordening staan nog open" in editor.page(f"/registrations/{number}/missing").words


class TestMark:
    def test_is_among_the_work_of_the_owners(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            version = published_all_the_same(session, waterlede, wiring.search, ai_act=HIGH_RISK)
            assert "Kijk opnieuw naar de AI-verordening" not in editor.page("").words
            classifications.reclassify(session, now=LATER)
            kept = asked.newest(session, version.entry)
            assert kept is not None
            assert kept.occasion is Occasion.RECLASSIFIED

        assert "Kijk opnieuw naar de AI-verordening" in editor.page("").words


class TestSight:
    def test_can_be_chosen_and_left_by_two_reviewers(self, reviewer: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation) -> None:
        second = hire("Roos Tweede", (Role.REVIEWER, waterlede))
        with wiring.database.transaction() as session:
            number = published_all_the_same(session, waterlede, wiring.search, now=NOON, ai_act=OUT_OF_SIGHT).entry.number
        path = f"/registrations/{number}/restriction"

        assert path in [href.removeprefix("/backoffice") for _, href in reviewer.page(f"/registrations/{number}").links]
        refused = reviewer.send(reviewer.page(path).form("/restriction/request").put("reason", ""))
        assert refused.status_code == 400
        asked_ = reviewer.follow(reviewer.send(reviewer.page(path).form("/restriction/request").put("reason", "Opsporing.")))
        assert "Een ander moet dit bevestigen." in asked_.words or "Iemand anders" in asked_.words
        assert [form for form in reviewer.page(path).forms if form.action.endswith("/confirmation")] == []
        done = second.follow(second.send(second.page(path).form("/restriction/confirmation")))

        assert "Het staat niet meer op de openbare site" in done.words
        assert "Deze registratie blijft buiten beeld" in second.page(f"/registrations/{number}").words
        assert reviewer.browser.get(f"/nl/registraties/{number}").status_code == 404
