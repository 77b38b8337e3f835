"""People and other actors."""

import secrets

from sqlalchemy.orm import Session

from register.domain.permissions import ORGANISATION_ROLES, SYSTEM, Actor, Role
from register.models import Organisation, Person
from register.ports import Identity
from register.services import people
from tests.factories.world import NOON


def actor(role: Role, organisation: Organisation | None = None) -> Actor:
    """Return somebody with one role; a different person at every call."""
    held_in = organisation.id if organisation is not None and role in ORGANISATION_ROLES else None
    return Actor(secrets.token_hex(8), roles=frozenset({(role, held_in)}))


def person(session: Session, name: str, *roles: tuple[Role, Organisation | None]) -> Person:
    """Return somebody who logged in before, with roles."""
    subject = name.lower().replace(" ", "-")
    identity = Identity("https://issuer.example", subject, name, f"{subject}@body.example", provider_session="", id_token="")
    known = people.sign_in(session, identity, now=NOON)
    for role, organisation in roles:
        people.grant(session, known, role, organisation, actor=SYSTEM, now=NOON)
    return known
