"""What follows under the AI Act as a page or a print shows it: made from the outcome as it travels, so that each says the same.

What does not bind yet is grouped by the day from which it does, so that no
page says of it that it must be done now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from register.domain.ai_act import words
from register.domain.ai_act.outcome import ActRole, Art50Duty, NationalCategory, RegistrationSection, RiskCategory
from register.labels import explanation, glossary, label
from register.rendering.answer_shape import Word
from register.translations import Language

Json = Mapping[str, Any]

_C = RiskCategory

#: The kind and the shape of the badge of each category: never colour alone.
BADGES: dict[RiskCategory, tuple[str, str]] = {
    _C.PROHIBITED: ("prohibited", "octagon"),
    _C.HIGH_RISK_ANNEX_I: ("high", "triangle"),
    _C.HIGH_RISK_ANNEX_III: ("high", "triangle"),
    _C.ANNEX_III_EXEMPT: ("exempt", "triangle-open"),
    _C.TRANSPARENCY: ("transparency", "diamond"),
    _C.MINIMAL: ("minimal", "disc"),
    _C.GPAI_SYSTEMIC: ("gpai", "hexagon"),
    _C.GPAI: ("gpai", "hexagon"),
    _C.OUT_OF_SCOPE: ("none", "square"),
    _C.NOT_AI: ("none", "square"),
    _C.UNDETERMINED: ("open", "ring-dashed"),
}

#: Of these the act says nothing more, so the national category is what a page shows large.
WITHOUT_DUTIES = (_C.OUT_OF_SCOPE, _C.NOT_AI)


@dataclass(frozen=True, slots=True)
class Badge:
    """A category in shape, colour and words; `concept` is the key of the glossary that tells more."""

    value: str
    kind: str
    shape: str
    name: str
    meaning: str
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """A reason: its sentence, where the law says it, and the facts that it rests on."""

    text: str
    article: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty in words, who has it, and what the registration says of it (names of fields; empty when it cannot say)."""

    text: str
    article: str
    role: str
    answered_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """Duties that bind from the same day on; no day where they bind now, or only after a change of the design."""

    status: str
    day: str
    or_day: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A registration that the act asks for: who, in which part of the European database, from when."""

    role: str
    section: str
    day: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome in words. Days are ISO; empty where there is none."""

    category: Badge
    national: Badge | None
    #: The national category is the large one, because the act has no duties for this.
    is_national_first: bool
    others: tuple[Badge, ...]
    at_least: str
    applies_now: bool | None
    applies_from: str
    applies_or_from: str
    roles: tuple[Word, ...]
    dues: tuple[Due, ...]
    fria: bool | None
    fria_reasons: tuple[str, ...]
    places: tuple[Place, ...]
    because: tuple[Because, ...]
    unknowns: tuple[str, ...]
    contradictions: tuple[str, ...]
    on: str
    rule_set: str
    law: str
    notice: str


#: Which fields of a registration tell how a duty is met; after a colon the kind of row that does.
ANSWERED_IN: dict[str, tuple[str, ...]] = {
    "literacy-provider": ("operator_training",),
    "literacy-deployer": ("operator_training",),
    "risk-management": ("risk_management", "risks"),
    "vulnerable-people": ("risk_management",),
    "data-quality": ("data_sources",),
    "technical-documentation": ("documentation",),
    "instructions": ("documentation",),
    "oversight-by-design": ("human_intervention",),
    "accuracy-and-security": ("evaluation", "metrics"),
    "monitoring-after-market": ("monitoring",),
    "testing": ("evaluation",),
    "use-as-instructed": ("operator_training",),
    "human-oversight": ("human_intervention",),
    "input-data": ("data_sources",),
    "monitor-use": ("monitoring",),
    "use-for-dpia": ("impact_assessments:dpia",),
    "inform-people": ("when_you_meet_it",),
    "assess-rights": ("impact_assessments:fria",),
    "explain": ("remedies:explanation_art_86",),
    "art-50-1": ("labelling", "when_you_meet_it"),
    "art-50-2": ("labelling",),
    "art-50-3": ("when_you_meet_it",),
    "art-50-4-deepfake": ("labelling",),
    "art-50-4-text": ("labelling",),
}


