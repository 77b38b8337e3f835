"""Public bodies: who may add and change them, and what is checked."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM, Actor, ActorKind, Permission, Role
from register.errors import Conflict, Invalid, NotAllowed, Stale
from register.queries import public_organisations
from register.services import organisations
from register.services.organisations import Details
from tests.factories import NOON, actor, organisation

TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm0001"


class TestCreate:
    def test_shows_the_body_to_the_public(self, session: Session) -> None:
        details = Details(
            {"nl": "Gemeente Proef", "en": "Municipality of Proef"}, OrganisationType.MUNICIPALITY, tooi=TOOI, abbreviation="GP"
        )

        body = organisations.create(session, details, actor=actor(Role.ADMINISTRATOR), now=NOON)

        assert public_organisations.by_number(session, body.number) == {
            "number": body.number,
            "names": {"nl": "Gemeente Proef", "en": "Municipality of Proef"},
            "type": "municipality",
            "example": False,
            "single_flow": False,
            "abbreviation": "GP",
            "tooi": TOOI,
        }

    def test_is_refused_to_everybody_but_administrators(self, session: Session) -> None:
        body = organisation(session)

        for role in set(Role) - {Role.ADMINISTRATOR}:
            with pytest.raises(NotAllowed):
                organisations.create(session, Details({"nl": "Nieuw"}), actor=actor(role, body), now=NOON)

    @pytest.mark.parametrize(
        ("details", "pointers"),
        [
            (Details({"nl": ""}), ["/names/nl"]),
            (Details({"nl": "!!!"}), ["/names/nl"]),
            (Details({"en": "English only"}), ["/names/nl"]),
            (Details({"nl": "A"}, tooi="https://example.nl/gm1"), ["/tooi"]),
            (Details({"nl": "A"}, website="http://a.nl", contact="Jan", parent="123456789"), ["/website", "/contact", "/parent"]),
            (Details({"nl": "a\x00"}), ["/names/nl"]),
        ],
    )
    def test_says_everything_that_is_wrong(self, session: Session, details: Details, pointers: list[str]) -> None:
        with pytest.raises(Invalid) as refusal:
            organisations.create(session, details, actor=SYSTEM, now=NOON)

        assert [problem.pointer for problem in refusal.value.problems] == pointers

    def test_refuses_a_name_that_is_there_however_it_is_written(self, session: Session) -> None:
        organisation(session, "Gemeente Noord-Proef")

        with pytest.raises(Conflict):
            organisation(session, "gemeente  NOORD proef")


class TestChange:
    def test_lets_the_body_itself_change_how_it_is_reached_only(self, session: Session) -> None:
        body = organisation(session, "Gemeente Proef")
        own = actor(Role.ORGANISATION_ADMIN, body)
        details = organisations.details_of(session, body)

        reached = Details(details.names, details.type, website="https://proef.example", contact="algoritmes@proef.example")
        organisations.change(session, body.number, reached, revision=body.revision, actor=own, now=NOON)
        with pytest.raises(NotAllowed) as refusal:
            organisations.change(session, body.number, Details({"nl": "Ministerie"}), revision=body.revision, actor=own, now=NOON)

        assert body.website == "https://proef.example"
        assert refusal.value.details["permission"] is Permission.ORGANISATION_ADMINISTER

    def test_does_not_overwrite_a_colleague(self, session: Session) -> None:
        body = organisation(session)

        with pytest.raises(Stale):
            organisations.change(session, body.number, Details({"nl": "Anders"}), revision=body.revision - 1, actor=SYSTEM, now=NOON)

    def test_lets_no_body_be_below_itself(self, session: Session) -> None:
        top, below = organisation(session), organisation(session)
        below_top = Details({"nl": "Onder"}, parent=top.number)
        organisations.change(session, below.number, below_top, revision=below.revision, actor=SYSTEM, now=NOON)

        with pytest.raises(Invalid):
            organisations.change(
                session, top.number, Details({"nl": "Boven"}, parent=below.number), revision=top.revision, actor=SYSTEM, now=NOON
            )


class TestSingleFlow:
    def test_takes_an_administrator_and_the_body(self, session: Session) -> None:
        body = organisation(session)
        own, administrator = actor(Role.ORGANISATION_ADMIN, body), actor(Role.ADMINISTRATOR)
        given: dict[str, Any] = {"now": NOON}

        with pytest.raises(Conflict):
            organisations.choose_single_flow(session, body.number, is_chosen=True, actor=own, **given)
        with pytest.raises(NotAllowed):
            organisations.allow_single_flow(session, body.number, is_allowed=True, actor=own, **given)
        organisations.allow_single_flow(session, body.number, is_allowed=True, actor=administrator, **given)
        organisations.choose_single_flow(session, body.number, is_chosen=True, actor=own, **given)

        assert (public_organisations.by_number(session, body.number) or {})["single_flow"] is True

    def test_ends_when_it_is_no_longer_allowed(self, session: Session) -> None:
        body = organisation(session)
        organisations.allow_single_flow(session, body.number, is_allowed=True, actor=SYSTEM, now=NOON)
        organisations.choose_single_flow(session, body.number, is_chosen=True, actor=SYSTEM, now=NOON)

        organisations.allow_single_flow(session, body.number, is_allowed=False, actor=SYSTEM, now=NOON)

        assert not body.is_single_flow

    def test_is_out_of_reach_for_machines(self, session: Session) -> None:
        body = organisation(session)
        machine = Actor("m", ActorKind.MACHINE, machine_permissions=frozenset(Permission), machine_organisation=body.id)

        with pytest.raises(NotAllowed):
            organisations.allow_single_flow(session, body.number, is_allowed=True, actor=machine, now=NOON)
