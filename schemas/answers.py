"""The base of schemas that describe answers: whoever reads one must expect that a later release says more."""

from marshmallow import EXCLUDE, Schema


class Answer(Schema):
    """An answer, or a part of one."""

    class Meta:
        unknown = EXCLUDE
