"""Mirrored entries follow their source, until a body takes over or people decided otherwise."""

from typing import Any

import orjson
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import SYSTEM, Role
from register.domain.redactions import RedactionGround
from register.errors import NotAllowed
from register.models import AuditEvent, Entry, Organisation, PublicState, Version
from register.ports import SearchIndex
from register.queries import audit_events, registrations, verification
from register.queries.registrations import Selection
from register.services import entries, mirrors, publication, redactions
from register.services.imports import Reading
from register.services.mirrors import Act, Mirrored, Plan, Reason
from tests.factories import NOON, actor, draft, organisation
from tests.factories.nl_register import list_file, listed_row

SOURCE = "nl-algoritmeregister"


def batch(*rows: dict[str, Any], **header: Any) -> list[Mirrored]:
    return [mirrored for some in Reading(list_file(*rows, **header), now=NOON).batches() for mirrored in some]


def mirror(session: Session, search: SearchIndex, *rows: dict[str, Any], **header: Any) -> Plan:
    return mirrors.carry_out(session, batch(*rows, **header), search=search, actor=SYSTEM, now=NOON)


def acts(plan: Plan) -> list[tuple[Act, Reason | None]]:
    return [(decision.act, decision.reason) for decision in plan.decisions]


def entry_of(session: Session, source_id: str = "10000001") -> Entry:
    return session.scalars(select(Entry).where(Entry.source_id == source_id)).one()


class TestCarryOut:
    def test_publishes_a_row_at_once_with_where_it_came_from(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row(title="Teksten anonimiseren"))

        entry = entry_of(session)
        row = registrations.by_number(session, entry.number)
        assert row is not None
        assert (entry.draft_state, entry.publication_state, entry.is_mirrored) == (DraftState.NONE, PublicationState.PUBLISHED, True)
        assert (row.is_mirrored, row.title, row.valid_from) == (True, "Teksten anonimiseren", NOON)
        assert (row.completeness, row.review_due) == (None, ""), "what the body did not write itself is not scored"
        public = orjson.loads(row.document)
        assert public["provenance"]["url"] == "https://register.example/nl/algoritme/10000001"
        assert public["provenance"]["retrieved_at"] == "2026-08-08T06:20:11Z"
        assert {"gaps", "kind", "summary", "contact", "source_id"} & public.keys() == set(), "the source does not hold these"
        assert registrations.search(session, search, Selection("anonimiseren"), offset=0, limit=10).total == 1

    def test_makes_the_bodies_that_are_not_there_yet_and_finds_those_that_are(self, session: Session, search: SearchIndex) -> None:
        known = organisation(session, "Gemeente Voorbeeldstad")

        plan = mirror(
            session,
            search,
            listed_row("1", organisatie="GEMEENTE  VOORBEELDSTAD"),
            listed_row("2", organisatie="Coöperatie Ö"),
            listed_row("3", organisatie="cooperatie o"),
        )

        assert entry_of(session, "1").organisation is known
        assert entry_of(session, "2").organisation is entry_of(session, "3").organisation
        assert len(plan.new_bodies) == 1
        made = session.scalars(select(Organisation).where(Organisation.id != known.id)).one()
        assert str(made.type) == "unknown"

    def test_leaves_an_audit_event_for_each_and_everything_agrees(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row("1"), listed_row("2"))

        mirrored = session.scalars(select(func.count()).where(AuditEvent.action == "entry.mirrored")).one()
        assert mirrored == 2
        assert audit_events.verify(session).fault == ""
        assert [*verification.versions(session), *verification.audited(session)] == []

    def test_is_for_administrators_and_the_register_itself(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)

        for role in set(Role) - {Role.ADMINISTRATOR}:
            with pytest.raises(NotAllowed):
                mirrors.carry_out(session, batch(listed_row()), search=search, actor=actor(role, body), now=NOON)
        plan = mirrors.carry_out(session, batch(listed_row()), search=search, actor=actor(Role.ADMINISTRATOR), now=NOON)

        assert acts(plan) == [(Act.CREATE, None)]


class TestAgain:
    def test_does_nothing_when_only_the_day_of_reading_differs(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row())
        before = session.scalars(select(PublicState.sequence)).one()

        plan = mirror(session, search, listed_row(), fetched_at="2026-09-09T06:20:11Z")

        assert acts(plan) == [(Act.NOTHING, None)]
        assert not plan.has_work
        assert session.scalars(select(PublicState.sequence)).one() == before

    @pytest.mark.parametrize(
        "changes", [{"doel": "Anders."}, {"status": "buiten_gebruik"}, {"url": "https://register.example/x"}, {"impactassessment": None}]
    )
    def test_publishes_a_next_version_of_what_changed(self, session: Session, search: SearchIndex, changes: dict[str, Any]) -> None:
        mirror(session, search, listed_row("1"), listed_row("2"))

        plan = mirror(session, search, listed_row("1", **changes), listed_row("2"))

        assert acts(plan) == [(Act.CHANGE, None), (Act.NOTHING, None)]
        assert [version.number for version in entry_of(session, "1").versions] == [1, 2]
        assert [version.number for version in entry_of(session, "2").versions] == [1]

    def test_follows_a_registration_to_another_body_and_keeps_what_was(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row(organisatie="Ministerie van Oud"))
        old = entry_of(session).organisation.number

        mirror(session, search, listed_row(organisatie="Ministerie van Nieuw"))

        entry = entry_of(session)
        assert entry.organisation.names == {"nl": "Ministerie van Nieuw"}
        assert [version.organisation_number for version in entry.versions] == [old, entry.organisation.number]


