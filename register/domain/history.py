"""What changed between two documents: field by field, and word by word for texts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from register.domain.standard.catalogue import FIELDS
from register.domain.standard.fields import Field
from register.domain.standard.pointers import pointer
from register.domain.standard.values import is_empty

#: A number with its points and commas, a word or a sign, each with the space after it.
_WORD = re.compile(r"(\d+(?:[.,]\d+)*|\w+|[^\w\s])(\s*)")
#: Texts that share less than this part of their letters are another text, not a changed one.
_LIKENESS = 0.4


class ChangeKind(StrEnum):
    """What happened to a field."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs. `before` and `after` are its values; absent is None.

    `excuse_before` and `excuse_after` are the gap or withholding that stood or
    stands in its place, as `{"gap": …}` or `{"withheld": …}`, else None.
    """

    field: Field
    kind: ChangeKind
    before: Any
    after: Any
    excuse_before: Mapping[str, Any] | None = None
    excuse_after: Mapping[str, Any] | None = None


class PieceKind(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text that stayed, came or went."""

    kind: PieceKind
    text: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldChange]:
    """Return the fields that differ between two documents, in the order of the standard.

    The change note differs with every version and tells of the change itself, so it is left out.
    """
    found = []
    for field in FIELDS:
        if field.key == "change_note":
            continue
        old, new = before.get(field.key), after.get(field.key)
        old_excuse, new_excuse = excuse(before, field.key), excuse(after, field.key)
        if old == new and old_excuse == new_excuse:
            continue
        kind = ChangeKind.CHANGED
        if is_empty(old) and not is_empty(new) and old_excuse is None:
            kind = ChangeKind.ADDED
        elif is_empty(new) and not is_empty(old) and new_excuse is None:
            kind = ChangeKind.REMOVED
        found.append(FieldChange(field, kind, old, new, old_excuse, new_excuse))
    return found


def excuse(document: Mapping[str, Any], key: str) -> dict[str, Any] | None:
    """Return the gap or withholding that stands in the place of a field."""
    address = pointer(key)
    for name, label in (("gaps", "gap"), ("withheld", "withheld")):
        record = (document.get(name) or {}).get(address)
        if record is not None:
            return {label: record}
    return None


def words_changed(before: str, after: str) -> list[Piece]:
    """Return the two texts as one row of pieces, compared word by word; texts that have little in common stay whole.

    Only the words are compared, not the spaces after them, and words that
    stand everywhere are no hold: both keep long texts from taking long.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(a=[word for word, _ in old], b=[word for word, _ in new])
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            pieces.append(Piece(PieceKind.SAME, _text(new[c:d])))
        else:
            pieces += [*_marked(PieceKind.REMOVED, old[a:b]), *_marked(PieceKind.ADDED, new[c:d])]
    kept = sum(len(piece.text) for piece in pieces if piece.kind is PieceKind.SAME and piece.text.strip())
    if before and after and kept < _LIKENESS * max(len(before), len(after)):
        return [Piece(PieceKind.REMOVED, before), Piece(PieceKind.ADDED, after)]
    return pieces


def _marked(kind: PieceKind, words: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """Yield the words, and apart from them the space after them, which nobody changed."""
    text = _text(words)
    if text:
        yield Piece(kind, text.rstrip())
    if text != text.rstrip():
        yield Piece(PieceKind.SAME, text[len(text.rstrip()) :])


def _text(words: Sequence[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in words)
