"""Problem documents (RFC 9457), as the API answers with them."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.fields import Judged

_TEXTS = {
    "type": "object",
    "properties": {"nl": {"type": "string"}, "en": {"type": "string"}},
    "required": ["nl", "en"],
    "additionalProperties": False,
}


class BrokenRuleSchema(Answer):
    """One thing to put right in a document, said in both languages."""

    pointer = fields.String(
        required=True,
        metadata={"description": "JSON pointer into that part, list rows by their `id`; empty for the whole.", "examples": ["/purpose"]},
    )
    rule = fields.String(required=True, metadata={"description": "The permanent name of the rule.", "examples": ["too-long"]})
    message = Judged(_TEXTS, required=True, metadata={"description": "What is wrong."})
    remedy = Judged(_TEXTS, required=True, metadata={"description": "What to do about it."})


class FaultSchema(BrokenRuleSchema):
    """One thing to put right in a request."""

    where = fields.String(required=True, data_key="in", metadata={"description": "In which part of it.", "enum": ["body", "query"]})


class ProblemSchema(Answer):
    """What was refused or failed, and why."""

    status = fields.Integer(required=True, metadata={"description": "The HTTP status again."})
    title = fields.String(required=True, metadata={"description": "The name of the status."})
    detail = fields.String(required=True, metadata={"description": "What it means here, in English."})
    code = fields.String(required=True, metadata={"description": "A permanent name for programs.", "examples": ["stale"]})
    request_id = fields.String(
        data_key="requestId",
        metadata={"description": "By which the request is found in the log; 404 and 405 have it in X-Request-Id only."},
    )
    errors = fields.List(fields.Nested(FaultSchema), metadata={"description": "Everything that is wrong, at once."})
    omitted = fields.Integer(metadata={"description": "How many more there are, beyond the thousand that are listed."})
    permission = fields.String(metadata={"description": "Which permission is missing."})
    reason = fields.String(metadata={"description": "Why it is not allowed, when it is not for want of a permission."})
    state = fields.String(metadata={"description": "The state in which the step is not open."})
    pointer = fields.String(metadata={"description": "JSON pointer to what clashes."})
    step = fields.String(metadata={"description": "The step that is not open."})
    etag = fields.String(metadata={"description": "What the thing is at now."})
