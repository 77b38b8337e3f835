"""A document as people read it: sections of questions with their answers, in one language.

The public page, the preview of a draft and the printed registration show this
same list. What is blank, waited for or withheld stands where its answer would.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from register.domain.ai_act import words
from register.domain.ai_act.documents import ProhibitedAction
from register.domain.ai_act.stated import Stated, stated
from register.domain.standard import BY_KEY, FIELDS, SECTIONS, Field
from register.domain.standard import types as t
from register.domain.standard.completeness import asked_fields
from register.domain.standard.fields import Section
from register.domain.standard.pointers import pointer
from register.domain.standard.translations import stale
from register.domain.standard.values import is_empty
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import GapState, TranslationBy, WithholdingGround, YesNo
from register.domain.standard.words import field_words, member_label, section_words
from register.labels import explanation, glossary, label
from register.rendering.answer_shape import Answer, Chapter, Form, Gap, Opening, Origin, Part, Piece, Withheld, Word
from register.translations import LANGUAGES, N_, Language, formats, gettext

__all__ = [
    "Answer", "Chapter", "Form", "Gap", "Opening", "Origin", "Part", "Piece", "Withheld", "Word",
    "answer", "chapters", "is_asked", "only_in", "opening",
]  # fmt: skip

#: The questions that open every page, in the order in which people ask them.
BRIEF = ("summary", "decision_role", "human_intervention", "personal_data", "remedies", "contact")
#: Not among the answers: the name is the title, the change note belongs to the history, tags are for finding only.
NO_ANSWERS = ("name", "change_note", "tags", "product")

#: Why there is no answer, told with the day; that a question does not fit has none.
SINCE: Mapping[str, str] = {
    GapState.NOT_KNOWN: N_("Not known since %(day)s"),
    GapState.ASKED_SUPPLIER: N_("Asked the supplier on %(day)s"),
    GapState.NOT_DONE: N_("Not done yet on %(day)s"),
}


def opening(document: Mapping[str, Any], language: Language) -> Opening:
    """Answer the questions that open the page, blank ones too.

    The owner of a mirrored registration was not asked: its blanks are only
    named, and without a summary its purpose says what it is.
    """
    reader = _Reader(document, language)
    if "provenance" not in document:
        return Opening(tuple(reader.answer(BY_KEY[key]) for key in BRIEF))
    first = "purpose" if is_empty(document.get("summary")) and not is_empty(document.get("purpose")) else "summary"
    asked = [reader.answer(BY_KEY[key]) for key in (first, *BRIEF[1:])]
    return Opening(
        tuple(each for each in asked if not each.is_blank), tuple(field_words(each.key, language).show for each in asked if each.is_blank)
    )


def chapters(document: Mapping[str, Any], language: Language) -> tuple[Chapter, ...]:
    """Answer the questions that do not open the page, by section.

    A blank question is shown when it counts for completeness; of a mirrored
    registration no blank is shown, because its owner was not asked.
    """
    reader = _Reader(document, language)
    left_out = {*BRIEF, *NO_ANSWERS, *(each.key for each in opening(document, language).answers)}
    found = []
    for section in SECTIONS:
        fields = [field for field in _fields(document, section) if field.key not in left_out]
        given = [reader.answer(field) for field in fields]
        shown = tuple(each for each in given if not each.is_blank or _counts(document, each.key))
        if shown:
            found.append(Chapter(section, section_words(section, language).heading, shown))
    return tuple(found)


def answer(document: Mapping[str, Any], field: Field, language: Language) -> Answer:
    """Answer one question of the standard."""
    return _Reader(document, language).answer(field)


def only_in(document: Mapping[str, Any], language: Language) -> Language | None:
    """Name the language that every text is in, when none is in the reader's; None when some are."""
    found = {each for field in FIELDS for each in _languages(document.get(field.key), field.type)}
    (other,) = (each for each in LANGUAGES if each != language)
    return other if found == {other} else None


def _languages(value: Any, kind: t.Type) -> set[str]:
    """Name the languages in which a value, or a part of it, holds a text."""
    if is_empty(value):
        return set()
    if isinstance(kind, t.LOCALISED):
        return {language for language, text in value.items() if text}
    rows = value if isinstance(kind, t.Rows) else [value] if isinstance(kind, t.Composite) else []
    members = kind.members if isinstance(kind, t.Rows | t.Composite) else ()
    return {language for row in rows for member in members for language in _languages(row.get(member.key), member.type)}


