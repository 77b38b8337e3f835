"""People, their roles and their logins."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import SYSTEM, Role
from register.errors import Conflict, NotAllowed, NotFound
from register.models import LoginSession, Person
from register.ports import Identity, LoggedOut
from register.queries import audit_events
from register.services import people, sessions
from register.services.sessions import Limits
from tests.factories import NOON, actor, organisation, person

LIMITS = Limits(idle=timedelta(minutes=60), whole=timedelta(hours=10))
NEWCOMER = Identity("https://issuer.example", "s-1", "Nina Nieuw", "nina@body.example", "sid-1", "token")


class TestSignIn:
    def test_gives_a_newcomer_no_rights_but_a_code(self, session: Session) -> None:
        newcomer = people.sign_in(session, NEWCOMER, now=NOON)

        assert newcomer.memberships == []
        assert people.person_by_code(session, f" {newcomer.code.lower()} ") is newcomer

    def test_knows_people_by_issuer_and_subject_never_by_address(self, session: Session) -> None:
        first = people.sign_in(session, NEWCOMER, now=NOON)
        same_address = Identity("https://other.example", "s-1", "Nina Nieuw", "nina@body.example", "", "")

        assert people.sign_in(session, NEWCOMER, now=NOON) is first
        assert people.sign_in(session, same_address, now=NOON) is not first


class TestGrant:
    def test_is_for_the_body_in_which_one_is_administrator(self, session: Session) -> None:
        body, other = organisation(session), organisation(session)
        newcomer = people.sign_in(session, NEWCOMER, now=NOON)
        own = actor(Role.ORGANISATION_ADMIN, body)

        people.grant(session, newcomer, Role.EDITOR, body, actor=own, now=NOON)
        with pytest.raises(NotAllowed):
            people.grant(session, newcomer, Role.EDITOR, other, actor=own, now=NOON)
        with pytest.raises(NotAllowed):
            people.grant(session, newcomer, Role.ADMINISTRATOR, None, actor=own, now=NOON)

        assert people.actor_of(newcomer).roles == frozenset({(Role.EDITOR, body.id)})

    def test_refuses_what_is_held_or_makes_no_sense(self, session: Session) -> None:
        body = organisation(session)
        editor = person(session, "Eva Editor", (Role.EDITOR, body))

        for role, place in ((Role.EDITOR, body), (Role.EDITOR, None), (Role.AUDITOR, body)):
            with pytest.raises(Conflict):
                people.grant(session, editor, role, place, actor=SYSTEM, now=NOON)

    def test_is_undone_at_once(self, session: Session) -> None:
        body = organisation(session)
        editor = person(session, "Eva Editor", (Role.EDITOR, body))

        people.revoke(session, editor, Role.EDITOR, body, actor=SYSTEM, now=NOON)

        assert people.actor_of(editor).roles == frozenset()
        with pytest.raises(NotFound):
            people.revoke(session, editor, Role.EDITOR, body, actor=SYSTEM, now=NOON)


class TestErase:
    def test_removes_who_somebody_is_and_leaves_the_trail_whole(self, session: Session) -> None:
        body = organisation(session)
        editor = person(session, "Eva Editor", (Role.EDITOR, body))
        sessions.begin(session, Identity(editor.issuer, editor.subject, "Eva Editor", "eva@body.example", "", "token"), now=NOON)

        people.erase(session, editor, actor=SYSTEM, now=NOON)

        known = session.execute(select(Person.name, Person.email, Person.subject)).all()
        assert "Eva" not in str(known)
        assert session.scalars(select(LoginSession)).all() == []
        assert audit_events.verify(session).fault == ""


class TestLogin:
    def test_is_found_by_its_key_until_it_is_over(self, session: Session) -> None:
        key, begun = sessions.begin(session, NEWCOMER, now=NOON)

        assert sessions.find(session, key, now=NOON + timedelta(minutes=59), limits=LIMITS) is begun
        assert sessions.find(session, key, now=NOON + timedelta(minutes=61), limits=LIMITS) is None
        sessions.see(session, begun.id, now=NOON + timedelta(hours=10))
        session.expire_all()
        assert sessions.find(session, key, now=NOON + timedelta(hours=10, minutes=1), limits=LIMITS) is None
        assert sessions.find(session, "another key", now=NOON, limits=LIMITS) is None

    def test_keeps_no_key_that_opens_it(self, session: Session) -> None:
        key, begun = sessions.begin(session, NEWCOMER, now=NOON)

        assert key not in (begun.key_hash, begun.csrf_token)

    def test_ends_when_logging_out(self, session: Session) -> None:
        key, begun = sessions.begin(session, NEWCOMER, now=NOON)

        sessions.end(session, begun.id, now=NOON)

        assert sessions.find(session, key, now=NOON, limits=LIMITS) is None
        assert begun.id_token == ""

    @pytest.mark.parametrize(
        ("logged_out", "ended"),
        [
            (LoggedOut(NEWCOMER.issuer, "s-1", ""), 1),
            (LoggedOut(NEWCOMER.issuer, "", "sid-1"), 1),
            (LoggedOut(NEWCOMER.issuer, "s-1", "sid-2"), 0),
            (LoggedOut("https://other.example", "s-1", "sid-1"), 0),
        ],
    )
    def test_ends_when_the_provider_says_so(self, session: Session, logged_out: LoggedOut, ended: int) -> None:
        sessions.begin(session, NEWCOMER, now=NOON)

        assert sessions.end_all(session, logged_out, now=NOON) == ended
