"""Working documents that meet the standard, to be changed where a test wants to."""

from typing import Any

from register.domain.principles.criteria import CRITERIA

#: Everything that matters about a bought assistant that writes texts, for use by a public body.
TRANSPARENT: dict[str, Any] = {
    "aiSystem": "yes",
    "gpaiKind": "gpai_system",
    "supplyRelation": "external_unmodified",
    "usesUnderOwnAuthority": True,
    "bodyKind": "public_authority",
    "art2Exclusions": [],
    "art5Practices": [],
    "annexI": {"section": "none"},
    "annexIiiPoints": [],
    "art50Triggers": ["synthetic_content"],
    "art50Exceptions": {"synthetic_content": []},
    "legalOrSimilarEffect": False,
    "realWorldTesting": "none",
    "inServiceSince": "2026-01-15",
}
#: Profiling in detecting crime: by the law it stays out of sight (Art. 49(4)).
OUT_OF_SIGHT: dict[str, Any] = {
    "facts": {
        "aiSystem": "yes",
        "gpaiKind": "none",
        "supplyRelation": "develop_and_use_self",
        "usesUnderOwnAuthority": True,
        "bodyKind": "public_authority",
        "art2Exclusions": [],
        "art5Practices": [],
        "annexI": {"section": "none"},
        "annexIiiPoints": ["6e"],
        "domain": "law_enforcement",
        "performsProfiling": True,
    }
}


def simple_document(**changes: Any) -> dict[str, Any]:
    """Return an algorithm in development: the least that may be published."""
    document: dict[str, Any] = {
        "language": "nl",
        "name": {"nl": "Meldingen verdelen over teams", "en": "Divide reports among teams"},
        "summary": {"nl": "Leest een melding en kiest welk team die krijgt.", "en": "Reads a report and picks the team that gets it."},
        "kind": "algorithm",
        "status": "in_development",
        "contact": "algoritmes@body.example",
        "techniques": ["rules"],
        "themes": ["public_order_and_safety"],
        "purpose": {"nl": "<p>Meldingen komen sneller bij het goede team.</p>"},
        "ai_act": {"facts": {"aiSystem": "no", "aiDefinitionTest": {"onlyHumanDefinedRules": True}, "legalOrSimilarEffect": False}},
        "change_note": {"nl": "Eerste publicatie"},
    }
    return document | changes


def generative_document(**changes: Any) -> dict[str, Any]:
    """Return generative AI in use: all that is asked before it may be published."""
    document = simple_document(
        kind="generative_ai",
        techniques=["generative", "language_technology"],
        status="in_use",
        start_month="2026-01",
        decision_role="supports",
        affected_groups={"nl": "<p>Inwoners die een brief krijgen.</p>"},
        human_intervention={"nl": "<p>Een medewerker leest elke brief.</p>"},
        remedies=[{"id": "bezwaar1", "kind": "objection", "how": {"nl": "Schrijf binnen zes weken een brief."}}],
        personal_data={"kinds": ["ordinary"], "which": {"nl": "<p>Naam en adres.</p>"}},
        legal_basis={"nl": "<p>Artikel 4:1 van de Algemene wet bestuursrecht.</p>"},
        impact_assessments=[{"id": "toets1", "kind": "dpia", "status": "done", "month": "2025-12"}],
        model_name="Voorbeeldmodel 7B",
        model_provider="Stichting Voorbeeld",
        access="government_cloud",
        permitted_uses={"nl": "<p>Brieven herschrijven.</p>"},
        input_policy={"nl": "<p>Geen dossiers van kinderen.</p>"},
        prompt_retention={"days": 30, "supplier_training": "no"},
        ai_act={"facts": TRANSPARENT},
        **{criterion.key: {"answer": "met"} for criterion in CRITERIA if criterion.is_core},
    )
    return document | changes
