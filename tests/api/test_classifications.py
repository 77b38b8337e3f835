"""Classifying over the API: the contract's own example, bad input told whole, and the history of an entry."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from register.domain.permissions import Permission
from register.wiring import Wiring
from schemas.classifications import EXAMPLE
from tests.api.conftest import Numbers, machine

#: Every name of the contract, each with a word that it takes.
CONTRACT: dict[str, Any] = {
    "containsAlgorithm": True,
    "supplyRelation": "external_unmodified",
    "usesUnderOwnAuthority": True,
    "art25Changes": ["own_name_or_trademark", "substantial_modification", "purpose_made_high_risk"],
    "lifecycle": "in_use",
    "aiSystem": "yes",
    "aiDefinitionTest": {"onlyHumanDefinedRules": False, "makesInferences": True, "influencesEnvironment": True},
    "gpaiKind": "none",
    "decisionRole": "advises",
    "affectsNaturalPersons": True,
    "affectsOrganisations": False,
    "legalOrSimilarEffect": True,
    "bodyKind": "public_authority",
    "usedAtWorkplace": False,
    "controlsInputData": True,
    "postRemoteBiometric": False,
    "publicCrimeReporting": False,
    "realWorldTesting": "none",
    "art2Exclusions": ["2_3", "2_4", "2_6", "2_8", "2_10"],
    "art5Practices": ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"],
    "art5Exceptions": {"h": ["strictly_necessary_objective", "national_law", "authorisation", "fria", "registration"]},
    "annexI": {"section": "A", "thirdPartyAssessment": True},
    "annexIiiPoints": ["1a", "2", "4a", "5b", "8b"],
    "biometricThirdPartyAssessment": None,
    "domain": "law_enforcement",
    "performsProfiling": False,
    "art6_3": {"conditions": ["a", "b", "c", "d"], "significantRisk": False, "materiallyInfluences": False},
    "art50Triggers": [
        "interaction", "synthetic_content", "emotion_recognition", "biometric_categorisation", "deepfake", "public_interest_text",
    ],
    "art50Exceptions": {
        "interaction": ["obvious"],
        "synthetic_content": ["standard_editing"],
        "public_interest_text": ["editorial_responsibility"],
    },
    "openSource": {"licenceFreeOpen": False, "sourcePublic": False, "monetised": None},
    "gpai": {"trainingComputeFlop": 1e24, "systemicDesignated": False},
    "intendedForPublicAuthority": True,
    "placedOnMarketOn": "2025-03-01",
    "inServiceSince": None,
    "significantDesignChangeOn": None,
}  # fmt: skip

#: Every key of an answer.
ANSWER = {
    "applicability", "regime", "objectKind", "roles", "riskCategory", "riskCategories", "riskCategoryAtLeast", "categoryApplies",
    "nationalCategory", "thirdPartyAssessment", "openSourceRelief", "art50", "fria", "registrations", "obligations", "reasons", "unknowns",
    "contradictions", "ruleSetVersion", "lawVersion", "on", "notice",
}  # fmt: skip


def classified(client: FlaskClient, facts: Any, **more: Any) -> Any:
    response = client.post("/api/v1/classifications", json={"facts": facts, **more})
    assert response.status_code == 200, response.get_json()
    return response.get_json()


class TestClassification:
    def test_takes_every_name_of_the_contract_and_answers_every_key(self, client: FlaskClient) -> None:
        assert set(classified(client, CONTRACT)) >= ANSWER

    def test_needs_no_token_and_is_kept_by_nobody(self, client: FlaskClient) -> None:
        response = client.post("/api/v1/classifications", json=EXAMPLE)

        assert response.headers["Cache-Control"] == "no-store"
        found = response.get_json()
        assert (found["riskCategory"], found["nationalCategory"], found["on"]) == ("high_risk_annex_iii", "A", "2026-11-22")
        assert {"rule": "annex-iii-point", "article": "6(2)"}.items() <= next(
            each for each in found["reasons"] if each["rule"] == "annex-iii-point"
        ).items()
        assert found["categoryApplies"] == {"now": False, "from": "2027-12-02", "orFrom": "2030-08-02", "basis": "113(c), 111(2)"}
        assert found["notice"] == {"nl": "Indicatie, geen juridisch advies.", "en": "Indication, not legal advice."}

    def test_knows_unknown_from_none(self, client: FlaskClient) -> None:
        base = {"aiSystem": "yes", "supplyRelation": "develop_and_use_self", "art2Exclusions": [], "annexI": {"section": "none"}}

        silent = classified(client, base | {"art5Practices": None, "annexIiiPoints": []})
        none = classified(
            client, base | {"art5Practices": [], "annexIiiPoints": [], "art50Triggers": [], "openSource": {"licenceFreeOpen": False}}
        )

        assert silent["riskCategory"] == "undetermined"
        assert "art5Practices" in [each["fact"] for each in silent["unknowns"]]
        assert none["riskCategory"] == "minimal"

    def test_asks_the_law_of_the_day(self, client: FlaskClient) -> None:
        facts = {**EXAMPLE["facts"], "placedOnMarketOn": "2027-12-02"}

        assert classified(client, facts, on="2027-12-01")["categoryApplies"]["now"] is False
        assert classified(client, facts, on="2027-12-02")["categoryApplies"]["now"] is True
        assert classified(client, facts)["on"] == "2026-11-20"

    def test_refuses_with_every_problem_at_once(self, client: FlaskClient) -> None:
        facts = {"colour": 1, "aiSystem": "maybe", "annexIiiPoints": "5a", "art5Practices": ["z", "a", "a"], "annexI": {"section": "C"}}

        response = client.post("/api/v1/classifications", json={"facts": facts, "on": "yesterday", "why": 1})

        assert response.status_code == 400
        first = {each["pointer"] for each in response.get_json()["errors"]}
        assert {"/on", "/why"} <= first
        response = client.post("/api/v1/classifications", json={"facts": facts})
        found = {(each["pointer"], each["rule"]) for each in response.get_json()["errors"]}
        assert found == {
            ("/facts/colour", "unknown-fact"),
            ("/facts/aiSystem", "not-in-vocabulary"),
            ("/facts/annexIiiPoints", "wrong-type"),
            ("/facts/art5Practices/0", "not-in-vocabulary"),
            ("/facts/art5Practices", "repeated"),
            ("/facts/annexI/section", "not-in-vocabulary"),
        }

    @pytest.mark.parametrize(
        "body", [{}, {"facts": None}, {"facts": []}, {"facts": {"annexI": 3}}, {"facts": {"gpai": {"trainingComputeFlop": "x"}}}]
    )
    def test_refuses_what_is_no_object_of_facts(self, client: FlaskClient, body: Any) -> None:
        response = client.post("/api/v1/classifications", json=body)

        assert response.status_code == 400
        assert all(each["message"]["nl"] and each["message"]["en"] for each in response.get_json()["errors"])

    def test_names_what_contradicts_itself(self, client: FlaskClient) -> None:
        found = classified(client, {"aiSystem": "yes", "art2Exclusions": ["2_10"], "bodyKind": "public_authority"})

        assert [each["rule"] for each in found["contradictions"]] == ["personal-use-of-public-body"]
        assert found["applicability"] != "excluded"


class TestRules:
    def test_can_be_read_by_anyone(self, client: FlaskClient) -> None:
        response = client.get("/api/v1/classifications/rules")
        rules = response.get_json()

        assert "ETag" in response.headers
        assert {each["id"] for each in rules["rules"]} >= {"art-5-f", "annex-iii-point", "art-6-3-profiling", "fria-body", "not-ai"}
        assert len(rules["duties"]) >= 40
        assert {each["from"] for each in rules["dates"]} >= {
            "2025-02-02",
            "2026-08-02",
            "2026-12-02",
            "2027-12-02",
            "2028-08-02",
            "2030-08-02",
        }
        assert "annexIiiPoints" in rules["facts"]


class TestHistory:
    def test_of_an_entry_grows_and_holds_the_facts(self, client: FlaskClient, wiring: Wiring, numbers: Numbers) -> None:
        token = machine(wiring, numbers.own, {Permission.ENTRY_READ, Permission.ENTRY_EDIT})
        path = f"/api/v1/entries/{numbers.draft}/classifications"

        before = client.get(path, headers=token).get_json()["items"]
        made = client.post(path, headers=token)
        after = client.get(path, headers=token).get_json()["items"]

        assert made.status_code == 201
        assert [each["occasion"] for each in after] == ["asked", *(each["occasion"] for each in before)]
        assert after[0] == made.get_json()
        assert after[0]["facts"]["aiSystem"] == "no"
        assert set(after[0]["outcome"]) >= ANSWER
