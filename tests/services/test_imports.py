"""A file is read in batches; what is wrong is reported by row, and the rest goes on."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import SYSTEM, Actor, ActorKind, Permission, Role
from register.errors import Invalid, NotAllowed, NotFound
from register.models import AuditEvent, Entry, Organisation
from register.ports import SearchIndex
from register.services import imports, mirrors
from register.services.imports import Reading, Report
from register.services.mirrors import Act, Reason
from tests.factories import NOON, actor, draft, organisation
from tests.factories.nl_register import list_file, listed_row


def read(*rows: Any, **header: Any) -> tuple[Reading, list[str]]:
    """Read a whole file; return the reading and the numbers of the rows that are good."""
    reading = Reading(list_file(*rows, **header), now=NOON)
    return reading, [mirrored.source_id for batch in reading.batches() for mirrored in batch]


class TestReading:
    def test_reports_bad_rows_and_goes_on_with_the_good_ones(self) -> None:
        reading, good = read(listed_row("1"), listed_row("2", title="", url="x"), "rubbish", listed_row("4"))

        assert good == ["1", "4"]
        assert [(fault.row, fault.source_id, fault.problem.pointer, fault.problem.rule) for fault in reading.faults] == [
            (2, "2", "/title", "required-part"),
            (2, "2", "/url", "not-a-web-address"),
            (3, "", "", "wrong-type"),
        ]
        assert reading.faulty_rows == 2
        assert reading.has_nameless

    def test_takes_the_first_of_two_rows_with_the_same_number(self) -> None:
        reading, good = read(listed_row("1", title="Eerste"), listed_row("1", title="Tweede"))

        assert good == ["1"]
        assert [(fault.row, fault.problem.rule) for fault in reading.faults] == [(2, "repeated")]

    def test_counts_a_bad_row_with_a_number_as_seen(self) -> None:
        reading, _ = read(listed_row("1", status="kapot"))

        assert reading.seen == {"1": 1}
        assert not reading.has_nameless

    def test_names_unknown_keys_once(self) -> None:
        reading, good = read(listed_row("1", nieuw="x"), listed_row("2", nieuw="y", ook=1))

        assert good == ["1", "2"]
        assert reading.unknown_keys == {"nieuw", "ook"}

    def test_yields_batches_of_a_hundred(self) -> None:
        reading = Reading(list_file(*(listed_row(str(number)) for number in range(1, 251))), now=NOON)

        assert [len(batch) for batch in reading.batches()] == [100, 100, 50]

    @pytest.mark.parametrize(("count", "is_short"), [(1, False), (None, False), ("1", False), (2, True), (0, True)])
    def test_knows_when_the_file_does_not_hold_what_it_announces(self, count: Any, is_short: bool) -> None:  # noqa: FBT001  # a case
        assert read(listed_row(), count=count)[0].is_short is is_short

    def test_refuses_a_bad_file_before_a_row_is_used(self) -> None:
        cut = list_file(listed_row("1"), listed_row("2"))
        cut.truncate(400)

        with pytest.raises(Invalid):
            Reading(cut, now=NOON)


class TestNote:
    def test_puts_the_import_in_the_audit_trail_only_when_something_changed(self, session: Session, search: SearchIndex) -> None:
        reading = Reading(list_file(listed_row()), now=NOON)
        report = Report()
        for batch in reading.batches():
            report.add(mirrors.carry_out(session, batch, search=search, actor=SYSTEM, now=NOON))
        for counted in (report, Report(unchanged=1)):
            imports.note(session, counted, reading, actor=SYSTEM, now=NOON)

        events = session.scalars(select(AuditEvent).where(AuditEvent.action == "import.done")).all()
        assert [event.details for event in events] == [
            {"format": "nl-register-list", "created": 1, "changed": 0, "withdrawn": 0, "refused": 0}
        ]


class TestCreateDrafts:
    @pytest.fixture
    def body(self, session: Session) -> Organisation:
        return organisation(session, "Gemeente Voorbeeldstad")

    @pytest.fixture
    def machine(self, body: Organisation) -> Actor:
        permissions = frozenset({Permission.ENTRY_READ, Permission.ENTRY_IMPORT})
        return Actor("m1", ActorKind.MACHINE, machine_permissions=permissions, machine_organisation=body.id)

    def test_begins_a_draft_of_the_bodys_own_rows_only(self, session: Session, body: Organisation, machine: Actor) -> None:
        draft(session, body, source_id="2")
        reading = Reading(list_file(listed_row("1"), listed_row("2"), listed_row("3", organisatie="Gemeente Elders")), now=NOON)

        (plan,) = (imports.create_drafts(session, body, batch, actor=machine, now=NOON) for batch in reading.batches())

        assert [(decision.act, decision.reason) for decision in plan.decisions] == [
            (Act.CREATE, None),
            (Act.LEAVE, Reason.OWN),
            (Act.LEAVE, Reason.OTHER_BODY),
        ]
        made = session.scalars(select(Entry).where(Entry.source_id == "1")).one()
        assert (made.draft_state, made.publication_state, made.is_mirrored) == (DraftState.DRAFTING, PublicationState.UNPUBLISHED, False)
        assert made.updated_by == machine.subject
        assert made.provenance["source"] == "nl-algoritmeregister"

    def test_is_refused_to_who_may_not_import_there(self, session: Session, body: Organisation) -> None:
        batch = [mirrored for some in Reading(list_file(listed_row()), now=NOON).batches() for mirrored in some]

        with pytest.raises(NotAllowed):
            imports.create_drafts(session, body, batch, actor=actor(Role.REVIEWER, body), now=NOON)
        with pytest.raises(NotFound):
            imports.create_drafts(session, body, batch, actor=actor(Role.EDITOR, organisation(session)), now=NOON)
