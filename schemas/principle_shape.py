"""The JSON Schema of what a version freezes of the four principles, for the API and for published documents alike."""

from register.domain.principles.criteria import Principle
from register.domain.principles.outcome import PrincipleOutcome
from schemas.json_values import Schema, enum

_NUMBER: Schema = {"type": "integer", "minimum": 0}
_COUNTS = ("met", "applicable", "answered", "notMet", "withoutEvidence")
_RESULT: Schema = {
    "type": "object",
    "properties": {"outcome": enum(PrincipleOutcome), **dict.fromkeys(_COUNTS, _NUMBER)},
    "required": ["outcome", *_COUNTS],
}

#: What a published document holds of the principles.
OUTCOMES: Schema = {
    "type": "object",
    "properties": {
        "version": {"type": "string"},
        "outcomes": {
            "type": "object",
            "properties": {each.value: _RESULT for each in Principle},
            "required": [each.value for each in Principle],
        },
    },
    "required": ["version", "outcomes"],
}
