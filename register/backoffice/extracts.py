"""Extracts for regulators: choose a selection within one's remit, as of any day, and take it along as JSON or on paper.

Each list that is shown and each extract that is taken is written in the audit
trail, and no body sees it there.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO

from flask import Response, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from register.adapters import pdf
from register.backoffice import asking, extract_choices, extract_prints
from register.backoffice.door import blueprint
from register.domain.ai_act.facts import AnnexIiiPoint
from register.domain.calendar import day_of
from register.domain.extracts import MOST_ON_PAPER
from register.domain.permissions import Permission, require
from register.queries import extracts as asked
from register.queries import public_state
from register.queries.extracts import ExtractSelection, Found
from register.rendering import extracts
from register.rendering.extracts import Head, Written
from register.services import audit
from register.translations.formats import localised
from register.web import language, selections
from register.web.context import now, reading, transaction, wiring
from register.web.language import N_, _
from register.web.links import Pairs, with_query
from register.web.logins import current_actor
from register.web.parameters import NotUnderstood, Reader

PER_PAGE = 100
DAY = ("asOf-day", "asOf-month", "asOf-year")
NOT_A_DAY = N_("This is not a day that has been. Give day, month and year, for example 31 3 2026.")

#: A file that is larger waits on the disk until it was sent.
_IN_MEMORY = 2_000_000
_PIECE = 64_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose, and what is wrong with it: the field and a sentence."""

    selection: ExtractSelection
    errors: Sequence[tuple[str, str]] = ()

    @property
    def pairs(self) -> Pairs:
        """Return what was chosen, to go along in an address or a form."""
        return (*selections.pairs(self.selection.public), *(("point", point) for point in self.selection.points))


@blueprint.get("/extracts")
def extract() -> str | Response:
    """Choose a selection, see what is in it, and write down that it was seen: it may name what is out of sight."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    chosen = _chosen(request.args)
    if chosen.errors:
        return _refused(chosen, request.args)
    there = _found(chosen)
    page, last = asking.page(len(there.rows), PER_PAGE)
    records = asked.listed(reading(), wiring().search, there, offset=(page - 1) * PER_PAGE, limit=PER_PAGE)
    with transaction() as session:
        audit.record(
            session,
            "extract.listed",
            "extract",
            actor=current_actor(),
            now=now(),
            count=there.total,
            page=page,
            selection=chosen.selection.noted(),
        )
    return render_template(
        "backoffice/extracts.html",
        **_form(chosen, request.args),
        records=records,
        unlisted=there.unlisted[:PER_PAGE],
        unlisted_total=len(there.unlisted),
        total=there.total,
        page=page,
        last=last,
        address=lambda n: with_query(url_for("backoffice.extract"), [*chosen.pairs, ("page", str(n) if n > 1 else "")]),
    )


@blueprint.post("/extracts.json")
def extract_json() -> BaseResponse:
    """Give the selection as one file that proves itself, and write down that it was taken."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    chosen = _chosen(request.form)
    if chosen.errors:
        return _refused(chosen, request.form)
    with ExitStack() as until_sent:
        file: IO[bytes] = until_sent.enter_context(SpooledTemporaryFile(_IN_MEMORY))
        written = extracts.write(file, _head(chosen), asked.extracted(reading(), _found(chosen)))
        _note(chosen, "json", written)
        file.seek(0)
        until_sent.pop_all()
    return _file(_pieces(file), "application/json", f"{_name(written)}.json")


