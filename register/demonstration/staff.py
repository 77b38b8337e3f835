"""The people and machines of the demonstration: those who can log in at the development provider, and the colleagues of the other bodies.

Who can log in, and with which role, stands in the provider's own list of
accounts. The colleagues of the bodies without an account exist in the
register only; nobody can log in as one of them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from register.domain.ai_act.restriction import OUT_OF_SIGHT
from register.domain.permissions import MACHINE_PERMISSIONS, SYSTEM, Actor, Permission, Role
from register.domain.standard.vocabularies import Theme
from register.models import Organisation
from register.ports import Identity, MachineIdentity
from register.services import clients, people

ACCOUNTS = Path(__file__).parent.parent / "dev_idp" / "accounts.json"

#: Names nobody: no provider can say that somebody comes from here.
NOWHERE = "https://nobody.example"


@dataclass(frozen=True, slots=True)
class Staff:
    """Who acts in the demonstration, by role and by the key of the body ("" is register-wide)."""

    actors: dict[tuple[Role, str], Actor] = field(default_factory=dict)

    def who(self, role: Role, organisation: str = "") -> Actor:
        """Return who has a role in a body, or register-wide."""
        return self.actors[role, organisation]


def administrators(session: Session, issuer: str, now: datetime) -> tuple[Actor, Actor]:
    """Make the administrator who can log in, and the one who checks what that one wrote."""
    account = next(account for account in _accounts()["accounts"] if account["role"] == Role.ADMINISTRATOR)
    first = _person(session, issuer, account["subject"], account["name"], account["email"], now)
    second = _person(session, NOWHERE, "second-administrator", "Tweede beheerder", "tweede.beheerder@register.example", now)
    for person in (first, second):
        people.grant(session, person, Role.ADMINISTRATOR, None, actor=SYSTEM, now=now)
    return people.actor_of(first), people.actor_of(second)


def engage(session: Session, organisations: Mapping[str, Organisation], *, issuer: str, administrator: Actor, now: datetime) -> Staff:
    """Give everybody their role, and the machine its permissions."""
    staff = Staff()
    told = _accounts()
    remit = {
        "organisations": [body.number for body in organisations.values()],
        "points": [str(point) for point in OUT_OF_SIGHT],
        "themes": [str(theme) for theme in Theme],
    }
    for account in told["accounts"]:
        if account["role"] is None or account["role"] == Role.ADMINISTRATOR:
            continue
        role, key = Role(account["role"]), account["organisation"] or ""
        person = _person(session, issuer, account["subject"], account["name"], account["email"], now)
        given = remit if role is Role.REGULATOR else None
        people.grant(session, person, role, organisations.get(key), actor=administrator, now=now, remit=given)
        staff.actors[role, key] = people.actor_of(person)
    for key, role, subject in _colleagues(organisations, staff):
        person = _person(session, NOWHERE, subject, f"Collega bij {organisations[key].names['nl']}", f"{subject}@{key}.example", now)
        people.grant(session, person, role, organisations[key], actor=administrator, now=now)
        staff.actors[role, key] = people.actor_of(person)
    for machine in told["machines"]:
        identity = MachineIdentity(issuer, machine["client_id"])
        permissions = set(MACHINE_PERMISSIONS) - {Permission.ENTRY_PUBLISH}
        clients.add(
            session, identity, organisations[machine["organisation"]], permissions, machine["name"]["nl"], actor=administrator, now=now
        )
    return staff


def _colleagues(organisations: Mapping[str, Organisation], staff: Staff) -> Iterator[tuple[str, Role, str]]:
    """Name the roles that nobody has yet: (body, role, subject). Where one person may publish alone, one person has both."""
    for key, body in organisations.items():
        for role in (Role.EDITOR, Role.REVIEWER):
            if (role, key) not in staff.actors:
                yield key, role, f"{Role.EDITOR if body.is_single_flow else role}-{key}"


def _accounts() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(ACCOUNTS.read_text(encoding="utf-8"))
    return told


def _person(session: Session, issuer: str, subject: str, name: str, email: str, now: datetime) -> Any:
    return people.sign_in(session, Identity(issuer, subject, name, email, provider_session="", id_token=""), now=now)
