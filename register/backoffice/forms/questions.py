"""The questions of a form, made from the standard: each with its inputs, help, remarks, and what the product or a colleague says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from register.backoffice.forms import documents
from register.backoffice.forms.controls import Control, Form, Words, localised, options_of, single
from register.backoffice.forms.problems import control_id
from register.backoffice.forms.values import rows_name, text_at
from register.domain.standard import Field
from register.domain.standard import types as t
from register.domain.standard.conditions import Stage
from register.domain.standard.pointers import pointer
from register.domain.standard.translations import stale
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import GapState, WithholdingGround
from register.domain.standard.words import field_words, member_help, member_label
from register.rendering.answers import Answer
from register.translations import N_

_VISIBILITY = {
    Visibility.PUBLIC: N_("Public"),
    Visibility.REGULATOR: N_("For regulators only"),
    Visibility.ORGANISATION: N_("For your own organisation only"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """An input, and its translation when it is a text."""

    main: Control
    translation: Control | None = None
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list with its inputs."""

    id: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Excuse:
    """The inputs that tell why there is no answer, or why it is not public."""

    name: str
    id: str
    chosen: str
    text: str
    dates: Mapping[str, str]
    options: tuple[tuple[str, str, str], ...]
    errors: Mapping[str, Sequence[str]]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Return the options as a list shows them: without what they mean."""
        return [(value, words) for value, words, _ in self.options]


@dataclass(frozen=True, slots=True)
class Said:
    """A remark on a field, with the name of who made it."""

    id: int
    text: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a form: what the product says, what colleagues say, and what one of them wrote instead."""

    product: Mapping[str, Answer]
    remarks: Mapping[str, Sequence[Said]]
    theirs: Mapping[str, Any]
    #: Products cannot stay open or be withheld: those are acts of a body.
    has_excuses: bool = True
    #: What a product needs to be published; None where the standard says it, as for registrations.
    needed: frozenset[str] | None = None
    #: Other words than the standard's, for what is asked of a product itself.
    words: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A field as a form asks it. `shape` is single, group (a composite) or rows."""

    key: str
    id: str
    shape: str
    label: str
    help: str
    example: str
    note: str
    visibility: str
    errors: tuple[str, ...]
    was: str
    parts: tuple[Part, ...] = ()
    rows: tuple[Row, ...] = ()
    most_rows: int = 0
    gap: Excuse | None = None
    withheld: Excuse | None = None
    product: Answer | None = None
    is_own: bool = True
    remarks: tuple[Said, ...] = ()
    theirs: Any = None


def question(form: Form, field: Field, document: Mapping[str, Any], beside: Beside) -> Question:
    """Return a field of the standard as a question."""
    words = field_words(field.key, form.language)
    said = beside.words.get(field.key, Words(words.ask, words.help, words.example))
    said = replace(said, note=_note(field, document, form, beside.needed))
    shape, parts, rows = _body(form, field, said, document)
    has_excuses = beside.has_excuses
    return Question(
        key=field.key,
        id=control_id(field.key),
        shape=shape,
        label=said.label,
        help=said.help,
        example=said.example,
        note=said.note,
        visibility=form.say(_VISIBILITY[field.visibility]),
        errors=form.errors_at(field.key),
        was=text_at(form.raw, documents.mark(field.key)),
        parts=parts,
        rows=rows,
        most_rows=field.type.maximum if isinstance(field.type, t.Rows) else 0,
        gap=_gap(form, field) if has_excuses and documents.may_be_open(field, document) else None,
        withheld=_withholding(form, field) if has_excuses and documents.may_be_withheld(field, document) else None,
        product=beside.product.get(field.key),
        is_own=_has_something(form, field),
        remarks=tuple(beside.remarks.get(field.key, ())),
        theirs=beside.theirs.get(field.key),
    )


def _body(form: Form, field: Field, words: Words, document: Mapping[str, Any]) -> tuple[str, tuple[Part, ...], tuple[Row, ...]]:
    if isinstance(field.type, t.Composite):
        return "group", _members(form, field, field.key, pointer(field.key), document), ()
    if isinstance(field.type, t.Rows):
        ids = [*form.raw.get(rows_name(field.key), ())]
        added = form.new_rows.get(field.key)
        ids += [added] if added and added not in ids else []
        rows = tuple(
            Row(each, _members(form, field, f"{field.key}.{each}", pointer(field.key, each), document, in_row=True)) for each in ids
        )
        return "rows", (), rows
    return "single", (_part(form, field.type, field.key, words, pointer(field.key), document),), ()


def _members(form: Form, field: Field, name: str, address: str, document: Mapping[str, Any], *, in_row: bool = False) -> tuple[Part, ...]:
    parts = []
    for member in field.members:
        may_be_empty = "" if member.is_required else form.say(N_("(may be left empty)"))
        words = Words(
            member_label(field.key, member.key, form.language), member_help(field.key, member.key, form.language), note=may_be_empty
        )
        here = address + pointer(member.key)
        parts.append(_part(form, member.type, f"{name}.{member.key}", words, here, document, in_row=in_row))
    return tuple(parts)


def _part(form: Form, kind: t.Type, name: str, words: Words, address: str, document: Mapping[str, Any], *, in_row: bool = False) -> Part:
    if not isinstance(kind, t.Text | t.Rich):
        return Part(single(form, kind, name, words, in_row=in_row))
    other = "en" if form.own_language == "nl" else "nl"
    name_of_other = form.say(N_("in English")) if other == "en" else form.say(N_("in Dutch"))
    translation = localised(form, kind, name, Words(f"{words.label} ({name_of_other})"), other)
    return Part(localised(form, kind, name, words, form.own_language), translation, (other, address) in stale(document))


def _note(field: Field, document: Mapping[str, Any], form: Form, needed_here: frozenset[str] | None) -> str:
    """Say for what a question has to be answered, as the document stands."""
    if needed_here is not None:
        return form.say(N_("(needed to publish)")) if field.key in needed_here else form.say(N_("(may be left empty)"))
    needed = field.needed
    if needed is not None and needed.applies(document, Stage.SUBMIT):
        return form.say(N_("(needed to submit)"))
    if needed is not None and needed.applies(document, Stage.PUBLISH):
        return form.say(N_("(needed to publish)"))
    return form.say(N_("(may be left empty)"))


def _gap(form: Form, field: Field) -> Excuse:
    name = f"gaps.{field.key}"
    none = ("", form.say(N_("Not needed: the answer is here, or still to come")), "")
    inputs = ("since-day", "since-month", "since-year", "expected-month", "expected-year")
    return Excuse(
        name,
        control_id(f"{name}.").removesuffix("-"),
        text_at(form.raw, f"{name}.state"),
        text_at(form.raw, f"{name}.note"),
        {each.replace("-", "_"): text_at(form.raw, f"{name}.{each}") for each in inputs},
        (none, *options_of(GapState, form.language)),
        {part: form.errors_at(f"{name}.{part}") for part in ("state", "since", "expected", "note") if form.errors_at(f"{name}.{part}")},
    )


def _withholding(form: Form, field: Field) -> Excuse:
    name = f"withheld.{field.key}"
    return Excuse(
        name,
        control_id(f"{name}.").removesuffix("-"),
        text_at(form.raw, f"{name}.ground"),
        text_at(form.raw, f"{name}.reason"),
        {part: text_at(form.raw, f"{name}.review-{part}") for part in ("day", "month", "year")},
        options_of(WithholdingGround, form.language),
        {part: form.errors_at(f"{name}.{part}") for part in ("ground", "reason", "review") if form.errors_at(f"{name}.{part}")},
    )


def _has_something(form: Form, field: Field) -> bool:
    """Say whether the form holds an answer of the body itself, or something is wrong with it."""
    prefixes = (field.key, f"{field.key}.", f"{field.key}-", f"{field.key}:")
    names = [name for name in form.raw if name == field.key or name.startswith(prefixes[1:])]
    is_wrong = any(name == field.key or name.startswith(prefixes[1:]) for name in form.errors)
    return is_wrong or field.key in form.new_rows or any(value.strip() for name in names for value in form.raw[name])
