"""Classifying under the AI Act: facts in, outcome out. Nothing is stored, nobody has to log in."""

from typing import Any

from flask import Response

from register.api.answers import json
from register.api.frame import Blueprint
from register.domain.ai_act import codec
from register.domain.ai_act.classify import classify
from register.domain.calendar import day_of
from register.errors import Invalid
from register.rendering.act_rules import rules as all_rules
from register.rendering.classifications import answer
from register.web.context import now
from schemas.classifications import EXAMPLE, ClassificationQuestionSchema, ClassificationSchema, RulesSchema

blueprint = Blueprint("classifications", __name__, description="What the AI Act makes of a system, with the reasons.")


@blueprint.post("/classifications")
@blueprint.public
@blueprint.arguments(ClassificationQuestionSchema, example=EXAMPLE)
@blueprint.response(200, ClassificationSchema)
def classification(question: dict[str, Any]) -> Response:
    """Classify a system from facts. The answer is an indication, not legal advice."""
    facts, problems = codec.read(question["facts"], "/facts")
    if problems:
        raise Invalid(problems)
    found = classify(facts, question["on"] or day_of(now()))
    return json(answer(found), headers={"Cache-Control": "no-store"})


@blueprint.get("/classifications/rules")
@blueprint.public
@blueprint.cached
@blueprint.response(200, RulesSchema)
def rules() -> Response:
    """Read the rules themselves: every rule, duty and day, with the law and rule-set version."""
    return json(all_rules())