class TestLeavesAlone:
    def test_what_a_body_saved_a_draft_of(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row())
        entry = entry_of(session)
        editor = actor(Role.EDITOR, entry.organisation)
        checked = entries.prepared({**entry.document, "name": {"nl": "Onze eigen naam"}}, now=NOON)
        entries.save(session, entry.number, checked, revision=entry.revision, actor=editor, now=NOON)

        plan = mirror(session, search, listed_row(title="Nieuwe naam bij de bron"))

        assert acts(plan) == [(Act.LEAVE, Reason.OWN)]
        assert entry.title == "Onze eigen naam"
        assert len(entry.versions) == 1

    @pytest.mark.parametrize("own", [None, "ZAAK-7"])
    def test_what_a_body_gave_a_number_of_its_own(self, session: Session, search: SearchIndex, own: str | None) -> None:
        mirror(session, search, listed_row())
        entry = entry_of(session)
        editor = actor(Role.EDITOR, entry.organisation)
        numbered = {"source_id": own} if own else {}
        checked = entries.prepared({**entry.document, **numbered}, now=NOON)
        entries.save(session, entry.number, checked, revision=entry.revision, actor=editor, now=NOON)

        assert entry.source_id == own
        assert acts(mirror(session, search, listed_row(organisatie="Onder een andere naam"))) == [(Act.LEAVE, Reason.OWN)]

    def test_what_a_body_registered_itself_under_the_same_number(self, session: Session, search: SearchIndex) -> None:
        own = draft(session, organisation(session, "Gemeente Voorbeeldstad"), source_id="10000001")

        plan = mirror(session, search, listed_row())

        assert acts(plan) == [(Act.LEAVE, Reason.OWN)]
        assert entry_of(session) is own

    def test_but_not_what_another_body_registered_under_that_number(self, session: Session, search: SearchIndex) -> None:
        draft(session, organisation(session, "Gemeente Elders"), source_id="10000001")

        plan = mirror(session, search, listed_row())

        assert acts(plan) == [(Act.CREATE, None)]

    def test_what_somebody_withdrew(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row())
        entry = entry_of(session)
        reviewer = actor(Role.REVIEWER, entry.organisation)
        publication.withdraw(
            session, entry.number, {"nl": "Dit klopt niet."}, search=search, revision=entry.revision, actor=reviewer, now=NOON
        )

        plan = mirror(session, search, listed_row(doel="Anders."))

        assert acts(plan) == [(Act.LEAVE, Reason.WITHDRAWN)]
        assert entry.publication_state is PublicationState.WITHDRAWN

    def test_what_two_people_redacted(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row())
        number = entry_of(session).number
        one, other = actor(Role.ADMINISTRATOR), actor(Role.ADMINISTRATOR)
        redactions.ask(session, number, 1, RedactionGround.PERSONAL_DATA, "Er staat een naam in.", actor=one, now=NOON)
        redactions.confirm(session, number, 1, search=search, actor=other, now=NOON)

        plan = mirror(session, search, listed_row(doel="Nog steeds met die naam."))

        assert acts(plan) == [(Act.LEAVE, Reason.REDACTED)]


class TestMissing:
    def test_names_what_the_source_does_not_hold_any_more(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row("1"), listed_row("2"), listed_row("3"))
        taken_over = entry_of(session, "3")
        checked = entries.prepared(taken_over.document, now=NOON)
        editor = actor(Role.EDITOR, taken_over.organisation)
        entries.save(session, taken_over.number, checked, revision=taken_over.revision, actor=editor, now=NOON)

        missing = mirrors.missing(session, SOURCE, {"1": 1})

        assert [each.source_id for each in missing] == ["2"]

    def test_can_be_withdrawn_and_comes_back_when_the_source_has_it_again(self, session: Session, search: SearchIndex) -> None:
        mirror(session, search, listed_row("1"), listed_row("2"))
        gone = mirrors.missing(session, SOURCE, {"1": 1})

        withdrawn = mirrors.withdraw(session, gone, search=search, actor=SYSTEM, now=NOON)

        entry = entry_of(session, "2")
        row = registrations.by_number(session, entry.number)
        assert withdrawn == 1
        assert row is not None
        assert row.tombstone["reason"] == mirrors.GONE
        assert mirrors.missing(session, SOURCE, {"1": 1}) == []

        assert acts(mirror(session, search, listed_row("2"))) == [(Act.CHANGE, None)]
        assert entry.publication_state is PublicationState.PUBLISHED
        assert session.scalars(select(func.count()).select_from(Version).where(Version.entry_id == entry.id)).one() == 2
