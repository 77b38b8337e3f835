"""Reading public bodies, as they are kept now; the public side reads `public_organisations`."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Permission
from register.errors import NotFound
from register.models import Membership, Organisation, Person


def organisation_by_number(session: Session, number: str) -> Organisation:
    """Return a body. Raises `NotFound`. That a body exists is public."""
    organisation = session.scalars(select(Organisation).where(Organisation.number == number)).first()
    if organisation is None:
        raise NotFound
    return organisation


def organisations_of(session: Session, actor: Actor, permission: Permission = Permission.ENTRY_READ) -> Sequence[Organisation]:
    """Return the bodies in which the actor has a permission, by name."""
    statement = select(Organisation).order_by(Organisation.folded_name)
    where = actor.organisations(permission)
    if where is not None:
        statement = statement.where(Organisation.id.in_(where))
    return session.scalars(statement).all()


def members(session: Session, organisation: Organisation) -> Sequence[tuple[Person, Membership]]:
    """Return who holds which role in a body, by name."""
    statement = (
        select(Person, Membership)
        .join(Membership.person)
        .where(Membership.organisation_id == organisation.id)
        .order_by(Person.name, Membership.role)
    )
    return [(person, membership) for person, membership in session.execute(statement)]
