"""Bodies and entries, in the state that a test needs; made by the services themselves."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from register.domain.ai_act.restriction import RestrictionChoice
from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM, Actor, Role
from register.models import Entry, Organisation, Version, Withdrawal
from register.ports import SearchIndex
from register.services import entries, organisations, publication, restrictions
from tests.factories.actors import actor
from tests.factories.documents import OUT_OF_SIGHT, simple_document
from tests.factories.world import NOON


def organisation(session: Session, name: str = "") -> Organisation:
    """Return a body."""
    details = organisations.Details(names={"nl": name or f"Gemeente {secrets.token_hex(4)}"}, type=OrganisationType.MUNICIPALITY)
    return organisations.create(session, details, actor=SYSTEM, now=NOON)


def draft(session: Session, body: Organisation, *, by: Actor | None = None, now: datetime = NOON, **changes: Any) -> Entry:
    """Return an entry that is being written."""
    checked = entries.prepared(simple_document(**changes), now=now)
    return entries.create(session, body.number, checked, actor=by or actor(Role.EDITOR, body), now=now)


def submitted(session: Session, body: Organisation, *, by: Actor | None = None, now: datetime = NOON, **changes: Any) -> Entry:
    """Return an entry in review."""
    writer = by or actor(Role.EDITOR, body)
    entry = draft(session, body, by=writer, now=now, **changes)
    return entries.submit(session, entry.number, revision=entry.revision, actor=writer, now=now)


def published_all_the_same(session: Session, body: Organisation, search: SearchIndex, *, now: datetime = NOON, **changes: Any) -> Version:
    """Return the first version of what could stay out of sight, and which its body chose to publish."""
    entry = submitted(session, body, now=now, **{"ai_act": OUT_OF_SIGHT} | changes)
    reviewer = actor(Role.REVIEWER, body)
    restrictions.choose(session, entry.number, RestrictionChoice.VOLUNTARILY_PUBLIC, actor=reviewer, now=now)
    return publication.publish(session, entry.number, search=search, revision=entry.revision, actor=reviewer, now=now)


def published(session: Session, body: Organisation, search: SearchIndex, *, now: datetime = NOON, **changes: Any) -> Version:
    """Return the first version of a published entry."""
    entry = submitted(session, body, now=now, **changes)
    return publication.publish(session, entry.number, search=search, revision=entry.revision, actor=actor(Role.REVIEWER, body), now=now)


def revised(session: Session, entry: Entry, search: SearchIndex, *, now: datetime = NOON, **changes: Any) -> Version:
    """Return the next version of a published entry."""
    editor, reviewer = actor(Role.EDITOR, entry.organisation), actor(Role.REVIEWER, entry.organisation)
    checked = entries.prepared({**entry.document, "change_note": {"nl": "Gewijzigd"}, **changes}, now=now)
    entries.save(session, entry.number, checked, revision=entry.revision, actor=editor, now=now)
    entries.submit(session, entry.number, revision=entry.revision, actor=editor, now=now)
    return publication.publish(session, entry.number, search=search, revision=entry.revision, actor=reviewer, now=now)


def withdrawn(session: Session, entry: Entry, search: SearchIndex, *, now: datetime = NOON) -> Withdrawal:
    """Take a published entry off the lists."""
    reviewer = actor(Role.REVIEWER, entry.organisation)
    reason = {"nl": "Wij gebruiken dit niet meer."}
    return publication.withdraw(session, entry.number, reason, search=search, revision=entry.revision, actor=reviewer, now=now)
