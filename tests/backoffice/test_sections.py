"""Filling in a section: nothing that was typed is ever lost, whatever goes wrong."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from register.domain.permissions import Role
from register.domain.standard import FIELDS, SECTIONS
from register.domain.standard.fields import Section
from register.models import Contribution, Entry, Organisation, Remark
from register.services import entries, products, publication, remarks
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Form, Page
from tests.factories import NOON, FixedClock, actor, draft, generative_document, submitted

#: What the AI Act asks has pages of its own.
FORMS = tuple(section for section in SECTIONS if section is not Section.AI_ACT)
LONG = "Dit kostte een uur: " + "brieven herschrijven in gewone taal. " * 20


@pytest.fixture
def number(wiring: Wiring, waterlede: Organisation, editor: Worker) -> str:
    """Return the number of a draft with an answer in every section."""
    with wiring.database.transaction() as session:
        return draft(session, waterlede, by=editor.actor, **generative_document()).number


@pytest.fixture
def colleague(hire: Hire, waterlede: Organisation) -> Worker:
    return hire("Bram Jansen", (Role.EDITOR, waterlede))


def stored(wiring: Wiring, number: str) -> Entry:
    with wiring.database.reading() as session:
        return session.scalars(select(Entry).where(Entry.number == number)).one()


def form_of(worker: Worker, number: str, section: str = "meaning") -> Form:
    return worker.page(f"/registrations/{number}/sections/{section}").form(f"/sections/{section}")


class TestForm:
    @pytest.mark.parametrize("section", [section.value for section in FORMS])
    def test_sent_back_as_it_came_changes_nothing(self, editor: Worker, wiring: Wiring, number: str, section: str) -> None:
        before = stored(wiring, number)

        editor.follow(editor.send(form_of(editor, number, section)))

        after = stored(wiring, number)
        assert (after.document, after.revision) == (before.document, before.revision)

    def test_shows_every_field_of_the_standard(self, editor: Worker, number: str) -> None:
        """The product has a page of its own, as have the facts for the AI Act; rights to act are asked of what acts by itself."""
        shown = {
            name.removeprefix("was.")
            for section in FORMS
            for name in form_of(editor, number, section.value).values
            if name.startswith("was.")
        }

        assert {field.key for field in FIELDS} - shown == {"product", "ai_act", "safe_9"}

    def test_has_one_question_and_one_id_each(self, editor: Worker, number: str) -> None:
        for section in FORMS:
            ids = re.findall(r'\bid="([^"]+)"', editor.get(f"/registrations/{number}/sections/{section.value}").text)
            assert sorted(ids) == sorted(set(ids))

    def test_saves_what_was_typed(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("when_you_meet_it.nl", "Bovenaan de brief.\n\n- naam\n- datum").put("decision_role", "advises")

        page = editor.follow(editor.send(form, ("then", "stay")))

        document = stored(wiring, number).document
        assert document["when_you_meet_it"] == {"nl": "<p>Bovenaan de brief.</p><ul><li>naam</li><li>datum</li></ul>"}
        assert document["decision_role"] == "advises"
        assert "Bewaard om 12:00" in page.words

    def test_goes_on_to_the_next_section(self, editor: Worker, number: str) -> None:
        answer = editor.send(form_of(editor, number), ("then", "next"))

        assert answer.headers["Location"].endswith("/sections/responsible_use")

    def test_goes_on_from_the_last_section_to_what_is_missing(self, editor: Worker, number: str) -> None:
        answer = editor.send(form_of(editor, number, "upkeep"), ("then", "next"))

        assert answer.headers["Location"].endswith("/missing")

    def test_is_harmless_when_sent_twice(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("when_you_meet_it.nl", "Bovenaan de brief.")

        first, second = editor.send(form), editor.send(form)

        assert (first.status_code, second.status_code) == (303, 303)
        assert stored(wiring, number).revision == 2

    def test_keeps_a_gap_and_a_withholding(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number, "responsible_use").put("legal_basis.nl", "")
        form.put("gaps.legal_basis.state", "asked_supplier").put("gaps.legal_basis.expected-month", "3")
        form.put("gaps.legal_basis.expected-year", "2027").put("gaps.legal_basis.note", "De jurist zoekt het uit.")
        form.put("withheld.monitoring.ground", "woo_5_1_2_h").put("withheld.monitoring.reason", "Anders kan iemand het omzeilen.")
        form.put("withheld.monitoring.review-day", "1").put("withheld.monitoring.review-month", "6").put(
            "withheld.monitoring.review-year", "2027"
        )

        editor.follow(editor.send(form))

        document = stored(wiring, number).document
        assert document["gaps"]["/legal_basis"] == {
            "state": "asked_supplier", "since": "2026-11-20", "expected": "2027-03", "note": {"nl": "De jurist zoekt het uit."},
        }  # fmt: skip
        assert document["withheld"]["/monitoring"]["review_on"] == "2027-06-01"

    def test_is_refused_while_a_colleague_reviews(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("when_you_meet_it.nl", LONG)
        with wiring.database.transaction() as session:
            entries.submit(session, number, revision=1, actor=editor.actor, now=NOON)

        answer = editor.send(form)

        assert answer.status_code == 409
        page = Page(answer.text)
        assert LONG.strip() in page.words
        assert page.form("/sections/meaning").one("when_you_meet_it.nl") == LONG


class TestErrors:
    def test_save_the_rest_and_give_back_everything(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("when_you_meet_it.nl", "Bovenaan de brief.").put("affected_groups.nl", "x" * 1001)
        form.put("remedies.bezwaar1.url", "www.waterlede.example")

        answer = editor.send(form)

        page = Page(answer.text)
        document = stored(wiring, number).document
        assert answer.status_code == 400
        assert page.title.startswith("Fout: 2 velden. Betekenis voor mensen")
        assert page.href("webadres daarvoor: begin het webadres met https://") == "#f-remedies-bezwaar1-url"
        assert page.href("1 teken te lang") == "#f-affected_groups-nl"
        assert page.form("/meaning").one("affected_groups.nl") == "x" * 1001
        assert page.form("/meaning").one("remedies.bezwaar1.url") == "www.waterlede.example"
        assert document["when_you_meet_it"] == {"nl": "<p>Bovenaan de brief.</p>"}
        assert document["affected_groups"] == {"nl": "<p>Inwoners die een brief krijgen.</p>"}

    def test_can_be_mended_and_saved_from_the_page_that_came_back(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("when_you_meet_it.nl", "Bovenaan.").put("remedies.bezwaar1.url", "www")
        again = Page(editor.send(form).text).form("/meaning").put("remedies.bezwaar1.url", "https://www.waterlede.example")

        editor.follow(editor.send(again))

        document = stored(wiring, number).document
        assert document["remedies"][0]["url"] == "https://www.waterlede.example"
        assert document["when_you_meet_it"] == {"nl": "<p>Bovenaan.</p>"}

    def test_keep_a_date_that_is_none_as_it_was_typed(self, editor: Worker, number: str) -> None:
        form = form_of(editor, number, "upkeep").put("review_by-day", "31").put("review_by-month", "2").put("review_by-year", "2027")

        answer = editor.send(form)

        back = Page(answer.text).form("/upkeep")
        assert answer.status_code == 400
        assert (back.one("review_by-day"), back.one("review_by-month"), back.one("review_by-year")) == ("31", "2", "2027")
        assert "Vul dag, maand en jaar in" in Page(answer.text).words

    def test_name_a_reference_to_nothing(self, editor: Worker, number: str) -> None:
        answer = editor.send(form_of(editor, number, "identification").put("successor", "123456788"))

        assert answer.status_code == 400
        assert "er is geen registratie met dit nummer" in Page(answer.text).words

    def test_name_an_own_number_that_is_taken(self, editor: Worker, wiring: Wiring, waterlede: Organisation, number: str) -> None:
        with wiring.database.transaction() as session:
            draft(session, waterlede, source_id="A-1")

        answer = editor.send(form_of(editor, number, "identification").put("source_id", "A-1").put("tags", "brief\nbezwaar"))

        assert answer.status_code == 400
        assert Page(answer.text).href("dit bestaat al") == "#f-source_id"
        assert stored(wiring, number).document["tags"] == ["brief", "bezwaar"]

    @pytest.mark.parametrize(
        ("name", "typed"),
        [("summary.nl", "a\x00b"), ("summary.nl", "a\ufffe"), ("contact", "geen adres"), ("start_month-year", "20"), ("kind", "toverij")],
    )
    def test_never_are_a_fault(self, editor: Worker, number: str, name: str, typed: str) -> None:
        answer = editor.send(form_of(editor, number, "identification").put(name, typed))

        assert answer.status_code == 400

    def test_that_concern_two_fields_save_neither(self, editor: Worker, wiring: Wiring, number: str) -> None:
        before = stored(wiring, number).document
        form = form_of(editor, number, "identification").put("start_month-year", "2026").put("start_month-month", "5")
        form.put("end_month-year", "2026").put("end_month-month", "1")

        answer = editor.send(form)

        assert answer.status_code == 400
        assert Page(answer.text).form("/identification").one("end_month-month") == "1"
        assert "end_month" not in stored(wiring, number).document
        assert before["start_month"] == "2026-01"


class TestRows:
    def test_are_added_with_what_was_typed_kept(self, editor: Worker, wiring: Wiring, number: str) -> None:
        answer = editor.send(form_of(editor, number).put("when_you_meet_it.nl", "Bovenaan."), ("add", "remedies"))

        page = editor.follow(answer)
        ids = page.form("/meaning").values["remedies:rows"]
        assert ids[0] == "bezwaar1"
        assert len(ids) == 2
        assert answer.headers["Location"].endswith(f"#f-remedies-{ids[1]}-kind")
        assert stored(wiring, number).document["when_you_meet_it"] == {"nl": "<p>Bovenaan.</p>"}

    def test_that_were_added_are_saved(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = editor.follow(editor.send(form_of(editor, number), ("add", "remedies"))).form("/meaning")
        new = form.values["remedies:rows"][1]

        editor.follow(editor.send(form.put(f"remedies.{new}.kind", "complaint").put(f"remedies.{new}.how.nl", "Bel ons.")))

        assert [row["kind"] for row in stored(wiring, number).document["remedies"]] == ["objection", "complaint"]

    def test_are_added_beside_an_error(self, editor: Worker, number: str) -> None:
        answer = editor.send(form_of(editor, number).put("remedies.bezwaar1.url", "www"), ("add", "remedies"))

        assert answer.status_code == 400
        assert len(Page(answer.text).form("/meaning").values["remedies:rows"]) == 2

    def test_are_removed(self, editor: Worker, wiring: Wiring, number: str) -> None:
        editor.follow(editor.send(form_of(editor, number), ("remove", "remedies:bezwaar1")))

        assert "remedies" not in stored(wiring, number).document

    @pytest.mark.parametrize("asked", ["summary:abcd", "remedies:<x>", "nothing:abcd", ":"])
    def test_cannot_be_asked_for_where_there_are_none(self, editor: Worker, number: str, asked: str) -> None:
        page = editor.page(f"/registrations/{number}/sections/meaning?add={asked}")

        assert page.form("/meaning").values["remedies:rows"] == ["bezwaar1"]


class TestTwoPeople:
    def test_the_second_is_refused_and_sees_both_texts(self, editor: Worker, colleague: Worker, wiring: Wiring, number: str) -> None:
        mine, theirs = form_of(editor, number), form_of(colleague, number)
        colleague.follow(colleague.send(theirs.put("affected_groups.nl", "Inwoners en ondernemers.")))

        answer = editor.send(mine.put("affected_groups.nl", "Inwoners van de gemeente."))

        page = Page(answer.text)
        assert answer.status_code == 412
        assert "Bram Jansen werkte hier ook aan, om 12:00. Uw tekst is bewaard." in page.words
        assert page.form("/meaning").one("affected_groups.nl") == "Inwoners van de gemeente."
        assert "ondernemers" in page.words
        assert stored(wiring, number).document["affected_groups"] == {"nl": "<p>Inwoners en ondernemers.</p>"}

    def test_the_second_can_save_on_top_of_it(self, editor: Worker, colleague: Worker, wiring: Wiring, number: str) -> None:
        mine, theirs = form_of(editor, number), form_of(colleague, number)
        colleague.follow(colleague.send(theirs.put("affected_groups.nl", "Ondernemers.")))
        again = Page(editor.send(mine.put("affected_groups.nl", "Inwoners.")).text).form("/meaning")

        editor.follow(editor.send(again.put("affected_groups.nl", "Inwoners en ondernemers.")))

        assert stored(wiring, number).document["affected_groups"] == {"nl": "<p>Inwoners en ondernemers.</p>"}

    def test_the_second_does_not_undo_what_only_the_first_changed(
        self, editor: Worker, colleague: Worker, wiring: Wiring, number: str
    ) -> None:
        mine, theirs = form_of(editor, number), form_of(colleague, number)
        colleague.follow(colleague.send(theirs.put("human_intervention.nl", "De teamleider leest mee.")))
        answer = editor.send(mine.put("affected_groups.nl", "Inwoners."))

        again = Page(answer.text).form("/meaning")
        editor.follow(editor.send(again))

        document = stored(wiring, number).document
        assert answer.status_code == 412
        assert again.one("human_intervention.nl") == "De teamleider leest mee."
        assert document["human_intervention"] == {"nl": "<p>De teamleider leest mee.</p>"}
        assert document["affected_groups"] == {"nl": "<p>Inwoners.</p>"}

    def test_the_second_is_refused_even_for_another_section(self, editor: Worker, colleague: Worker, wiring: Wiring, number: str) -> None:
        mine = form_of(editor, number).put("affected_groups.nl", LONG)
        colleague.follow(colleague.send(form_of(colleague, number, "upkeep").put("responsible_role.nl", "Informatiemanager")))

        answer = editor.send(mine)

        page = Page(answer.text)
        assert answer.status_code == 412
        assert page.form("/meaning").one("affected_groups.nl") == LONG
        assert "responsible_role" in stored(wiring, number).document

    def test_whoever_changed_nothing_goes_on(self, editor: Worker, colleague: Worker, wiring: Wiring, number: str) -> None:
        mine = form_of(editor, number)
        colleague.follow(colleague.send(form_of(colleague, number).put("affected_groups.nl", "Ondernemers.")))

        editor.follow(editor.send(mine, ("then", "next")))

        assert stored(wiring, number).document["affected_groups"] == {"nl": "<p>Ondernemers.</p>"}

    def test_their_rows_stay_beside_each_other(self, editor: Worker, colleague: Worker, number: str) -> None:
        mine, theirs = form_of(editor, number), form_of(colleague, number)
        colleague.follow(colleague.send(theirs.put("remedies.bezwaar1.how.nl", "Schrijf een brief aan de burgemeester.")))

        answer = editor.send(mine.put("remedies.bezwaar1.how.nl", "Stuur een e-mail."))

        page = Page(answer.text)
        assert answer.status_code == 412
        assert page.form("/meaning").one("remedies.bezwaar1.how.nl") == "Stuur een e-mail."
        assert "burgemeester" in page.words

    def test_one_without_a_revision_is_second(self, editor: Worker, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", "Inwoners.")
        del form.values["revision"]

        assert editor.send(form).status_code == 412


class TestAutosave:
    def test_saves_and_tells_the_new_revision(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", "Inwoners.")

        answer = editor.send(form, accept="application/json")

        told = answer.get_json()
        assert answer.status_code == 200
        assert told["message"] == "Bewaard om 12:00"
        assert told["revision"] == stored(wiring, number).revision == 2
        assert answer.headers["Cache-Control"] == "no-store"

    def test_can_go_on_from_what_it_was_told(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number)
        for text in ("Inwoners.", "Inwoners en ondernemers."):
            told = editor.send(form.put("affected_groups.nl", text), accept="application/json").get_json()
            form.put("revision", str(told["revision"]))
            for name, mark in told["marks"].items():
                form.put(name, mark)

        assert editor.send(form, ("then", "next")).status_code == 303
        assert stored(wiring, number).document["affected_groups"] == {"nl": "<p>Inwoners en ondernemers.</p>"}

    def test_saves_what_is_right_and_counts_what_is_not(self, editor: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", "Inwoners.").put("remedies.bezwaar1.url", "https:/")

        told = editor.send(form, accept="application/json").get_json()

        assert told["message"] == "Bewaard om 12:00, behalve 1 veld"
        assert stored(wiring, number).document["affected_groups"] == {"nl": "<p>Inwoners.</p>"}

    def test_stops_when_a_colleague_was_first(self, editor: Worker, colleague: Worker, number: str) -> None:
        mine = form_of(editor, number).put("affected_groups.nl", "Inwoners.")
        colleague.follow(colleague.send(form_of(colleague, number).put("affected_groups.nl", "Ondernemers.")))

        answer = editor.send(mine, accept="application/json")

        assert answer.status_code == 412
        assert answer.get_json()["message"] == "Een collega werkte hier ook aan. Uw tekst is bewaard. Bekijk beide teksten."

    def test_tells_that_the_login_ran_out(self, editor: Worker, clock: FixedClock, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", "Inwoners.")
        clock.move(hours=2)

        answer = editor.send(form, accept="application/json")

        assert answer.status_code == 401
        assert answer.get_json()["message"] == "U bent uitgelogd. Uw tekst staat er nog."

    def test_does_not_make_a_writer_of_somebody_who_changes_nothing(self, colleague: Worker, wiring: Wiring, number: str) -> None:
        colleague.send(form_of(colleague, number), accept="application/json")

        with wiring.database.reading() as session:
            assert colleague.actor.subject not in session.scalars(select(Contribution.public_id)).all()


class TestLogin:
    def test_that_ran_out_gives_the_text_back(self, editor: Worker, clock: FixedClock, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", LONG)
        clock.move(hours=2)

        answer = editor.send(form)

        page = Page(answer.text)
        assert answer.status_code == 401
        assert page.form("/sections/meaning").values == form.values
        assert page.href("Log in, in een nieuw tabblad") == "/auth/login?next=/backoffice/logged-in"

    def test_anew_takes_the_old_form(self, editor: Worker, hire: Hire, clock: FixedClock, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", LONG)
        clock.move(hours=12)
        kept = Page(editor.send(form).text).form("/sections/meaning")
        again = hire("Sanne Schrijver")

        again.follow(again.send(kept))

        assert stored(wiring, number).document["affected_groups"]["nl"].startswith("<p>Dit kostte een uur")

    def test_of_somebody_else_does_not_take_it(self, editor: Worker, colleague: Worker, wiring: Wiring, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", LONG)

        answer = colleague.send(form)

        assert answer.status_code == 400
        assert LONG.strip() in Page(answer.text).words
        assert stored(wiring, number).revision == 1

    def test_after_a_week_does_not_take_it(self, editor: Worker, hire: Hire, clock: FixedClock, number: str) -> None:
        form = form_of(editor, number).put("affected_groups.nl", LONG)
        clock.move(days=8)

        assert hire("Sanne Schrijver").send(form).status_code == 400

    @pytest.mark.parametrize("token", ["", "x", "é", "☃" * 40])
    def test_token_must_be_ones_own(self, editor: Worker, number: str, token: str) -> None:
        assert editor.send(form_of(editor, number).put("csrf_token", token)).status_code == 400


class TestProduct:
    @pytest.fixture
    def product(self, wiring: Wiring) -> str:
        document: dict[str, Any] = {
            "name": {"nl": "Dossierlezer"}, "summary": {"nl": "Leest dossiers."}, "kind": "generative_ai", "change_note": {"nl": "Nieuw"},
            "methods": {"nl": "<p>Een groot taalmodel.</p>"}, "techniques": ["generative"],
        }  # fmt: skip
        with wiring.database.transaction() as session:
            made = products.create(session, products.prepared(document, now=NOON), actor=actor(Role.ADMINISTRATOR), now=NOON)
            products.publish(session, made.number, revision=made.revision, actor=actor(Role.ADMINISTRATOR), now=NOON)
            return made.number

    def test_gives_its_text_until_there_is_an_own_one(self, editor: Worker, wiring: Wiring, product: str) -> None:
        begun = editor.page(f"/registrations/new/products/{product}").form(f"/products/{product}").put("name", "Dossiers lezen")
        number = editor.follow(editor.send(begun)).form("/identification").action.split("/")[3]
        page = editor.page(f"/registrations/{number}/sections/operation")

        editor.follow(editor.send(page.form("/operation").put("methods.nl", "Een klein taalmodel.")))

        assert "Tekst van het product Dossierlezer, versie 1" in " ".join(page.words.split())
        assert "Een groot taalmodel." in page.words
        assert stored(wiring, number).document["methods"] == {"nl": "<p>Een klein taalmodel.</p>"}
        emptied = form_of(editor, number, "operation").put("methods.nl", "")
        editor.follow(editor.send(emptied))
        assert "methods" not in stored(wiring, number).document


class TestRemarks:
    def test_stand_at_their_question_and_are_settled_with_what_was_typed(
        self, editor: Worker, wiring: Wiring, waterlede: Organisation, number: str
    ) -> None:
        with wiring.database.transaction() as session:
            made = remarks.add(session, number, "/affected_groups", "Welke inwoners?", actor=actor(Role.REVIEWER, waterlede), now=NOON).id
        page = editor.page(f"/registrations/{number}/sections/meaning")

        editor.follow(editor.send(page.form("/meaning").put("affected_groups.nl", "Alle inwoners."), ("settle", str(made))))

        assert "Welke inwoners?" in page.words
        with wiring.database.reading() as session:
            assert session.scalars(select(Remark)).one().settled_by == editor.actor.subject
        assert stored(wiring, number).document["affected_groups"] == {"nl": "<p>Alle inwoners.</p>"}
        assert "Welke inwoners?" not in editor.page(f"/registrations/{number}/sections/meaning").words


class TestPublished:
    def test_gets_a_new_draft_with_the_first_change(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            entry = submitted(session, waterlede, by=editor.actor, **generative_document())
            reviewer = actor(Role.REVIEWER, waterlede)
            publication.publish(session, entry.number, search=wiring.search, revision=entry.revision, actor=reviewer, now=NOON)
        page = editor.page(f"/registrations/{entry.number}/sections/meaning")

        editor.follow(editor.send(page.form("/meaning").put("affected_groups.nl", "Alle inwoners.")))

        assert "Dit is nu openbaar" in page.words
        assert stored(wiring, entry.number).draft_state == "drafting"
