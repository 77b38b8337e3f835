"""People: the first login, and the roles that they are given and lose."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from register.domain.permissions import ORGANISATION_ROLES, Actor, Permission, Role, require
from register.errors import Conflict, NotFound
from register.models import LoginSession, Membership, Organisation, Person
from register.ports import Identity
from register.services import audit

#: Letters and digits that cannot be taken for one another when read out.
_CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def actor_of(person: Person) -> Actor:
    """Return the person as an actor with the roles held now."""
    roles = frozenset((membership.role, membership.organisation_id) for membership in person.memberships)
    return Actor(person.public_id, roles=roles, name=person.name)


def sign_in(session: Session, identity: Identity, *, now: datetime) -> Person:
    """Return whoever logged in, with the name that the provider gives now. Somebody new gets no rights, only a code."""
    statement = select(Person).where(Person.issuer == identity.issuer, Person.subject == identity.subject)
    person = session.scalars(statement).first()
    if person is None:
        person = Person(
            issuer=identity.issuer, subject=identity.subject, public_id=secrets.token_hex(8), code=_new_code(session), created_at=now
        )
        session.add(person)
    person.name, person.email = identity.name[:200], identity.email[:254]
    person.last_login_at = now
    person.erased_at = None
    session.flush()
    return person


def grant(
    session: Session,
    person: Person,
    role: Role,
    organisation: Organisation | None,
    *,
    actor: Actor,
    now: datetime,
    remit: Mapping[str, Any] | None = None,
) -> Membership:
    """Give a role, in one body or register-wide.

    Raises `Conflict` when the role is held already, or does not go with a body
    (or without one).
    """
    _require_may_grant(role, organisation, actor)
    if (role in ORGANISATION_ROLES) is (organisation is None):
        raise Conflict(f"{role} is held " + ("in a body" if role in ORGANISATION_ROLES else "register-wide"))
    if any(held.role is role and held.organisation_id == (organisation.id if organisation else None) for held in person.memberships):
        raise Conflict("this role is held already")
    membership = Membership(
        person=person, organisation_id=organisation.id if organisation else None, role=role, granted_at=now, remit=dict(remit or {})
    )
    session.add(membership)
    session.flush()
    audit.record(session, "role.granted", "person", person.public_id, actor=actor, now=now, on_behalf_of=_number(organisation), role=role)
    return membership


def revoke(session: Session, person: Person, role: Role, organisation: Organisation | None, *, actor: Actor, now: datetime) -> None:
    """Take a role away; it stops to work at once. Raises `NotFound` when it is not held."""
    _require_may_grant(role, organisation, actor)
    held_in = organisation.id if organisation else None
    held = next(
        (membership for membership in person.memberships if membership.role is role and membership.organisation_id == held_in), None
    )
    if held is None:
        raise NotFound
    person.memberships.remove(held)
    session.flush()
    audit.record(session, "role.revoked", "person", person.public_id, actor=actor, now=now, on_behalf_of=_number(organisation), role=role)


def choose_language(session: Session, person_id: int, language: str) -> None:
    """Let a person read the work place in another language."""
    session.execute(update(Person).where(Person.id == person_id).values(language=language))


def erase(session: Session, person: Person, *, actor: Actor, now: datetime) -> None:
    """Erase who a person is: name, address, roles and logins go; the audit trail stays whole and names nobody."""
    require(Permission.ROLE_GRANT, actor, None)
    person.name = person.email = ""
    person.subject = f"erased:{person.public_id}"
    person.erased_at = now
    person.memberships.clear()
    for login in session.scalars(select(LoginSession).where(LoginSession.person_id == person.id)):
        session.delete(login)
    session.flush()
    audit.record(session, "person.erased", "person", person.public_id, actor=actor, now=now)


def person_by_code(session: Session, code: str) -> Person:
    """Return the person who read out this code. Raises `NotFound`."""
    person = session.scalars(select(Person).where(Person.code == code.strip().upper().replace(" ", ""), Person.erased_at.is_(None))).first()
    if person is None:
        raise NotFound
    return person


def _require_may_grant(role: Role, organisation: Organisation | None, actor: Actor) -> None:
    if organisation is not None and role in ORGANISATION_ROLES:
        require(Permission.MEMBER_GRANT, actor, organisation.id)
    else:
        require(Permission.ROLE_GRANT, actor, None)


def _number(organisation: Organisation | None) -> str:
    return organisation.number if organisation else ""


def _new_code(session: Session) -> str:
    while True:
        code = "".join(secrets.choice(_CODE_SIGNS) for _ in range(8))
        if session.scalars(select(Person.id).where(Person.code == code)).first() is None:
            return code
