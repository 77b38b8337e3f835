"""The rules of the AI Act as JSON, so that anyone can retrace a classification or write tools of their own."""

from functools import cache
from typing import Any

from register.domain.ai_act import words
from register.domain.ai_act.codec import FACT_NAMES, fact_name, json_name
from register.domain.ai_act.dates import DATES, LAW_VERSION
from register.domain.ai_act.duties import DUTIES
from register.domain.ai_act.rules import RULE_SET_VERSION, RULES
from register.labels import label

Json = dict[str, Any]


@cache
def rules() -> Json:
    """Return all rules, duties, days and names of facts."""
    return {
        "ruleSetVersion": RULE_SET_VERSION,
        "lawVersion": LAW_VERSION,
        "notice": _texts(words.notice),
        "rules": [
            {
                "id": each.id,
                "article": each.article,
                "facts": [fact_name(name) for name in each.facts],
                "decides": [json_name(name) for name in each.decides],
                "establishes": None if each.finding is None else each.finding.name.lower(),
                "within": None if each.within is None else each.within.name.lower(),
                "whenUnknown": {True: "presumed", False: "presumed_not", None: "open"}[each.presumed],
                "text": {language: words.reason(each.id, language).replace("{details}", "…") for language in words.LANGUAGES},
            }
            for each in RULES
        ],
        "duties": [
            {
                "duty": each.key,
                "requirement": each.requirement or None,
                "article": each.article,
                "role": each.role,
                "when": [finding.name.lower() for finding in each.when],
                "text": {language: words.duty(each.key, language) for language in words.LANGUAGES},
            }
            for each in DUTIES
        ],
        "dates": [
            {
                "part": each.part,
                "from": each.day.isoformat(),
                "byTheLetter": each.by_the_letter.isoformat() if each.by_the_letter else None,
                "basis": each.basis,
                "law": each.law,
                "name": {language: label(each.part, language) for language in words.LANGUAGES},
            }
            for each in DATES
        ],
        "facts": {name: {language: words.fact(name, language) for language in words.LANGUAGES} for name in FACT_NAMES},
    }


def _texts(text: Any) -> Json:
    return {language: text(language) for language in words.LANGUAGES}
