"""Remarks of colleagues on the fields of a draft."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.asked import Asking
from schemas.fields import Moment, Place, Plain


class RemarkSchema(Answer):
    """A remark on one place in a draft."""

    id = fields.Integer(required=True)
    round = fields.Integer(required=True, metadata={"description": "Of which draft, counted from 1."})
    pointer = fields.String(required=True, metadata={"description": "JSON pointer to the field; empty for the whole."})
    text = fields.String(required=True)
    at = Moment(required=True)
    settled_at = Moment(required=True, data_key="settledAt", allow_none=True)


class RemarksSchema(Answer):
    """The remarks on the present draft, oldest first."""

    items = fields.List(fields.Nested(RemarkSchema), required=True)


class RemarkRequestSchema(Asking):
    """A remark to make."""

    pointer = Place(200, "JSON pointer to a field; empty for the whole.", load_default="")
    text = Plain(2000, "What there is to say.", required=True)
