"""Publication is the only bridge: what it freezes, what it refuses, and what the public then sees."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.canonical import sha256
from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import Role
from register.errors import Invalid, NotAllowed, NotFound, WrongState
from register.models import AuditEvent, PublicChange, PublicRegistration
from register.ports import SearchIndex
from register.queries import audit_events, registrations
from register.queries.registrations import Selection
from register.services import entries, publication
from tests.factories import NOON, OUT_OF_SIGHT, actor, draft, generative_document, organisation, published, simple_document, submitted


class TestPublish:
    def test_freezes_the_document_and_shows_it_at_once(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)

        version = published(session, body, search, **generative_document())

        row = registrations.by_number(session, version.entry.number)
        assert row is not None
        assert version.content is not None
        assert row.document == version.content.public_document
        assert sha256(row.document) == version.public_sha256
        assert version.entry.publication_state is PublicationState.PUBLISHED
        assert version.entry.draft_state is DraftState.NONE
        assert registrations.search(session, search, Selection("herschrij"), offset=0, limit=10).total == 1
        assert audit_events.verify(session).fault == ""

    def test_is_refused_to_whoever_wrote_in_the_draft(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        both = actor(Role.EDITOR, body)
        both = type(both)(both.subject, roles=both.roles | {(Role.REVIEWER, body.id)})
        entry = submitted(session, body, by=both)

        with pytest.raises(NotAllowed) as refusal:
            publication.publish(session, entry.number, search=search, revision=entry.revision, actor=both, now=NOON)

        assert refusal.value.details["reason"] == "four-eyes"
        assert entry.draft_state is DraftState.IN_REVIEW

    def test_is_not_found_by_another_body(self, session: Session, search: SearchIndex) -> None:
        entry = submitted(session, organisation(session))
        stranger = actor(Role.REVIEWER, organisation(session))

        with pytest.raises(NotFound):
            publication.publish(session, entry.number, search=search, revision=entry.revision, actor=stranger, now=NOON)

    def test_needs_a_review_first(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        entry = draft(session, body)

        with pytest.raises(WrongState):
            publication.publish(session, entry.number, search=search, revision=entry.revision, actor=actor(Role.REVIEWER, body), now=NOON)

    def test_lists_every_problem_at_once(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        document = {key: value for key, value in simple_document(status="in_use").items() if key not in {"purpose", "themes"}}
        writer = actor(Role.EDITOR, body)
        entry = entries.create(session, body.number, entries.prepared(document, now=NOON), actor=writer, now=NOON)
        entries.submit(session, entry.number, revision=entry.revision, actor=writer, now=NOON)

        with pytest.raises(Invalid) as refusal:
            publication.publish(session, entry.number, search=search, revision=entry.revision, actor=actor(Role.REVIEWER, body), now=NOON)

        assert {"/purpose", "/themes", "/start_month", "/decision_role", "/legal_basis"} <= {
            found.pointer for found in refusal.value.problems
        }

    def test_of_a_restricted_entry_shows_the_public_nothing(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        entry = submitted(session, body, ai_act=OUT_OF_SIGHT)
        before = session.scalars(select(PublicChange)).all()

        publication.publish(session, entry.number, search=search, revision=entry.revision, actor=actor(Role.REVIEWER, body), now=NOON)

        assert session.scalars(select(PublicRegistration)).all() == []
        assert session.scalars(select(PublicChange)).all() == before
        assert session.scalars(select(AuditEvent.action).order_by(AuditEvent.sequence.desc())).first() == "entry.published"
