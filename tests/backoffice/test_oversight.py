"""Redaction by two, the audit trail, and full records for regulators."""

import pytest
from sqlalchemy import select

from register.domain.permissions import Role
from register.domain.standard.vocabularies import Theme
from register.models import AuditEvent, Organisation, Redaction
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Page
from tests.factories import OUT_OF_SIGHT, draft, generative_document, published


@pytest.fixture
def number(wiring: Wiring, waterlede: Organisation) -> str:
    """Return the number of a published registration with something for regulators only, something withheld, and something of its own."""
    document = generative_document(
        log_retention_months=6,
        monitoring={"nl": "<p>Elke maand een steekproef.</p>"},
        usage=[{"id": "rij1", "month": "2026-10", "users": 4321}],
        withheld={"/monitoring": {"ground": "woo_5_1_2_h", "reason": {"nl": "Omzeilen."}, "review_on": "2027-06-01"}},
    )
    with wiring.database.transaction() as session:
        return published(session, waterlede, wiring.search, **document).entry.number


class TestRedaction:
    def test_takes_two_people(self, hire: Hire, wiring: Wiring, waterlede: Organisation, number: str) -> None:
        first = hire("Anouk Regelaar", (Role.ORGANISATION_ADMIN, waterlede))
        second = hire("Omar Inrichter", (Role.ORGANISATION_ADMIN, waterlede))
        href = first.page(f"/registrations/{number}").href("Laat het onleesbaar maken")
        form = first.page(href).form("/redaction").put("ground", "personal_data").put("reason", "Er stond een naam in.")

        first.follow(first.send(form))
        asked = first.follow(first.send(form))
        confirm = second.page("/redactions").form(f"/{number}/1")
        second.follow(second.send(confirm))
        again = second.send(confirm)

        assert "U vroeg hierom. Iemand anders moet het bevestigen." in asked.words
        assert again.status_code == 303
        with wiring.database.reading() as session:
            assert len(session.scalars(select(Redaction)).all()) == 1
        assert "De inhoud is volgens de wet onleesbaar gemaakt." in first.page(f"/registrations/{number}").words

    def test_is_not_confirmed_by_whoever_asked(self, hire: Hire, wiring: Wiring, waterlede: Organisation, number: str) -> None:
        first = hire("Anouk Regelaar", (Role.ORGANISATION_ADMIN, waterlede))
        first.post(f"/registrations/{number}/versions/1/redaction", ground="personal_data", reason="Er stond een naam in.")

        assert first.post(f"/redactions/{number}/1").status_code == 403

    def test_is_asked_by_an_administrator_by_number(self, hire: Hire, number: str) -> None:
        administrator = hire("Bregje Beheerder", (Role.ADMINISTRATOR, None))
        form = administrator.page("/redactions").form("/redactions")

        found = administrator.follow(administrator.send(form.put("number", f"{number[:3]} {number[3:]}").put("version", "1")))

        assert found.form("/redaction").method == "post"

    @pytest.mark.parametrize(("asked", "version"), [("123456788", "1"), ("", ""), ("\x00", "1"), ("x", "☃"), ("123456788", "99999999999")])
    def test_of_nothing_is_not_found(self, hire: Hire, asked: str, version: str) -> None:
        administrator = hire("Bregje Beheerder", (Role.ADMINISTRATOR, None))

        assert administrator.post("/redactions", number=asked, version=version).status_code == 404

    @pytest.mark.parametrize(("ground", "reason"), [("", "Waarom"), ("personal_data", ""), ("nonsense", "Waarom")])
    def test_needs_a_ground_and_a_reason(self, hire: Hire, waterlede: Organisation, number: str, ground: str, reason: str) -> None:
        first = hire("Anouk Regelaar", (Role.ORGANISATION_ADMIN, waterlede))

        answer = first.post(f"/registrations/{number}/versions/1/redaction", ground=ground, reason=reason)

        assert answer.status_code == 400
        assert Page(answer.text).form("/redaction").one("reason") == reason

    def test_is_not_shown_to_editors(self, editor: Worker, number: str) -> None:
        assert editor.get("/redactions").status_code == 403
        assert "onleesbaar" not in editor.page(f"/registrations/{number}").words


