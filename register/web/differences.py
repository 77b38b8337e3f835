"""What differs between two documents, as pages show it: texts word by word, parts and rows one by one, anything else side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from register.domain.history import ChangeKind, FieldChange, Piece, changes, words_changed
from register.domain.standard import types as t
from register.domain.standard.rich_text import visible_text
from register.domain.standard.words import field_words, member_label
from register.labels import label
from register.rendering.answers import Answer, Part, answer
from register.translations import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class TextChange:
    """How a text differs, word by word, in one of its languages."""

    language: Language
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PartDifference:
    """A named part of an answer that differs: a text word by word, anything else side by side; None where there is no such part."""

    key: str
    name: str
    texts: tuple[TextChange, ...]
    before: Part | None
    after: Part | None


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A row of a list that came, went or differs. `row` are its parts now, or as they were; `parts` those that differ."""

    kind: ChangeKind
    kind_word: str
    row: tuple[Part, ...]
    parts: tuple[PartDifference, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One question to which two documents say different things: by `texts`, `parts` or `rows` where that can be told, else as a whole."""

    key: str
    question: str
    kind: ChangeKind
    kind_word: str
    before: Answer
    after: Answer
    texts: tuple[TextChange, ...] = ()
    parts: tuple[PartDifference, ...] = ()
    rows: tuple[RowDifference, ...] = ()


def differences(before: Mapping[str, Any], after: Mapping[str, Any], language: Language) -> list[Difference]:
    """Return the questions that two documents answer differently, in the order of the standard."""
    return [_Compared(found, before, after, language).difference() for found in changes(before, after)]


class _Compared:
    """One changed field of two documents, with its answers in words."""

    def __init__(self, found: FieldChange, before: Mapping[str, Any], after: Mapping[str, Any], language: Language) -> None:
        self.found = found
        self.language = language
        self.before = answer(before, found.field, language)
        self.after = answer(after, found.field, language)

    def difference(self) -> Difference:
        """Tell what differs as finely as the sort of field allows; a gap or a withholding is told as a whole."""
        found, kind = self.found, self.found.field.type
        is_excused = found.excuse_before or found.excuse_after
        is_composite = isinstance(kind, t.Composite) and found.before and found.after
        return Difference(
            key=found.field.key,
            question=field_words(found.field.key, self.language).show,
            kind=found.kind,
            kind_word=label(found.kind, self.language),
            before=self.before,
            after=self.after,
            texts=() if is_excused else self.texts(kind, found.before, found.after),
            parts=self.parts(found.before, found.after, *self.only_rows()) if is_composite and not is_excused else (),
            rows=() if is_excused or not isinstance(kind, t.Rows) else self.rows(),
        )

    def texts(self, kind: t.Type, before: Any, after: Any) -> tuple[TextChange, ...]:
        """Compare a text word by word, in each language in which it differs; the reader's language comes first."""
        if not isinstance(kind, t.LOCALISED):
            return ()
        read = visible_text if isinstance(kind, t.Rich) else str
        old, new = before or {}, after or {}
        return tuple(
            TextChange(each, tuple(words_changed(read(old.get(each, "")), read(new.get(each, "")))))
            for each in sorted(LANGUAGES, key=lambda each: each != self.language)
            if old.get(each) != new.get(each)
        )

    def only_rows(self) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Return the parts of a composite, before and after."""
        return (self.before.rows or ((),))[0], (self.after.rows or ((),))[0]

    def parts(
        self, before: Mapping[str, Any], after: Mapping[str, Any], old_parts: tuple[Part, ...], new_parts: tuple[Part, ...]
    ) -> tuple[PartDifference, ...]:
        """Return the members that differ."""
        old, new = {part.key: part for part in old_parts}, {part.key: part for part in new_parts}
        return tuple(
            PartDifference(
                member.key,
                member_label(self.found.field.key, member.key, self.language),
                self.texts(member.type, before.get(member.key), after.get(member.key)),
                old.get(member.key),
                new.get(member.key),
            )
            for member in self.found.field.members
            if old.get(member.key) != new.get(member.key)
        )

    def rows(self) -> tuple[RowDifference, ...]:
        """Return the rows that differ, in the order of the newer document; those that went come last."""
        old, new = self.found.before or [], self.found.after or []
        old_rows = {str(row["id"]): (row, parts) for row, parts in zip(old, self.before.rows, strict=False)}
        new_rows = {str(row["id"]): (row, parts) for row, parts in zip(new, self.after.rows, strict=False)}
        found = []
        for identifier, (row, parts) in new_rows.items():
            if identifier not in old_rows:
                found.append(self._row(ChangeKind.ADDED, parts))
            elif old_rows[identifier] != (row, parts):
                before, before_parts = old_rows[identifier]
                found.append(self._row(ChangeKind.CHANGED, parts, self.parts(before, row, before_parts, parts)))
        found += [self._row(ChangeKind.REMOVED, parts) for identifier, (_, parts) in old_rows.items() if identifier not in new_rows]
        return tuple(found)

    def _row(self, kind: ChangeKind, row: tuple[Part, ...], parts: tuple[PartDifference, ...] = ()) -> RowDifference:
        return RowDifference(kind, label(kind, self.language), row, parts)
