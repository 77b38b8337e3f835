"""What citizens asked about a registration and what its body answered; asking is for the public site."""

from typing import Any

from flask import Response

from register.api.answers import json
from register.api.days import checked
from register.api.frame import Blueprint
from register.errors import NotFound
from register.queries import questions as asked
from register.queries import registrations
from register.web.context import reading
from schemas.questions import QuestionsQuery, QuestionsSchema

blueprint = Blueprint("questions", __name__, description="What citizens asked, and what was answered.", is_open_to_scripts=True)


@blueprint.get("/registrations/<number:number>/questions")
@blueprint.public
@blueprint.cached
@blueprint.arguments(QuestionsQuery, location="query")
@blueprint.response(200, QuestionsSchema)
def search(query: dict[str, Any], number: str) -> Response:
    """Read the questions about a registration that are public, newest first; an answer comes with its day, a late one without."""
    day = checked(query)
    if not registrations.history(reading(), number, day):
        raise NotFound
    return json({"number": number, "items": asked.public(reading(), number, day)})
