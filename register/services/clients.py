"""Machines that use the API: adding one, taking its rights away, and who it is when it calls."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import MACHINE_PERMISSIONS, Actor, ActorKind, Permission, require
from register.errors import Conflict, NotAllowed, NotFound
from register.models import Client, Organisation
from register.ports import MachineIdentity
from register.services import audit, cleaning


def add(
    session: Session,
    identity: MachineIdentity,
    organisation: Organisation,
    permissions: Iterable[Permission],
    name: str,
    *,
    actor: Actor,
    now: datetime,
) -> Client:
    """Let a machine work for a body. Raises `Conflict` when it is known already, or for a permission that machines never get."""
    require(Permission.CLIENT_ADMINISTER, actor, None)
    wanted = sorted(set(permissions))
    if not set(wanted) <= set(MACHINE_PERMISSIONS):
        raise Conflict("machines never get these permissions: " + ", ".join(sorted(set(wanted) - set(MACHINE_PERMISSIONS))))
    if _found(session, identity) is not None:
        raise Conflict("this client is known already")
    client = Client(
        public_id=secrets.token_hex(8),
        issuer=identity.issuer,
        client_id=identity.client_id,
        organisation_id=organisation.id,
        permissions=list(map(str, wanted)),
        name=cleaning.plain(name, "/name", limit=200, is_required=True),
        created_at=now,
    )
    session.add(client)
    session.flush()
    audit.record(session, "client.added", "client", client.public_id, actor=actor, now=now, on_behalf_of=organisation.number)
    return client


def revoke(session: Session, identity: MachineIdentity, *, actor: Actor, now: datetime) -> Client:
    """Take all rights of a machine away, at once and for good. Raises `NotFound`."""
    require(Permission.CLIENT_ADMINISTER, actor, None)
    client = _found(session, identity)
    if client is None or client.revoked_at is not None:
        raise NotFound
    client.revoked_at = now
    session.flush()
    audit.record(session, "client.revoked", "client", client.public_id, actor=actor, now=now)
    return client


def actor_of(session: Session, identity: MachineIdentity) -> Actor:
    """Return a calling machine as an actor. Raises `NotAllowed` when the register does not know it (any more)."""
    client = _found(session, identity)
    if client is None or client.revoked_at is not None:
        raise NotAllowed("this client is not known here", reason="unknown-client")
    return Actor(
        client.public_id,
        ActorKind.MACHINE,
        machine_permissions=frozenset(map(Permission, client.permissions)),
        machine_organisation=client.organisation_id,
        name=client.name,
    )


def _found(session: Session, identity: MachineIdentity) -> Client | None:
    return session.scalars(select(Client).where(Client.issuer == identity.issuer, Client.client_id == identity.client_id)).first()
