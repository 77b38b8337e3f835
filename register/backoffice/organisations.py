"""Public bodies: their own details, whether one person may publish there, and for administrators all of them."""

from collections.abc import Mapping

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import asking
from register.backoffice.door import blueprint
from register.backoffice.forms.controls import options_of
from register.backoffice.forms.problems import sentences, taken
from register.backoffice.transitions import revision
from register.domain.organisations import OrganisationType, folded_name
from register.domain.permissions import Permission, require
from register.errors import Conflict, Invalid, NotFound, Stale
from register.labels import label
from register.models import Organisation
from register.queries.organisations import organisation_by_number, organisations_of
from register.services import organisations as service
from register.services.organisations import Details
from register.web import language
from register.web.context import now, reading, transaction
from register.web.language import _
from register.web.logins import current_actor

Errors = Mapping[str, list[str]]
PER_PAGE = 50


@blueprint.get("/organisations")
def organisations() -> str:
    """Show all bodies to administrators."""
    require(Permission.ORGANISATION_ADMINISTER, current_actor(), None)
    words = asking.words()
    found = [
        body
        for body in organisations_of(reading(), current_actor(), Permission.ORGANISATION_ADMINISTER)
        if folded_name(words) in body.folded_name
    ]
    page, last = asking.page(len(found), PER_PAGE)
    return render_template(
        "backoffice/organisations.html",
        here="team",
        organisations=found[(page - 1) * PER_PAGE : page * PER_PAGE],
        total=len(found),
        q=words,
        page=page,
        last=last,
        address=lambda n: url_for("backoffice.organisations", q=words or None, page=n if n > 1 else None),
        words=lambda member: label(member, language.current()),
    )


@blueprint.get("/organisations/new")
def new_organisation() -> str:
    """Show the form for another body."""
    require(Permission.ORGANISATION_ADMINISTER, current_actor(), None)
    return _page(None, Details(), {})


@blueprint.post("/organisations/new")
def create_organisation() -> Response:
    """Add a body."""
    require(Permission.ORGANISATION_ADMINISTER, current_actor(), None)
    details = _typed(Details())
    try:
        with transaction() as session:
            number = service.create(session, details, actor=current_actor(), now=now()).number
    except (Invalid, Conflict) as refused:
        return make_response(_page(None, details, _errors(refused)), 400)
    return redirect(url_for("backoffice.organisation_details", number=number, done="created"), 303)


@blueprint.get("/organisations/<number:number>")
def organisation_details(number: str) -> str:
    """Show what is kept of a body, to change it."""
    organisation = _editable(number)
    return _page(organisation, service.details_of(reading(), organisation), {})


@blueprint.post("/organisations/<number:number>")
def change_organisation(number: str) -> Response:
    """Change what is kept of a body: its own administrator the website and contact, the register's administrators everything."""
    organisation = _editable(number)
    kept = service.details_of(reading(), organisation)
    details = _typed(kept)
    if details == kept:
        return redirect(url_for("backoffice.organisation_details", number=number, done="saved"), 303)
    try:
        with transaction() as session:
            service.change(session, number, details, revision=revision(), actor=current_actor(), now=now())
    except (Invalid, Conflict) as refused:
        return make_response(_page(organisation, details, _errors(refused)), 400)
    except Stale:
        return make_response(_page(_editable(number), details, {}, kept=kept), 412)
    return redirect(url_for("backoffice.organisation_details", number=number, done="saved"), 303)


@blueprint.post("/organisations/<number:number>/flow")
def choose_flow(number: str) -> Response:
    """Choose whether one person may write and publish, or allow a body to choose so."""
    _editable(number)
    is_yes = request.form.get("flow") == "single"
    with transaction() as session:
        if request.form.get("what") == "allow":
            service.allow_single_flow(session, number, is_allowed=is_yes, actor=current_actor(), now=now())
        else:
            service.choose_single_flow(session, number, is_chosen=is_yes, actor=current_actor(), now=now())
    return redirect(url_for("backoffice.organisation_details", number=number, done="flow") + "#flow", 303)


def _page(organisation: Organisation | None, details: Details, errors: Errors, *, kept: Details | None = None) -> str:
    may_administer = current_actor().may(Permission.ORGANISATION_ADMINISTER, None)
    others = organisations_of(reading(), current_actor(), Permission.ORGANISATION_ADMINISTER) if may_administer else []
    return render_template(
        "backoffice/organisation.html",
        here="team",
        organisation=organisation,
        details=details,
        errors=errors,
        kept=kept,
        types=[(value, words) for value, words, _more in options_of(OrganisationType, language.current())],
        type_words=label(details.type, language.current()),
        parents=[(each.number, each.names["nl"]) for each in others if organisation is None or each.id != organisation.id],
        may_administer=may_administer,
        done=_DONE.get(request.args.get("done", ""), str)(),
    )


def _typed(kept: Details) -> Details:
    """Read the form; what it does not show stays as it is."""

    def given(name: str, stands: str) -> str:
        return request.form.get(name, stands).strip()

    kind = request.form.get("type", kept.type)
    return Details(
        names={each: text for each in language.LANGUAGES if (text := given(f"names.{each}", kept.names.get(each, "")))},
        type=OrganisationType(kind) if kind in set(OrganisationType) else kept.type,
        abbreviation=given("abbreviation", kept.abbreviation),
        parent=given("parent", kept.parent),
        tooi=given("tooi", kept.tooi),
        website=given("website", kept.website),
        contact=given("contact", kept.contact),
    )


def _errors(refused: Invalid | Conflict) -> Errors:
    problems = refused.problems if isinstance(refused, Invalid) else [taken(str(refused.details.get("pointer", "")))]
    found: dict[str, list[str]] = {}
    for place, lines in sentences(problems, language.current(), "nl").items():
        found.setdefault("names.nl" if place in {"names", ""} else place, []).extend(lines)
    return found


def _editable(number: str) -> Organisation:
    """Return a body to whoever may change it. Raises `NotFound` or `NotAllowed`."""
    organisation = organisation_by_number(reading(), number)
    if not current_actor().may(Permission.MEMBER_READ, organisation.id):
        raise NotFound
    require(Permission.ORGANISATION_EDIT, current_actor(), organisation.id)
    return organisation


_DONE = {
    "created": lambda: _("The organisation was added. Now give its administrator a role."),
    "saved": lambda: _("Saved. The public page shows it."),
    "flow": lambda: _("Saved. The public page shows how you publish."),
}
