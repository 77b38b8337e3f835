"""A regulator takes what is within the remit, in full and provable; nobody else does, and no body sees that it happened."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.canonical import sha256
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
            ({"theme": "nonsense"}, True),
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
        day = {"as_of-month": "11", "as_of-year": "2026"}

        before, then, now = (taken(regulator, **day, **{"as_of-day": n}) for n in ("19", "21", "24"))

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

    def test_of_a_day_that_cannot_be_is_said_and_kept(self, regulator: Worker, number: str) -> None:
        answer = regulator.post("/extracts.json", **{"as_of-day": "31", "as_of-month": "2", "as_of-year": "2026"})

        assert answer.status_code == 400
        assert 'value="31"' in answer.text


class TestFile:
    def test_proves_itself_and_shows_any_change(self, regulator: Worker, number: str) -> None:
        file = regulator.post("/extracts.json").data

        assert json.loads(file)["sha256"] == sha256(file[len(b'{"content":') : file.rindex(b',"sha256"')])
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

    def test_of_nothing_is_not_printed(self, regulator: Worker, number: str) -> None:
        assert regulator.post("/extracts.pdf", theme="law").status_code == 303


class TestAudit:
    def test_notes_each_that_is_taken_and_no_look_at_the_list(self, regulator: Worker, wiring: Wiring, number: str) -> None:
        regulator.page("/extracts")
        file = regulator.post("/extracts.json", status="in_use").data

        with wiring.database.reading() as session:
            [event] = session.scalars(select(AuditEvent).where(AuditEvent.action == "extract.taken")).all()
        assert event.actor == regulator.person.public_id
        assert (event.details["count"], event.details["form"], event.details["statuses"]) == (1, "json", ["in_use"])
        assert event.details["sha256"] == json.loads(file)["sha256"]
        assert event.on_behalf_of == ""

    def test_holds_nothing_that_was_typed(self, regulator: Worker, wiring: Wiring, number: str) -> None:
        regulator.post("/extracts.json", organisation="Jan Jansen", theme="Jan Jansen")

        with wiring.database.reading() as session:
            [event] = session.scalars(select(AuditEvent).where(AuditEvent.action == "extract.taken")).all()
        assert "Jansen" not in str(event.details)

    def test_is_nowhere_for_the_body(self, regulator: Worker, editor: Worker, reviewer: Worker, number: str) -> None:
        regulator.post("/extracts.json")

        for worker in (editor, reviewer):
            for path in ("", f"/registrations/{number}", "/registrations"):
                assert "Toos" not in worker.page(path).words
                assert "uittreksel" not in worker.page(path).words.lower()
            assert worker.get("/extracts").status_code == 403
