"""The steps of a draft: submit, take back, discard, withdraw; each done once, and each told."""

import pytest
from sqlalchemy import select

from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import Role
from register.models import Entry, EntryStep, Organisation
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Page
from tests.factories import FixedClock, draft, published, submitted


def stored(wiring: Wiring, number: str) -> Entry:
    with wiring.database.reading() as session:
        return session.scalars(select(Entry).where(Entry.number == number)).one()


def steps(wiring: Wiring) -> list[str]:
    with wiring.database.reading() as session:
        return [str(step) for step in session.scalars(select(EntryStep.step).order_by(EntryStep.id))]


class TestSubmit:
    def test_twice_is_once(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = draft(session, waterlede, by=editor.actor).number
        form = editor.page(f"/registrations/{number}").form("/submit")

        editor.follow(editor.send(form))
        page = editor.follow(editor.send(form))

        assert "Ingediend. Een collega kan het nu nakijken." in page.words
        assert steps(wiring) == ["submit"]

    def test_lists_what_is_missing_with_the_way_to_it(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = draft(session, waterlede, by=editor.actor, summary=None, contact="").number

        answer = editor.send(editor.page(f"/registrations/{number}").form("/submit"))

        page = Page(answer.text)
        assert answer.status_code == 400
        assert page.title.startswith("Fout: 2 velden.")
        assert page.href("Samenvatting") == f"/backoffice/registrations/{number}/sections/identification#f-summary-nl"
        assert page.href("Contact") == f"/backoffice/registrations/{number}/sections/identification#f-contact"

    def test_of_an_older_text_is_refused(self, editor: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = draft(session, waterlede, by=editor.actor).number
        form = editor.page(f"/registrations/{number}").form("/submit")
        colleague = hire("Bram Jansen", (Role.EDITOR, waterlede))
        section = colleague.page(f"/registrations/{number}/sections/upkeep").form("/upkeep")
        colleague.follow(colleague.send(section.put("responsible_role.nl", "Informatiemanager")))

        assert editor.send(form).status_code == 412
        assert stored(wiring, number).draft_state is DraftState.DRAFTING


class TestTakeBack:
    def test_lets_the_writer_go_on(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = submitted(session, waterlede, by=editor.actor).number
        form = editor.page(f"/registrations/{number}").form("/take-back")

        editor.follow(editor.send(form))
        page = editor.follow(editor.send(form))

        assert "Teruggehaald. U kunt verder schrijven." in page.words
        assert steps(wiring) == ["submit", "take_back"]


class TestDiscard:
    def test_of_a_first_draft_asks_and_forgets_it(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = draft(session, waterlede, by=editor.actor).number
        question = editor.page(f"/registrations/{number}/discard")

        page = editor.follow(editor.send(question.form("/discard")))

        assert "Alle tekst verdwijnt. U krijgt die niet terug." in question.words
        assert "Het concept is weggegooid." in page.words
        assert editor.get(f"/registrations/{number}").status_code == 404

    def test_of_a_new_draft_leaves_what_is_public(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = published(session, waterlede, wiring.search).entry.number
        section = editor.page(f"/registrations/{number}/sections/upkeep").form("/upkeep")
        editor.follow(editor.send(section.put("responsible_role.nl", "Informatiemanager")))
        form = editor.page(f"/registrations/{number}/discard").form("/discard")

        editor.follow(editor.send(form))
        page = editor.follow(editor.send(form))

        assert "Het concept is weggegooid. Wat openbaar is, bleef zoals het was." in page.words
        assert "responsible_role" not in stored(wiring, number).document

    def test_is_no_question_when_there_is_no_draft(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = published(session, waterlede, wiring.search).entry.number

        assert editor.get(f"/registrations/{number}/discard").status_code == 409


class TestWithdraw:
    @pytest.fixture
    def number(self, wiring: Wiring, waterlede: Organisation) -> str:
        with wiring.database.transaction() as session:
            return published(session, waterlede, wiring.search).entry.number

    def test_tells_everyone_why(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        form = reviewer.page(f"/registrations/{number}/withdraw").form("/withdraw")
        form.put("reason.nl", "Het hoorde hier niet.").put("reason.en", "It did not belong here.")

        reviewer.follow(reviewer.send(form))
        page = reviewer.follow(reviewer.send(form))

        assert "Ingetrokken. De openbare bladzijde toont nu de reden." in page.words
        assert stored(wiring, number).publication_state is PublicationState.WITHDRAWN
        assert steps(wiring).count("withdraw") == 1
        assert "Het hoorde hier niet." in reviewer.browser.get(f"/nl/registraties/{number}").text

    def test_needs_a_reason_in_its_own_language(self, reviewer: Worker, wiring: Wiring, number: str) -> None:
        form = reviewer.page(f"/registrations/{number}/withdraw").form("/withdraw").put("reason.en", "It did not belong here.")

        answer = reviewer.send(form)

        page = Page(answer.text)
        assert answer.status_code == 400
        assert page.form("/withdraw").one("reason.en") == "It did not belong here."
        assert page.href("Vul dit in") == "#f-reason-nl"
        assert stored(wiring, number).publication_state is PublicationState.PUBLISHED


class TestEntry:
    def test_tells_who_did_what_and_why_not(self, editor: Worker, reviewer: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = submitted(session, waterlede, by=editor.actor).number

        page = editor.page(f"/registrations/{number}")

        assert "Door Sanne Schrijver" in page.words
        assert "Uw rol staat dit niet toe. Hiervoor is de rol nodig van beoordelaar. Deze mensen hebben die: Ravi Meelezer." in page.words

    def test_tells_nothing_that_is_not_true_any_more(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = draft(session, waterlede, by=editor.actor).number

        assert "Gepubliceerd als" not in editor.page(f"/registrations/{number}?done=publish").words

    def test_still_knows_a_step_after_a_while(
        self, editor: Worker, reviewer: Worker, wiring: Wiring, waterlede: Organisation, clock: FixedClock
    ) -> None:
        with wiring.database.transaction() as session:
            number = submitted(session, waterlede, by=editor.actor).number
        form = editor.page(f"/registrations/{number}").form("/take-back")
        editor.send(form)
        clock.move(minutes=10)

        assert editor.send(form).status_code in {409, 412}