class TestAuditTrail:
    def test_shows_what_happened_and_verifies(self, hire: Hire, number: str) -> None:
        auditor = hire("Arjen Spoorzoeker", (Role.AUDITOR, None))

        page = auditor.page("/audit?verify=1")

        assert "De keten klopt" in page.words
        assert "entry.published" in page.words
        assert "entry.published" in auditor.page(f"/audit?number={number}").words
        assert "person.logged_in" not in auditor.page(f"/audit?number={number}").words

    def test_names_nobody(self, hire: Hire, editor: Worker, number: str) -> None:
        auditor = hire("Arjen Spoorzoeker", (Role.AUDITOR, None))

        assert "Sanne" not in auditor.page("/audit").words

    def test_says_where_the_chain_breaks(self, hire: Hire, wiring: Wiring, number: str) -> None:
        auditor = hire("Arjen Spoorzoeker", (Role.AUDITOR, None))
        assert "De keten klopt niet" in auditor.page(f"/audit?verify=1&head={'0' * 64}").words

    @pytest.mark.parametrize("query", ["before=x", "before=0", "before=" + "9" * 30, "number=%00", "verify=1&head=%00"])
    def test_answers_any_question(self, hire: Hire, number: str, query: str) -> None:
        assert hire("Arjen Spoorzoeker", (Role.AUDITOR, None)).get(f"/audit?{query}").status_code == 200


class TestRecords:
    @pytest.fixture
    def regulator(self, hire: Hire, waterlede: Organisation) -> Worker:
        return hire(
            "Tarik Toezicht", (Role.REGULATOR, None), remit={"organisations": [waterlede.number], "themes": ["public_order_and_safety"]}
        )

    def test_show_what_only_regulators_may_see(self, regulator: Worker, number: str) -> None:
        page = regulator.page(f"/records/{number}")

        assert "Bewaartijd van logboeken" in page.words
        assert "Elke maand een steekproef." in page.words

    def test_do_not_show_what_is_of_the_body_only(self, regulator: Worker, number: str) -> None:
        assert "4321" not in regulator.page(f"/records/{number}").words.replace(".", "")

    def test_are_audited_each_time(self, regulator: Worker, wiring: Wiring, number: str) -> None:
        regulator.page(f"/records/{number}")
        regulator.page(f"/records/{number}?version=1")

        with wiring.database.reading() as session:
            events = session.scalars(select(AuditEvent).where(AuditEvent.action == "full_record.read")).all()
        assert [(event.actor, event.object_number) for event in events] == [(regulator.actor.subject, number)] * 2

    def test_are_found_as_the_public_finds_them(self, regulator: Worker, number: str) -> None:
        assert "Meldingen verdelen over teams" in regulator.page("/records?q=meldingen").words

    def test_of_other_bodies_and_themes_are_not_listed(
        self, regulator: Worker, wiring: Wiring, waterlede: Organisation, delta: Organisation
    ) -> None:
        with wiring.database.transaction() as session:
            own = published(session, waterlede, wiring.search, themes=["public_order_and_safety", "law"]).entry.number
            published(session, waterlede, wiring.search, themes=["law"])
            published(session, delta, wiring.search)

        for path in ("/records", "/records?q=meldingen"):
            listed = [href for _, href in regulator.page(path).links if "/backoffice/records/" in href]
            assert listed == [f"/backoffice/records/{own}"]
            assert {regulator.get(each).status_code for each in listed} == {200}

    @pytest.mark.parametrize("remit", [{}, {"organisations": ["999999999"], "themes": ["law"]}])
    def test_outside_the_remit_are_not_there(self, hire: Hire, number: str, remit: dict[str, object]) -> None:
        regulator = hire("Iemand", (Role.REGULATOR, None), remit=remit)

        assert regulator.get(f"/records/{number}").status_code == 404

    def test_never_are_drafts_or_what_is_out_of_sight(self, regulator: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            unfinished = draft(session, waterlede).number
            hidden = published(session, waterlede, wiring.search, ai_act=OUT_OF_SIGHT).entry.number

        assert [regulator.get(f"/records/{each}").status_code for each in (unfinished, hidden, "123456788")] == [404, 404, 404]
        assert "Buiten beeld" not in regulator.page("/records").words

    def test_of_what_is_out_of_sight_are_for_the_competent(self, hire: Hire, wiring: Wiring, waterlede: Organisation) -> None:
        remit = {"organisations": [waterlede.number], "themes": list(Theme)}
        competent = hire("Bevoegd", (Role.REGULATOR, None), remit={**remit, "points": ["6e"]})
        other = hire("Ander", (Role.REGULATOR, None), remit={**remit, "points": ["7a"]})
        with wiring.database.transaction() as session:
            hidden = published(session, waterlede, wiring.search, ai_act=OUT_OF_SIGHT).entry.number

        assert f"/backoffice/records/{hidden}" in [href for _, href in competent.page("/records").links]
        assert "Meldingen verdelen over teams" in competent.page(f"/records/{hidden}").words
        assert other.get(f"/records/{hidden}").status_code == 404
