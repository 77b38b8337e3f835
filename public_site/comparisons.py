"""Two or three registrations side by side: what each says to the same question.

Which ones is in the address, so a comparison can be passed on. They are chosen
on this page too: whoever came with one is offered others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Row as DatabaseRow

from public_site import as_of
from public_site.addresses import page
from public_site.registrations import current
from register.domain.public_records import RecordState
from register.domain.standard import FIELDS
from register.domain.standard.check import is_excused
from register.domain.standard.fields import Field
from register.domain.standard.pointers import pointer
from register.domain.standard.visibility import Visibility
from register.domain.standard.words import field_words
from register.queries import registrations, suggestions
from register.queries.registrations import Selection, Sort
from register.rendering import answers
from register.rendering.answers import NO_ANSWERS, Answer
from register.web import language
from register.web.context import reading, wiring
from register.web.document import Shown, shown
from register.web.language import N_
from register.web.links import with_query
from register.web.pages import page_url
from register.web.parameters import Flag, NotUnderstood, Problem, Reader

MOST = 3
#: So many others are offered.
OFFERED = 8
TOO_MANY = N_("At most three registrations fit side by side. Take one away first.")


@dataclass(frozen=True, slots=True)
class Row:
    """One question with the answer of each registration; None for one that was not asked it."""

    key: str
    question: str
    answers: Sequence[Answer | None]
    differs: bool


@page("/vergelijken", "/compare", here="search")
def comparison() -> ResponseReturnValue:
    """Show the registrations that the address names, and offer others while there is room."""
    given = Reader(request.args)
    numbers, words, only = given.words("number", None), given.text("q"), given.flag("only")
    given.finish()
    if len(numbers) > MOST:
        raise NotUnderstood([Problem("number", ", ".join(numbers), TOO_MANY)])
    found = [current(number) for number in numbers]
    gone = [row for row in found if row.state == RecordState.WITHDRAWN or row.document is None]
    rows = [row for row in found if row not in gone]
    numbers = tuple(row.number for row in rows)
    documents = [orjson.loads(row.document) for row in rows]
    return render_template(
        "public_site/compare.html",
        columns=[_column(row, document, numbers, only) for row, document in zip(rows, documents, strict=True)],
        rows=[row for row in _rows(documents) if row.differs or not only] if len(documents) > 1 else [],
        gone=gone,
        only=only,
        words=words,
        numbers=numbers,
        other_view=_address(numbers, not only),
        registration_url=lambda number: page_url("public_site.registration", number=number),
        **(_more(rows, documents, words, only) if len(numbers) < MOST else {}),
    )


@dataclass(frozen=True, slots=True)
class Column:
    """A registration in words, and the address of the comparison without it."""

    row: DatabaseRow[Any]
    shown: Shown
    without: str


def _column(row: DatabaseRow[Any], document: Mapping[str, Any], numbers: Sequence[str], only: bool | None) -> Column:  # noqa: FBT001  # as it stands in the address
    return Column(row, shown(document, language.current()), _address([number for number in numbers if number != row.number], only))


def _rows(documents: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return the questions that at least one of them answers, or says why not."""
    fields = [field for field in FIELDS if field.visibility is Visibility.PUBLIC and field.key not in NO_ANSWERS]
    return [_row(field, documents) for field in fields if any(_is_told(document, field) for document in documents)]


def _row(field: Field, documents: Sequence[Mapping[str, Any]]) -> Row:
    """Answer a question for each. Whoever was not asked it says nothing different: only answers, and blanks that are one, differ."""
    heard = [document for document in documents if _is_told(document, field) or answers.is_asked(document, field)]
    said = [answers.answer(document, field, language.current()) if document in heard else None for document in documents]
    told = [_told(document, field) for document in heard]
    return Row(field.key, field_words(field.key, language.current()).show, said, any(each != told[0] for each in told))


def _is_told(document: Mapping[str, Any], field: Field) -> bool:
    return field.key in document or is_excused(document, field.key)


def _told(document: Mapping[str, Any], field: Field) -> tuple[Any, ...]:
    """Return what a document says to a question, and what it says instead. Rows go without their ids, which say nothing."""
    value, address = document.get(field.key), pointer(field.key)
    if isinstance(value, list):
        value = [{key: part for key, part in row.items() if key != "id"} if isinstance(row, Mapping) else row for row in value]
    return (value, (document.get("gaps") or {}).get(address), (document.get("withheld") or {}).get(address))


def _more(rows: Sequence[DatabaseRow[Any]], documents: Sequence[Mapping[str, Any]], words: str, only: bool | None) -> Mapping[str, Any]:  # noqa: FBT001  # as it stands in the address
    """Return what can be put beside them, each with the address of that; where nothing was found also what else to look for."""
    session, index = reading(), wiring().search
    meant = suggestions.as_meant(session, index, Selection(words, as_of=as_of.day(), language=language.current())).selection
    numbers = [row.number for row in rows]
    offered = _offered(rows, documents, meant)
    ways = [] if offered else suggestions.ways_on(session, index, meant)
    return {
        "meant": meant.words,
        "offered": [(row, _address([*numbers, row.number], only)) for row in offered],
        "nowhere": suggestions.nowhere(session, index, meant),
        "ways_on": [(words, total, with_query(_address(numbers, only), [("q", words)])) for words, total in ways],
    }


def _offered(rows: Sequence[DatabaseRow[Any]], documents: Sequence[Mapping[str, Any]], meant: Selection) -> list[DatabaseRow[Any]]:
    """Return others to compare with: what was looked for, or else what uses the same product or has a theme in common."""
    usual = Selection(as_of=as_of.day(), sort=Sort.NEWEST)
    if meant.words:
        chosen = meant
    elif rows and rows[0].product_number:
        chosen = Selection(facets={"product": (rows[0].product_number,)}, as_of=as_of.day(), sort=Sort.NEWEST)
    else:
        chosen = Selection(facets={"theme": documents[0].get("themes", ())}, as_of=as_of.day(), sort=Sort.NEWEST) if documents else usual
    there = {row.number for row in rows}
    found = registrations.listed(reading(), wiring().search, chosen, offset=0, limit=OFFERED + MOST)
    return [row for row in found if row.number not in there][:OFFERED]


def _address(numbers: Sequence[str], only: bool | None) -> str:  # noqa: FBT001  # as it stands in the address
    pairs = [("number", number) for number in numbers]
    rest = [("only", Flag.TRUE if only else "")]
    return with_query(page_url("public_site.comparison"), [*pairs, *rest])
