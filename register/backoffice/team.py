"""Who works for a body and in which role: given by the code that a colleague reads out, and taken away again."""

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import workplace
from register.backoffice.door import blueprint
from register.backoffice.forms.controls import Option
from register.domain.permissions import ORGANISATION_ROLES, Permission, Role, require
from register.errors import Conflict, NotFound
from register.labels import explanation, label
from register.models import Organisation
from register.queries.organisations import members, organisation_by_number
from register.queries.people import person_by_public_id
from register.services import people
from register.web import language
from register.web.context import now, reading, transaction
from register.web.language import _
from register.web.logins import current_actor


@blueprint.get("/team")
def team() -> str | Response:
    """Show the colleagues in the body for which this person works; to administrators without one, all bodies."""
    own = workplace.body()
    if own is not None:
        return _page(own)
    if current_actor().may(Permission.ORGANISATION_ADMINISTER, None):
        return redirect(url_for("backoffice.organisations"), 303)
    return render_template("backoffice/no_team.html", here="team")


@blueprint.get("/organisations/<number:number>/members")
def members_of(number: str) -> str:
    """Show the people of a body."""
    return _page(_readable(number))


@blueprint.post("/organisations/<number:number>/members")
def grant(number: str) -> Response:
    """Give a role to whoever read out a code."""
    organisation = _readable(number)
    require(Permission.MEMBER_GRANT, current_actor(), organisation.id)
    code, role = request.form.get("code", "").replace("\0", ""), request.form.get("role", "")
    errors = {} if role in _roles() else {"role": _("Choose a role.")}
    try:
        with transaction() as session:
            person = people.person_by_code(session, code)
            if not errors:
                body = organisation_by_number(session, number)
                people.grant(session, person, Role(role), body, actor=current_actor(), now=now())
    except NotFound:
        errors["code"] = _("There is no one with this code. Ask your colleague to read it out again.")
    except Conflict:  # held already, perhaps by pressing twice
        pass
    if errors:
        return make_response(_page(organisation, errors, code, role), 400)
    return redirect(url_for("backoffice.members_of", number=number, done="granted"), 303)


@blueprint.get("/organisations/<number:number>/members/<public_id:person>/<role>")
def ask_revoke(number: str, person: str, role: str) -> str:
    """Ask whether a role may really be taken away."""
    organisation = _readable(number)
    require(Permission.MEMBER_GRANT, current_actor(), organisation.id)
    found = person_by_public_id(reading(), person)
    if role not in {each.role for each in found.memberships if each.organisation_id == organisation.id}:
        raise NotFound
    return render_template(
        "backoffice/revoke.html",
        here="team",
        name=found.name,
        role=label(Role(role), language.current()),
        where=organisation.names,
        is_self=found.public_id == current_actor().subject,
        action=url_for("backoffice.revoke", number=number, person=person, role=role),
        back=url_for("backoffice.members_of", number=number),
    )


@blueprint.post("/organisations/<number:number>/members/<public_id:person>/<role>")
def revoke(number: str, person: str, role: str) -> Response:
    """Take a role away; it stops to work at once."""
    organisation = _readable(number)
    require(Permission.MEMBER_GRANT, current_actor(), organisation.id)
    if role not in _roles():
        raise NotFound
    try:
        with transaction() as session:
            found = person_by_public_id(session, person)
            people.revoke(session, found, Role(role), organisation_by_number(session, number), actor=current_actor(), now=now())
    except NotFound:  # not held any more, perhaps by pressing twice
        pass
    return redirect(url_for("backoffice.members_of", number=number, done="revoked"), 303)


def _page(organisation: Organisation, errors: dict[str, str] | None = None, code: str = "", role: str = "") -> str:
    chosen = language.current()
    return render_template(
        "backoffice/team.html",
        here="team",
        organisation=organisation,
        members=[(person, membership, label(membership.role, chosen)) for person, membership in members(reading(), organisation)],
        roles=role_options(_roles()),
        errors=errors or {},
        code=code,
        role=role,
        may_grant=current_actor().may(Permission.MEMBER_GRANT, organisation.id),
        may_edit=current_actor().may(Permission.ORGANISATION_EDIT, organisation.id),
        done=_DONE.get(request.args.get("done", ""), str)(),
    )


def role_options(roles: list[Role]) -> list[Option]:
    """Return roles to choose from, with what each may do."""
    return [(each.value, label(each, language.current()), explanation(each, language.current())) for each in roles]


def _roles() -> list[Role]:
    return list(ORGANISATION_ROLES)


_DONE = {
    "granted": lambda: _("The role was given. It works at once."),
    "revoked": lambda: _("The role was taken away. It stopped at once."),
}


def _readable(number: str) -> Organisation:
    """Return a body to whoever may see its people. That others may not even know of its staff, is not for a 403 to tell."""
    organisation = organisation_by_number(reading(), number)
    if not current_actor().may(Permission.MEMBER_READ, organisation.id):
        raise NotFound
    return organisation
