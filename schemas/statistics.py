"""The numbers of the register as they travel."""

from marshmallow import fields

from register.queries.statistics import FIGURES
from schemas.answers import Answer
from schemas.asked import AsOf
from schemas.fields import Judged

#: A month in which nothing happened is there too; any other word only when there is something to count.
_BY_MONTH = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
_BY_WORD = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
_FIGURES = {
    "type": "object",
    "required": list(FIGURES),
    "properties": {name: _BY_MONTH if name == "month" else _BY_WORD for name in FIGURES},
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
        metadata={
            "description": "By filter and word; `GET /registrations` with that filter, `example` and `asOf` finds as many. "
            "Months go from the first to that of the day, without a gap."
        },
    )
    totals = Judged(
        _BY_MONTH,
        required=True,
        metadata={
            "description": "By month: how many there were at the end of it, what was withdrawn since included. `GET /registrations` with "
            "`example` and the last day of the month as `asOf` finds as many; in the month that is going on, with the day itself."
        },
    )


class StatisticsQuery(AsOf):
    """Of which day."""
