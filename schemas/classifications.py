"""Classifications under the AI Act as they travel: facts in, outcome out, and the rules themselves."""

from typing import Any, cast

from marshmallow import Schema, fields

from register.domain.ai_act.history import Occasion
from schemas.answers import Answer
from schemas.asked import Asking
from schemas.classification_shape import OUTCOME, PARTS, facts
from schemas.fields import Day, Judged, Moment
from schemas.json_values import enum

EXAMPLE: dict[str, Any] = {
    "on": "2026-11-22",
    "facts": {
        "aiSystem": "yes",
        "gpaiKind": "none",
        "supplyRelation": "external_unmodified",
        "bodyKind": "public_authority",
        "art5Practices": [],
        "annexI": {"section": "none"},
        "annexIiiPoints": ["5a"],
        "performsProfiling": True,
    },
}


class ClassificationQuestionSchema(Asking):
    """Facts about a system, and the day of which the law is asked."""

    facts = Judged(facts(), required=True, metadata={"description": "What is left out or null is unknown; an empty list means none."})
    on = Day("The day on which duties bind or not; today (Europe/Amsterdam) when left out.", load_default=None)


ClassificationSchema: type[Schema] = Answer.from_dict(
    cast("dict[str, Any]", {name: Judged(schema, required=True) for name, schema in PARTS.items()}), name="ClassificationSchema"
)
ClassificationSchema.__doc__ = "What follows from the facts under the AI Act, with the reasons. An indication, not legal advice."


class RulesSchema(Answer):
    """The rules by which facts are classified, with the duties and the days that they lead to."""

    rule_set_version = fields.String(required=True, data_key="ruleSetVersion")
    law_version = fields.String(required=True, data_key="lawVersion")
    notice = fields.Dict(required=True)
    rules = fields.List(fields.Dict(), required=True, metadata={"description": "In the order in which they are asked."})
    duties = fields.List(fields.Dict(), required=True)
    dates = fields.List(fields.Dict(), required=True, metadata={"description": "From when each part of the act applies."})
    facts = fields.Dict(required=True, metadata={"description": "Name → what it is called, in nl and en."})


class KeptClassificationSchema(Answer):
    """One outcome that was kept, with the facts that it rests on."""

    at = Moment(required=True)
    occasion = Judged(enum(Occasion), required=True, metadata={"description": "Why it was determined."})
    version = fields.Integer(required=True, allow_none=True, metadata={"description": "The published version that froze it; null else."})
    facts = Judged(facts(), required=True)
    unsure = fields.List(fields.String(), required=True, metadata={"description": "The facts that somebody said not to know."})
    outcome = Judged(OUTCOME, required=True)


class KeptClassificationsSchema(Answer):
    """The outcomes that were kept of an entry, newest first."""

    items = fields.List(fields.Nested(KeptClassificationSchema), required=True)
