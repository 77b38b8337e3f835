"""Reading people and machines, for the operator and the administrators who manage them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from register.errors import NotFound
from register.models import Client, Membership, Organisation, Person


def listed(session: Session) -> Sequence[Person]:
    """Return everybody who ever logged in and was not erased, by name, with the roles that they hold."""
    statement = select(Person).where(Person.erased_at.is_(None)).order_by(Person.name, Person.id)
    return session.scalars(statement.options(selectinload(Person.memberships))).all()


def machines(session: Session) -> Sequence[tuple[Client, Organisation]]:
    """Return all machines with their bodies, the revoked ones included."""
    statement = select(Client, Organisation).join(Organisation, Organisation.id == Client.organisation_id)
    return [(client, organisation) for client, organisation in session.execute(statement.order_by(Organisation.folded_name, Client.id))]


def register_wide(session: Session) -> Sequence[tuple[Person, Membership]]:
    """Return who holds which role in the whole register, by name."""
    statement = (
        select(Person, Membership)
        .join(Membership.person)
        .where(Membership.organisation_id.is_(None))
        .order_by(Person.name, Membership.role, Person.id)
    )
    return [(person, membership) for person, membership in session.execute(statement)]


def person_by_public_id(session: Session, public_id: str) -> Person:
    """Return a person with their roles. Raises `NotFound`."""
    statement = select(Person).where(Person.public_id == public_id, Person.erased_at.is_(None)).options(selectinload(Person.memberships))
    person = session.scalars(statement).first()
    if person is None:
        raise NotFound
    return person
