"""A register with one of everything: what is public, what never was, what was taken away, and machines that may and may not."""

from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from register.domain.permissions import MACHINE_PERMISSIONS, Permission, Role
from register.domain.redactions import RedactionGround
from register.models import Client, Organisation
from register.services import entries, publication, redactions
from register.wiring import Wiring
from tests.factories import (
    OUT_OF_SIGHT,
    FixedClock,
    actor,
    draft,
    generative_document,
    once,
    organisation,
    published,
    revised,
    submitted,
    withdrawn,
)

#: Looks like a number of the register; nobody has it.
UNKNOWN = "999999999"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of what is there."""

    own: str
    other: str
    #: Twice published: its second version has another purpose.
    published: str
    withdrawn: str
    #: Its first version was redacted; the second holds.
    redacted: str
    draft: str
    in_review: str
    restricted: str
    discarded: str
    elsewhere: str


@pytest.fixture
def numbers(wiring: Wiring, clock: FixedClock) -> Numbers:
    """Return the numbers of a register with one of everything; the clock stands a minute after it was made."""
    found = once(one_of_everything, wiring, clock)
    clock.move(minutes=1)
    return found


def one_of_everything(session: Session, wiring: Wiring, clock: FixedClock) -> Numbers:
    """Make what the numbers are of."""
    own, other = organisation(session, "Gemeente Eigen"), organisation(session, "Gemeente Ander")
    editor, reviewer = actor(Role.EDITOR, own), actor(Role.REVIEWER, own)
    twice = published(session, own, wiring.search, **generative_document(name={"nl": "Brieven herschrijven", "en": "Rewriting letters"}))
    clock.move(days=1)
    brief = {"nl": "<p>Brieven worden leesbaar.</p>"}
    revised(session, twice.entry, wiring.search, now=clock.now(), purpose=brief, change_note={"nl": "Nieuw doel"})

    gone = published(session, own, wiring.search, now=clock.now(), name={"nl": "Bonnen tellen"})
    withdrawn(session, gone.entry, wiring.search, now=clock.move(minutes=1))
    hidden = published(session, own, wiring.search, now=clock.now(), name={"nl": "Klachten sorteren"})
    revised(session, hidden.entry, wiring.search, now=clock.now(), purpose={"nl": "<p>Klachten komen goed terecht.</p>"})
    one, two = actor(Role.ADMINISTRATOR), actor(Role.ADMINISTRATOR)
    both = {(Role.ORGANISATION_ADMIN, own.id), (Role.ADMINISTRATOR, None)}
    one, two = (type(each)(each.subject, roles=frozenset(both)) for each in (one, two))
    redactions.ask(session, hidden.entry.number, 1, RedactionGround.PERSONAL_DATA, "Er stond een naam.", actor=one, now=clock.now())
    redactions.confirm(session, hidden.entry.number, 1, search=wiring.search, actor=two, now=clock.move(minutes=1))

    secret = submitted(session, own, now=clock.now(), name={"nl": "Geheim systeem"}, ai_act=OUT_OF_SIGHT)
    publication.publish(session, secret.number, search=wiring.search, revision=secret.revision, actor=reviewer, now=clock.now())

    thrown = draft(session, own, now=clock.now())
    entries.discard(session, thrown.number, revision=thrown.revision, actor=editor, now=clock.now())
    return Numbers(
        own=own.number,
        other=other.number,
        published=twice.entry.number,
        withdrawn=gone.entry.number,
        redacted=hidden.entry.number,
        draft=draft(session, own, now=clock.now(), name={"nl": "Een concept"}).number,
        in_review=submitted(session, own, now=clock.now(), name={"nl": "In beoordeling"}).number,
        restricted=secret.number,
        discarded=thrown.number,
        elsewhere=draft(session, other, now=clock.now(), name={"nl": "Van een ander"}).number,
    )


def machine(wiring: Wiring, organisation_number: str, permissions: set[Permission] | None = None, *, name: str = "") -> dict[str, str]:
    """Let a machine work for a body, and return the header with its token; with all permissions of machines when none are named.

    It goes past the service, so that a machine may also be given what machines never get.
    """
    wanted = set(MACHINE_PERMISSIONS) if permissions is None else permissions
    with wiring.database.transaction() as session:
        body = session.query(Organisation).filter_by(number=organisation_number).one()
        client_id = name or f"client-{session.query(Client).count()}"
        session.add(
            Client(
                public_id=client_id,
                issuer="https://issuer.example",
                client_id=client_id,
                organisation_id=body.id,
                permissions=sorted(map(str, wanted)),
                name=client_id,
                created_at=wiring.clock.now(),
            )
        )
    return {"Authorization": f"Bearer machine:{client_id}"}
