"""Write `docs/standard.md` from the standard itself, so that the page cannot say something else than the code.

Run it after every change of the standard; a test compares the page with it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from string import Template

from register.domain.organisations import OrganisationType
from register.domain.standard import FIELDS, SECTIONS, STANDARD, Field, in_section
from register.domain.standard import types as t
from register.domain.standard.conditions import AllOf, AnyOf, Condition, Has, Is, Needed, Stage
from register.domain.standard.envelope import (
    ENVELOPE,
    GAP,
    GAP_NEEDS,
    NEVER_A_GAP,
    TRANSLATION,
    TRANSLATION_NEEDS,
    WITHHOLDING,
    WITHHOLDING_NEEDS,
)
from register.domain.standard.fields import Section
from register.domain.standard.problems import RULES
from register.domain.standard.rules_across import REVIEW_MONTHS, REVIEW_MONTHS_SHORT
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import GapState, TranslationBy, WithholdingGround
from register.domain.standard.words import field_words, member_label, section_words
from register.labels import explanation, label

PAGE = Path(__file__).parent.parent / "docs" / "standard.md"
PREAMBLE = Path(__file__).parent / "standard_preamble.md"

_STAGES = {Stage.DRAFT: "always", Stage.SUBMIT: "to submit", Stage.PUBLISH: "to publish"}
_TYPE_NAMES: dict[type, str] = {t.RegistrationReference: "registration", t.ProductReference: "product", t.ActFacts: "facts"}
_VISIBLE = {Visibility.PUBLIC: "PUB", Visibility.REGULATOR: "REG", Visibility.ORGANISATION: "ORG"}


def text() -> str:
    """Return the whole page."""
    parts = (_opening(), *map(_section, SECTIONS), _vocabularies(), _rules())
    return "\n".join(line for part in parts for line in (*part, ""))


def _opening() -> Iterator[str]:
    """Fill the figures and lists into the prose that opens the page."""
    yield Template(PREAMBLE.read_text(encoding="utf-8").rstrip()).substitute(
        standard=STANDARD,
        fields=len(FIELDS),
        sections=len(SECTIONS),
        from_product=sum(field.from_product for field in FIELDS),
        points=sum(field.weight for field in FIELDS),
        owners=_listed(f"`{key}`" for key in ENVELOPE),
        gap_parts=_parts(GAP, GAP_NEEDS),
        withholding_parts=_parts(WITHHOLDING, WITHHOLDING_NEEDS),
        translation_parts=_parts(TRANSLATION, TRANSLATION_NEEDS),
        never_a_gap=_listed(f"`{key}`" for key in NEVER_A_GAP),
        months=REVIEW_MONTHS,
        months_generative=REVIEW_MONTHS_SHORT,
    )


def _section(section: Section) -> Iterator[str]:
    words_nl, words_en = section_words(section, "nl"), section_words(section, "en")
    yield f"## Section `{section}`: {words_en.title} / {words_nl.title}"
    asked = {_condition(field.asked) for field in in_section(section) if field.asked is not None}
    for condition in sorted(asked):
        yield ""
        yield f"Asked only when {condition}."
    yield ""
    yield "| key | type | nl | en | needed | seen by | weight | P | W | national |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for field in in_section(section):
        yield from _rows_of(field)


def _rows_of(field: Field) -> Iterator[str]:
    names = f"{field_words(field.key, 'nl').label} | {field_words(field.key, 'en').label}"
    yield (
        f"| `{field.key}` | {type_words(field.type)} | {names} | {needed_words(field.needed)} | {_VISIBLE[field.visibility]} | "
        f"{field.weight or ''} | {'P' if field.from_product else ''} | {'W' if field.can_be_withheld else ''} | {_code(field.national)} |"
    )
    for member in field.members:
        key = f"`{field.key}.{member.key}`"
        names = f"{member_label(field.key, member.key, 'nl')} | {member_label(field.key, member.key, 'en')}"
        # A part is never seen by more people than the whole.
        seen = _VISIBLE[member.visibility] if member.visibility is not Visibility.PUBLIC else ""
        yield f"| {f'**{key}**' if member.is_required else key} | {type_words(member.type)} | {names} | | {seen} | | | | |"


def type_words(kind: t.Type) -> str:
    """Say what sort of value a type is, with its limits."""
    name = _TYPE_NAMES.get(type(kind), type(kind).__name__.lower())
    match kind:
        case t.String() | t.Text() | t.Rich() | t.Url() | t.Contact():
            return f"{name}({kind.limit})"
        case t.Integer():
            return f"{name} {kind.minimum}–{kind.maximum}"
        case t.Choice() | t.Choices():
            return f"{name} of [{kind.vocabulary.__name__}](#{kind.vocabulary.__name__.lower()})"
        case t.Strings():
            return f"at most {kind.maximum} of string({kind.limit})"
        case t.Rows():
            return f"at most {kind.maximum} rows"
        case _:
            return name


def needed_words(needed: Needed | None) -> str:
    """Say from which stage on a field is needed, and when."""
    if needed is None:
        return ""
    return _STAGES[needed.stage] + (f", when {_condition(needed.when)}" if needed.when is not None else "")


def _condition(condition: Condition) -> str:
    match condition:
        case Is(key, words):
            return f"`{key}` is {_listed((f'`{word}`' for word in words), 'or')}"
        case Has(key, word):
            return f"`{key}` has `{word}`"
        case AnyOf(conditions):
            return "(" + " or ".join(map(_condition, conditions)) + ")"
        case AllOf(conditions):
            return " and ".join(map(_condition, conditions))
        case _:
            raise TypeError(f"no words for {condition}")


def _vocabularies() -> Iterator[str]:
    yield "## Vocabularies"
    yield ""
    yield "In the order in which pages show them."
    for vocabulary in _used_vocabularies():
        yield ""
        yield f"### {vocabulary.__name__}"
        yield ""
        yield "| value | nl | en |"
        yield "|---|---|---|"
        for member in vocabulary:
            yield f"| `{member}` | {_named(member, 'nl')} | {_named(member, 'en')} |"


def _used_vocabularies() -> list[type[StrEnum]]:
    """Return the vocabularies that fields use, in order of first use, then those of the envelope."""
    kinds = [kind for field in FIELDS for kind in (field.type, *(member.type for member in field.members))]
    used = [kind.vocabulary for kind in kinds if isinstance(kind, t.Choice | t.Choices)]
    return list(dict.fromkeys([*used, GapState, WithholdingGround, TranslationBy, OrganisationType]))


def _rules() -> Iterator[str]:
    yield "## Rules"
    yield ""
    yield "| rule | nl | en |"
    yield "|---|---|---|"
    for rule, ((message_nl, _), (message_en, _)) in RULES.items():
        yield f"| `{rule}` | {message_nl} | {message_en} |"


def _named(member: StrEnum, language: str) -> str:
    more = explanation(member, language)
    return f"{label(member, language)}{f'. {more}' if more else ''}"


def _parts(shape: Mapping[str, t.Type], needed: Collection[str]) -> str:
    """List the parts of a record around the fields, those that are always needed in bold."""
    return _listed(f"{f'**`{key}`**' if key in needed else f'`{key}`'} ({type_words(kind)})" for key, kind in shape.items())


def _code(name: str) -> str:
    return f"`{name}`" if name else ""


def _listed(words: Iterable[str], joint: str = "and") -> str:
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
    print(f"Wrote {PAGE.name}: {len(FIELDS)} fields.")
