"""The numbers of the register as they travel."""

from marshmallow import fields

from register.queries.statistics import FIGURES
from schemas.answers import Answer
from schemas.asked import AsOf
from schemas.fields import Judged

_FIGURES = {
    "type": "object",
    "required": list(FIGURES),
    "properties": {name: {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}} for name in FIGURES},
    "additionalProperties": False,
}


class StatisticsSchema(Answer):
    """How many there are, of what."""

    as_of = Judged({"type": "string", "format": "date"}, required=True, data_key="asOf", metadata={"description": "Of which day."})
    examples = fields.Boolean(required=True, metadata={"description": "Whether these are invented, because there is nothing real."})
    registrations = fields.Integer(required=True)
    organisations = fields.Integer(required=True, metadata={"description": "Bodies with registrations."})
    silent = fields.Integer(required=True, metadata={"description": "Bodies that have registered nothing."})
    mirrored = fields.Integer(required=True, metadata={"description": "Taken over from another register, not confirmed here."})
    generative = fields.Integer(required=True)
    high_risk = fields.Integer(required=True, data_key="highRisk")
    overdue = fields.Integer(required=True, metadata={"description": "Not looked at again in time."})
    figures = Judged(
        _FIGURES,
        required=True,
        metadata={"description": "By filter and word; `GET /registrations` with that filter, `example` and `asOf` finds as many."},
    )


class StatisticsQuery(AsOf):
    """Of which day."""
