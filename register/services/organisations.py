"""Keeping public bodies: adding one, changing it, and who may publish there alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.canonical import canonical
from register.domain.organisations import OrganisationType, check_tooi, folded_name
from register.domain.permissions import Actor, Permission, require
from register.domain.standard.problems import problem, too_long
from register.domain.standard.types import Contact, Text, Url
from register.domain.standard.values import check_value
from register.errors import Conflict, Invalid, Problem, Stale
from register.models import Organisation, OrganisationVersion
from register.queries.organisations import organisation_by_number
from register.services import audit, cleaning, numbers, public_records

NAME_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Details:
    """What is kept of a body. `names` per language (nl always); `parent` is a number."""

    names: Mapping[str, str] = field(default_factory=dict)
    type: OrganisationType = OrganisationType.UNKNOWN
    abbreviation: str = ""
    parent: str = ""
    tooi: str = ""
    website: str = ""
    contact: str = ""


def create(session: Session, details: Details, *, actor: Actor, now: datetime, is_example: bool = False) -> Organisation:
    """Add a body. Raises `NotAllowed`, `Invalid`, and `Conflict` when the name or the TOOI identifier is taken."""
    require(Permission.ORGANISATION_ADMINISTER, actor, None)
    details = _checked(session, details, None)
    sequence = public_records.next_sequence(session, now)
    organisation = Organisation(number=numbers.give(session), created_at=now, is_example=is_example)
    _put(session, organisation, details)
    session.add(organisation)
    session.flush()
    _show(session, organisation, sequence=sequence, now=now)
    audit.record(session, "organisation.created", "organisation", organisation.number, actor=actor, now=now)
    return organisation


def change(session: Session, number: str, details: Details, *, revision: int, actor: Actor, now: datetime) -> Organisation:
    """Change a body. Its own administrator may change website and contact; the rest is for the register's administrators."""
    organisation = organisation_by_number(session, number)
    require(Permission.ORGANISATION_EDIT, actor, organisation.id)
    if organisation.revision != revision:
        raise Stale("somebody saved in the meantime", current=organisation.revision, number=number)
    details = _checked(session, details, organisation)
    if not actor.may(Permission.ORGANISATION_ADMINISTER, None) and _official(details) != _official(details_of(session, organisation)):
        require(Permission.ORGANISATION_ADMINISTER, actor, None)
    sequence = public_records.next_sequence(session, now)
    _put(session, organisation, details)
    session.flush()
    _show(session, organisation, sequence=sequence, now=now)
    audit.record(session, "organisation.changed", "organisation", number, actor=actor, now=now)
    return organisation


def allow_single_flow(session: Session, number: str, *, is_allowed: bool, actor: Actor, now: datetime) -> Organisation:
    """Allow a body to publish without a second person, or stop allowing it; the public page tells."""
    organisation = organisation_by_number(session, number)
    require(Permission.ORGANISATION_ADMINISTER, actor, None)
    is_chosen = organisation.is_single_flow and is_allowed
    return _set_flow(session, organisation, is_allowed=is_allowed, is_chosen=is_chosen, actor=actor, now=now)


def choose_single_flow(session: Session, number: str, *, is_chosen: bool, actor: Actor, now: datetime) -> Organisation:
    """Choose whether one person may write and publish here. Raises `Conflict` when no administrator allowed it."""
    organisation = organisation_by_number(session, number)
    require(Permission.ORGANISATION_EDIT, actor, organisation.id)
    if is_chosen and not organisation.is_single_flow_allowed:
        raise Conflict("an administrator has to allow the single flow first")
    is_allowed = organisation.is_single_flow_allowed
    return _set_flow(session, organisation, is_allowed=is_allowed, is_chosen=is_chosen, actor=actor, now=now)


def details_of(session: Session, organisation: Organisation) -> Details:
    """Return what is kept of a body, in the form in which it is changed."""
    parent = session.get(Organisation, organisation.parent_id) if organisation.parent_id else None
    return Details(
        names=dict(organisation.names),
        type=organisation.type,
        abbreviation=organisation.abbreviation,
        parent=parent.number if parent else "",
        tooi=organisation.tooi or "",
        website=organisation.website,
        contact=organisation.contact,
    )


