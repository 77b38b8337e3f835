"""My work: what waits for whom. And the frame of every page: language, roles that went, nothing kept by caches."""

from datetime import UTC, datetime

import pytest

from register.backoffice import deadlines
from register.domain.calendar import day_of
from register.domain.permissions import SYSTEM, Role
from register.models import Organisation
from register.services import entries, people, remarks
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.factories import NOON, FixedClock, actor, draft, organisation, person, published, submitted


class TestWork:
    def test_says_so_when_nothing_waits(self, editor: Worker) -> None:
        page = editor.page("")

        assert "Goedemiddag, Sanne" in page.words
        assert "U bent bij. Er wacht niets op u." in page.words

    def test_gives_a_reviewer_what_others_handed_in(
        self, editor: Worker, reviewer: Worker, wiring: Wiring, waterlede: Organisation
    ) -> None:
        with wiring.database.transaction() as session:
            number = submitted(session, waterlede, by=editor.actor).number

        for worker, has in ((reviewer, True), (editor, False)):
            assert ("Ingediend door Sanne Schrijver, versie 1" in worker.page("").words) is has
        assert reviewer.page("").href("Nakijken") == f"/backoffice/registrations/{number}/review"
        assert "Ingediend door Sanne Schrijver, versie 1" in editor.page("?tab=colleagues").words

    def test_gives_a_writer_what_was_sent_back(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        reviewer = actor(Role.REVIEWER, waterlede)
        with wiring.database.transaction() as session:
            entry = submitted(session, waterlede, by=editor.actor)
            remarks.add(session, entry.number, "/purpose", "Welk doel?", actor=reviewer, now=NOON)
            entries.send_back(session, entry.number, "Bijna.", revision=entry.revision, actor=reviewer, now=NOON)

        assert "Teruggestuurd met 1 opmerking" in editor.page("").words

    def test_tells_how_far_a_draft_is(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            draft(session, waterlede, by=editor.actor, summary=None)
            draft(session, waterlede, by=actor(Role.EDITOR, waterlede), name={"nl": "Van een ander"})

        page = editor.page("")

        assert "Nog 1 veld voor u kunt indienen" in page.words
        assert "Van een ander" not in page.words
        assert "Van een ander" in editor.page("?tab=drafts").words

    def test_gives_editors_what_is_late(self, hire: Hire, wiring: Wiring, waterlede: Organisation, clock: FixedClock) -> None:
        with wiring.database.transaction() as session:
            published(session, waterlede, wiring.search, review_by="2026-12-01")
        clock.move(days=23)
        sanne = hire("Sanne Schrijver", (Role.EDITOR, waterlede))

        page = sanne.page("")

        assert "12 dagen te laat" in page.words
        assert "Staat als ‘te laat’ op de openbare bladzijde" in page.words

    def test_is_of_ones_own_body_only(self, editor: Worker, wiring: Wiring, delta: Organisation) -> None:
        with wiring.database.transaction() as session:
            draft(session, delta, name={"nl": "Sluizen bedienen"})
            submitted(session, delta, name={"nl": "Dijken meten"})
            published(session, delta, wiring.search, review_by="2026-11-25")

        for tab in ("mine", "drafts", "colleagues"):
            page = editor.page(f"?tab={tab}")
            assert not {"Sluizen bedienen", "Dijken meten"} & set(page.words.splitlines())

    @pytest.mark.parametrize(
        ("role", "pages"),
        [
            (Role.ADMINISTRATOR, {"Organisaties", "Rollen in het hele register", "Koppelingen met de API", "Onleesbaar maken"}),
            (Role.REGULATOR, {"Volledige registraties, voor toezicht"}),
            (Role.AUDITOR, {"Logboek"}),
        ],
    )
    def test_leads_others_to_their_pages(self, hire: Hire, role: Role, pages: set[str]) -> None:
        assert pages <= {words for words, _ in hire("Iemand", (role, None)).page("").links}


class TestList:
    def test_finds_by_words_and_state(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            draft(session, waterlede, name={"nl": "Brieven herschrijven"})
            submitted(session, waterlede, name={"nl": "Brieven sorteren"})

        assert "1 registratie" in editor.page("/registrations?q=SORT").words
        assert "1 registratie" in editor.page("/registrations?state=in_review").words
        assert "2 registraties" in editor.page("/registrations?q=brieven").words
        assert "Niets gevonden." in editor.page("/registrations?q=%25").words

    def test_has_pages(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            for n in range(26):
                draft(session, waterlede, name={"nl": f"Brieven {n:02}"})

        assert "Brieven 00" not in editor.page("/registrations").words
        assert "Brieven 00" in editor.page("/registrations?page=2").words
        assert "Brieven 00" in editor.page("/registrations?page=999").words

    @pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "page=99999999999999", "state=nonsense", "q=" + "x" * 500, "q=%00"])
    def test_answers_any_question(self, editor: Worker, query: str) -> None:
        assert editor.get(f"/registrations?{query}").status_code == 200


class TestFrame:
    def test_follows_the_language_that_somebody_chose(self, editor: Worker, hire: Hire) -> None:
        answer = editor.post("/language", language="en", back="/backoffice/registrations")

        assert answer.headers["Location"] == "/backoffice/registrations"
        assert '<html lang="en">' in editor.get("").text
        assert '<html lang="en">' in hire("Sanne Schrijver").get("").text

    @pytest.mark.parametrize("back", ["https://evil.example/backoffice", "//evil.example", "/nl", ""])
    def test_stays_at_work_after_that(self, editor: Worker, back: str) -> None:
        assert editor.post("/language", language="en", back=back).headers["Location"] == "/backoffice"

    def test_is_closed_when_the_roles_went(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            known = person(session, "Sanne Schrijver")
            people.revoke(session, known, Role.EDITOR, waterlede, actor=SYSTEM, now=NOON)

        assert "U hebt nog geen rol in dit register, of niet meer." in editor.follow(editor.get("/registrations")).words

    def test_tells_until_when_somebody_is_logged_in(self, editor: Worker) -> None:
        assert "U bent ingelogd als Sanne Schrijver tot 13:00" in editor.page("").words

    def test_shows_error_pages_with_the_way_back(self, editor: Worker) -> None:
        answer = editor.get("/registrations/123456788")

        assert answer.status_code == 404
        assert "Naar mijn werk" in answer.text
        assert answer.headers["Cache-Control"] == "no-store"

    def test_works_for_a_body_with_an_awkward_name(self, hire: Hire, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session, "Gemeente <b>’s-Heer & Co</b>")

        assert "&lt;b&gt;" in hire("Iemand", (Role.EDITOR, body)).get("").text


class TestDeadlines:
    @pytest.mark.parametrize(
        ("days", "words", "kind"),
        [
            (-12, "12 dagen te laat", "late"),
            (0, "Vandaag is de laatste dag", "soon"),
            (1, "Nog 1 dag", "soon"),
            (20, "Nog 20 dagen", "easy"),
        ],
    )
    def test_are_told_in_words(self, days: int, words: str, kind: str) -> None:
        today = day_of(NOON)

        told = deadlines.term(today.fromordinal(today.toordinal() + days), today)

        assert (told.words, told.kind) == (words, kind)

    @pytest.mark.parametrize(
        ("moment", "words"),
        [
            (datetime(2026, 11, 20, 8, 41, tzinfo=UTC), "Vandaag om 09:41"),
            (datetime(2026, 11, 19, 22, 59, tzinfo=UTC), "Gisteren om 23:59"),
            (datetime(2026, 11, 17, 8, tzinfo=UTC), "3 dagen geleden"),
            (datetime(2026, 11, 1, 8, tzinfo=UTC), "1 november 2026"),
        ],
    )
    def test_tell_when_something_was(self, moment: datetime, words: str) -> None:
        assert deadlines.ago(moment, NOON) == words

    @pytest.mark.parametrize(("hour", "words"), [(3, "Goedenavond"), (8, "Goedemorgen"), (12, "Goedemiddag"), (20, "Goedenavond")])
    def test_greet_at_the_right_time(self, hour: int, words: str) -> None:
        assert deadlines.greeting(datetime(2026, 11, 20, hour, tzinfo=UTC)) == words
