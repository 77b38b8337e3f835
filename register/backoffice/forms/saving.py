"""Saving what a form holds: what is right is kept at once, what is not comes back with everything that was typed.

Two people's changes are told apart field by field, by the marks that the form
carries of how each field stood when it was made.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from register.backoffice.forms import documents
from register.backoffice.forms.problems import taken
from register.backoffice.forms.values import Raw, text_at
from register.domain.standard import Field
from register.domain.standard.pointers import parts
from register.errors import Conflict, Invalid, Problem
from register.services import cleaning
from register.services.entries import Checked


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """What a form edits: the document as it stands, and how it is checked and kept.

    `store` opens the transaction, and returns the new revision.
    """

    document: Mapping[str, Any]
    prepare: Callable[[Mapping[str, Any]], Checked]
    store: Callable[[Checked], int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of saving: the document that stands now, its revision (None: nothing was written), and what is wrong with the rest."""

    document: Mapping[str, Any]
    revision: int | None
    problems: tuple[Problem, ...] = ()


def save(copy: WorkingCopy, raw: Raw, fields: Sequence[Field], today: date) -> Outcome:
    """Keep every field that is right; leave the others as they were and say what is wrong with each."""
    wanted = documents.read(raw, copy.document, fields, today)
    keys = {field.key for field in fields}
    rejected: set[str] = set()
    problems: list[Problem] = []
    while True:
        try:
            checked = _checked(copy, documents.with_base(wanted, copy.document, rejected))
            if _is_same(checked.document, copy.document):
                return Outcome(copy.document, None, tuple(problems))
            return Outcome(checked.document, copy.store(checked), tuple(problems))
        except (Invalid, Conflict) as refused:
            found = _problems(refused)
        wrong = {_key_of(each) for each in found} & keys
        problems += [each for each in found if each not in problems and _key_of(each) not in rejected]
        if rejected == keys:  # the document was wrong before anybody typed
            return Outcome(copy.document, None, tuple(problems))
        rejected = rejected | wrong if wrong - rejected else keys


@dataclass(frozen=True, slots=True)
class Meeting:
    """A form that meets a newer document.

    `raw` is the form as it goes on: the colleague's words in the fields that
    this person left alone. `disputed` are the fields that both changed,
    `theirs` those that only the colleague did, `own` those that only this
    person did.
    """

    raw: dict[str, list[str]]
    disputed: tuple[str, ...]
    theirs: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def has_own_changes(self) -> bool:
        """Say whether there is anything of this person left to save."""
        return bool(self.disputed or self.own)


def meet(raw: Raw, current: Mapping[str, Any], fields: Sequence[Field], today: date) -> Meeting:
    """Compare what was typed with what stands there now."""
    own = _cleaned(documents.read(raw, current, fields, today))
    found: dict[str, list[str]] = {"disputed": [], "theirs": [], "own": []}
    going_on = dict(raw)
    for field in documents.shown(raw, fields):
        before, mine, now = text_at(raw, documents.mark(field.key)), documents.digest(own, field.key), documents.digest(current, field.key)
        if mine == before != now:
            found["theirs"].append(field.key)
        elif mine != now:
            found["own" if before == now else "disputed"].append(field.key)
        if mine in (now, before):
            going_on = {name: typed for name, typed in going_on.items() if not _is_of(name, field.key)}
            going_on |= documents.written(current, [field])
        going_on[documents.mark(field.key)] = [now]
    return Meeting(going_on, tuple(found["disputed"]), tuple(found["theirs"]), tuple(found["own"]))


def _checked(copy: WorkingCopy, document: Mapping[str, Any]) -> Checked:
    cleaned = cleaning.clean(document)
    return copy.prepare(documents.with_translators(cleaned, copy.document))


def _cleaned(document: dict[str, Any]) -> dict[str, Any]:
    """Clean a document to compare it; one that cannot be cleaned differs anyhow."""
    try:
        return cleaning.clean(document)
    except Invalid:
        return document


def _is_same(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Say whether two documents say the same, whichever version of the standard they name."""
    return {**new, "standard": ""} == {**old, "standard": ""}


def _problems(refused: Invalid | Conflict) -> list[Problem]:
    """Return what is wrong; a clash with something that exists already is a problem of the field that it names."""
    if isinstance(refused, Invalid):
        return refused.problems
    return [taken(str(refused.details.get("pointer", "")))]


def _key_of(each: Problem) -> str:
    """Name the field that a problem is about; "" for the whole."""
    way = parts(each.pointer)
    if way[:1] in (["gaps"], ["withheld"]) and len(way) > 1:
        way = parts(way[1])
    elif way[:1] == ["translations"] and len(way) > 2:
        way = parts(way[2])
    return way[0] if way else ""


def _is_of(name: str, key: str) -> bool:
    """Say whether an input belongs to a field."""
    own = name.removeprefix("gaps.").removeprefix("withheld.")
    return own == key or own.startswith((f"{key}.", f"{key}-", f"{key}:"))