def _official(details: Details) -> tuple[object, ...]:
    return (dict(details.names), details.type, details.abbreviation, details.parent, details.tooi)


def _checked(session: Session, details: Details, organisation: Organisation | None) -> Details:
    """Clean and check what was handed in, all at once."""
    names = {language: cleaning.plain(name, f"/names/{language}", limit=NAME_LENGTH) for language, name in details.names.items()}
    names = {language: name for language, name in names.items() if name}
    problems: list[Problem] = [*check_value(names, Text(NAME_LENGTH), "/names"), *check_tooi(details.tooi)]
    if not folded_name(names.get("nl", "")):
        problems.append(problem("/names/nl", "required-part"))
    if details.website:
        problems += check_value(details.website, Url(), "/website")
    if details.contact:
        problems += check_value(details.contact, Contact(), "/contact")
    if len(details.abbreviation) > 30:
        problems.append(too_long("/abbreviation", len(details.abbreviation), limit=30))
    problems += _parent_problems(session, details.parent, organisation)
    if problems:
        raise Invalid(problems)
    _require_free(session, folded_name(names["nl"]), details.tooi, organisation)
    return Details(names, details.type, details.abbreviation.strip(), details.parent, details.tooi, details.website, details.contact)


def _parent_problems(session: Session, parent: str, organisation: Organisation | None) -> list[Problem]:
    """Return the problem of a parent that is not there, or is the body itself or one below it."""
    above = session.scalars(select(Organisation).where(Organisation.number == parent)).first() if parent else None
    unknown = [problem("/parent", "unknown-reference", kind_nl="organisatie", kind_en="organisation")]
    if parent and above is None:
        return unknown
    while above is not None:
        if organisation is not None and above.id == organisation.id:
            return unknown
        above = session.get(Organisation, above.parent_id) if above.parent_id else None
    return []


def _require_free(session: Session, name: str, tooi: str, organisation: Organisation | None) -> None:
    own = organisation.id if organisation is not None else 0
    if session.scalars(select(Organisation.id).where(Organisation.folded_name == name, Organisation.id != own)).first() is not None:
        raise Conflict("there is a body with this name", pointer="/names/nl")
    if tooi and session.scalars(select(Organisation.id).where(Organisation.tooi == tooi, Organisation.id != own)).first() is not None:
        raise Conflict("there is a body with this TOOI identifier", pointer="/tooi")


def _put(session: Session, organisation: Organisation, details: Details) -> None:
    organisation.names = dict(details.names)
    organisation.folded_name = folded_name(details.names["nl"])
    organisation.abbreviation = details.abbreviation
    organisation.type = details.type
    organisation.parent_id = organisation_by_number(session, details.parent).id if details.parent else None
    organisation.tooi = details.tooi or None
    organisation.website = details.website
    organisation.contact = details.contact


def _set_flow(
    session: Session, organisation: Organisation, *, is_allowed: bool, is_chosen: bool, actor: Actor, now: datetime
) -> Organisation:
    if (organisation.is_single_flow_allowed, organisation.is_single_flow) == (is_allowed, is_chosen):
        return organisation
    sequence = public_records.next_sequence(session, now)
    organisation.is_single_flow_allowed, organisation.is_single_flow = is_allowed, is_chosen
    session.flush()
    _show(session, organisation, sequence=sequence, now=now)
    audit.record(
        session, "organisation.flow", "organisation", organisation.number, actor=actor, now=now, is_allowed=is_allowed, is_chosen=is_chosen
    )
    return organisation


def _show(session: Session, organisation: Organisation, *, sequence: int, now: datetime) -> None:
    document = _public(session, organisation)
    content = canonical(document)
    session.add(OrganisationVersion(organisation_id=organisation.id, valid_from=now, document=content, public_sequence=sequence))
    public_records.show_organisation(session, content, sequence=sequence, at=now)


def _public(session: Session, organisation: Organisation) -> dict[str, object]:
    details = details_of(session, organisation)
    document: dict[str, object] = {
        "number": organisation.number,
        "names": dict(details.names),
        "type": str(details.type),
        "example": organisation.is_example,
        "single_flow": organisation.is_single_flow_allowed and organisation.is_single_flow,
    }
    for key in ("abbreviation", "parent", "tooi", "website", "contact"):
        if getattr(details, key):
            document[key] = getattr(details, key)
    return document
