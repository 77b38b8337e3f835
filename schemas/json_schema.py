"""The published JSON Schema of a registration, made from the list of fields; nothing is written by hand.

Two profiles: `registration` is a version that a body published, with all that
the standard asks of it; `mirrored` is one that was taken over from another
register, of which nothing is asked. The files in `schemas/json` are what was
published; a test keeps them equal to this.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from register.domain.organisations import OrganisationType
from register.domain.standard import FIELDS, STANDARD, Field
from register.domain.standard import types as t
from register.domain.standard.conditions import Condition, Stage
from register.domain.standard.envelope import GAP, GAP_NEEDS, NEVER_A_GAP, TRANSLATION, TRANSLATION_NEEDS, WITHHOLDING, WITHHOLDING_NEEDS
from register.domain.standard.pointers import pointer
from register.domain.standard.principles import CRITERION
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import Language
from register.domain.standard.words import LANGUAGES, field_words
from schemas.classification_shape import OUTCOME
from schemas.json_values import NUMBER, PUBLISHED, Form, Schema, described, enum, needed_members, record, schema_of
from schemas.principle_shape import OUTCOMES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: The types of answer that many fields ask for, by the name of their schema.
SHARED: dict[t.Type, str] = {CRITERION: "Criterion"}


class Profile(StrEnum):
    """What sort of published document it is."""

    REGISTRATION = "registration"
    MIRRORED = "mirrored"


#: The keys that every published document has.
ALWAYS = ("number", "version", "standard", "language", "organisation", "nonce")


def published(profile: Profile) -> Schema:
    """Return the schema of the public document of a version."""
    fields = [field for field in FIELDS if field.visibility is Visibility.PUBLIC and field.key != "product"]
    schema: Schema = {
        "$schema": DIALECT,
        "$id": f"/api/v1/standard/schema?version={STANDARD}&profile={profile}",
        "title": f"A published registration (profile {profile}) under standard {STANDARD}",
        "type": "object",
        "properties": {**envelope(PUBLISHED), **{field.key: described(_named(field), asked(field)) for field in fields}},
        "required": [*ALWAYS, *(["provenance"] if profile is Profile.MIRRORED else [])],
        "additionalProperties": False,
        "$defs": {SHARED[field.type]: field_schema(field, PUBLISHED) for field in fields if field.type in SHARED},
    }
    if profile is Profile.REGISTRATION:
        schema["allOf"] = [*_requirements(fields), *_whole_answers(fields), *_own_language(fields)]
    return schema


def _named(field: Field) -> Schema:
    name = SHARED.get(field.type)
    return {"$ref": f"#/$defs/{name}"} if name else field_schema(field, PUBLISHED)


def field_schema(field: Field, form: Form) -> Schema:
    """Return the schema of the value of one field."""
    schema = schema_of(field.type, form)
    needed = needed_members(field.type, form)
    if needed and not (form.is_published and field.can_be_withheld):  # else a part may have been withheld: see `_whole_answers`
        place = schema["items"] if isinstance(field.type, t.Rows) else schema
        place["required"] = [*place.get("required", []), *needed]
    return schema


def asked(field: Field) -> str:
    """Return what the field asks, in English."""
    words = field_words(field.key, "en")
    return f"{words.ask} {words.help}".strip()


def envelope(form: Form) -> Schema:
    """Return the schemas of the keys around the fields of a published document."""
    version = {"type": "integer", "minimum": 1}
    number = {"type": "string", "pattern": NUMBER}
    origin = {"type": "object", "properties": {"number": number, "version": version}, "required": ["number", "version"]}
    return {
        "number": described(number, "The registration's own number."),
        "version": described(version, "1 for the first publication, then one more each time."),
        "standard": described({"const": STANDARD}, "The version of the standard that the document was written under."),
        "organisation": _organisation(),
        "product": described(schema_of(t.ProductReference(), form), "The product version that this deploys."),
        "origin": described(
            {"type": "object", "additionalProperties": origin}, "For each field taken over from the product: from which version of it."
        ),
        **owners_envelope(form),
        "provenance": described(provenance(), "Where a registration came from that was imported and not written here."),
        "principles": described(OUTCOMES, "How far the body said to be with the four principles, computed from its answers."),
        "classification": described(OUTCOME, "What followed from the facts under the AI Act, on the day of publication."),
        "nonce": described({"type": "string", "pattern": "^[0-9a-f]{32}$"}, "Random: a redacted text cannot be guessed from its hash."),
    }


def provenance() -> Schema:
    """Return the schema of where an imported registration came from."""
    text, day, address = {"type": "string"}, {"type": "string", "format": "date"}, {"type": "string", "format": "uri"}
    parts = {
        "source": described(text, "The register from which it was taken over."),
        "source_id": described(text, "The number that it has there."),
        "url": described(address, "Its page there: the canonical place."),
        "registered_on": described(day, "The day on which the body registered it there."),
        "added_on": described(day, "The day on which it was added to that register."),
        "source_url": described(address, "Where it was read."),
        "retrieved_at": described({"type": "string", "format": "date-time"}, "When it was read."),
        "licence": described(text, "The licence of its texts (SPDX)."),
        "shortened": described({"type": "array", "items": pointers()}, "The fields of which the source holds more text."),
    }
    return {"type": "object", "properties": parts, "required": ["source"]}


def owners_envelope(form: Form) -> Schema:
    """Return the schemas of the keys that the owner writes around the fields."""
    translations = {"type": "object", "additionalProperties": record(TRANSLATION, TRANSLATION_NEEDS, form)}
    return {
        "language": described(enum(Language), "The registration's own language."),
        "gaps": described(
            {"type": "object", "propertyNames": pointers(), "additionalProperties": record(GAP, GAP_NEEDS, form)},
            "JSON pointer of a field → why it has no answer yet.",
        ),
        "withheld": described(
            {"type": "object", "propertyNames": pointers(), "additionalProperties": record(WITHHOLDING, WITHHOLDING_NEEDS, form)},
            "JSON pointer of a field → on which ground it is not made public.",
        ),
        "translations": described(
            {"type": "object", "properties": {str(each): translations for each in Language}, "additionalProperties": False},
            "Language → JSON pointer of a text → who translated it.",
        ),
    }


def _organisation() -> Schema:
    name = {"type": "string", "minLength": 1, "maxLength": 300}
    parts: Schema = {
        "number": {"type": "string", "pattern": NUMBER},
        "name": {"type": "object", "properties": dict.fromkeys(LANGUAGES, name), "required": ["nl"], "additionalProperties": False},
        "type": enum(OrganisationType),
        "tooi": {"type": "string", "format": "uri"},
    }
    schema = {"type": "object", "properties": parts, "required": ["number", "name", "type"], "additionalProperties": False}
    return described(schema, "The body that published this version, as it was called then.")


def pointers() -> Schema:
    """Return the schema of the address of a field, or of something in it."""
    return {"pattern": "^/(" + "|".join(field.key for field in FIELDS) + ")(/|$)"}


def _requirements(fields: list[Field]) -> Iterator[Schema]:
    """Say which fields a version has, or has a gap or a withholding for; those with one condition stand together."""
    asked_by: dict[Condition | None, list[Schema]] = {}
    for field in fields:
        if field.needed is not None and Stage.PUBLISH.covers(field.needed.stage):
            asked_by.setdefault(field.needed.when, []).append(_answered(field))
    for condition, answers in asked_by.items():
        yield {"allOf": answers} if condition is None else {"if": condition.json_schema(), "then": {"allOf": answers}}


def _answered(field: Field) -> Schema:
    ways: list[Schema] = [{"required": [field.key]}]
    if field.key not in NEVER_A_GAP:
        ways.append({"required": ["gaps"], "properties": {"gaps": {"required": [pointer(field.key)]}}})
    if field.can_be_withheld:
        ways.append(_withheld(field))
    return ways[0] if len(ways) == 1 else {"anyOf": ways}


def _withheld(field: Field) -> Schema:
    """Accept documents that withhold the field or parts of it: not every name in `withheld` is another's."""
    others = {"propertyNames": {"not": {"pattern": f"^{pointer(field.key)}(/|$)"}}}
    return {"required": ["withheld"], "properties": {"withheld": {"not": others}}}


