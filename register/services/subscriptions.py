"""Following a selection by mail: ask, confirm from the first letter (double opt-in), stop with one click, and the letters themselves."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from register.db import take_turns
from register.domain.calendar import day_of
from register.domain.questions import CONFIRM_WITHIN
from register.domain.standard.problems import problem, too_long
from register.domain.standard.values import is_email
from register.domain.subscriptions import Frequency, next_after
from register.errors import Invalid, NotFound
from register.models import Subscription
from register.ports import Letter, SearchIndex
from register.queries import followed
from register.queries import questions as asked
from register.queries.followed import Event
from register.queries.orders import Sort
from register.queries.selections import from_query
from register.rendering import digests
from register.rendering.digests import Digest, Line
from register.rendering.mail_links import MailLinks
from register.services import outbox
from register.services.questions import refuse_flood
from register.translations import Language
from register.translations.formats import localised

#: More than this a letter does not list; it leads to the rest.
MOST_LINES = 25
_LONGEST_SELECTION = 2000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for. `selection` is the query string of a search."""

    email: str
    frequency: Frequency
    selection: str
    language: str


def checked(wanted: Wanted) -> str:
    """Return the address as it will be kept. Raises `Invalid`."""
    email = wanted.email.strip()
    problems = [] if is_email(email) else [problem("/email", "email-needed")]
    if len(wanted.selection) > _LONGEST_SELECTION:
        problems.append(too_long("/selection", len(wanted.selection), limit=_LONGEST_SELECTION))
    if problems:
        raise Invalid(problems)
    return email


def subscribe(session: Session, wanted: Wanted, *, links: MailLinks, now: datetime) -> Subscription:
    """Keep what somebody asks for until they confirm it, and write to them.

    Asked twice before it is confirmed it is one, as often as was asked last.

    Raises `Invalid` for an address that cannot be, `Conflict` when it has
    enough to confirm already. Says nothing about whether it was known before.
    """
    email = checked(wanted)
    take_turns(session, email.casefold())
    same = _waiting_to_be_confirmed(session, email, wanted.selection, since=now - CONFIRM_WITHIN)
    if same is not None:
        same.frequency, same.next_at = wanted.frequency, next_after(now, wanted.frequency)
        session.flush()
        return same
    refuse_flood(session, email)
    kept = Subscription(
        key=secrets.token_hex(16),
        email=email,
        language=wanted.language,
        frequency=wanted.frequency,
        selection=wanted.selection,
        asked_at=now,
        told_until=now,
        next_at=next_after(now, wanted.frequency),
    )
    session.add(kept)
    session.flush()
    letter = digests.confirm(_digest(kept, links), hours=int(CONFIRM_WITHIN.total_seconds()) // 3600)
    outbox.post(session, letter, kept.email, about=outbox.of_subscription(kept.key), now=now)
    return kept


def by_key(session: Session, key: str) -> Subscription:
    """Return what the link of a letter is about. Raises `NotFound`."""
    kept = session.scalars(select(Subscription).where(Subscription.key == key)).first()
    if kept is None:
        raise NotFound
    return kept


def confirm(session: Session, key: str, *, now: datetime) -> Subscription:
    """Let it begin. Doing it twice is no fault. Raises `NotFound`, also when it is too late for that."""
    kept = by_key(session, key)
    if kept.confirmed_at is None:
        if now - kept.asked_at > CONFIRM_WITHIN:
            raise NotFound
        kept.confirmed_at = kept.told_until = now
        kept.next_at = next_after(now, kept.frequency)
        session.flush()
    return kept


def stop(session: Session, key: str) -> None:
    """Stop it and keep nothing of it, no letter that waits either. Doing it twice is no fault: whoever stops wants it gone."""
    session.execute(delete(Subscription).where(Subscription.key == key))
    outbox.forget(session, outbox.of_subscription(key))  # after it: a letter that was being put in the outbox is there by now


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was worked out for one subscription; no letter where nothing changed since it was told last."""

    subscription_id: int
    told_until: datetime
    letter: Letter | None


def due(session: Session, *, now: datetime) -> list[int]:
    """Return the subscriptions that are due, those that wait longest first."""
    waiting = select(Subscription.id).where(Subscription.next_at <= now, Subscription.confirmed_at.is_not(None))
    return list(session.scalars(waiting.order_by(Subscription.next_at, Subscription.id)))


def prepare(session: Session, search: SearchIndex, subscription_id: int, *, links: MailLinks) -> Prepared | None:
    """Work out the letter of one subscription, without writing anything; None when it was stopped since."""
    kept = session.get(Subscription, subscription_id)
    if kept is None:
        return None
    events = _happened(session, search, kept)
    letter = digests.changes(_digest(kept, links), _lines(events, kept, links)) if events else None
    return Prepared(kept.id, kept.told_until, letter)


def post(session: Session, prepared: Prepared, *, now: datetime) -> bool:
    """Put a letter that was prepared in the outbox and say whether there was one; not when another process did so, or it was stopped."""
    same = (Subscription.id == prepared.subscription_id, Subscription.told_until == prepared.told_until, Subscription.next_at <= now)
    kept = session.scalars(select(Subscription).where(*same).with_for_update(skip_locked=True)).first()
    if kept is None:
        return False
    kept.told_until = now
    kept.next_at = next_after(now, kept.frequency)
    if prepared.letter is not None:
        outbox.post(session, prepared.letter, kept.email, about=outbox.of_subscription(kept.key), now=now)
    session.flush()
    return prepared.letter is not None


def _waiting_to_be_confirmed(session: Session, email: str, selection: str, *, since: datetime) -> Subscription | None:
    same = (asked.is_address(Subscription.email, email), Subscription.selection == selection)
    waits = (Subscription.confirmed_at.is_(None), Subscription.asked_at >= since)
    return session.scalars(select(Subscription).where(*same, *waits).limit(1)).first()


def _happened(session: Session, search: SearchIndex, kept: Subscription) -> list[Event]:
    """Return what happened in the selection since the last letter."""
    selection = from_query(kept.selection, language=kept.language, today=day_of(kept.next_at), sort=Sort.NEWEST)
    return followed.since(session, search, selection, kept.told_until)


def _lines(events: Sequence[Event], kept: Subscription, links: MailLinks) -> list[Line]:
    language = _language(kept)
    return [
        Line(
            name=localised(event.row.card.get("name"), language).text or event.row.number,
            organisation=event.row.organisation_name,
            what=event.what,
            address=links.registration(event.row.number),
        )
        for event in events
    ]


def _digest(kept: Subscription, links: MailLinks) -> Digest:
    language = _language(kept)
    return Digest(
        language=language,
        most=MOST_LINES,
        search_url=links.search(kept.selection, language),
        manage_url=links.subscription(kept.key, language),
    )


def _language(kept: Subscription) -> Language:
    return "en" if kept.language == "en" else "nl"
