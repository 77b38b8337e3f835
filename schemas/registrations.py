"""Registrations as everyone may read them."""

from enum import StrEnum

from marshmallow import fields

from register.domain.ai_act.facts import AnnexIiiArea
from register.domain.ai_act.outcome import ActRole, NationalCategory, RiskCategory
from register.domain.facets import LONGEST, AssessmentState, CompletenessBand
from register.domain.organisations import OrganisationType
from register.domain.principles.outcome import PrincipleOutcome
from register.domain.public_records import RecordState
from register.domain.standard import FIELDS
from register.domain.standard.envelope import PUBLISHED_ENVELOPE
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import DecisionRole, Kind, Language, PersonalData, Status, Technique, Theme
from register.queries.registrations import FACET_NAMES, Sort
from schemas.answers import Answer
from schemas.asked import Asking, AsOf, Listing
from schemas.documents import CardSchema, PublicDocumentSchema
from schemas.fields import Chosen, Flag, Judged, Line, Lines, Numbers, Word, Words
from schemas.json_values import enum
from schemas.parts import (
    MOMENT,
    MOMENT_OR_NULL,
    NUMBER_FORM,
    SHA256,
    TEXTS,
    URL,
    OrganisationNameSchema,
    PageSchema,
    ProductNumberSchema,
    RedactionSchema,
    WithdrawalSchema,
)

_PUBLIC = (*PUBLISHED_ENVELOPE, *(field.key for field in FIELDS if field.visibility is Visibility.PUBLIC and field.key != "product"))


#: The filters, by the names of their parameters.
Facet = StrEnum("Facet", [(name, name) for name in FACET_NAMES])  # type: ignore[misc]  # its members are those of the queries
_NUMBERS = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
_COUNTS = {"type": "object", "propertyNames": {"enum": list(FACET_NAMES)}, "additionalProperties": _NUMBERS}


class RecordSchema(Answer):
    """What is said of a public registration beside its document. All is there, unless `fields` chooses."""

    number = Judged(NUMBER_FORM, metadata={"description": "Its number, for good."})
    version = fields.Integer()
    state = Judged(enum(RecordState))
    valid_from = Judged(MOMENT, data_key="validFrom", metadata={"description": "When this became what the public reads."})
    first_published_at = Judged(MOMENT, data_key="firstPublishedAt")
    language = fields.String(metadata={"description": "Its own language; the others are translations."})
    organisation = fields.Nested(OrganisationNameSchema)
    product = fields.Nested(ProductNumberSchema, allow_none=True)
    mirrored = fields.Boolean(metadata={"description": "Taken over from another register; not confirmed here by its body."})
    example = fields.Boolean(metadata={"description": "Invented, to show how the register works."})
    review_due = Judged(
        {"type": ["string", "null"], "format": "date"},
        data_key="reviewDue",
        metadata={"description": "By when its body must look at it again."},
    )
    completeness = Judged(
        {"type": ["integer", "null"], "minimum": 0, "maximum": 100},
        metadata={"description": "How much of what can be told is told, in percent; null when it is mirrored."},
    )


class ItemLinksSchema(Answer):
    """Where it can be read."""

    itself = Judged(URL, data_key="self")
    page = Judged(URL, metadata={"description": "The page for people."})


class RegistrationItemSchema(RecordSchema):
    """A registration in a list."""

    card = fields.Nested(CardSchema)
    links = fields.Nested(ItemLinksSchema)


class RegistrationsSchema(PageSchema):
    """A page of registrations."""

    items = fields.List(fields.Nested(RegistrationItemSchema), required=True)
    counts = Judged(
        _COUNTS, metadata={"description": "Of each filter that was asked for, how many each word would find, its own choice left out."}
    )


class RegistrationLinksSchema(ItemLinksSchema):
    """Where it and what belongs to it can be read."""

    versions = Judged(URL)
    document = Judged(URL, metadata={"description": "The bytes of the document, of which `sha256` is the hash."})
    changes = Judged(URL)


class RegistrationSchema(RecordSchema):
    """A registration, or one version of it, with its document."""

    valid_to = Judged(MOMENT_OR_NULL, data_key="validTo", metadata={"description": "Until when it held; null while it holds."})
    four_eyes = fields.Boolean(data_key="fourEyes", metadata={"description": "Whether two people looked at it."})
    sha256 = Judged(SHA256, metadata={"description": "SHA-256 of the canonical document (RFC 8785)."})
    links = fields.Nested(RegistrationLinksSchema)
    document = fields.Nested(PublicDocumentSchema)


