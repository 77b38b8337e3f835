"""What the law keeps out of sight is told to nobody, and what was public leaves only by two people."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.ai_act.restriction import RestrictionChoice
from register.domain.permissions import Role
from register.domain.public_records import PublicChangeKind
from register.errors import Conflict, Invalid, NotAllowed, NotFound, WrongState
from register.models import PublicChange, PublicFacet, PublicRegistration
from register.ports import SearchIndex
from register.queries import public_state, registrations
from register.queries.registrations import Selection
from register.services import publication, restrictions
from tests.factories import NOON, OUT_OF_SIGHT, actor, draft, organisation, published, published_all_the_same, revised, submitted


def sequence(session: Session) -> int:
    return public_state.state(session).sequence


class TestPublishing:
    def test_keeps_out_of_sight_what_the_facts_say(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        before = sequence(session)

        entry = published(session, body, search, ai_act=OUT_OF_SIGHT).entry

        assert entry.is_restricted
        assert sequence(session) == before
        assert registrations.by_number(session, entry.number) is None

    def test_takes_a_second_person_also_where_one_is_enough(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        body.is_single_flow_allowed = body.is_single_flow = True
        both = actor(Role.EDITOR, body)
        both = type(both)(both.subject, roles=both.roles | {(Role.REVIEWER, body.id)})
        entry = submitted(session, body, by=both, ai_act=OUT_OF_SIGHT)

        with pytest.raises(NotAllowed) as refusal:
            publication.publish(session, entry.number, search=search, revision=entry.revision, actor=both, now=NOON)

        assert refusal.value.details["reason"] == "four-eyes"
        assert not entry.is_restricted

    def test_needs_to_know_the_field_of_use(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        facts = {name: value for name, value in OUT_OF_SIGHT["facts"].items() if name != "domain"}
        entry = submitted(session, body, ai_act={"facts": facts, "unsure": ["domain"]})

        with pytest.raises(Invalid) as refusal:
            publication.publish(session, entry.number, search=search, revision=entry.revision, actor=actor(Role.REVIEWER, body), now=NOON)

        assert [(each.pointer, each.rule) for each in refusal.value.problems] == [("/ai_act", "field-of-use-needed")]

    def test_shows_what_a_body_chose_to_publish(self, session: Session, search: SearchIndex) -> None:
        version = published_all_the_same(session, organisation(session), search)

        assert not version.is_restricted
        assert registrations.by_number(session, version.entry.number) is not None

    def test_never_hides_what_was_public_by_itself(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        entry = published(session, body, search).entry

        revised(session, entry, search, ai_act=OUT_OF_SIGHT)

        row = registrations.by_number(session, entry.number)
        assert row is not None
        assert row.version == 2
        assert restrictions.may_leave(session, entry)


class TestLeaving:
    def test_takes_two_people_and_a_reason(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        one = actor(Role.REVIEWER, body)
        number = published_all_the_same(session, body, search).entry.number

        with pytest.raises(Invalid):
            restrictions.ask(session, number, "  ", actor=one, now=NOON)
        restrictions.ask(session, number, "Het gaat over opsporing.", actor=one, now=NOON)
        with pytest.raises(Conflict):
            restrictions.ask(session, number, "Nog eens.", actor=one, now=NOON)
        with pytest.raises(NotAllowed):
            restrictions.confirm(session, number, search=search, actor=one, now=NOON)

        assert registrations.by_number(session, number) is not None

    def test_leaves_nothing_on_the_public_side(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        entry = published_all_the_same(session, body, search, name={"nl": "Zeepaardje"}).entry
        revised(session, entry, search, summary={"nl": "Zeepaardje twee."})
        before = sequence(session)
        restrictions.ask(session, entry.number, "Het gaat over opsporing.", actor=actor(Role.REVIEWER, body), now=NOON)

        restrictions.confirm(session, entry.number, search=search, actor=actor(Role.REVIEWER, body), now=NOON)

        assert entry.is_restricted
        assert sequence(session) == before + 1
        assert session.scalars(select(PublicRegistration).where(PublicRegistration.number == entry.number)).all() == []
        assert session.scalars(select(PublicFacet)).all() == []
        assert registrations.history(session, entry.number) == []
        assert registrations.search(session, search, Selection("zeepaardje"), offset=0, limit=5).total == 0
        lines = session.scalars(select(PublicChange).where(PublicChange.kind == PublicChangeKind.REMOVED)).all()
        assert len(lines) == 3
        assert {(line.number, line.title, line.organisation_number, line.version) for line in lines} == {("", "", "", None)}

    def test_lasts_until_the_facts_or_the_body_say_otherwise(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        entry = published_all_the_same(session, body, search).entry
        restrictions.ask(session, entry.number, "Het gaat over opsporing.", actor=actor(Role.REVIEWER, body), now=NOON)
        restrictions.confirm(session, entry.number, search=search, actor=actor(Role.REVIEWER, body), now=NOON)

        revised(session, entry, search)
        assert registrations.by_number(session, entry.number) is None

        restrictions.choose(session, entry.number, RestrictionChoice.VOLUNTARILY_PUBLIC, actor=actor(Role.REVIEWER, body), now=NOON)
        revised(session, entry, search)
        assert [row.version for row in registrations.history(session, entry.number)] == [3]

    def test_is_for_what_the_law_lets_stay_out_of_sight_only(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        number = published(session, body, search).entry.number

        with pytest.raises(WrongState):
            restrictions.ask(session, number, "Liever niet.", actor=actor(Role.REVIEWER, body), now=NOON)

    def test_is_not_for_writers_or_strangers(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        number = published_all_the_same(session, body, search).entry.number

        with pytest.raises(NotAllowed):
            restrictions.ask(session, number, "Weg ermee.", actor=actor(Role.EDITOR, body), now=NOON)
        with pytest.raises(NotFound):
            restrictions.choose(
                session, draft(session, body).number, RestrictionChoice.DEFAULT, actor=actor(Role.REVIEWER, organisation(session)), now=NOON
            )
