"""The criteria of the four principles as they travel."""

from marshmallow import fields

from register.domain.principles.criteria import Asked, Principle
from schemas.answers import Answer
from schemas.fields import Judged
from schemas.json_values import enum
from schemas.parts import TEXTS


class CriterionSchema(Answer):
    """One criterion."""

    id = fields.String(required=True, metadata={"description": "Its permanent name."})
    field = fields.String(required=True, metadata={"description": "The field of a document that holds the answer."})
    principle = Judged(enum(Principle), required=True)
    core = fields.Boolean(required=True, metadata={"description": "Whether generative AI in use must answer it."})
    from_product = fields.Boolean(required=True, data_key="fromProduct", metadata={"description": "Whether a product may answer it."})
    asked_of = Judged(
        enum(Asked),
        required=True,
        data_key="askedOf",
        metadata={"description": "Of what it is asked: everything, generative AI, or systems that act by themselves."},
    )
    not_applicable_for = fields.List(
        fields.String(),
        required=True,
        data_key="notApplicableFor",
        metadata={"description": "The roles in a decision with which a core criterion may not apply."},
    )
    sources = fields.List(fields.String(), required=True, metadata={"description": "Articles of the AI Act, requirement ids, other law."})
    label = Judged(TEXTS, required=True, metadata={"description": "Its short name."})
    question = Judged(TEXTS, required=True, metadata={"description": "What is asked of the body."})
    show = Judged(TEXTS, required=True, metadata={"description": "The same for citizens."})
    help = Judged(TEXTS, required=True)
    evidence = Judged(TEXTS, required=True, metadata={"description": "What counts as evidence."})


class CriteriaSchema(Answer):
    """All criteria of one version."""

    version = fields.String(required=True)
    items = fields.List(fields.Nested(CriterionSchema), required=True)
