"""Load the demonstration by the register's own services, as if its days had really gone by.

Everything that happens in it is an act with a moment; the acts are done in the
order of those moments, so that versions, changes and audit trail read as a
history. The door opens the transaction and refuses production.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.demonstration.content import Demonstration, Document, Draft, Product, Registration, Withdrawal, with_numbers
from register.demonstration.reading import read
from register.demonstration.staff import Staff, administrators, engage
from register.domain.calendar import day_of
from register.domain.permissions import Actor, Role
from register.errors import Conflict
from register.models import Entry, Organisation
from register.ports import SearchIndex
from register.queries.entries import by_number
from register.queries.products import product_by_number
from register.services import entries, organisations, products, publication, remarks

#: How long before the first publication the bodies and their people came.
BEFORE = timedelta(days=30)
#: How long before a publication its text was written, and handed in.
WRITTEN, SUBMITTED = timedelta(hours=50), timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was loaded."""

    organisations: int
    products: int
    registrations: int
    versions: int


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happens at a moment."""

    at: datetime
    do: Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the acts happen, and what is known of those that happened already."""

    session: Session
    search: SearchIndex
    now: datetime
    staff: Staff
    administrators: tuple[Actor, Actor]
    #: key → number, of bodies, products and registrations.
    numbers: dict[str, str] = field(default_factory=dict)

    def moment(self, days_ago: int) -> datetime:
        """Return the moment so many days ago."""
        return self.now - timedelta(days=days_ago)


def is_loaded(session: Session) -> bool:
    """Say whether the demonstration is there already."""
    return session.scalars(select(Organisation.id).where(Organisation.is_example).limit(1)).first() is not None


def load(session: Session, *, search: SearchIndex, issuer: str, now: datetime) -> Loaded:
    """Make all of the demonstration. Raises `Conflict` when it is there already.

    `issuer` is the development provider, at which the demonstration accounts log in.
    """
    if is_loaded(session):
        raise Conflict("the demonstration is loaded already")
    content = read(day_of(now))
    scene = _opened(session, content, search=search, issuer=issuer, now=now)
    acts = [act for product in content.products for act in _product_acts(scene, product)]
    acts += [act for registration in content.registrations for act in _registration_acts(scene, registration)]
    for act in sorted(acts, key=attrgetter("at")):
        act.do(act.at)
    return Loaded(
        organisations=len(content.organisations),
        products=len(content.products),
        registrations=len(content.registrations),
        versions=sum(len(registration.publications) for registration in content.registrations),
    )


def _opened(session: Session, content: Demonstration, *, search: SearchIndex, issuer: str, now: datetime) -> Scene:
    """Make the bodies and their people, some time before the first publication."""
    at = now - timedelta(days=content.first_day) - BEFORE
    both = administrators(session, issuer, at)
    bodies: dict[str, Organisation] = {}
    for told in content.organisations:
        details = organisations.Details(
            names=told.names,
            type=told.type,
            abbreviation=told.abbreviation,
            parent=bodies[told.parent].number if told.parent else "",
            website=told.website,
            contact=told.contact,
        )
        body = organisations.create(session, details, actor=both[0], now=at, is_example=True)
        if told.is_single_flow:
            organisations.allow_single_flow(session, body.number, is_allowed=True, actor=both[0], now=at)
            organisations.choose_single_flow(session, body.number, is_chosen=True, actor=both[0], now=at)
        bodies[told.key] = body
    staff = engage(session, bodies, issuer=issuer, administrator=both[0], now=at)
    return Scene(session, search, now, staff, both, {key: body.number for key, body in bodies.items()})


def _product_acts(scene: Scene, product: Product) -> Iterator[Act]:
    writer, checker = scene.administrators

    def write(document: Document) -> Callable[[datetime], object]:
        def act(at: datetime) -> None:
            checked = products.prepared(document, now=at)
            number = scene.numbers.get(product.key)
            if number is None:
                scene.numbers[product.key] = products.create(scene.session, checked, actor=writer, now=at, is_example=True).number
                return
            revision = product_by_number(scene.session, number).revision
            products.save(scene.session, number, checked, revision=revision, actor=writer, now=at)

        return act

    def publish(at: datetime) -> None:
        number = scene.numbers[product.key]
        revision = product_by_number(scene.session, number).revision
        products.publish(scene.session, number, revision=revision, actor=checker, now=at)

    for told in product.publications:
        yield Act(scene.moment(told.days_ago) - WRITTEN, write(told.document))
        yield Act(scene.moment(told.days_ago), publish)


