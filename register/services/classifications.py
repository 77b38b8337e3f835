"""Keeping every outcome under the AI Act of an entry: with its facts, on what occasion, by which rules and law.

Nothing is ever changed here. `reclassify` finds the entries whose outcome is
another one now, because the law's dates passed or the rules changed, and marks
them for their owners by keeping the new outcome beside the old.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import write
from register.domain.ai_act.documents import facts_of
from register.domain.ai_act.history import Occasion, changes
from register.domain.calendar import day_of
from register.domain.lifecycle import PublicationState
from register.domain.permissions import SYSTEM, Actor, Permission, require
from register.models import Classification, Entry
from register.queries import classifications as asked
from register.queries import entries as asked_entries
from register.queries import products as asked_products
from register.rendering.classifications import answer
from register.services import audit


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of which the outcome is another one now, and in what."""

    entry: Entry
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    differs: tuple[str, ...]

    @property
    def is_of_the_rules(self) -> bool:
        """Say whether the rules or the law are of another version; else a date of the law passed."""
        return any(self.before.get(key) != self.after.get(key) for key in ("ruleSetVersion", "lawVersion"))


def ask(session: Session, number: str, *, actor: Actor, now: datetime) -> Classification:
    """Determine the outcome of a working copy as it stands, and keep it. Raises `NotFound` and `NotAllowed`."""
    entry = asked_entries.by_number(session, number, actor)
    require(Permission.ENTRY_EDIT, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    whole = {**asked_products.inherited_by(session, entry.document), **entry.document}
    kept = keep(session, entry, whole, Occasion.ASKED, actor=actor, now=now)
    audit.record(session, "entry.classified", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return kept


def keep_if_new(session: Session, entry: Entry, whole: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    """Keep the outcome of a draft that was saved, when it is another one than the last that was kept."""
    if "ai_act" not in whole:
        return
    last = asked.newest(session, entry)
    if last is None or changes(last.outcome, _outcome(whole, now)):
        keep(session, entry, whole, Occasion.SAVED, actor=actor, now=now)


def keep(
    session: Session, entry: Entry, whole: Mapping[str, Any], occasion: Occasion, *, actor: Actor, now: datetime, version: int | None = None
) -> Classification:
    """Keep the outcome of a document, product fields included."""
    kept = Classification(
        entry_id=entry.id,
        at=now,
        public_id=actor.subject,
        occasion=occasion,
        version=version,
        facts=write(facts_of(whole)),
        unsure=list((whole.get("ai_act") or {}).get("unsure") or ()),
        outcome=_outcome(whole, now),
    )
    session.add(kept)
    session.flush()
    return kept


def changed(session: Session, now: datetime) -> Iterator[Change]:
    """Yield the published entries whose outcome is another one now than the last that was kept of what is published."""
    statement = (
        select(Entry)
        .where(Entry.publication_state == PublicationState.PUBLISHED, Entry.is_mirrored.is_(False))
        .order_by(Entry.number)
        .execution_options(yield_per=200)
    )
    for entry in session.scalars(statement):
        document = _published(session, entry)
        last = asked.newest_of_published(session, entry)
        if document is None or last is None:
            continue
        after = _outcome(document, now)
        differs = changes(last.outcome, after)
        if differs:
            yield Change(entry, last.outcome, after, differs)


def reclassify(session: Session, *, now: datetime) -> list[Change]:
    """Keep the new outcome of every entry of which it changed, which marks it for its owner; return them."""
    found = [*changed(session, now)]
    for each in found:
        document = _published(session, each.entry)
        if document is not None:
            keep(session, each.entry, document, Occasion.RECLASSIFIED, actor=SYSTEM, now=now)
    audit.record(session, "entries.reclassified", "register", actor=SYSTEM, now=now, changed=len(found))
    return found


def _published(session: Session, entry: Entry) -> dict[str, Any] | None:
    """Return the full document of the newest version, when it says something of the act."""
    document = asked_entries.published_document(session, entry)
    return document if document is not None and "ai_act" in document else None


def _outcome(whole: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    return answer(classify(facts_of(whole), day_of(now)))
