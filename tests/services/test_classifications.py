"""Outcomes under the AI Act are kept when they change, with their facts, and are found again when the law's dates pass."""

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.domain.ai_act.history import Occasion
from register.domain.permissions import Role
from register.models import Classification, Entry, Organisation
from register.ports import SearchIndex
from register.queries import classifications as asked
from register.services import classifications, entries
from tests.factories import NOON, OUT_OF_SIGHT, TRANSPARENT, actor, draft, organisation, published

#: A day after the duties of high-risk systems of Annex III begin (Art. 113(c)).
LATER = datetime(2027, 12, 2, 11, tzinfo=UTC)
HIGH_RISK = {"facts": {**OUT_OF_SIGHT["facts"], "annexIiiPoints": ["5a"], "domain": "other", "placedOnMarketOn": "2027-12-02"}}


def saved(session: Session, entry: Entry, body: Organisation, **changes: object) -> Entry:
    checked = entries.prepared({**entry.document, **changes}, now=NOON)
    return entries.save(session, entry.number, checked, revision=entry.revision, actor=actor(Role.EDITOR, body), now=NOON)


class TestHistory:
    def test_grows_when_the_outcome_is_another_one(self, session: Session) -> None:
        body = organisation(session)
        entry = draft(session, body)

        saved(session, entry, body, tags=["brief"])
        saved(session, entry, body, ai_act={"facts": TRANSPARENT})
        saved(session, entry, body, ai_act={"facts": TRANSPARENT}, tags=["andere"])

        kept = asked.history(session, entry)
        assert [(each.occasion, each.outcome["riskCategory"]) for each in kept] == [
            (Occasion.SAVED, "transparency"), (Occasion.SAVED, "not_ai"),
        ]  # fmt: skip
        assert kept[0].facts["art50Triggers"] == ["synthetic_content"]
        assert kept[0].facts["lifecycle"] == "in_development"
        assert kept[0].outcome["ruleSetVersion"] == "2026.1"

    def test_names_the_version_that_froze_an_outcome(self, session: Session, search: SearchIndex) -> None:
        version = published(session, organisation(session), search)

        newest = asked.newest(session, version.entry)

        assert newest is not None
        assert (newest.occasion, newest.version) == (Occasion.PUBLISHED, 1)

    def test_goes_with_a_draft_that_was_never_published(self, session: Session) -> None:
        body = organisation(session)
        entry = draft(session, body)

        entries.discard(session, entry.number, revision=entry.revision, actor=actor(Role.EDITOR, body), now=NOON)

        assert session.scalar(select(func.count()).select_from(Classification)) == 0


class TestReclassify:
    def test_finds_nothing_while_nothing_changed(self, session: Session, search: SearchIndex) -> None:
        published(session, organisation(session), search, ai_act=HIGH_RISK)

        assert [*classifications.changed(session, NOON)] == []

    def test_finds_what_the_dates_of_the_law_change(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        entry = published(session, body, search, ai_act=HIGH_RISK).entry
        published(session, body, search)

        found = [*classifications.changed(session, LATER)]

        assert [each.entry.number for each in found] == [entry.number]
        assert not found[0].is_of_the_rules
        assert "categoryApplies" in found[0].differs
        assert "obligations" in found[0].differs
        assert len(asked.history(session, entry)) == 2

    def test_marks_it_for_its_owners_until_they_publish_anew(self, session: Session, search: SearchIndex) -> None:
        body, other = organisation(session), organisation(session)
        entry = published(session, body, search, ai_act=HIGH_RISK).entry
        before = asked.newest(session, entry)

        classifications.reclassify(session, now=LATER)

        assert [each.number for each, _ in asked.marked(session, body.id)] == [entry.number]
        assert asked.marked(session, other.id) == []
        assert [*classifications.changed(session, LATER)] == []
        assert before is not None
        assert before.outcome["categoryApplies"]["now"] is False

        classifications.keep(session, entry, entry.published_document, Occasion.PUBLISHED, actor=actor(Role.REVIEWER, body), now=LATER)
        assert asked.marked(session, body.id) == []
