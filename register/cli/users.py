"""`register users …`: who may do what. People are named by the code that their own page shows after the first login."""

from collections.abc import Mapping

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import SYSTEM, Role
from register.errors import Conflict, NotFound
from register.models import Membership, Organisation, Person
from register.queries import people as asked
from register.queries.organisations import organisation_by_number
from register.services import people
from register.wiring import Wiring

_ROLE = click.argument("role", type=click.Choice([str(role) for role in Role]))
_CODE = click.argument("code")
_ORGANISATION = click.option("--organisation", metavar="NUMBER", help="The body in which the role is held.")


@click.group("users")
def group() -> None:
    """See people and their roles, give and take roles, erase somebody."""


@group.command("list")
@click.pass_obj
def list_(wiring: Wiring) -> None:
    """Print everybody who ever logged in, with code and roles."""
    with wiring.database.reading() as session:
        numbers = {body.id: body.number for body in session.scalars(select(Organisation))}
        for person in asked.listed(session):
            held = ", ".join(_role(membership, numbers) for membership in person.memberships) or "no role"
            click.echo(f"{person.code}  {person.name or 'no name'}  {held}")


@group.command()
@_CODE
@_ROLE
@_ORGANISATION
@click.pass_obj
def grant(wiring: Wiring, *, code: str, role: str, organisation: str | None) -> None:
    """Give a role; the first administrator of a register is made this way."""
    with wiring.database.transaction() as session:
        person, body = _person(session, code), _body(session, organisation)
        try:
            people.grant(session, person, Role(role), body, actor=SYSTEM, now=wiring.clock.now())
        except Conflict as refusal:
            raise click.ClickException(_conflict(str(refusal), role)) from refusal
        click.echo(f"{person.name} is {role} now{_where(body)}.")


@group.command()
@_CODE
@_ROLE
@_ORGANISATION
@click.pass_obj
def revoke(wiring: Wiring, *, code: str, role: str, organisation: str | None) -> None:
    """Take a role away; it stops to work at once."""
    with wiring.database.transaction() as session:
        person, body = _person(session, code), _body(session, organisation)
        try:
            people.revoke(session, person, Role(role), body, actor=SYSTEM, now=wiring.clock.now())
        except NotFound as refusal:
            raise click.ClickException(f"{person.name} is not {role}{_where(body)}.") from refusal
        click.echo(f"{person.name} is no longer {role}{_where(body)}.")


@group.command()
@_CODE
@click.confirmation_option(prompt="Name, address, roles and logins go for good; what they did stays in the audit trail. Erase?")
@click.pass_obj
def erase(wiring: Wiring, *, code: str) -> None:
    """Erase who somebody is. The audit trail stays whole and names nobody."""
    with wiring.database.transaction() as session:
        people.erase(session, _person(session, code), actor=SYSTEM, now=wiring.clock.now())
    click.echo("Erased.")


def _person(session: Session, code: str) -> Person:
    try:
        return people.person_by_code(session, code)
    except NotFound as refusal:
        raise click.ClickException(f"Nobody has the code {code}. `register users list` shows the codes.") from refusal


def _body(session: Session, number: str | None) -> Organisation | None:
    if number is None:
        return None
    try:
        return organisation_by_number(session, "".join(number.split()))
    except NotFound as refusal:
        raise click.ClickException(f"No organisation has the number {number}. `register organisations list` shows them.") from refusal


def _conflict(reason: str, role: str) -> str:
    if reason.endswith("in a body"):
        return f"{role} is a role in one organisation: add --organisation NUMBER."
    if reason.endswith("register-wide"):
        return f"{role} is a role in the whole register: leave out --organisation."
    return "This role is held already."


def _role(membership: Membership, numbers: Mapping[int, str]) -> str:
    return str(membership.role) + (f" in {numbers[membership.organisation_id]}" if membership.organisation_id else "")


def _where(body: Organisation | None) -> str:
    return f" in {body.names['nl']}" if body is not None else ""