@blueprint.post("/extracts.pdf")
def extract_pdf() -> BaseResponse:
    """Give the selection on paper, and write down that it was taken. More than fits leads back to the page, which says so."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    chosen = _chosen(request.form)
    if chosen.errors:
        return _refused(chosen, request.form)
    there = _found(chosen)
    if not 0 < there.total <= MOST_ON_PAPER:
        return redirect(with_query(url_for("backoffice.extract"), chosen.pairs), 303)
    records = list(asked.extracted(reading(), there))
    written = extracts.write(BytesIO(), _head(chosen), records)
    printed = wiring().pdf.print(extract_prints.html(chosen.selection, records, written.sha256))
    _note(chosen, "pdf", written)
    return _file([printed], "application/pdf", f"{_name(written)}.pdf")


def _found(chosen: Chosen) -> Found:
    return asked.found(reading(), wiring().search, current_actor(), chosen.selection)


def _head(chosen: Chosen) -> Head:
    return Head(chosen.selection.told(), wiring().settings.base_url, made_at=now(), sequence=public_state.state(reading()).sequence)


def _note(chosen: Chosen, form: str, written: Written) -> None:
    """Write down that an extract was taken: which selection, in which form, how many, and the hash by which it is known again."""
    with transaction() as session:
        audit.record(
            session,
            "extract.taken",
            "extract",
            actor=current_actor(),
            now=now(),
            form=form,
            count=written.count,
            sha256=written.sha256,
            selection=chosen.selection.noted(),
        )


def _chosen(given: MultiDict[str, str]) -> Chosen:
    """Read a selection, by the keys of the search page. A key with a value that cannot be is said, never left out unseen."""
    day, error = _day(given)
    reader = Reader(given)
    public = selections.read(reader, as_of=day, today=day_of(now()))
    points = reader.words("point", AnnexIiiPoint)
    errors = [("asOf", error)] if error else []
    try:
        reader.finish()
    except NotUnderstood as wrong:
        errors += [(problem.name, f"{_(problem.sentence)} ({problem.name}: {problem.value})") for problem in wrong.problems]
    return Chosen(ExtractSelection(public, points), errors)


def _day(given: MultiDict[str, str]) -> tuple[date | None, str]:
    """Return the day that was chosen, None for now, and what is wrong with it."""
    parts = [given.get(name, "").strip() for name in DAY]
    if not any(parts):
        parts = list(reversed(given["asOf"].split("-"))) if given.get("asOf") else []
    if not parts:
        return None, ""
    try:
        day, month, year = (int(part) for part in parts)
        found = date(year, month, day)
    except ValueError:
        return None, _(NOT_A_DAY)
    if found > day_of(now()):
        return None, _(NOT_A_DAY)
    return (None if found == day_of(now()) else found), ""


def _refused(chosen: Chosen, given: MultiDict[str, str]) -> Response:
    shown = render_template("backoffice/extracts.html", **_form(chosen, given), records=[], unlisted=[], unlisted_total=0, total=0)
    return make_response(shown, 400)


def _form(chosen: Chosen, given: MultiDict[str, str]) -> dict[str, object]:
    """Return what the form shows: what can be chosen, and what was."""
    day, bodies = chosen.selection.public.as_of, dict(asked.bodies_of(reading(), current_actor()))
    parts = (day.day, day.month, day.year) if day else ("", "", "")
    return {
        "here": "work",
        "bodies": [(number, localised(names, language.current()).text, "") for number, names in bodies.items()],
        "words": given.get("q", ""),
        "choices": extract_choices.choices(chosen.selection, bodies),
        "chips": [] if chosen.errors else extract_choices.chips(chosen.selection, bodies, chosen.pairs, url_for("backoffice.extract")),
        "others": extract_choices.without_field(chosen.pairs),
        "day": {name: given.get(f"asOf-{name}") or part for name, part in zip(("day", "month", "year"), parts, strict=True)},
        "errors": chosen.errors,
        "pairs": chosen.pairs,
        "has_pdf": pdf.is_available(),
        "most_on_paper": MOST_ON_PAPER,
    }


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def _name(written: Written) -> str:
    return f"extract-{day_of(now()).isoformat()}-{written.sha256[:8]}"


def _file(content: Iterator[bytes] | Sequence[bytes], mimetype: str, name: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
