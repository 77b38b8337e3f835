"""Small parts that several answers share."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.fields import Judged
from schemas.json_values import NUMBER

NUMBER_FORM = {"type": "string", "pattern": NUMBER}
NUMBER_OR_NULL = {"type": ["string", "null"], "pattern": NUMBER}
TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}
MOMENT = {"type": "string", "format": "date-time"}
MOMENT_OR_NULL = {"type": ["string", "null"], "format": "date-time"}
URL = {"type": "string", "format": "uri"}
URL_OR_NULL = {"type": ["string", "null"], "format": "uri"}
SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


class OrganisationNameSchema(Answer):
    """A body, by number and name."""

    number = Judged(NUMBER_FORM, required=True)
    name = fields.String(required=True)


class ProductNumberSchema(Answer):
    """A product that is used, and which version of it."""

    number = Judged(NUMBER_FORM, required=True)
    version = fields.Integer(required=True)


class RedactionSchema(Answer):
    """That the content was lawfully redacted: on which ground, and when."""

    ground = fields.String(required=True)
    at = Judged(MOMENT, required=True)


class WithdrawalSchema(Answer):
    """Why it was withdrawn, and when."""

    reason = Judged(TEXTS, required=True, metadata={"description": "A text per language."})
    at = Judged(MOMENT, required=True)


class PageSchema(Answer):
    """A page of a list."""

    total = fields.Integer(required=True, metadata={"description": "How many there were when the list was begun."})
    next = Judged(URL_OR_NULL, required=True, metadata={"description": "The next page, if there is one; also in the header Link."})
