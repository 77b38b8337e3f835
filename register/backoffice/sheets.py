"""A form of some fields of a document, for entries and products alike: what is shown, what is saved, what comes back.

An answer to a form is one of four: on to the next page (303), the form again
with what is wrong (400), the form beside a colleague's newer text (412), or
the same in JSON for the script that saves while somebody types.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from flask import Response, jsonify, make_response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from register.backoffice.door import wants_json
from register.backoffice.forms import documents, problems
from register.backoffice.forms.controls import Form
from register.backoffice.forms.questions import Beside, Question, question
from register.backoffice.forms.saving import Meeting, WorkingCopy, meet, save
from register.backoffice.forms.values import Raw, new_row_id, rows_name
from register.domain.calendar import day_of
from register.domain.standard import BY_KEY, Field
from register.domain.standard.types import Rows
from register.domain.standard.values import ROW_ID
from register.errors import Problem, Stale
from register.translations import formats
from register.web import language
from register.web.context import now
from register.web.differences import Difference, differences
from register.web.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fields that one page of a form shows, with its title and first sentence."""

    key: str
    title: str
    lead: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A form as a page shows it.

    `raw` is what stands in the inputs; `theirs` what a colleague made of the
    fields that both changed; `taken_over` names the fields that only the
    colleague changed.
    """

    raw: Raw
    document: Mapping[str, Any]
    problems: Sequence[Problem] = ()
    theirs: Mapping[str, Difference] = field(default_factory=dict)
    taken_over: Sequence[str] = ()
    new_rows: Mapping[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """Say it in HTTP."""
        return 412 if self.theirs or self.taken_over else 400 if self.problems else 200

    @property
    def summary(self) -> list[tuple[str, str]]:
        """Return what is wrong, each with the id of its input."""
        return problems.summary(self.problems, language.current(), self.own_language)

    @property
    def own_language(self) -> str:
        """Return the language in which the document is written."""
        return str(self.document.get("language", "nl"))

    def questions(self, sheet: Sheet, beside: Beside) -> list[Question]:
        """Return the questions of a sheet."""
        said = problems.sentences(self.problems, language.current(), self.own_language)
        form = Form(self.raw, said, language.current(), self.own_language, self.new_rows)
        return [question(form, each, self.document, replace(beside, theirs=self.theirs)) for each in sheet.fields]


def opened(document: Mapping[str, Any], sheet: Sheet) -> Shown:
    """Return the form as the document stands, with a new row where one was asked for."""
    list_key, _, new_row = request.args.get("add", "").partition(":")
    is_list = list_key in {each.key for each in sheet.fields if isinstance(each.type, Rows)}
    new_rows = {list_key: new_row} if is_list and ROW_ID.fullmatch(new_row) else {}
    return Shown(documents.written(document, sheet.fields), document, new_rows=new_rows)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer to a form needs of its page.

    `show` renders the form again, `address` gives the page to go on to by the
    button that was pressed, `current` reads the document and its revision anew.
    """

    sheet: Sheet
    copy: WorkingCopy
    revision: int
    show: Callable[[Shown], str]
    address: Callable[[str], str]
    current: Callable[[], tuple[Mapping[str, Any], int]]
    then: Callable[[], None]


def answer(page: Answered) -> BaseResponse:
    """Save what was typed and answer."""
    raw = _without_removed_row(request.form.to_dict(flat=False))
    today = day_of(now())
    if request.form.get("revision") != str(page.revision):
        return _met(page, raw)
    try:
        outcome = save(page.copy, raw, page.sheet.fields, today)
    except Stale:
        return _met(page, raw)
    page.then()
    if wants_json():
        return _as_json(page, outcome.problems)
    if outcome.problems:
        new_rows = _added()
        shown = Shown(raw, outcome.document, outcome.problems, new_rows=new_rows)
        return make_response(page.show(_marked_anew(shown, page.sheet)), shown.status)
    return redirect(_onward(page), 303)


def _met(page: Answered, raw: Raw) -> BaseResponse:
    """Answer somebody who was second: with both texts, unless there is nothing of theirs left to save."""
    document, _revision = page.current()
    meeting = meet(raw, document, page.sheet.fields, day_of(now()))
    if not meeting.has_own_changes:
        return _as_json(page, ()) if wants_json() else redirect(_onward(page), 303)
    if wants_json():
        return make_response(jsonify(message=_("A colleague edited this too. Your text is kept. See both texts."), conflict=True), 412)
    shown = Shown(
        meeting.raw, document, theirs=_theirs(meeting, document, page.sheet), taken_over=meeting.theirs or _OTHER_PAGE, new_rows=_added()
    )
    return make_response(page.show(shown), 412)


#: The colleague changed something that this page does not show.
_OTHER_PAGE = ("",)


def _theirs(meeting: Meeting, document: Mapping[str, Any], sheet: Sheet) -> dict[str, Difference]:
    """Compare what stands there now with what was typed, for the fields that both changed."""
    typed = documents.read(meeting.raw, document, sheet.fields, day_of(now()))
    return {each.key: each for each in differences(document, typed, language.current()) if each.key in meeting.disputed}


def _marked_anew(shown: Shown, sheet: Sheet) -> Shown:
    """Mark how the fields stand now that a part was saved, so that the rest can be saved on top of it."""
    marks = {documents.mark(each.key): [documents.digest(shown.document, each.key)] for each in sheet.fields}
    return replace(shown, raw={**shown.raw, **marks})


def _as_json(page: Answered, found: Sequence[Problem]) -> Response:
    document, revision = page.current()
    time = formats.clock(now())
    message = _("Saved at %(time)s", time=time)
    if found:
        fields = len({each.pointer for each in found})
        message = ngettext("Saved at %(time)s, but for %(n)s field", "Saved at %(time)s, but for %(n)s fields", fields, n=fields, time=time)
    marks = {documents.mark(each.key): documents.digest(document, each.key) for each in page.sheet.fields}
    return make_response(jsonify(message=message, revision=revision, marks=marks), 200)


def _onward(page: Answered) -> str:
    added = _added()
    if added:
        ((key, row),) = added.items()
        first = BY_KEY[key].members[0].key
        return f"{page.address('stay')}?add={key}:{row}#{problems.control_id(f'{key}.{row}.{first}')}"
    if "remove" in request.form:
        return f"{page.address('stay')}#{problems.control_id(request.form['remove'].partition(':')[0])}"
    if "settle" in request.form:
        return page.address("stay")
    return page.address(request.form.get("then", "stay"))


def _added() -> dict[str, str]:
    """Return the list to which a row was asked for, with the id of the new row."""
    key = request.form.get("add", "")
    return {key: new_row_id()} if key in BY_KEY and isinstance(BY_KEY[key].type, Rows) else {}


def _without_removed_row(raw: dict[str, list[str]]) -> dict[str, list[str]]:
    key, _, row = request.form.get("remove", "").partition(":")
    if not row:
        return raw
    return {**raw, rows_name(key): [each for each in raw.get(rows_name(key), ()) if each != row]}


def saved_at(updated_at: datetime) -> datetime | None:
    """Return when it was saved, right after saving."""
    return updated_at if "saved" in request.args else None
