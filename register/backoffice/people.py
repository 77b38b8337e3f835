"""Roles in the whole register: administrators, regulators, auditors. For administrators."""

from collections.abc import Mapping
from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice.door import blueprint
from register.backoffice.forms.controls import options_of
from register.backoffice.team import role_options
from register.domain.ai_act.facts import AnnexIiiPoint
from register.domain.ai_act.restriction import OUT_OF_SIGHT
from register.domain.permissions import ORGANISATION_ROLES, Permission, Role, require
from register.domain.standard.vocabularies import Theme
from register.errors import Conflict, NotFound
from register.labels import label
from register.queries.organisations import organisations_of
from register.queries.people import person_by_public_id, register_wide
from register.services import people as service
from register.web import language
from register.web.context import now, reading, transaction
from register.web.language import _
from register.web.logins import current_actor

ROLES = [role for role in Role if role not in ORGANISATION_ROLES]


@blueprint.get("/people")
def people() -> str:
    """Show who holds a role in the whole register."""
    require(Permission.ROLE_GRANT, current_actor(), None)
    return _page({}, {})


@blueprint.post("/people")
def grant_register_wide() -> Response:
    """Give a role in the whole register to whoever read out a code."""
    require(Permission.ROLE_GRANT, current_actor(), None)
    role = request.form.get("role", "")
    errors = {} if role in ROLES else {"role": _("Choose a role.")}
    try:
        with transaction() as session:
            person = service.person_by_code(session, request.form.get("code", "").replace("\0", ""))
            if not errors:
                remit = _remit() if role == Role.REGULATOR else None
                service.grant(session, person, Role(role), None, actor=current_actor(), now=now(), remit=remit)
    except NotFound:
        errors["code"] = _("There is no one with this code. Ask your colleague to read it out again.")
    except Conflict:  # held already, perhaps by pressing twice
        pass
    if errors:
        return make_response(_page(errors, request.form), 400)
    return redirect(url_for("backoffice.people", done="granted"), 303)


@blueprint.get("/people/<public_id:person>/<role>")
def ask_revoke_register_wide(person: str, role: str) -> str:
    """Ask whether a role in the whole register may really be taken away."""
    require(Permission.ROLE_GRANT, current_actor(), None)
    found = person_by_public_id(reading(), person)
    if role not in {each.role for each in found.memberships if each.organisation_id is None}:
        raise NotFound
    return render_template(
        "backoffice/revoke.html",
        here="team",
        name=found.name,
        role=label(Role(role), language.current()),
        where=None,
        is_self=found.public_id == current_actor().subject,
        action=url_for("backoffice.revoke_register_wide", person=person, role=role),
        back=url_for("backoffice.people"),
    )


@blueprint.post("/people/<public_id:person>/<role>")
def revoke_register_wide(person: str, role: str) -> Response:
    """Take a role in the whole register away."""
    require(Permission.ROLE_GRANT, current_actor(), None)
    if role not in ROLES:
        raise NotFound
    try:
        with transaction() as session:
            service.revoke(session, person_by_public_id(session, person), Role(role), None, actor=current_actor(), now=now())
    except NotFound:  # not held any more, perhaps by pressing twice
        pass
    return redirect(url_for("backoffice.people", done="revoked"), 303)


def _remit() -> dict[str, Any]:
    """Read what a regulator is competent for; nothing chosen is everything that is offered."""
    numbers = [body.number for body in organisations_of(reading(), current_actor(), Permission.ORGANISATION_ADMINISTER)]
    chosen = [each for each in request.form.getlist("organisations") if each in numbers]
    themes = [each for each in request.form.getlist("themes") if each in set(Theme)]
    points = [each for each in request.form.getlist("points") if each in OUT_OF_SIGHT]
    return {"organisations": chosen or numbers, "points": points, "themes": themes or [str(theme) for theme in Theme]}


def _page(errors: Mapping[str, str], typed: Mapping[str, str]) -> str:
    chosen = language.current()
    bodies = organisations_of(reading(), current_actor(), Permission.ORGANISATION_ADMINISTER)
    return render_template(
        "backoffice/people.html",
        here="team",
        holders=[(person, membership, label(membership.role, chosen)) for person, membership in register_wide(reading())],
        roles=role_options(ROLES),
        errors=errors,
        typed=typed,
        chosen_bodies=request.form.getlist("organisations"),
        chosen_themes=request.form.getlist("themes"),
        bodies=[(body.number, body.names.get(chosen) or body.names["nl"], "") for body in bodies],
        themes=options_of(Theme, chosen),
        chosen_points=request.form.getlist("points"),
        points=[each for each in options_of(AnnexIiiPoint, chosen) if each[0] in OUT_OF_SIGHT],
        done=_DONE.get(request.args.get("done", ""), str)(),
    )


_DONE = {
    "granted": lambda: _("The role was given. It works at once."),
    "revoked": lambda: _("The role was taken away. It stopped at once."),
}
