"""The base of schemas that read requests: unknown names are refused, and every refusal is the name of a rule."""

from marshmallow import Schema

from schemas.fields import Day, Line, WholeNumber

#: How many items a page of a list has when nobody says, and at most.
USUAL_LIMIT = 25
HIGHEST_LIMIT = 100


class Asking(Schema):
    """What a request may hold."""

    error_messages = {"unknown": "unknown"}  # noqa: RUF012  # marshmallow declares it as it is


class Listing(Asking):
    """Which part of a list is asked for."""

    limit = WholeNumber(1, HIGHEST_LIMIT, f"How many items to answer with at most; {USUAL_LIMIT} when left out.", load_default=USUAL_LIMIT)
    cursor = Line(1000, "Where to go on: from the link `next` of the answer before.", load_default="")


class AsOf(Asking):
    """The day of which the state is asked for."""

    as_of = Day(
        "The register as it stood at the end of this day (Europe/Amsterdam); now when left out.", data_key="asOf", load_default=None
    )
