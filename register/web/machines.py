"""Which machine is calling: the bearer token in the Authorization header, and nowhere else."""

from flask import g, request

from register.domain.permissions import Actor
from register.errors import NotLoggedIn
from register.ports import MachineIdentity
from register.services import clients
from register.web.context import reading, wiring


def bearer() -> MachineIdentity:
    """Return whom the token of this request names. Raises `NotLoggedIn` without a token, or for a wrong one."""
    if "machine" not in g:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise NotLoggedIn("there is no bearer token", reason="no-token")
        g.machine = wiring().tokens.read(token.strip())
    machine: MachineIdentity = g.machine
    return machine


def calling_actor() -> Actor:
    """Return the calling machine as an actor. Raises `NotLoggedIn`, and `NotAllowed` when the register does not know it."""
    if "calling_actor" not in g:
        g.calling_actor = clients.actor_of(reading(), bearer())
    actor: Actor = g.calling_actor
    return actor
