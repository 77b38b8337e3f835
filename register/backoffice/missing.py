"""What is still missing: to submit, and to publish, each thing with the way to its question."""

from dataclasses import dataclass

from flask import render_template, url_for

from register.backoffice.door import blueprint
from register.backoffice.forms import problems
from register.backoffice.sections import may_fill_in, steps, whole
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState
from register.domain.permissions import Permission
from register.domain.standard import BY_KEY
from register.domain.standard.check import check
from register.domain.standard.completeness import asked_fields, score
from register.domain.standard.conditions import Stage
from register.domain.standard.values import is_empty
from register.domain.standard.words import field_words
from register.errors import Problem
from register.models import Entry
from register.queries import entries as asked
from register.queries import products as asked_products
from register.web import language
from register.web.context import now, reading
from register.web.logins import current_actor

#: So many questions with the most weight are suggested for a fuller registration.
SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something to put right: what it is called, what is wrong, what to do, and where."""

    label: str
    message: str
    remedy: str
    href: str


@blueprint.get("/registrations/<number:number>/missing")
def missing(number: str) -> str:
    """Show what is missing to submit and to publish."""
    return page(asked.by_number(reading(), number, current_actor()))


def page(entry: Entry, *, refused: int = 0) -> str:
    """Return the page; `refused` counts what stood in the way of submitting just now."""
    full = whole(entry)
    to_submit = problems_at(entry, Stage.SUBMIT)
    to_publish = [each for each in problems_at(entry, Stage.PUBLISH) if each not in to_submit]
    open_fields = [field for field in asked_fields(full) if field.weight and is_empty(full.get(field.key))]
    named = {parts for each in (*to_submit, *to_publish) for parts in [problems.place(each.pointer, "nl").split(".")[0]]}
    suggested = sorted((field for field in open_fields if field.key not in named), key=lambda field: -field.weight)
    return render_template(
        "backoffice/missing.html",
        here="registrations",
        entry=entry,
        to_submit=[lacking(entry, each) for each in to_submit],
        to_publish=[lacking(entry, each) for each in to_publish],
        suggested=[(field_words(each.key, language.current()).ask, _href(entry, each.key, each.key)) for each in suggested[:SUGGESTIONS]],
        steps=steps(entry, full),
        percent=score(full).percent,
        may_fill_in=may_fill_in(entry),
        may_submit=current_actor().may(Permission.ENTRY_SUBMIT, entry.organisation_id) and entry.draft_state is DraftState.DRAFTING,
        refused=refused,
    )


def problems_at(entry: Entry, stage: Stage) -> list[Problem]:
    """Return all that stands in the way of a stage."""
    inherited = asked_products.inherited_by(reading(), entry.document)
    return check(entry.document, stage=stage, today=day_of(now()), inherited=inherited)


def lacking(entry: Entry, each: Problem) -> Lacking:
    """Say a problem in words, with the way to its question."""
    chosen = language.current()
    place = problems.place(each.pointer, str(entry.document.get("language", "nl")))
    key = place.removeprefix("gaps.").removeprefix("withheld.").split(".")[0]
    return Lacking(problems.label(place, chosen) or place, each.message[chosen], problems.remedy(each, chosen), _href(entry, key, place))


def _href(entry: Entry, key: str, place: str) -> str:
    if key not in BY_KEY:
        return ""
    own = str(entry.document.get("language", "nl"))
    target = problems.control_id(problems.place(f"/{key}", own) if place == key else place)
    return url_for("backoffice.section", number=entry.number, section=BY_KEY[key].section.value) + f"#{target}"
