"""Imports: what a body takes over from another register, and what came of each row."""

from enum import StrEnum

from marshmallow import fields

from register.exchange import nl_register_list
from schemas.answers import Answer
from schemas.asked import Asking
from schemas.fields import Flag, Judged, Word
from schemas.json_values import enum
from schemas.parts import NUMBER_FORM
from schemas.problems import BrokenRuleSchema

_TEXT_OR_NULL = {"type": ["string", "null"]}


class Format(StrEnum):
    """The formats that can be imported."""

    NL_REGISTER_LIST = nl_register_list.FORMAT


class Outcome(StrEnum):
    """What became of a row of the own body."""

    CREATED = "created"
    PRESENT = "present"


#: The body of a request. Its rows are read one by one, so it is described here and not parsed by a schema.
FILE = {
    "type": "object",
    "required": [nl_register_list.LIST],
    "properties": {
        "count": {"type": "integer", "description": "How many rows there should be."},
        "fetched_at": {"type": "string", "format": "date-time"},
        "source_url": {"type": "string", "format": "uri"},
        nl_register_list.LIST: {
            "type": "array",
            "items": {
                "type": "object",
                "required": list(nl_register_list.REQUIRED),
                "properties": dict.fromkeys(nl_register_list.KEYS, _TEXT_OR_NULL)
                | {key: {"type": "string"} for key in nl_register_list.REQUIRED}
                | {
                    "status": {"enum": [*nl_register_list.STATUSES, "", None]},
                    "impactassessment": {"enum": [*nl_register_list.ASSESSMENTS, "", None]},
                },
            },
        },
    },
}


class ImportQuery(Asking):
    """What to do with the file."""

    format = Word(Format, "In which format the file is.", required=True)
    dry_run = Flag("Only say what would happen.", data_key="dryRun", load_default=False)


class ImportedRowSchema(Answer):
    """A row of the own body: a draft was begun for it, or the body has it already."""

    row = fields.Integer(required=True, metadata={"description": "Its place in the list, from 1."})
    source_id = fields.String(required=True, data_key="sourceId", metadata={"description": "Its number at the source."})
    outcome = Judged(enum(Outcome), required=True)
    number = Judged(NUMBER_FORM, metadata={"description": "The entry; not yet there in a dry run."})


class RefusedRowSchema(BrokenRuleSchema):
    """What is wrong with a row, at the names that the source uses."""

    row = fields.Integer(required=True, metadata={"description": "Its place in the list, from 1."})
    source_id = fields.String(required=True, data_key="sourceId", metadata={"description": "Its number at the source, if it shows one."})


class ImportReportSchema(Answer):
    """What an import did, or would do."""

    format = Judged(enum(Format), required=True)
    dry_run = fields.Boolean(required=True, data_key="dryRun")
    rows = fields.Integer(required=True, metadata={"description": "How many rows the file holds."})
    created = fields.Integer(required=True, metadata={"description": "How many drafts were begun."})
    of_others = fields.Integer(required=True, data_key="ofOthers", metadata={"description": "How many rows are of other bodies."})
    refused = fields.Integer(required=True, metadata={"description": "How many rows could not be used."})
    items = fields.List(fields.Nested(ImportedRowSchema), required=True, metadata={"description": "The rows of the own body."})
    faults = fields.List(fields.Nested(RefusedRowSchema), required=True, metadata={"description": "What is wrong, the first thousand."})
    unknown_keys = fields.List(
        fields.String(), required=True, data_key="unknownKeys", metadata={"description": "Names that the format does not have."}
    )