def _whole_answers(fields: list[Field]) -> Iterator[Schema]:
    """Require the parts of an answer, unless a part of it was withheld."""
    for field in fields:
        needed = needed_members(field.type, PUBLISHED)
        if needed and field.can_be_withheld:
            parts: dict[str, Any] = {"required": needed}
            whole = {"items": parts} if isinstance(field.type, t.Rows) else parts
            yield {"if": {"not": _withheld(field)}, "then": {"properties": {field.key: whole}}}


def _own_language(fields: list[Field]) -> Iterator[Schema]:
    """Require each text in the registration's own language, unless something was withheld; those of a product come in the product's."""
    own = [field for field in fields if not field.from_product]
    for language in LANGUAGES:
        has_text = {"required": [language]}
        texts = {field.key: place for field in own if (place := _texts(field, has_text))}
        open_in_it: Schema = {"properties": {"language": {"const": language}}, "not": {"required": ["withheld"]}}
        yield {"if": open_in_it, "then": {"properties": texts}}


def _texts(field: Field, has_text: Schema) -> Schema:
    """Say at each localised place of a field that it has the text."""
    if field.is_localised:
        return has_text
    members = {member.key: has_text for member in field.members if isinstance(member.type, t.LOCALISED)}
    if not members:
        return {}
    return {"items": {"properties": members}} if isinstance(field.type, t.Rows) else {"properties": members}
