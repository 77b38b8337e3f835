"""For which body somebody works now, and what this login may do."""

from collections.abc import Sequence

from flask import g

from register.domain.permissions import Actor, Permission
from register.errors import NotFound
from register.models import Organisation
from register.queries.organisations import organisations_of
from register.web.context import reading
from register.web.logins import current_actor, required_login


def bodies() -> Sequence[Organisation]:
    """Return the bodies for which this person works, by name."""
    if "bodies" not in g:
        g.bodies = organisations_of(reading(), current_actor(), Permission.ENTRY_READ)
    found: Sequence[Organisation] = g.bodies
    return found


def body() -> Organisation | None:
    """Return the body for which this person works now: the one chosen last, as long as it is one of theirs; None for nobody's."""
    chosen = required_login().organisation_id
    return next((each for each in bodies() if each.id == chosen), next(iter(bodies()), None))


def own_body(number: str) -> Organisation:
    """Return one of the bodies for which this person works. Raises `NotFound`."""
    for each in bodies():
        if each.number == number:
            return each
    raise NotFound


def may(permission: Permission, actor: Actor | None = None) -> bool:
    """Say whether this person has a permission in the body for which they work now, or register-wide."""
    actor = actor or current_actor()
    own = body()
    return actor.may(permission, None) or (own is not None and actor.may(permission, own.id))
