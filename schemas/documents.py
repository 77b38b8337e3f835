"""Documents as they travel: one schema per form, each made from the list of fields.

They describe and pass on; what is wrong with a document is said by the check
of the standard alone, in its own words.
"""

from typing import Any, cast

from marshmallow import INCLUDE, Schema

from register.domain.ai_act.outcome import RiskCategory
from register.domain.standard import FIELDS, PRODUCT_FIELDS, STANDARD
from register.domain.standard.fields import Field
from schemas import json_schema
from schemas.fields import Judged
from schemas.json_values import FULL, GIVEN, PUBLISHED, Form, described, enum
from schemas.json_values import Schema as JsonSchema

#: What a list shows of a document.
CARD = (
    "name", "summary", "organisation", "product", "kind", "status", "decision_role", "themes", "techniques", "start_month", "end_month",
    "change_note",
)  # fmt: skip

#: The schemas of single fields, by name; documents refer to them.
COMPONENTS: JsonSchema = {}

#: What each form of a document is, by name.
TEXTS: dict[str, str] = {}

#: What a product says: its own name and the like, and what registrations take over.
PRODUCT_KEYS = {"name", "summary", "change_note", *(field.key for field in PRODUCT_FIELDS)}


class Document(Schema):
    """A document, whatever is in it."""

    class Meta:
        unknown = INCLUDE


def _made(name: str, text: str, properties: JsonSchema) -> type[Schema]:
    """Make a schema with a field per property; each passes on what it is given."""
    fields = {key: Judged(schema) for key, schema in properties.items()}
    TEXTS[name.removesuffix("Schema")] = text
    made = Document.from_dict(cast("dict[str, Any]", fields), name=name)
    made.__doc__ = text
    return made


def _properties(form: Form) -> JsonSchema:
    """Return the schemas of the fields, each as a component of its own."""
    seen = [field for field in FIELDS if field.visibility in form.seen]
    return {field.key: _component(field, form) for field in seen if field.key != "product" or not form.is_published}


def _component(field: Field, form: Form) -> JsonSchema:
    """Refer to the schema of a field: `PurposeInput` as it is handed in, `PurposeAnswer` as it was published."""
    shared = json_schema.SHARED.get(field.type)
    name = (shared or field.key.title().replace("_", "")) + ("Answer" if form.is_published else "Input")
    schema, text = json_schema.field_schema(field, form), json_schema.asked(field)
    own = schema if shared else described(schema, text)
    if COMPONENTS.setdefault(name, own) != own:  # a regulator sees more of it than everybody
        return described(schema, text)
    return described(_reference(name), text) if shared else _reference(name)


def _reference(name: str) -> JsonSchema:
    return {"$ref": f"#/components/schemas/{name}"}


def _or_null(schema: JsonSchema) -> JsonSchema:
    """Return the schema of a part of a merge patch: null takes the part away, an object is merged, a list replaced whole."""
    if "$ref" not in schema:
        return _nullable(schema)
    name = schema["$ref"].rsplit("/", 1)[-1]
    whole = COMPONENTS[name]
    if "properties" not in whole:
        return described({"anyOf": [{"type": "null"}, schema]}, whole["description"])
    patch = name.replace("Input", "Patch")
    COMPONENTS[patch] = _nullable(whole)
    return schema | _reference(patch)


def _nullable(schema: JsonSchema) -> JsonSchema:
    loose = {key: part for key, part in schema.items() if key not in {"required", "minProperties"}}
    loose["type"] = [schema["type"], "null"]
    if "enum" in schema:
        loose["enum"] = [*schema["enum"], None]
    if "properties" in schema:
        loose["properties"] = {key: _or_null(part) for key, part in schema["properties"].items()}
    if isinstance(schema.get("additionalProperties"), dict):
        loose["additionalProperties"] = _or_null(schema["additionalProperties"])
    return loose


_STANDARD = {"standard": {"type": "string", "description": f"Set by the register: {STANDARD}."}}

PublicDocumentSchema = _made(
    "PublicDocumentSchema",
    "What the public reads of a version, exactly as it was frozen and hashed.",
    json_schema.envelope(PUBLISHED) | _properties(PUBLISHED),
)
FullDocumentSchema = _made(
    "FullDocumentSchema",
    "All that a version holds, for its own body: what is withheld and what only regulators read included.",
    {key: schema for key, schema in json_schema.envelope(FULL).items() if key != "nonce"} | _properties(FULL),
)
_NUMBERED = {key: json_schema.envelope(PUBLISHED)[key] for key in ("number", "version", "standard", "language")}
ProductDocumentSchema = _made(
    "ProductDocumentSchema",
    "What a version of a product says, for registrations to take over.",
    _NUMBERED | {key: schema for key, schema in _properties(PUBLISHED).items() if key in PRODUCT_KEYS},
)
EntryDocumentSchema = _made(
    "EntryDocumentSchema",
    "The working document of an entry, as its body writes it. Empty values say nothing and are left out.",
    _STANDARD | json_schema.owners_envelope(GIVEN) | _properties(GIVEN),
)
EntryPatchSchema = _made(
    "EntryPatchSchema",
    "Changes to a working document (JSON Merge Patch, RFC 7396).",
    {key: _or_null(schema) for key, schema in (json_schema.owners_envelope(GIVEN) | _properties(GIVEN)).items()},
)
_BEGINNING = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "description": "The beginning of the purpose, where there is no summary.",
}
CardSchema = _made(
    "CardSchema",
    "What a list shows of the document, under the names of the standard.",
    {key: (json_schema.envelope(PUBLISHED) | _properties(PUBLISHED))[key] for key in CARD}
    | {"excerpt": _BEGINNING, "category": described(enum(RiskCategory), "What it is under the AI Act.")},
)