def outcome(found: Json, language: Language) -> Outcome:
    """Put an outcome in words. `found` is what `classifications.answer` makes, now or when a version was published."""
    category = RiskCategory(found["riskCategory"])
    applies = found["categoryApplies"]
    return Outcome(
        category=badge(category, language),
        national=_national(found["nationalCategory"], language),
        is_national_first=category in WITHOUT_DUTIES and found["nationalCategory"] is not None,
        others=tuple(badge(RiskCategory(each), language) for each in found["riskCategories"] if each != category),
        at_least=_at_least(found["riskCategoryAtLeast"], language) if category is _C.UNDETERMINED else "",
        applies_now=applies["now"],
        applies_from=applies["from"] or "",
        applies_or_from=applies["orFrom"] or "",
        roles=tuple(_role(ActRole(each), language) for each in found["roles"]),
        dues=_dues(found, language),
        fria=found["fria"]["required"],
        fria_reasons=tuple(words.reason(each, language) for each in found["fria"]["reasons"]),
        places=tuple(_place(each, language) for each in found["registrations"]),
        because=tuple(_because(each, language) for each in found["reasons"]),
        unknowns=tuple(words.fact(each["fact"], language) for each in found["unknowns"]),
        contradictions=tuple(each["text"][language] for each in found["contradictions"]),
        on=found["on"],
        rule_set=found["ruleSetVersion"],
        law=" · ".join(found["lawVersion"].split(";")),
        notice=found["notice"][language],
    )


def told_in(duty: Duty, document: Json) -> tuple[str, ...]:
    """Return the fields in which a registration says how it meets a duty."""
    found = (place.partition(":") for place in duty.answered_in)
    return tuple(key for key, _, kind in found if _holds(document.get(key), kind))


def _holds(value: Any, kind: str) -> bool:
    return any(row.get("kind") == kind for row in value or ()) if kind else bool(value)


def badge(category: RiskCategory, language: Language) -> Badge:
    """Return the badge of a category."""
    kind, shape = BADGES[category]
    return Badge(category.value, kind, shape, label(category, language), explanation(category, language), glossary.of_member(category))


def _role(role: ActRole, language: Language) -> Word:
    return Word(label(role, language), explanation(role, language), glossary.of_member(role))


def _national(value: str | None, language: Language) -> Badge | None:
    if value is None:
        return None
    category = NationalCategory(value)
    return Badge(value, "none", "square", label(category, language), explanation(category, language), glossary.of_member(category))


def _at_least(value: str | None, language: Language) -> str:
    """Name the category that is certain; that the risk is at least minimal goes without saying."""
    return "" if value in {None, _C.MINIMAL} else label(_C(str(value)), language)


def _because(reason: Json, language: Language) -> Because:
    return Because(reason["text"][language], reason["article"], tuple(words.fact(each, language) for each in reason["facts"]))


def _place(each: Json, language: Language) -> Place:
    section = label(RegistrationSection(each["section"]), language) if each["section"] else ""
    return Place(label(ActRole(each["role"]), language), section, each["dueOn"] or "")


def _dues(found: Json, language: Language) -> tuple[Due, ...]:
    """Group the duties: first those that bind, then by the day from which they will."""
    applies = found["categoryApplies"]
    marking = next((row["orDueOn"] for row in found["art50"] if row["duty"] == Art50Duty.MARKING), None)
    rows = []
    for each in found["obligations"]:
        # What falls due with the category falls due on the other of its two days as well.
        other = marking if each["duty"] == "art-50-2" else applies["orFrom"] if each["dueOn"] == applies["from"] else None
        or_day = other or ""
        is_now = each["status"] == "applies"
        # Of what binds already the day tells nothing any more, and would only split the list.
        rows.append((not is_now, "" if is_now else each["dueOn"] or "9999", "" if is_now else or_day, each))
    rows.sort(key=lambda row: row[:3])
    return tuple(
        Due(
            "later" if is_later and day != "9999" else "only_after_change" if is_later else "applies",
            "" if day == "9999" else day,
            or_day,
            _duties([row[3] for row in group], language),
        )
        for (is_later, day, or_day), group in groupby(rows, key=lambda row: row[:3])
    )


def _duties(group: list[Json], language: Language) -> tuple[Duty, ...]:
    """Put duties in words; the same one in two roles is said once."""
    found: dict[tuple[str, str], Duty] = {}
    for each in group:
        text, article, role = each["text"][language], each["article"], label(ActRole(each["role"]), language)
        known = found.get((text, article))
        roles = f"{known.role}, {role.lower()}" if known else role
        found[text, article] = Duty(text, article, roles, ANSWERED_IN.get(each["duty"], ()))
    return tuple(found.values())
