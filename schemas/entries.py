"""Entries: the working copies of registrations, as their own body reads and writes them."""

from marshmallow import fields

from register.domain.lifecycle import DraftState, PublicationState
from register.domain.standard.conditions import Stage
from register.domain.standard.types import Text
from schemas.answers import Answer
from schemas.asked import Asking, Listing
from schemas.documents import EntryDocumentSchema, FullDocumentSchema
from schemas.fields import Asked, Chosen, Judged, Line, Moment, Word
from schemas.json_values import enum
from schemas.parts import NUMBER_FORM, SHA256, TEXTS, PageSchema
from schemas.problems import BrokenRuleSchema

_REASON_LENGTH = 1000


class OwnOrganisationSchema(Answer):
    """The body whose it is, as it is called now."""

    number = Judged(NUMBER_FORM, required=True)
    name = fields.Function(lambda body: body.names["nl"], metadata={"type": "string"})


class EntryItemSchema(Answer):
    """An entry in a list. All is there, unless `fields` chooses."""

    number = Judged(NUMBER_FORM, metadata={"description": "Its number, for good."})
    title = fields.String(metadata={"description": "The name in its own language."})
    organisation = fields.Nested(OwnOrganisationSchema)
    draft_state = Judged(enum(DraftState), data_key="draftState", metadata={"description": "Where the working copy is."})
    publication_state = Judged(enum(PublicationState), data_key="publicationState", metadata={"description": "What the public was told."})
    revision = fields.Integer(metadata={"description": "Counts the edits; the ETag holds it."})
    mirrored = fields.Boolean(attribute="is_mirrored", metadata={"description": "Taken over from another register; not confirmed yet."})
    restricted = fields.Boolean(attribute="is_restricted", metadata={"description": "Never shown to the public."})
    example = fields.Boolean(attribute="is_example")
    source_id = Judged({"type": ["string", "null"]}, data_key="sourceId", metadata={"description": "The body's own number for it."})
    created_at = Moment(data_key="createdAt")
    updated_at = Moment(data_key="updatedAt")
    submitted_at = Moment(data_key="submittedAt", allow_none=True)


class EntrySchema(EntryItemSchema):
    """An entry, with its working document."""

    completeness = fields.Integer(metadata={"description": "How much of what can be told is told, in percent; its product included."})
    document = fields.Nested(EntryDocumentSchema)


class EntriesSchema(PageSchema):
    """A page of entries, those that changed last first."""

    items = fields.List(fields.Nested(EntryItemSchema), required=True)


class EntriesQuery(Listing):
    """Which entries are asked for."""

    q = Line(200, "Words of the name.", load_default="")
    draft_state = Word(DraftState, "Where the working copy is.", data_key="draftState", load_default=None)
    chosen = Chosen(EntryItemSchema, data_key="fields")


class EntryQuery(Asking):
    """Which members."""

    chosen = Chosen(EntrySchema, data_key="fields")


class ProblemsQuery(Asking):
    """For which stage."""

    stage = Word(Stage, "The stage that the document should reach.", load_default=Stage.PUBLISH)


class ProblemsSchema(Answer):
    """What is still wrong or missing."""

    stage = Judged(enum(Stage), required=True)
    items = fields.List(fields.Nested(BrokenRuleSchema), required=True)


class WithdrawalRequestSchema(Asking):
    """Why a registration is withdrawn; everyone reads it."""

    reason = Asked(Text(_REASON_LENGTH), "A text per language; its own language always.", required=True)


class EntryVersionItemSchema(Answer):
    """A version of an entry in a list."""

    number = fields.Integer(required=True)
    valid_from = Moment(required=True, data_key="validFrom")
    standard = fields.String(required=True)
    language = fields.String(required=True)
    four_eyes = fields.Boolean(required=True, data_key="fourEyes", attribute="is_four_eyes")
    mirrored = fields.Boolean(required=True, attribute="is_mirrored")
    restricted = fields.Boolean(required=True, attribute="is_restricted")
    public_sha256 = Judged(SHA256, required=True, data_key="publicSha256", metadata={"description": "The hash that everyone may know."})
    full_sha256 = Judged(
        SHA256, required=True, data_key="fullSha256", metadata={"description": "SHA-256 of the salt and the canonical full document."}
    )


class EntryVersionSchema(EntryVersionItemSchema):
    """A version of an entry, with all that it holds."""

    salt = Judged(SHA256, required=True, metadata={"description": "In hexadecimal; its bytes come before the document in `fullSha256`."})
    document = fields.Nested(FullDocumentSchema, required=True)


class EntryVersionsSchema(Answer):
    """The versions of an entry, newest first."""

    items = fields.List(fields.Nested(EntryVersionItemSchema), required=True)


class WithdrawalAnswerSchema(Answer):
    """That a registration was withdrawn."""

    reason = Judged(TEXTS, required=True)
    at = Moment(required=True)
