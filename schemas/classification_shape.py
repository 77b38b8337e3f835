"""The JSON Schema of facts and of the outcome of a classification, for the API and for published documents alike.

Keys may be added to an outcome in later releases, so its objects are open; the
facts are closed, because a name that nobody knows would be a fact lost.
"""

from typing import Any

from register.domain.ai_act import codec
from register.domain.ai_act.outcome import (
    ActRole,
    AnnexViii,
    Applicability,
    Art50Duty,
    DutyStatus,
    NationalCategory,
    ObjectKind,
    Regime,
    RegistrationSection,
    RiskCategory,
)
from schemas.json_values import Schema, described, enum, fact_schema

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "object", "properties": {"nl": _TEXT, "en": _TEXT}, "required": ["nl", "en"]}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "format": "date"}


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {"type": [schema["type"], "null"], "enum": [*schema["enum"], None]}
    return {**schema, "type": [schema["type"], "null"]}


def _several(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def facts() -> Schema:
    """Return the schema of facts as a request holds them: null is unknown, and a large number may be a number."""
    properties: dict[str, Any] = {codec.json_name(name): _loose(kind) for name, kind in codec.SHAPE.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _loose(kind: codec.Kind) -> Schema:
    if isinstance(kind, codec.Group):
        parts: Schema = {codec.json_name(name): _loose(part) for name, part in kind.parts.items()}
        return {"type": ["object", "null"], "properties": parts, "additionalProperties": False}
    if isinstance(kind, codec.Amount):
        return {"type": ["number", "string", "null"], "minimum": 0, "maximum": codec.MOST}
    return _or_null(fact_schema(kind))


PARTS: dict[str, Schema] = {
    "applicability": described(enum(Applicability), "Whether the act applies to this body's use of it."),
    "regime": described(enum(Regime), "How much of the act applies (Art. 2(2))."),
    "objectKind": described(_or_null(enum(ObjectKind)), "What it is for the act."),
    "roles": described(_several(enum(ActRole)), "What the body is for the act."),
    "riskCategory": described(enum(RiskCategory), "The category under the adopted law; `categoryApplies` says from when it has effect."),
    "riskCategories": described(_several(enum(RiskCategory)), "Every category that holds, strongest first."),
    "riskCategoryAtLeast": described(_or_null(enum(RiskCategory)), "The strongest that is certain, when undetermined."),
    "categoryApplies": _object(now=_or_null(_FLAG), **{"from": _or_null(_DAY)}, orFrom=_or_null(_DAY), basis=_or_null(_TEXT)),
    "nationalCategory": described(_or_null(enum(NationalCategory)), "A high-risk, B impactful, C other; null when it cannot be told."),
    "thirdPartyAssessment": _or_null(_FLAG),
    "openSourceRelief": _or_null(_FLAG),
    "art50": _several(
        _object(
            duty=enum(Art50Duty),
            applies=_or_null(_FLAG),
            limited=_FLAG,
            owedBy=_several(enum(ActRole)),
            exception=_or_null(_TEXT),
            dueOn=_DAY,
            orDueOn=_or_null(_DAY),
        )
    ),
    "fria": _object(required=_or_null(_FLAG), dueOn=_or_null(_DAY), notifyAuthority=_or_null(_FLAG), reasons=_several(_TEXT)),
    "registrations": _several(
        _object(
            role=enum(ActRole),
            annexViii=enum(AnnexViii),
            section=_or_null(enum(RegistrationSection)),
            dueOn=_or_null(_DAY),
            dueOnByTheLetter=_DAY,
        )
    ),
    "obligations": _several(
        _object(
            duty=_TEXT,
            requirement=_or_null(_TEXT),
            article=_TEXT,
            role=enum(ActRole),
            status=enum(DutyStatus),
            dueOn=_or_null(_DAY),
            dueOnByTheLetter=_or_null(_DAY),
            text=_TEXTS,
        )
    ),
    "reasons": _several(_object(rule=_TEXT, article=_TEXT, facts=_several(_TEXT), text=_TEXTS)),
    "unknowns": _several(_object(fact=_TEXT, wouldChange=_several(_TEXT))),
    "contradictions": _several(_object(rule=_TEXT, facts=_several(_TEXT), text=_TEXTS)),
    "ruleSetVersion": _TEXT,
    "lawVersion": _TEXT,
    "on": _DAY,
    "notice": _TEXTS,
}

OUTCOME: Schema = {"type": "object", "properties": PARTS, "required": list(PARTS)}
