"""A regulator takes what is within the remit, in full and provable; nobody else does, and no body sees that it happened."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from register.canonical import canonical, sha256
from register.domain.permissions import Actor, Role
from register.domain.redactions import RedactionGround
from register.domain.standard.vocabularies import Theme
from register.models import AuditEvent, Organisation
from register.rendering import extracts
from register.services import publication, redactions
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.factories import NOON, OUT_OF_SIGHT, FixedClock, actor, draft, generative_document, published, published_all_the_same, submitted

REMIT = {"themes": list(Theme), "points": ["6e"]}
#: Something for regulators only, and something for the own staff only.
DOCUMENT = generative_document(
    name={"nl": "Brieven herschrijven"}, log_retention_months=6, usage=[{"id": "rij1", "month": "2026-10", "users": 4321}]
)


@pytest.fixture
def number(wiring: Wiring, waterlede: Organisation) -> str:
    with wiring.database.transaction() as session:
        return published(session, waterlede, wiring.search, **DOCUMENT).entry.number


@pytest.fixture
def regulator(hire: Hire, waterlede: Organisation) -> Worker:
    return hire("Toos Toezicht", (Role.REGULATOR, None), remit=REMIT | {"organisations": [waterlede.number]})


def taken(worker: Worker, **chosen: str | list[str]) -> dict[str, Any]:
    answer = worker.post("/extracts.json", **chosen)
    assert answer.status_code == 200
    assert extracts.faults(answer.data) == []
    content: dict[str, Any] = json.loads(answer.data)["content"]
    return content


def numbers(content: dict[str, Any]) -> list[str]:
    return [each["number"] for each in content["registrations"]]


def hidden(session: Session, wiring: Wiring, body: Organisation) -> str:
    """Publish something that the law keeps out of sight."""
    entry = submitted(session, body, ai_act=OUT_OF_SIGHT)
    reviewer = actor(Role.REVIEWER, body)
    return publication.publish(session, entry.number, search=wiring.search, revision=entry.revision, actor=reviewer, now=NOON).entry.number


class TestSelection:
    def test_holds_what_only_regulators_may_see_and_nothing_of_the_body_itself(self, regulator: Worker, number: str) -> None:
        [record] = taken(regulator)["registrations"]

        assert record["number"] == number
        assert record["document"]["log_retention_months"] == 6
        assert "usage" not in record["document"]

    def test_keeps_to_the_remit(self, regulator: Worker, wiring: Wiring, number: str, delta: Organisation, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            other = published(session, delta, wiring.search).entry.number
            unpublished = draft(session, waterlede).number

        content = taken(regulator, organisation=[delta.number, waterlede.number])

        assert numbers(content) == [number]
        assert other not in numbers(content)
        assert unpublished not in numbers(content)

    def test_holds_what_is_out_of_sight_for_whom_it_concerns(
        self, regulator: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation
    ) -> None:
        with wiring.database.transaction() as session:
            secret = hidden(session, wiring, waterlede)
        elsewhere = hire("Ander Toezicht", (Role.REGULATOR, None), remit={"organisations": [waterlede.number], "themes": list(Theme)})

        assert numbers(taken(regulator)) == [secret]
        assert taken(regulator)["registrations"][0]["restricted"] is True
        assert numbers(taken(elsewhere)) == []

    @pytest.mark.parametrize(
        ("chosen", "is_in"),
        [
            ({"theme": "law"}, False),
            ({"theme": "public_order_and_safety"}, True),
            ({"status": ["in_use", "pilot"]}, True),
            ({"status": "retired"}, False),
            ({"category": "prohibited"}, False),
            ({"point": "5a"}, False),
            ({"kind": "generative_ai", "decisionRole": ["supports", "none", "decides"]}, True),
            ({"q": "herschrijven"}, True),
            ({"q": "onvindbaar"}, False),
            ({"mirrored": "true"}, False),
            ({"overdue": "true"}, False),
            ({"product": "123456782"}, False),
            ({"year": "2025"}, False),
        ],
    )
    def test_is_narrowed_down(self, regulator: Worker, number: str, chosen: dict[str, str | list[str]], is_in: bool) -> None:  # noqa: FBT001  # pytest gives it
        assert (number in numbers(taken(regulator, **chosen))) is is_in

    def test_is_as_of_a_day(self, hire: Hire, wiring: Wiring, clock: FixedClock, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            entry = published_all_the_same(session, waterlede, wiring.search).entry
            reviewer = actor(Role.REVIEWER, waterlede)
            publication.withdraw(
                session,
                entry.number,
                {"nl": "Weg."},
                search=wiring.search,
                revision=entry.revision,
                actor=reviewer,
                now=NOON + timedelta(days=2),
            )
        clock.move(days=5)
        regulator = hire("Toos Toezicht", (Role.REGULATOR, None), remit=REMIT | {"organisations": [waterlede.number]})
        day = {"asOf-month": "11", "asOf-year": "2026"}

        before, then, now = (taken(regulator, **day, **{"asOf-day": n}) for n in ("19", "21", "24"))

        assert numbers(before) == []
        assert [each["withdrawnAt"] for each in then["registrations"]] == [None]
        assert [each["withdrawnAt"][:10] for each in now["registrations"]] == ["2026-11-22"]
        assert then["selection"]["asOf"] == "2026-11-21"

    def test_says_that_a_content_was_redacted(self, regulator: Worker, wiring: Wiring, waterlede: Organisation, number: str) -> None:
        roles = frozenset({(Role.ORGANISATION_ADMIN, waterlede.id), (Role.ADMINISTRATOR, None)})
        one, two = Actor("one", roles=roles), Actor("two", roles=roles)
        with wiring.database.transaction() as session:
            redactions.ask(session, number, 1, RedactionGround.PERSONAL_DATA, "Een naam.", actor=one, now=NOON)
            redactions.confirm(session, number, 1, search=wiring.search, actor=two, now=NOON)

        [record] = taken(regulator)["registrations"]

        assert record["document"] is None
        assert record["redactedAt"][:10] == "2026-11-20"

    def test_takes_the_address_of_the_public_search(self, regulator: Worker, number: str) -> None:
        page = regulator.page("/extracts?q=herschrijven&status=in_use&year=2026&mirrored=false&asOf=2026-11-20")

        assert "1 registratie" in page.words
        assert "Brieven herschrijven" in page.words
        assert "Voor het eerst gepubliceerd in: 2026" in page.words
        assert page.form("/extracts.json").values["year"] == ["2026"]

    @pytest.mark.parametrize(
        ("chosen", "is_in"),
        [
            ("q=meldingen", True),
            ("q=onvindbaar", False),
            ("area=6", True),
            ("area=3", False),
            ("year=2025", False),
            ("kind=algorithm&status=in_development", True),
            ("example=true", False),
            ("overdue=true", False),
            ("product=123456782", False),
        ],
    )
    def test_holds_what_is_out_of_sight_only_where_it_is_asked_for(
        self,
        regulator: Worker,
        wiring: Wiring,
        waterlede: Organisation,
        chosen: str,
        is_in: bool,  # noqa: FBT001  # pytest gives it
    ) -> None:
        with wiring.database.transaction() as session:
            secret = hidden(session, wiring, waterlede)

        links = [href for _, href in regulator.page(f"/extracts?{chosen}").links]

        assert (f"/backoffice/records/{secret}?version=1" in links) is is_in

    @pytest.mark.parametrize("chosen", ["theme=nonsense", "organisation=Jan", "asOf=2999-01-01", "asOf=x", "page=x&point=99"])
    def test_of_what_cannot_be_is_said_and_nothing_is_listed(self, regulator: Worker, number: str, chosen: str) -> None:
        answer = regulator.get(f"/extracts?{chosen}")

        assert answer.status_code == 400
        assert "Brieven herschrijven" not in answer.text

    def test_is_counted_and_listed_without_reading_documents(self, regulator: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        def asked() -> list[str]:
            statements: list[str] = []

            def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
                statements.append(statement)

            event.listen(wiring.database.read_engine, "before_cursor_execute", note)
            assert regulator.get("/extracts").status_code == 200
            event.remove(wiring.database.read_engine, "before_cursor_execute", note)
            return statements

        with wiring.database.transaction() as session:
            published(session, waterlede, wiring.search)
        asked()
        few = len(asked())
        with wiring.database.transaction() as session:
            for _ in range(4):
                published(session, waterlede, wiring.search)
        asked()

        assert len(asked()) == few

    def test_of_a_day_that_cannot_be_is_said_and_kept(self, regulator: Worker, number: str) -> None:
        answer = regulator.post("/extracts.json", **{"asOf-day": "31", "asOf-month": "2", "asOf-year": "2026"})

        assert answer.status_code == 400
        assert 'value="31"' in answer.text


class TestFile:
    def test_proves_itself_and_shows_any_change(self, regulator: Worker, number: str) -> None:
        file = regulator.post("/extracts.json").data

        assert json.loads(file)["sha256"] == sha256(canonical(json.loads(file)["content"]))
        assert json.loads(file)["sha256"] == sha256(file[len(b'{"content":') : file.rindex(b',"madeAt"')])
        assert extracts.faults(file) == []
        changed = file.replace(b"Brieven herschrijven", b"Brieven herschreven")
        assert len(extracts.faults(changed)) == 2
        assert extracts.faults(b"{}") == ["this is not an extract of a register"]

    def test_on_paper_says_what_was_chosen_and_holds_the_same(self, regulator: Worker, number: str) -> None:
        answer = regulator.post("/extracts.pdf", theme="public_order_and_safety")

        text = " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages).split())
        assert answer.mimetype == "application/pdf"
        assert "Uittreksel voor toezicht" in text
        assert "Openbare orde en veiligheid" in text
        assert "Brieven herschrijven" in text
        assert "SHA-256" in text
        assert "Bevat wat alleen toezichthouders mogen lezen" in text
        assert "Bewaartijd van logboeken" in text

    def test_on_paper_has_the_fingerprint_of_the_same_as_json_whenever_that_is_taken(
        self, regulator: Worker, wiring: Wiring, delta: Organisation, clock: FixedClock, number: str
    ) -> None:
        paper = PdfReader(BytesIO(regulator.post("/extracts.pdf", status="in_use").data))
        clock.move(minutes=20)
        with wiring.database.transaction() as session:
            published(session, delta, wiring.search)

        content = json.loads(regulator.post("/extracts.json", status="in_use").data)["content"]

        assert sha256(canonical(content)) in "".join(paper.pages[0].extract_text().split())

    def test_of_nothing_is_not_printed(self, regulator: Worker, number: str) -> None:
        assert regulator.post("/extracts.pdf", theme="law").status_code == 303


class TestAudit:
    @pytest.mark.parametrize(("path", "action"), [("/extracts", "extract.listed"), ("/records", "full_record.listed")])
    def test_notes_each_list_that_is_shown(
        self, regulator: Worker, editor: Worker, wiring: Wiring, waterlede: Organisation, path: str, action: str
    ) -> None:
        with wiring.database.transaction() as session:
            hidden(session, wiring, waterlede)

        assert "Meldingen verdelen over teams" in regulator.page(f"{path}?q=meldingen").words

        with wiring.database.reading() as session:
            [noted] = session.scalars(select(AuditEvent).where(AuditEvent.action == action)).all()
        assert noted.actor == regulator.person.public_id
        assert noted.details["count"] + noted.details.get("out_of_sight", 0) == 1
        assert noted.details["selection"]["q"] == sha256(b"meldingen")
        assert "Toos" not in editor.page("/registrations").words

    def test_notes_each_that_is_taken(self, regulator: Worker, wiring: Wiring, number: str) -> None:
        file = regulator.post("/extracts.json", status="in_use").data

        with wiring.database.reading() as session:
            [noted] = session.scalars(select(AuditEvent).where(AuditEvent.action == "extract.taken")).all()
        assert noted.actor == regulator.person.public_id
        assert (noted.details["count"], noted.details["form"], noted.details["selection"]["status"]) == (1, "json", ["in_use"])
        assert noted.details["sha256"] == json.loads(file)["sha256"]
        assert noted.on_behalf_of == ""

    def test_holds_nothing_that_was_typed(self, regulator: Worker, wiring: Wiring, number: str) -> None:
        regulator.post("/extracts.json", q="Jan Jansen", supplier="Jan Jansen")

        with wiring.database.reading() as session:
            [noted] = session.scalars(select(AuditEvent).where(AuditEvent.action == "extract.taken")).all()
        assert "Jansen" not in str(noted.details)

    def test_is_nowhere_for_the_body(self, regulator: Worker, editor: Worker, reviewer: Worker, number: str) -> None:
        regulator.post("/extracts.json")

        for worker in (editor, reviewer):
            for path in ("", f"/registrations/{number}", "/registrations"):
                assert "Toos" not in worker.page(path).words
                assert "uittreksel" not in worker.page(path).words.lower()
            assert worker.get("/extracts").status_code == 403
