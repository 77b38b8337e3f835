"""The API about itself."""

from marshmallow import Schema, fields


class IndexSchema(Schema):
    """Where everything is."""

    version = fields.String(required=True, metadata={"description": "The version of the API."})
    links = fields.Dict(keys=fields.String(), values=fields.String(), required=True, metadata={"description": "Noun → address."})
