"""The numbers of the register: the same that the page of statistics shows."""

from dataclasses import fields
from typing import Any

from flask import Response

from register.api.answers import json
from register.api.days import checked
from register.api.frame import Blueprint
from register.domain.calendar import day_of
from register.queries import statistics as counting
from register.web.context import now, reading, wiring
from schemas.statistics import StatisticsQuery, StatisticsSchema

blueprint = Blueprint("statistics", __name__, description="How many registrations there are, of what.")

_NAMES = {"high_risk": "highRisk", "are_examples": "examples"}
_NOT_NUMBERS = {"selection", "figures", "totals"}


@blueprint.get("/statistics")
@blueprint.public
@blueprint.cached
@blueprint.arguments(StatisticsQuery, location="query")
@blueprint.response(200, StatisticsSchema)
def read(query: dict[str, Any]) -> Response:
    """Count what is in the register, or was on a day. Invented examples are left out where there is anything real."""
    as_of = checked(query)
    day = as_of or day_of(now())
    found = counting.statistics(reading(), wiring().search, today=day, as_of=as_of)
    numbers = {_NAMES.get(each.name, each.name): getattr(found, each.name) for each in fields(found) if each.name not in _NOT_NUMBERS}
    figures = {name: figure.rows for name, figure in found.figures.items()}
    return json({"asOf": day, **numbers, "figures": figures, "totals": found.totals})
