"""Reviewing: remarks, the four eyes, and a decision that is taken once."""

import pytest
from sqlalchemy import select

from register.domain.lifecycle import DraftState
from register.domain.permissions import SYSTEM, Role
from register.models import Entry, Organisation, Remark, Version
from register.services import organisations, people, remarks
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Form, Page
from tests.factories import NOON, actor, generative_document, published, submitted


@pytest.fixture
def number(wiring: Wiring, waterlede: Organisation, editor: Worker) -> str:
    with wiring.database.transaction() as session:
        return submitted(session, waterlede, by=editor.actor, **generative_document()).number


def stored(wiring: Wiring, number: str) -> Entry:
    with wiring.database.reading() as session:
        return session.scalars(select(Entry).where(Entry.number == number)).one()


def placed(wiring: Wiring) -> list[tuple[str, str]]:
    with wiring.database.reading() as session:
        return [(each.pointer, each.text) for each in session.scalars(select(Remark).order_by(Remark.id))]


def decision(worker: Worker, number: str) -> Form:
    return worker.page(f"/registrations/{number}/review").form("/review")


class TestPage:
    def test_shows_all_answers_of_a_first_version(self, reviewer: Worker, number: str) -> None:
        page = reviewer.page(f"/registrations/{number}/review")

        assert "Nakijken, eerste versie" in page.words
        assert "Naam en adres." in page.words
        assert "Ingediend door Sanne Schrijver" in page.words
        assert "U mag publiceren, want u schreef niet mee." in page.words

    def test_shows_only_what_changed_after_that(self, editor: Worker, reviewer: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = published(session, waterlede, wiring.search, **generative_document()).entry.number
        form = editor.page(f"/registrations/{number}/sections/meaning").form("/meaning")
        editor.follow(editor.send(form.put("affected_groups.nl", "Inwoners die een e-mail krijgen.")))

        page = reviewer.page(f"/registrations/{number}/review")

        assert "1 wijziging" in page.words
        assert "Nakijken, versie 1 naar versie 2" in page.words

    def test_tells_a_writer_why_somebody_else_publishes(
        self, hire: Hire, wiring: Wiring, waterlede: Organisation, editor: Worker, number: str
    ) -> None:
        with wiring.database.transaction() as session:
            people.grant(session, session.merge(editor.person), Role.REVIEWER, waterlede, actor=SYSTEM, now=NOON)
        both = hire("Sanne Schrijver")
        hire("Ravi Meelezer", (Role.REVIEWER, waterlede))

        page = both.page(f"/registrations/{number}/review")

        assert "U mag niet publiceren, want u schreef mee. Vraag een collega." in page.words
        assert "Deze mensen mogen publiceren: Ravi Meelezer." in page.words
        assert "Goed, publiceer" not in page.words

    def test_offers_no_decision_to_an_editor(self, editor: Worker, number: str) -> None:
        assert "Uw besluit" not in editor.page(f"/registrations/{number}/review").words


class TestDecide:
    def test_publishes(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        page = reviewer.follow(reviewer.send(decision(reviewer, number).put("decision", "publish")))

        assert "Gepubliceerd als versie 1." in page.words
        assert page.href("Bekijk de openbare bladzijde") == f"/nl/registraties/{number}"
        assert stored(wiring, number).draft_state is DraftState.NONE

    def test_publishes_once_however_often_it_is_pressed(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        form = decision(reviewer, number).put("decision", "publish").put("remark.", "Mooi.")

        first, second = reviewer.send(form), reviewer.send(form)

        assert first.headers["Location"] == second.headers["Location"]
        with wiring.database.reading() as session:
            assert len(session.scalars(select(Version)).all()) == 1
        assert placed(wiring) == [("", "Mooi.")]

    def test_sends_back_with_reason_and_remarks(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        form = decision(reviewer, number).put("decision", "send_back").put("reason", "Bijna.").put("remark.purpose", "Welk doel?")

        page = reviewer.follow(reviewer.send(form))

        assert "Teruggestuurd naar de schrijvers, met 1 opmerking." in page.words
        assert "Bijna." in page.words
        assert placed(wiring) == [("/purpose", "Welk doel?")]

    def test_asks_for_a_reason_and_keeps_the_remarks(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        answer = reviewer.send(decision(reviewer, number).put("decision", "send_back").put("remark.purpose", "Welk doel?"))

        page = Page(answer.text)
        assert answer.status_code == 400
        assert page.href("Zeg waarom u terugstuurt.") == "#f-reason"
        assert page.form("/review").one("remark.purpose") == "Welk doel?"
        assert placed(wiring) == []

    def test_asks_for_a_decision(self, reviewer: Worker, number: str) -> None:
        answer = reviewer.send(decision(reviewer, number))

        assert answer.status_code == 400
        assert Page(answer.text).href("Kies uw besluit, of schrijf een opmerking.") == "#f-decision"

    def test_can_wait_while_remarks_are_placed(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        form = decision(reviewer, number).put("decision", "publish").put("remark.purpose", "Welk doel?")

        reviewer.follow(reviewer.send(form, ("then", "remarks")))
        reviewer.follow(reviewer.send(form, ("then", "remarks")))

        assert placed(wiring) == [("/purpose", "Welk doel?")]
        assert stored(wiring, number).draft_state is DraftState.IN_REVIEW

    def test_refuses_to_publish_what_is_not_complete(self, reviewer: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = submitted(session, waterlede, **generative_document(remedies=[])).number

        answer = reviewer.send(decision(reviewer, number).put("decision", "publish").put("remark.", "Vul dit aan."))

        page = Page(answer.text)
        assert answer.status_code == 400
        assert "Dit kan nog niet gepubliceerd worden." in page.words
        assert page.form("/review").one("remark.") == "Vul dit aan."
        assert stored(wiring, number).draft_state is DraftState.IN_REVIEW

    def test_on_an_older_text_gives_the_remarks_back(self, editor: Worker, reviewer: Worker, wiring: Wiring, number: str) -> None:
        form = decision(reviewer, number).put("decision", "publish").put("remark.purpose", "Dit is een lange opmerking over het doel.")
        editor.send(editor.page(f"/registrations/{number}").form("/take-back"))

        answer = reviewer.send(form)

        assert answer.status_code in {409, 412}
        assert "Dit is een lange opmerking over het doel." in Page(answer.text).words
        assert placed(wiring) == []

    def test_by_one_person_where_the_body_chose_so(self, hire: Hire, wiring: Wiring, waterlede: Organisation) -> None:
        administrator = actor(Role.ADMINISTRATOR)
        with wiring.database.transaction() as session:
            organisations.allow_single_flow(session, waterlede.number, is_allowed=True, actor=administrator, now=NOON)
            organisations.choose_single_flow(session, waterlede.number, is_chosen=True, actor=administrator, now=NOON)
        both = hire("Alleen", (Role.EDITOR, waterlede), (Role.REVIEWER, waterlede))
        with wiring.database.transaction() as session:
            number = submitted(session, waterlede, by=both.actor).number

        page = both.follow(both.send(decision(both, number).put("decision", "publish")))

        assert "Gepubliceerd als versie 1." in page.words

    @pytest.mark.parametrize(("name", "text"), [("remark.purpose", "x" * 2001), ("reason", "x" * 2001), ("reason", "a\x00b")])
    def test_gives_back_what_cannot_be_kept(self, reviewer: Worker, number: str, name: str, text: str) -> None:
        answer = reviewer.send(decision(reviewer, number).put("decision", "send_back").put("reason", "Bijna.").put(name, text))

        assert answer.status_code == 400
        assert Page(answer.text).form("/review").one(name) == text

    def test_knows_no_remark_on_what_is_not_a_question(self, reviewer: Worker, number: str) -> None:
        assert reviewer.send(decision(reviewer, number).put("remark.nonsense", "x")).status_code == 404


class TestSettle:
    def test_marks_a_remark_as_dealt_with(self, editor: Worker, wiring: Wiring, waterlede: Organisation, number: str) -> None:
        with wiring.database.transaction() as session:
            remarks.add(session, number, "/purpose", "Welk doel?", actor=actor(Role.REVIEWER, waterlede), now=NOON)
        page = editor.page(f"/registrations/{number}/review")

        settled = editor.follow(editor.send(page.form("/settle")))

        assert "Afgehandeld" in settled.words
        assert [each for each in settled.forms if each.action.endswith("/settle")] == []
