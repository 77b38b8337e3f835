"""Beginning a registration: from nothing, from a product, from a copy; once."""

import pytest
from sqlalchemy import func, select

from register.domain.permissions import Role
from register.models import Entry, Organisation
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Form, Page
from tests.factories import FixedClock, draft, generative_document


def newest(wiring: Wiring) -> Entry:
    with wiring.database.reading() as session:
        return session.scalars(select(Entry).order_by(Entry.id.desc())).first() or pytest.fail("no entry")


def counted(wiring: Wiring) -> int:
    with wiring.database.reading() as session:
        return session.scalars(select(func.count()).select_from(Entry)).one()


def blank(worker: Worker) -> Form:
    return worker.page("/registrations/new").form("/new")


class TestBlank:
    def test_begins_with_a_name(self, editor: Worker, wiring: Wiring) -> None:
        page = editor.follow(editor.send(blank(editor).put("name", "Brieven herschrijven")))

        assert page.form("/identification").one("name.nl") == "Brieven herschrijven"
        assert newest(wiring).document["language"] == "nl"

    def test_twice_is_once(self, editor: Worker, wiring: Wiring) -> None:
        form = blank(editor).put("name", "Brieven herschrijven")

        first, second = editor.send(form), editor.send(form)

        assert first.headers["Location"] == second.headers["Location"]
        assert counted(wiring) == 1

    def test_later_on_is_another(self, editor: Worker, wiring: Wiring, clock: FixedClock) -> None:
        form = blank(editor).put("name", "Brieven herschrijven")
        editor.send(form)
        clock.move(minutes=5)
        editor.send(form)

        assert counted(wiring) == 2

    def test_can_be_in_english(self, editor: Worker, wiring: Wiring) -> None:
        page = editor.follow(editor.send(blank(editor).put("name", "Rewrite letters").put("language", "en")))

        assert newest(wiring).document["name"] == {"en": "Rewrite letters"}
        assert "Deze registratie is in het Engels." in page.words

    @pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\x00b"])
    def test_gives_back_a_name_that_cannot_be(self, editor: Worker, wiring: Wiring, name: str) -> None:
        answer = editor.send(blank(editor).put("name", name))

        assert answer.status_code == 400
        assert Page(answer.text).form("/new").one("name") == name
        assert Page(answer.text).title.startswith("Fout: 1 veld.")
        assert counted(wiring) == 0

    def test_is_refused_to_a_reviewer(self, reviewer: Worker) -> None:
        assert reviewer.get("/registrations/new").status_code == 403
        assert reviewer.post("/registrations/new", name="X").status_code == 403

    def test_is_for_the_body_that_one_works_for_now(self, hire: Hire, wiring: Wiring, waterlede: Organisation, delta: Organisation) -> None:
        both = hire("Overal", (Role.EDITOR, waterlede), (Role.EDITOR, delta))
        choice = both.page("/organisation").form("/organisation").put("organisation", delta.number)
        assert "U werkt voor Waterschap Delta." in both.follow(both.send(choice)).words

        both.send(blank(both).put("name", "Sluizen bedienen"))

        assert newest(wiring).organisation_id == delta.id

    def test_cannot_be_for_a_body_of_others(self, editor: Worker, delta: Organisation) -> None:
        assert editor.post("/organisation", organisation=delta.number).status_code == 404


class TestCopy:
    def test_takes_all_but_what_belongs_to_one(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            gaps = {"/monitoring": {"state": "not_done", "since": "2026-01-01"}}
            original = draft(session, waterlede, **generative_document(source_id="A-1", gaps=gaps)).number
        chosen = editor.page("/registrations/new/copies").href("Meldingen verdelen over teams")

        form = editor.page(chosen).form(f"/copies/{original}")
        assert form.one("name") == "Meldingen verdelen over teams (kopie)"
        editor.follow(editor.send(form.put("name", "Meldingen verdelen in het weekend")))

        copy = newest(wiring)
        assert copy.number != original
        assert copy.document["name"] == {"nl": "Meldingen verdelen in het weekend"}
        assert copy.document["remedies"][0]["id"] == "bezwaar1"
        assert copy.document["gaps"] == gaps
        assert "source_id" not in copy.document

    def test_of_another_bodys_is_not_there(self, editor: Worker, wiring: Wiring, delta: Organisation) -> None:
        with wiring.database.transaction() as session:
            number = draft(session, delta).number

        assert editor.get(f"/registrations/new/copies/{number}").status_code == 404

    def test_of_ones_own_other_body_is_not_there_either(
        self, hire: Hire, wiring: Wiring, waterlede: Organisation, delta: Organisation
    ) -> None:
        both = hire("Overal", (Role.EDITOR, waterlede), (Role.EDITOR, delta))
        with wiring.database.transaction() as session:
            numbers = [draft(session, body).number for body in (waterlede, delta)]

        assert sorted(both.get(f"/registrations/new/copies/{number}").status_code for number in numbers) == [200, 404]
