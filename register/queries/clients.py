"""Reading the machines that may use the API."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models import Client, Organisation


def listed(session: Session) -> Sequence[tuple[Client, Organisation]]:
    """Return all machines with their body: those with rights first, by name."""
    statement = (
        select(Client, Organisation)
        .join(Organisation, Organisation.id == Client.organisation_id)
        .order_by(Client.revoked_at.is_not(None), Client.name, Client.id)
    )
    return [(client, organisation) for client, organisation in session.execute(statement)]
