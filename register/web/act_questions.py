"""One question about the AI Act as a page shows it, and the answers so far: the public try-out and the work place take both."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from register.domain.ai_act import codec, words
from register.domain.ai_act.facts import AnnexIiiArea, AnnexIiiPoint
from register.domain.ai_act.questions import QUESTIONS, WORDS_FOR, Question, answered, asked_for, value_of
from register.errors import Problem
from register.labels import explanation, label
from register.translations import N_, Language, formats, gettext
from register.translations.articles import cite
from register.web.act_answers import NONE, UNKNOWN, Told


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose."""

    value: str
    words: str
    meaning: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that belong together, under a heading; "" where the question itself is the heading."""

    name: str
    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in words. `control`: one, several, day or amount; every question also takes "I don't know"."""

    name: str
    title: str
    help: str
    examples: tuple[str, ...]
    article: str
    control: str
    groups: tuple[Group, ...] = ()
    value: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    is_unsure: bool = False
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given: what was asked in short, and the answer in words."""

    name: str
    asked: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands among the others: its number, how many there are at most, how many are open, and the one before it."""

    asked: int
    most: int
    open_count: int
    previous: Question | None


def place(question: Question, told: Told, still_open: tuple[Question, ...]) -> Place:
    """Count the questions around one."""
    others = [each for each in answered(told.facts, told.unsure) if each is not question]
    earlier = [each for each in others if QUESTIONS.index(each) < QUESTIONS.index(question)]
    most = len({*others, *still_open, question})
    return Place(len(earlier) + 1, most, len(still_open), earlier[-1] if earlier else None)


def what_is_wrong(value: Any, problems: list[Problem], language: Language) -> tuple[str, ...]:
    """Say what is wrong with an answer: what was found in it, or that there is none."""
    if value is None and not problems:
        return (gettext(language, N_("Choose an answer. You may also choose that you do not know.")),)
    return tuple(f"{each.message[language]} {each.remedy[language]}" for each in problems)


def ask(question: Question, told: Told, language: Language, errors: tuple[str, ...] = ()) -> Ask:
    """Put a question in words, with the answer that was given to it before."""
    title, help_, examples = words.question(question.name, language)
    value = value_of(told.facts, question.name)
    shown = Ask(
        question.name,
        title,
        help_,
        examples,
        cite(question.article, language),
        "one",
        is_unsure=question.name in told.unsure,
        errors=errors,
    )
    match question.kind:
        case codec.Flag():
            return replace(shown, groups=(Group(question.name, "", _yes_or_no(value, language)),))
        case codec.One(vocabulary):
            return replace(shown, groups=(Group(question.name, "", _choices(vocabulary, [value], language)),))
        case codec.Several(vocabulary):
            return replace(shown, control="several", groups=_several(question.name, vocabulary, value, language))
        case codec.SeveralFor():
            return replace(shown, control="several", groups=_for_each(question.name, told.facts, language))
        case codec.Day():
            year, month, day = (value or "--").split("-")
            return replace(shown, control="day", year=year, month=month.lstrip("0"), day=day.lstrip("0"))
        case _:
            return replace(shown, control="amount", value="" if value is None else str(value))


def given(told: Told, language: Language) -> tuple[Given, ...]:
    """Return the answers so far, in the order of the questions."""
    return tuple(
        Given(each.name, words.fact(each.name, language), in_words(each, told, language)) for each in answered(told.facts, told.unsure)
    )


def in_words(question: Question, told: Told, language: Language) -> str:
    """Return the answer to a question as people read it."""
    if question.name in told.unsure:
        return gettext(language, _UNKNOWN)
    return _in_words(value_of(told.facts, question.name), question.kind, language)


def _in_words(value: Any, kind: codec.Kind, language: Language) -> str:
    match kind:
        case codec.Flag():
            return gettext(language, _YES if value else _NO)
        case codec.One(vocabulary):
            return label(vocabulary(value), language)
        case codec.Several(vocabulary):
            return _listed(value, vocabulary, language)
        case codec.SeveralFor(keys, vocabulary):
            return "; ".join(f"{label(keys(key), language)}: {_listed(said, vocabulary, language)}" for key, said in value.items())
        case _:
            return formats.day(value, language) if isinstance(kind, codec.Day) else str(value)


_YES, _NO, _UNKNOWN, _NONE = N_("Yes"), N_("No"), N_("I don't know"), N_("None of these")


def unsure_choice(shown: Ask, language: Language) -> Choice:
    """Return the answer that every question takes."""
    return Choice(UNKNOWN, gettext(language, _UNKNOWN), gettext(language, N_("You can go on. The question stays open.")), shown.is_unsure)


def _yes_or_no(value: bool | None, language: Language) -> tuple[Choice, ...]:  # noqa: FBT001  # a fact as it is
    return (
        Choice("true", gettext(language, _YES), "", value is True),
        Choice("false", gettext(language, _NO), "", value is False),
    )


def _choices(vocabulary: type[StrEnum], chosen: Any, language: Language, members: tuple[StrEnum, ...] = ()) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.value, label(each, language), explanation(each, language), each.value in chosen)
        for each in members or vocabulary
        if each.value != UNKNOWN
    )


def _none(chosen: list[str] | None, language: Language) -> Choice:
    return Choice(NONE, gettext(language, _NONE), "", chosen == [])


def _several(name: str, vocabulary: type[StrEnum], value: list[str] | None, language: Language) -> tuple[Group, ...]:
    """Return the words, those of Annex III by their areas."""
    chosen = value or []
    if vocabulary is not AnnexIiiPoint:
        return (Group(name, "", (*_choices(vocabulary, chosen, language), _none(value, language))),)
    areas = tuple(
        Group(
            name,
            f"{area}. {label(area, language)}",
            _choices(vocabulary, chosen, language, tuple(each for each in AnnexIiiPoint if each[0] == area)),
        )
        for area in AnnexIiiArea
    )
    return (*areas, Group(name, "", (_none(value, language),)))


def _for_each(name: str, facts: Mapping[str, Any], language: Language) -> tuple[Group, ...]:
    said = facts.get(name) or {}
    kind = codec.KINDS[name]
    assert isinstance(kind, codec.SeveralFor)  # noqa: S101  # the caller matched it
    return tuple(
        Group(
            f"{name}.{key}",
            label(kind.keys(key), language),
            (*_choices(kind.words, said.get(key, ()), language, WORDS_FOR[name][kind.keys(key)]), _none(said.get(key), language)),
        )
        for key in asked_for(facts, name)
    )


def _listed(chosen: list[str], vocabulary: type[StrEnum], language: Language) -> str:
    return ", ".join(label(vocabulary(each), language) for each in chosen) or gettext(language, _NONE)
