"""Whether the register works."""

from marshmallow import fields

from schemas.answers import Answer


class HealthSchema(Answer):
    """That the register answers and can read its database."""

    status = fields.String(required=True, metadata={"enum": ["ok"]})
    version = fields.String(required=True, metadata={"description": "The version of the program."})
    standard = fields.String(required=True, metadata={"description": "The version of the standard that new registrations follow."})
    sequence = fields.Integer(required=True, metadata={"description": "How many changes the public could see."})