def _fields(document: Mapping[str, Any], section: Section) -> list[Field]:
    """Return the questions that are asked of the document, and those that it answers all the same."""
    asked = asked_fields(document, section)
    return [field for field in FIELDS if field.section is section and (field in asked or field.key in document)]


def is_asked(document: Mapping[str, Any], field: Field) -> bool:
    """Say whether the owner was asked this; the owner of a mirrored registration was asked nothing."""
    return "provenance" not in document and (field.asked is None or field.asked.holds(document))


def _counts(document: Mapping[str, Any], key: str) -> bool:
    field = BY_KEY[key]
    return field.weight > 0 and field.visibility is Visibility.PUBLIC and "provenance" not in document


class _Reader:
    """Reads the values of one document in one language."""

    def __init__(self, document: Mapping[str, Any], language: Language) -> None:
        self.document = document
        self.language = language
        self.is_told_once = only_in(document, language) is not None
        self.stale = set(stale(document))

    def answer(self, field: Field) -> Answer:
        """Answer one question."""
        said = field_words(field.key, self.language)
        address = pointer(field.key)
        origin = self.document.get("origin", {}).get(address)
        return Answer(
            key=field.key,
            question=said.show,
            label=said.label,
            rows=tuple(self.rows(field)),
            gap=self.gap(address),
            withheld=self.withheld(address),
            origin=Origin(str(origin["number"]), int(origin["version"])) if origin else None,
            is_list=isinstance(field.type, t.Rows),
        )

    def rows(self, field: Field) -> Iterator[tuple[Part, ...]]:
        """Give the rows of an answer; those that are withheld or waited for as a whole come last."""
        value = self.document.get(field.key)
        if isinstance(field.type, t.Rows):
            present = set()
            for row in value or ():
                present.add(str(row.get("id", "")))
                yield tuple(self._parts(field, row, pointer(field.key, str(row.get("id", "")))))
            for identifier in sorted(self._rows_explained(field.key) - present):
                address = pointer(field.key, identifier)
                yield (Part("", gap=self.gap(address), withheld=self.withheld(address)),)
        elif isinstance(field.type, t.Composite):
            parts = tuple(self._parts(field, value or {}, pointer(field.key)))
            if parts:
                yield parts
        elif isinstance(field.type, t.ActFacts):
            yield from ((part,) for part in self._facts(value or {}))
        elif not is_empty(value):
            yield (Part("", self._piece(field.type, value, pointer(field.key))),)

    def gap(self, address: str) -> Gap | None:
        """Say why there is no answer at an address, when the owner did."""
        record = self.document.get("gaps", {}).get(address)
        if record is None:
            return None
        state, since = self._word(GapState, record["state"]), record.get("since", "")
        dated = SINCE.get(record["state"], "") if since else ""
        return Gap(
            state=state,
            told=gettext(self.language, dated, day=formats.day(since, self.language)) if dated else state.name,
            since=since,
            expected=record.get("expected", ""),
            note=self._text(Form.TEXT, record.get("note"), address),
        )

    def withheld(self, address: str) -> Withheld | None:
        """Say on which ground the answer at an address is not public."""
        record = self.document.get("withheld", {}).get(address)
        if record is None:
            return None
        return Withheld(
            ground=self._word(WithholdingGround, record["ground"]),
            reason=self._text(Form.TEXT, record.get("reason"), address),
            review_on=record.get("review_on", ""),
        )

    def _rows_explained(self, key: str) -> set[str]:
        """Name the rows of a list for which there is a gap or a withholding."""
        beginning = pointer(key) + "/"
        addresses = (*self.document.get("gaps", {}), *self.document.get("withheld", {}))
        return {rest for address in addresses if address.startswith(beginning) and "/" not in (rest := address.removeprefix(beginning))}

    def _parts(self, field: Field, values: Mapping[str, Any], address: str) -> Iterator[Part]:
        for member in field.members:
            here = address + pointer(member.key)
            value = values.get(member.key)
            part = Part(
                member_label(field.key, member.key, self.language),
                None if is_empty(value) else self._piece(member.type, value, here),
                self.gap(here),
                self.withheld(here),
                member.key,
            )
            if part.piece or part.gap or part.withheld:
                yield part

    def _facts(self, value: Mapping[str, Any]) -> Iterator[Part]:
        """Name each fact with its answer; those of which the owner was not sure come last, together."""
        for name, told in stated(value.get("facts") or {}):
            named = tuple(Word(each) for each in self._fact_words(told))
            yield Part(words.fact(name, self.language), Piece(Form.WORDS, words=named), key=name)
        unsure = value.get("unsure") or ()
        if unsure:
            named = tuple(Word(words.fact(name, self.language)) for name in unsure)
            yield Part(gettext(self.language, N_("Not known")), Piece(Form.WORDS, words=named), key="unsure")
        if value.get("action"):
            word = self._word(ProhibitedAction, value["action"])
            yield Part(gettext(self.language, N_("What is done about the prohibition")), Piece(Form.WORDS, words=(word,)), key="action")

    def _fact_words(self, told: Stated) -> Iterator[str]:
        if told.words is not None:
            yield from (label(each, self.language) for each in told.words)
            if not told.words:
                yield gettext(self.language, N_("None of these"))
        elif told.day:
            yield formats.day(told.day, self.language)
        elif told.is_so is not None:
            yield label(YesNo.YES if told.is_so else YesNo.NO, self.language)
        else:
            yield told.text

    def _piece(self, kind: t.Type, value: Any, address: str) -> Piece | None:
        if isinstance(kind, t.Text | t.Rich):
            return self._text(Form.RICH if isinstance(kind, t.Rich) else Form.TEXT, value, address)
        if isinstance(kind, t.Choice):
            return Piece(Form.WORDS, words=(self._word(kind.vocabulary, value),))
        if isinstance(kind, t.Choices):
            return Piece(Form.WORDS, words=tuple(self._word(kind.vocabulary, word) for word in value))
        if isinstance(kind, t.Strings):
            return Piece(Form.WORDS, words=tuple(Word(text) for text in value))
        if isinstance(kind, t.Urls):
            return Piece(Form.LINKS, words=tuple(Word(text.removeprefix("https://").removesuffix("/"), text) for text in value))
        return self._plain(kind, value)

    def _plain(self, kind: t.Type, value: Any) -> Piece:
        """Say what is the same in every language but for how it is written."""
        text = str(value)
        match kind:
            case t.Url():
                return Piece(Form.LINK, text.removeprefix("https://").removesuffix("/"), href=text)
            case t.Contact():
                return Piece(Form.LINK, text.removeprefix("https://"), href=text if text.startswith("https://") else f"mailto:{text}")
            case t.RegistrationReference():
                return Piece(Form.REGISTRATION, text)
            case t.ProductReference():
                text = self._product(value)
            case t.Month():
                text = formats.month(value, self.language)
            case t.Date():
                text = formats.day(value, self.language)
            case t.Integer():
                text = formats.number(value, self.language)
        return Piece(Form.TEXT, text)

    def _product(self, value: Mapping[str, Any]) -> str:
        name = formats.localised(value.get("name"), self.language).text or formats.number_in_threes(str(value["number"]))
        return f"{name}, {gettext(self.language, 'version %(n)s', n=value['version'])}"

    def _text(self, form: Form, value: Mapping[str, str] | None, address: str) -> Piece | None:
        found = formats.localised(value, self.language)
        if not found.text:
            return None
        record = self.document.get("translations", {}).get(found.language, {}).get(address)
        is_foreign = found.language != self.language and not self.is_told_once
        by = TranslationBy(record["by"]) if record else None
        return Piece(form, found.text, found.language, is_foreign, translated_by=by, is_stale=(found.language, address) in self.stale)

    def _word(self, vocabulary: type[StrEnum], word: str) -> Word:
        """Name a word; one that an older standard knew, and this one does not, goes by itself."""
        if word not in set(vocabulary):
            return Word(word)
        member = vocabulary(word)
        return Word(label(member, self.language), explanation(member, self.language), glossary.of_member(member))