class VersionItemSchema(Answer):
    """A public state in the history of a registration: a version, or its withdrawal."""

    version = fields.Integer(required=True)
    state = Judged(enum(RecordState), required=True)
    valid_from = Judged(MOMENT, required=True, data_key="validFrom")
    valid_to = Judged(MOMENT_OR_NULL, required=True, data_key="validTo")
    organisation = fields.Nested(OrganisationNameSchema, required=True)
    mirrored = fields.Boolean(required=True)
    example = fields.Boolean(required=True)
    four_eyes = fields.Boolean(required=True, data_key="fourEyes")
    sha256 = Judged(SHA256, required=True)
    name = Judged(TEXTS, required=True, metadata={"description": "A text per language; empty when it was redacted."})
    change_note = Judged(TEXTS, required=True, data_key="changeNote", metadata={"description": "What changed, in the body's own words."})
    withdrawal = fields.Nested(WithdrawalSchema, required=True, allow_none=True)
    redaction = fields.Nested(RedactionSchema, required=True, allow_none=True)
    link = Judged(URL, required=True)


class VersionsSchema(Answer):
    """The history of a registration, newest first."""

    number = Judged(NUMBER_FORM, required=True)
    items = fields.List(fields.Nested(VersionItemSchema), required=True)


class RegistrationsQuery(Listing, AsOf):
    """Which registrations are asked for. Parameters with the same name: one must hold. Different names: all must."""

    q = Line(200, 'Words to look for, or a number: `a OR b`, `-c`, `"d e"` and `f*` mean what they usually do.', load_default="")
    language = Word(Language, "The language in which `q` is typed, for its small word for “or”.", load_default="")
    kind = Words(Kind, "What it is.")
    status = Words(Status, "How far it has got.")
    decision_role = Words(DecisionRole, "What it does in a decision.", data_key="decisionRole")
    organisation = Numbers("The numbers of bodies.")
    product = Numbers("The numbers of the products that are used.")
    theme = Words(Theme, "What it is about.")
    technique = Words(Technique, "How it works.")
    category = Words(RiskCategory, "What it is under the AI Act.")
    national = Words(NationalCategory, "Its category in the national classification.")
    role = Words(ActRole, "What its body is under the AI Act.")
    safe = Words(PrincipleOutcome, "How far it is with the principle “safe”.")
    fair = Words(PrincipleOutcome, "How far it is with the principle “fair”.")
    human = Words(PrincipleOutcome, "How far it is with the principle on human well-being and autonomy.")
    sust = Words(PrincipleOutcome, "How far it is with the principle on sustainability and prosperity.")
    area = Words(AnnexIiiArea, "The area of Annex III in which it is used.")
    assessment = Words(AssessmentState, "An impact assessment and how far it is.")
    personal_data = Words(PersonalData, "The kinds of personal data that it uses.", data_key="personalData")
    supplier = Lines(LONGEST, "Who supplies it, as its body wrote that.")
    provider = Lines(LONGEST, "Who made the model, as its body wrote that.")
    completeness = Words(CompletenessBand, "How much is told of what can be told, in percent.")
    year = Lines(4, "The years in which it was first published.")
    month = Lines(7, "The months in which it was first published, as `2026-03`.")
    type = Words(OrganisationType, "What sort of body it is of.")
    mirrored = Flag("Only those that were taken over from another register, or only those that were not.", load_default=None)
    example = Flag("Only invented examples, or only real ones.", load_default=None)
    overdue = Flag("With `true`, only those that their body should have looked at again before this day.", load_default=None)
    counts = Words(Facet, "The filters of which to count what each word would find.")
    sort = Word(Sort, "The order; `relevance` without `q` is `newest`.", load_default=Sort.RELEVANCE)
    chosen = Chosen(RegistrationItemSchema, data_key="fields")


class RegistrationQuery(AsOf):
    """Of which day, and which members."""

    chosen = Chosen(RegistrationSchema, inside={"document": _PUBLIC}, data_key="fields")


class HistoryQuery(AsOf):
    """Up to which day."""


class VersionQuery(Asking):
    """Which members."""

    chosen = Chosen(RegistrationSchema, inside={"document": _PUBLIC}, data_key="fields")
