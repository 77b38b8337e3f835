"""Reading people and machines, for the operator who manages them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from register.models import Client, Organisation, Person


def listed(session: Session) -> Sequence[Person]:
    """Return everybody who ever logged in and was not erased, by name, with the roles that they hold."""
    statement = select(Person).where(Person.erased_at.is_(None)).order_by(Person.name, Person.id)
    return session.scalars(statement.options(selectinload(Person.memberships))).all()


def machines(session: Session) -> Sequence[tuple[Client, Organisation]]:
    """Return all machines with their bodies, the revoked ones included."""
    statement = select(Client, Organisation).join(Organisation, Organisation.id == Client.organisation_id)
    return [(client, organisation) for client, organisation in session.execute(statement.order_by(Organisation.folded_name, Client.id))]
