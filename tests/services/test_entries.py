"""Writing entries: what is kept, who may, and that nobody overwrites a colleague unseen."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import Actor, Permission, Role
from register.domain.standard.translations import stale
from register.errors import Conflict, Invalid, NotAllowed, NotFound, Stale, WrongState
from register.models import AuditEvent, Entry, Number
from register.ports import SearchIndex
from register.queries import entries as asked
from register.services import entries, publication, remarks
from tests.factories import NOON, actor, draft, organisation, published, simple_document, submitted


class TestPrepared:
    def test_cleans_what_was_typed(self) -> None:
        typed = simple_document(
            name={"nl": "  Brieven\u0301 \r\n"}, purpose={"nl": "<script>x</script><p onclick='y'>Doel</p>"}, tags=["a"], area={}
        )

        checked = entries.prepared(typed, now=NOON).document

        assert checked["name"] == {"nl": "Brieveń"}
        assert checked["purpose"] == {"nl": "<p>Doel</p>"}
        assert "area" not in checked

    def test_gives_every_row_an_id_and_keeps_the_ids_that_are_there(self) -> None:
        rows = [{"organisation": "A", "role": "client"}, {"id": "rij12", "organisation": "B", "role": "client"}]

        first, second = entries.prepared(simple_document(partners=rows), now=NOON).document["partners"]

        assert len(first["id"]) == 10
        assert second["id"] == "rij12"

    @pytest.mark.parametrize(
        ("changes", "pointer"),
        [
            ({"name": {"nl": "a\x00b"}}, "/name/nl"),
            ({"purpose": {"nl": "<p>a\ud800</p>"}}, "/purpose/nl"),
            ({"partners": [{"id": "rij12", "organisation": "\x07", "role": "client"}]}, "/partners/rij12/organisation"),
            ({"log_retention_months": 1.5}, "/log_retention_months"),
        ],
    )
    def test_refuses_what_cannot_be_kept(self, changes: dict[str, Any], pointer: str) -> None:
        with pytest.raises(Invalid) as refusal:
            entries.prepared(simple_document(**changes), now=NOON)

        assert pointer in [problem.pointer for problem in refusal.value.problems]


class TestCreate:
    def test_gives_a_number_that_nobody_can_guess(self, session: Session) -> None:
        body = organisation(session)

        numbers = {draft(session, body).number for _ in range(5)}

        assert len(numbers) == 5
        assert all(len(number) == 9 and number[0] != "0" for number in numbers)

    def test_is_refused_to_a_reviewer_and_hidden_from_a_stranger(self, session: Session) -> None:
        body = organisation(session)

        with pytest.raises(NotAllowed) as refusal:
            draft(session, body, by=actor(Role.REVIEWER, body))
        with pytest.raises(NotFound):
            draft(session, body, by=actor(Role.EDITOR, organisation(session)))

        assert refusal.value.details["permission"] is Permission.ENTRY_CREATE

    def test_refuses_a_source_id_that_the_body_uses_already(self, session: Session) -> None:
        body = organisation(session)
        draft(session, body, source_id="A-1")

        with pytest.raises(Conflict):
            draft(session, body, source_id="A-1")

        assert draft(session, organisation(session), source_id="A-1").source_id == "A-1"

    def test_refuses_references_to_what_is_not_there_or_not_readable(self, session: Session, search: SearchIndex) -> None:
        body, other = organisation(session), organisation(session)
        hidden, shown = draft(session, other), published(session, other, search)

        for changes, pointer in (
            ({"product": {"number": "123456789", "version": 1}}, "/product"),
            ({"successor": "123456789"}, "/successor"),
            ({"successor": hidden.number}, "/successor"),
        ):
            with pytest.raises(Invalid) as refusal:
                draft(session, body, **changes)
            assert [problem.pointer for problem in refusal.value.problems] == [pointer]

        assert draft(session, body, successor=shown.entry.number).document["successor"] == shown.entry.number


class TestSave:
    def test_counts_revisions_so_that_the_second_of_two_is_refused(self, session: Session) -> None:
        body = organisation(session)
        first, second = actor(Role.EDITOR, body), actor(Role.EDITOR, body)
        entry = draft(session, body, by=first)
        seen = entry.revision

        entries.save(session, entry.number, entries.prepared(simple_document(tags=["a"]), now=NOON), revision=seen, actor=first, now=NOON)
        with pytest.raises(Stale) as refusal:
            entries.save(
                session, entry.number, entries.prepared(simple_document(tags=["b"]), now=NOON), revision=seen, actor=second, now=NOON
            )

        assert refusal.value.details["current"] == entry.revision == seen + 1
        assert entry.document["tags"] == ["a"]

    def test_is_closed_while_in_review(self, session: Session) -> None:
        body = organisation(session)
        entry = submitted(session, body)

        with pytest.raises(WrongState):
            entries.save(
                session,
                entry.number,
                entries.prepared(simple_document(), now=NOON),
                revision=entry.revision,
                actor=actor(Role.EDITOR, body),
                now=NOON,
            )

    def test_audits_a_writer_once_a_draft(self, session: Session) -> None:
        body = organisation(session)
        first, second = actor(Role.EDITOR, body), actor(Role.EDITOR, body)
        entry = draft(session, body, by=first)

        for writer in (first, second, second, first, second):
            entries.save(
                session, entry.number, entries.prepared(simple_document(), now=NOON), revision=entry.revision, actor=writer, now=NOON
            )

        acts = session.execute(
            select(AuditEvent.action, AuditEvent.actor).where(AuditEvent.object_number == entry.number).order_by(AuditEvent.sequence)
        )
        assert [tuple(act) for act in acts] == [("entry.created", first.subject), ("entry.edited", second.subject)]

    def test_tells_when_a_translation_has_become_stale(self, session: Session) -> None:
        body = organisation(session)
        writer = actor(Role.EDITOR, body)
        entry = draft(session, body, by=writer, translations={"en": {"/name": {"by": "human"}}})
        assert list(stale(entry.document)) == []

        changed = entries.prepared({**entry.document, "name": {"nl": "Iets anders doen", "en": "Divide reports"}}, now=NOON)
        entries.save(session, entry.number, changed, revision=entry.revision, actor=writer, now=NOON)

        assert list(stale(entry.document)) == [("en", "/name")]


class TestReview:
    def test_goes_there_and_back_with_a_reason(self, session: Session) -> None:
        body = organisation(session)
        writer, reader = actor(Role.EDITOR, body), actor(Role.REVIEWER, body)
        entry = submitted(session, body, by=writer)

        remarks.add(session, entry.number, "/purpose", "Waarom?", actor=reader, now=NOON)
        entries.send_back(session, entry.number, "Zie de opmerking.", revision=entry.revision, actor=reader, now=NOON)

        assert entry.draft_state is DraftState.DRAFTING
        assert [(step.step, step.reason) for step in asked.steps(session, entry)] == [("submit", ""), ("send_back", "Zie de opmerking.")]
        assert [remark.text for remark in asked.remarks(session, entry)] == ["Waarom?"]

    def test_is_not_sent_back_without_a_reason(self, session: Session) -> None:
        body = organisation(session)
        entry = submitted(session, body)

        with pytest.raises(Invalid):
            entries.send_back(session, entry.number, "  ", revision=entry.revision, actor=actor(Role.REVIEWER, body), now=NOON)

        assert entry.draft_state is DraftState.IN_REVIEW

    def test_is_not_begun_with_what_must_be_there_missing(self, session: Session) -> None:
        body = organisation(session)
        writer = actor(Role.EDITOR, body)
        entry = entries.create(session, body.number, entries.prepared({"name": {"nl": "Leeg"}}, now=NOON), actor=writer, now=NOON)

        with pytest.raises(Invalid) as refusal:
            entries.submit(session, entry.number, revision=entry.revision, actor=writer, now=NOON)

        assert [problem.pointer for problem in refusal.value.problems] == ["/summary", "/kind", "/status", "/contact"]

    def test_refuses_a_remark_on_a_field_that_is_not_there(self, session: Session) -> None:
        body = organisation(session)
        entry = submitted(session, body)

        with pytest.raises(Invalid):
            remarks.add(session, entry.number, "/colour", "Waarom?", actor=actor(Role.REVIEWER, body), now=NOON)


class TestDiscard:
    def test_deletes_what_was_never_published_but_not_its_number(self, session: Session) -> None:
        body = organisation(session)
        writer = actor(Role.EDITOR, body)
        entry = draft(session, body, by=writer)
        number = entry.number

        entries.discard(session, number, revision=entry.revision, actor=writer, now=NOON)

        assert session.scalars(select(Entry).where(Entry.number == number)).first() is None
        assert session.get(Number, number) is not None

    def test_goes_back_to_what_was_published(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        writer = actor(Role.EDITOR, body)
        entry = published(session, body, search).entry
        entries.save(
            session,
            entry.number,
            entries.prepared(simple_document(name={"nl": "Anders"}), now=NOON),
            revision=entry.revision,
            actor=writer,
            now=NOON,
        )

        entries.discard(session, entry.number, revision=entry.revision, actor=writer, now=NOON)

        assert entry.title == "Meldingen verdelen over teams"
        assert (entry.draft_state, entry.publication_state) == (DraftState.NONE, PublicationState.PUBLISHED)


class TestStranger:
    """Whoever may not read an entry cannot tell it from one that is not there."""

    def test_finds_nothing_whatever_is_tried(self, session: Session, search: SearchIndex) -> None:
        body, other = organisation(session), organisation(session)
        entry = submitted(session, body)
        stranger = Actor("x", roles=frozenset({(Role.EDITOR, other.id), (Role.REVIEWER, other.id), (Role.ORGANISATION_ADMIN, other.id)}))
        checked = entries.prepared(simple_document(), now=NOON)
        given: dict[str, Any] = {"actor": stranger, "now": NOON}

        for number in (entry.number, "123456789"):
            for attempt in (
                lambda n: asked.by_number(session, n, stranger),
                lambda n: entries.save(session, n, checked, revision=0, **given),
                lambda n: entries.submit(session, n, revision=0, **given),
                lambda n: entries.take_back(session, n, revision=0, **given),
                lambda n: entries.send_back(session, n, "", revision=0, **given),
                lambda n: entries.discard(session, n, revision=0, **given),
                lambda n: publication.publish(session, n, search=search, revision=0, **given),
                lambda n: publication.withdraw(session, n, {}, search=search, revision=0, **given),
                lambda n: remarks.add(session, n, "", "", **given),
                lambda n: remarks.settle(session, n, 1, **given),
            ):
                with pytest.raises(NotFound):
                    attempt(number)