def _registration_acts(scene: Scene, registration: Registration) -> Iterator[Act]:
    for told in registration.publications:
        at = scene.moment(told.days_ago)
        yield Act(at - WRITTEN, _write(scene, registration, told.document))
        yield Act(at - SUBMITTED, _submit(scene, registration))
        yield Act(at, _publish(scene, registration))
    if registration.withdrawal is not None:
        yield Act(scene.moment(registration.withdrawal.days_ago), _withdraw(scene, registration, registration.withdrawal))
    if registration.draft is not None:
        at = scene.moment(registration.draft.days_ago)
        yield Act(at - WRITTEN, _write(scene, registration, registration.draft.document))
        if registration.draft.state != "drafting":
            yield Act(at - SUBMITTED, _submit(scene, registration))
        yield Act(at, _discuss(scene, registration, registration.draft))


def _write(scene: Scene, registration: Registration, document: Document) -> Callable[[datetime], object]:
    """Begin the entry, or save its next text."""
    editor = scene.staff.who(Role.EDITOR, registration.organisation)

    def act(at: datetime) -> None:
        checked = entries.prepared(with_numbers(document, scene.numbers), now=at)
        if registration.key not in scene.numbers:
            body = scene.numbers[registration.organisation]
            scene.numbers[registration.key] = entries.create(scene.session, body, checked, actor=editor, now=at).number
            return
        entry = _entry(scene, registration, editor)
        entries.save(scene.session, entry.number, checked, revision=entry.revision, actor=editor, now=at)

    return act


def _submit(scene: Scene, registration: Registration) -> Callable[[datetime], object]:
    def act(at: datetime) -> None:
        editor = scene.staff.who(Role.EDITOR, registration.organisation)
        entry = _entry(scene, registration, editor)
        entries.submit(scene.session, entry.number, revision=entry.revision, actor=editor, now=at)

    return act


def _publish(scene: Scene, registration: Registration) -> Callable[[datetime], object]:
    def act(at: datetime) -> None:
        reviewer = scene.staff.who(Role.REVIEWER, registration.organisation)
        entry = _entry(scene, registration, reviewer)
        publication.publish(scene.session, entry.number, search=scene.search, revision=entry.revision, actor=reviewer, now=at)

    return act


def _withdraw(scene: Scene, registration: Registration, withdrawal: Withdrawal) -> Callable[[datetime], object]:
    def act(at: datetime) -> None:
        reviewer = scene.staff.who(Role.REVIEWER, registration.organisation)
        entry = _entry(scene, registration, reviewer)
        reason, revision = withdrawal.reason, entry.revision
        publication.withdraw(scene.session, entry.number, reason, search=scene.search, revision=revision, actor=reviewer, now=at)

    return act


def _discuss(scene: Scene, registration: Registration, draft: Draft) -> Callable[[datetime], object]:
    """Make the remarks of colleagues, and send the draft back where the demonstration says so."""

    def act(at: datetime) -> None:
        reviewer = scene.staff.who(Role.REVIEWER, registration.organisation)
        for remark in draft.remarks:
            actor = scene.staff.who(Role(remark.by), registration.organisation)
            remarks.add(scene.session, scene.numbers[registration.key], remark.pointer, remark.text, actor=actor, now=at)
        if draft.state == "sent_back":
            entry = _entry(scene, registration, reviewer)
            entries.send_back(scene.session, entry.number, draft.reason, revision=entry.revision, actor=reviewer, now=at)

    return act


def _entry(scene: Scene, registration: Registration, actor: Actor) -> Entry:
    return by_number(scene.session, scene.numbers[registration.key], actor)
