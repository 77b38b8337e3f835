"""Extracts for regulators: choose a selection within one's remit, as of any day, and take it along as JSON or on paper.

Looking at the list is free; taking it is written in the audit trail, and no
body sees it there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask import Response, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from register.adapters import pdf
from register.backoffice import extract_prints
from register.backoffice.door import blueprint
from register.domain.ai_act.facts import AnnexIiiPoint
from register.domain.ai_act.outcome import RiskCategory
from register.domain.calendar import day_of
from register.domain.extracts import MOST_ON_PAPER, Extracted, ExtractSelection
from register.domain.permissions import Permission, require
from register.domain.standard.values import is_number
from register.domain.standard.vocabularies import Status, Theme
from register.labels import label
from register.queries import extracts as asked
from register.queries import public_state
from register.rendering import extracts
from register.services import audit
from register.translations.formats import localised
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.language import N_, _
from register.web.links import with_query
from register.web.logins import current_actor

#: As many as the page names; the files hold all.
MOST_LISTED = 100
DAY = ("as_of-day", "as_of-month", "as_of-year")
NOT_A_DAY = N_("This is not a day that has been. Give day, month and year, for example 31 3 2026.")

#: What can be chosen besides bodies, by the name of the input.
CHOICES: Mapping[str, type[StrEnum]] = {"category": RiskCategory, "point": AnnexIiiPoint, "theme": Theme, "status": Status}
TITLES = {
    "category": N_("Risk under the AI Act"),
    "point": N_("Points of Annex III"),
    "theme": N_("Themes"),
    "status": N_("Status"),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose, and what is wrong with the day that they typed."""

    selection: ExtractSelection
    error: str = ""


@blueprint.get("/extracts")
def extract() -> str | Response:
    """Choose a selection, and see what is in it."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    chosen = _chosen(request.args)
    shown = _page(chosen, request.args)
    return make_response(shown, 400) if chosen.error else shown


@blueprint.post("/extracts.json")
def extract_json() -> BaseResponse:
    """Give the selection as one file that proves itself, and write down that it was taken."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    chosen = _chosen(request.form)
    if chosen.error:
        return make_response(_page(chosen, request.form), 400)
    records = list(asked.extracted(reading(), current_actor(), chosen.selection))
    file, proof = extracts.written(_content(chosen.selection, records))
    _note(chosen.selection, "json", len(records), proof)
    return _file(file, "application/json", f"{_name(proof)}.json")


@blueprint.post("/extracts.pdf")
def extract_pdf() -> BaseResponse:
    """Give the selection on paper, and write down that it was taken. More than fits leads back to the page, which says so."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    chosen = _chosen(request.form)
    if chosen.error:
        return make_response(_page(chosen, request.form), 400)
    records = list(asked.extracted(reading(), current_actor(), chosen.selection))
    if not 0 < len(records) <= MOST_ON_PAPER:
        return redirect(with_query(url_for("backoffice.extract"), _pairs(request.form)), 303)
    told = _content(chosen.selection, records)
    _json, proof = extracts.written(told)
    printed = wiring().pdf.print(extract_prints.html(chosen.selection, records, proof))
    _note(chosen.selection, "pdf", len(records), proof)
    return _file(printed, "application/pdf", f"{_name(proof)}.pdf")


def _content(selection: ExtractSelection, records: Sequence[Extracted]) -> extracts.Json:
    return extracts.content(
        selection, records, made_at=now(), sequence=public_state.state(reading()).sequence, register=wiring().settings.base_url
    )


def _note(selection: ExtractSelection, form: str, count: int, proof: str) -> None:
    """Write down that an extract was taken: which selection, in which form, how many, and the hash by which it is known again."""
    with transaction() as session:
        audit.record(
            session, "extract.taken", "extract", actor=current_actor(), now=now(), form=form, count=count, sha256=proof, **selection.told()
        )


def _chosen(given: MultiDict[str, str]) -> Chosen:
    """Read a selection; words and numbers that are none are left out, so that nothing typed gets further. A day that cannot be is said."""
    words = {name: tuple(word for word in given.getlist(name) if word in set(vocabulary)) for name, vocabulary in CHOICES.items()}
    day, error = _day(given)
    return Chosen(
        ExtractSelection(
            organisations=tuple(number for number in given.getlist("organisation") if is_number(number)),
            points=words["point"],
            themes=words["theme"],
            categories=words["category"],
            statuses=words["status"],
            as_of=day,
        ),
        error,
    )


def _day(given: MultiDict[str, str]) -> tuple[date | None, str]:
    parts = [given.get(name, "").strip() for name in DAY]
    if not any(parts):
        return None, ""
    try:
        day, month, year = (int(part) for part in parts)
        found = date(year, month, day)
    except ValueError:
        return None, _(NOT_A_DAY)
    return (found, "") if found <= day_of(now()) else (None, _(NOT_A_DAY))


def _page(chosen: Chosen, given: MultiDict[str, str]) -> str:
    records = [] if chosen.error else list(asked.extracted(reading(), current_actor(), chosen.selection))
    bodies = [(number, localised(names, language.current()).text, "") for number, names in asked.bodies_of(reading(), current_actor())]
    return render_template(
        "backoffice/extracts.html",
        here="work",
        records=[(record, extract_prints.named(record)) for record in records[:MOST_LISTED]],
        total=len(records),
        most_listed=MOST_LISTED,
        most_on_paper=MOST_ON_PAPER,
        has_pdf=pdf.is_available(),
        bodies=bodies,
        choices=[
            (name, _(TITLES[name]), [(member.value, label(member, language.current()), "") for member in vocabulary], given.getlist(name))
            for name, vocabulary in CHOICES.items()
        ],
        chosen_bodies=given.getlist("organisation"),
        day={part: given.get(f"as_of-{part}", "")[:4] for part in ("day", "month", "year")},
        error=chosen.error,
        pairs=_pairs(given),
    )


def _pairs(given: MultiDict[str, str]) -> list[tuple[str, str]]:
    """Return what was chosen, to go along in an address or a form."""
    return [(name, value) for name in ("organisation", *CHOICES, *DAY) for value in given.getlist(name) if value]


def _name(proof: str) -> str:
    return f"extract-{day_of(now()).isoformat()}-{proof[:8]}"


def _file(content: bytes, mimetype: str, name: str) -> Response:
    response = make_response(content)
    response.mimetype = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
