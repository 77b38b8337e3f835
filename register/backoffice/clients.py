"""Machines that use the API for a body: which there are, adding one, taking all its rights away. For administrators."""

from collections.abc import Mapping, Sequence

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice.door import blueprint
from register.backoffice.forms.problems import sentences
from register.domain.permissions import MACHINE_PERMISSIONS, Permission, require
from register.errors import Conflict, Invalid, NotFound
from register.labels import label
from register.models import Organisation
from register.ports import MachineIdentity
from register.queries import clients as asked
from register.queries.organisations import organisation_by_number, organisations_of
from register.services import clients as service
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.language import _
from register.web.logins import current_actor


@blueprint.get("/clients")
def clients() -> str:
    """Show the machines that may use the API."""
    require(Permission.CLIENT_ADMINISTER, current_actor(), None)
    return _page({})


@blueprint.post("/clients")
def add_client() -> Response:
    """Let a machine work for a body."""
    require(Permission.CLIENT_ADMINISTER, current_actor(), None)
    errors = _wrong()
    if not errors:
        try:
            _add()
        except Conflict:
            errors["client_id"] = _("This client is known already.")
        except Invalid as refused:
            errors |= {place: lines[0] for place, lines in sentences(refused.problems, language.current(), "nl").items()}
    if errors:
        return make_response(_page(errors), 400)
    return redirect(url_for("backoffice.clients", done="added"), 303)


@blueprint.post("/clients/revoke")
def revoke_client() -> Response:
    """Take all rights of a machine away, for good."""
    require(Permission.CLIENT_ADMINISTER, current_actor(), None)
    identity = MachineIdentity(*(request.form.get(name, "").replace("\0", "") for name in ("issuer", "client_id")))
    try:
        with transaction() as session:
            service.revoke(session, identity, actor=current_actor(), now=now())
    except NotFound:  # revoked already, perhaps by pressing twice
        pass
    return redirect(url_for("backoffice.clients", done="revoked"), 303)


def _add() -> None:
    form = request.form
    identity = MachineIdentity(form["issuer"], form["client_id"].strip())
    permissions = [Permission(each) for each in form.getlist("permissions")]
    with transaction() as session:
        body = organisation_by_number(session, form["organisation"])
        service.add(session, identity, body, permissions, form.get("name", ""), actor=current_actor(), now=now())


def _wrong() -> dict[str, str]:
    """Return what is wrong with the form itself."""
    form, wrong = request.form, {}
    if form.get("issuer") not in wiring().settings.listed("token_issuers"):
        wrong["issuer"] = _("Choose who gives out the tokens.")
    if not form.get("client_id", "").strip() or len(form.get("client_id", "")) > 255 or not form.get("client_id", "").isprintable():
        wrong["client_id"] = _("Fill in the id that the machine has there.")
    if form.get("organisation", "") not in {body.number for body in _bodies()}:
        wrong["organisation"] = _("Choose an organisation.")
    if not set(form.getlist("permissions")) or not set(form.getlist("permissions")) <= set(MACHINE_PERMISSIONS):
        wrong["permissions"] = _("Choose what the machine may do.")
    return wrong


def _bodies() -> Sequence[Organisation]:
    return organisations_of(reading(), current_actor(), Permission.ORGANISATION_ADMINISTER)


def _page(errors: Mapping[str, str]) -> str:
    chosen = language.current()
    return render_template(
        "backoffice/clients.html",
        here="team",
        clients=asked.listed(reading()),
        words=lambda permission: label(Permission(permission), chosen),
        issuers=[(each, each, "") for each in wiring().settings.listed("token_issuers")],
        bodies=[(body.number, body.names.get(chosen) or body.names["nl"]) for body in _bodies()],
        permissions=[(each.value, label(each, chosen), "") for each in MACHINE_PERMISSIONS],
        errors=errors,
        typed=request.form,
        chosen_permissions=request.form.getlist("permissions"),
        done=_DONE.get(request.args.get("done", ""), str)(),
    )


_DONE = {
    "added": lambda: _("The machine may use the API now."),
    "revoked": lambda: _("The machine has no rights any more."),
}
