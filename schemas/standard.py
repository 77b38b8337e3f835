"""The standard itself, as an answer: every field, type, limit, word, vocabulary and rule, derived from the data."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from marshmallow import fields

from register.domain.organisations import OrganisationType
from register.domain.standard import FIELDS, SECTIONS, STANDARD, Field
from register.domain.standard import problems as standard_problems
from register.domain.standard import types as t
from register.domain.standard.conditions import Condition
from register.domain.standard.envelope import ENVELOPE, NEVER_A_GAP, PUBLISHED_ENVELOPE
from register.domain.standard.fields import Section
from register.domain.standard.vocabularies import GapState, Language, TranslationBy, WithholdingGround
from register.domain.standard.words import LANGUAGES, field_words, member_help, member_label, section_words
from register.labels import explanation, label
from schemas.answers import Answer
from schemas.asked import Asking
from schemas.fields import Word
from schemas.json_schema import Profile, field_schema
from schemas.json_values import GIVEN, schema_of
from schemas.published import standards
from schemas.rules import RULES

Json = dict[str, Any]


@cache
def whole() -> Json:
    """Return the whole standard."""
    return {
        "version": STANDARD,
        "languages": list(LANGUAGES),
        "sections": [_section(section) for section in SECTIONS],
        "fields": [_field(field) for field in FIELDS],
        "envelope": {"written": list(ENVELOPE), "published": list(PUBLISHED_ENVELOPE), "neverAGap": list(NEVER_A_GAP)},
        "vocabularies": {vocabulary.__name__: [_term(word) for word in vocabulary] for vocabulary in _vocabularies()},
        "rules": {**_rules(standard_problems.RULES, "document"), **_rules(RULES, "request")},
    }


def _section(section: Section) -> Json:
    words = {language: section_words(section, language) for language in LANGUAGES}
    return {
        "key": str(section),
        "words": {language: {"title": said.title, "heading": said.heading, "lead": said.lead} for language, said in words.items()},
    }


def _field(field: Field) -> Json:
    return {
        "key": field.key,
        "section": str(field.section),
        "type": _type(field.type),
        "visibility": str(field.visibility),
        "needed": None if field.needed is None else {"stage": str(field.needed.stage), "when": _condition(field.needed.when)},
        "asked": _condition(field.asked),
        "weight": field.weight,
        "fromProduct": field.from_product,
        "canBeWithheld": field.can_be_withheld,
        "national": field.national or None,
        "words": {language: _field_words(field.key, language) for language in LANGUAGES},
        "schema": field_schema(field, GIVEN),
        "members": [_member(field, member) for member in field.members],
    }


def _field_words(key: str, language: str) -> Json:
    words = field_words(key, language)
    return {"label": words.label, "ask": words.ask, "show": words.show, "help": words.help, "example": words.example}


def _member(field: Field, member: t.Member) -> Json:
    return {
        "key": member.key,
        "type": _type(member.type),
        "required": member.is_required,
        "visibility": str(member.visibility),
        "words": {
            language: {"label": member_label(field.key, member.key, language), "help": member_help(field.key, member.key, language)}
            for language in LANGUAGES
        },
        "schema": schema_of(member.type, GIVEN),
    }


def _type(kind: t.Type) -> Json:
    """Return a type's name and its limits."""
    told: Json = {"name": type(kind).__name__}
    for name in ("limit", "minimum", "maximum"):
        if hasattr(kind, name):
            told[name] = getattr(kind, name)
    if isinstance(kind, t.Choice | t.Choices):
        told["vocabulary"] = kind.vocabulary.__name__
    return told


def _condition(condition: Condition | None) -> Json | None:
    """Return a condition as a JSON Schema of the documents for which it holds; None is always."""
    return None if condition is None else condition.json_schema()


def _vocabularies() -> list[type[StrEnum]]:
    kinds = [kind for field in FIELDS for kind in (field.type, *(member.type for member in field.members))]
    used = [kind.vocabulary for kind in kinds if isinstance(kind, t.Choice | t.Choices)]
    return list(dict.fromkeys([*used, Language, GapState, WithholdingGround, TranslationBy, OrganisationType]))


def _term(word: StrEnum) -> Json:
    words = {language: {"label": label(word, language), "explanation": explanation(word, language)} for language in LANGUAGES}
    return {"word": str(word), "words": words}


def _rules(rules: Mapping[str, tuple[tuple[str, str], tuple[str, str]]], of: str) -> Json:
    """Return rules by name: of what, and the sentences of which `{…}` is filled in."""
    return {
        rule: {"of": of, "message": {"nl": nl[0], "en": en[0]}, "remedy": {"nl": nl[1], "en": en[1]}} for rule, (nl, en) in rules.items()
    }


class StandardSchema(Answer):
    """The standard: what one registration holds."""

    version = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    sections = fields.List(fields.Dict(), required=True, metadata={"description": "Parts of a registration, in order, with their words."})
    all_fields = fields.List(
        fields.Dict(),
        required=True,
        data_key="fields",
        metadata={"description": "Every question: type, limits, words, JSON Schema."},
    )
    envelope = fields.Dict(required=True, metadata={"description": "The keys around the fields of a document."})
    vocabularies = fields.Dict(required=True, metadata={"description": "Name → words, with their names and meaning in nl and en."})
    rules = fields.Dict(required=True, metadata={"description": "Name → what is said when it is broken."})


Released = StrEnum("Released", {version: version for version in standards()})  # type: ignore[misc]  # mypy reads no files


class SchemaQuery(Asking):
    """Which JSON Schema."""

    version = Word(Released, "The version of the standard; the newest when left out.", load_default=Released(STANDARD))
    profile = Word(Profile, "Of registrations, or of those that were taken over from another register.", load_default=Profile.REGISTRATION)
