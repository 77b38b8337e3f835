"""Worked cases of the AI Act, written from the law: what somebody tells of a system, and what follows.

A case starts from `USED` (bought and used), `MADE` (made and used) or `MODEL`,
of which every fact is known and none is special, and says what is different.
Cases from `UNTOLD` tell only what they say. `ON` is a day on which the
prohibitions and Art. 50 apply already, and the rules for high risk do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

ON = date(2026, 11, 22)

Told = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One case: its name in plain English, the article, the facts as JSON, and what follows on a day by the names in `test_cases`."""

    name: str
    article: str
    facts: Told
    expected: Mapping[str, Any]
    on: date = ON


def case(name: str, article: str, facts: Told, /, *, on: date = ON, **expected: Any) -> Case:
    """Return a case, in one line."""
    return Case(name, article, facts, expected, on)


UNTOLD: Told = {}
AI: Told = {"aiSystem": "yes"}
USED: Told = {
    "containsAlgorithm": True,
    "aiSystem": "yes",
    "gpaiKind": "none",
    "supplyRelation": "external_unmodified",
    "usesUnderOwnAuthority": True,
    "art25Changes": [],
    "lifecycle": "in_use",
    "decisionRole": "supports",
    "affectsNaturalPersons": True,
    "affectsOrganisations": False,
    "legalOrSimilarEffect": False,
    "bodyKind": "public_authority",
    "usedAtWorkplace": False,
    "controlsInputData": False,
    "postRemoteBiometric": False,
    "publicCrimeReporting": False,
    "realWorldTesting": "none",
    "art2Exclusions": [],
    "art5Practices": [],
    "annexI": {"section": "none", "thirdPartyAssessment": False},
    "annexIiiPoints": [],
    "biometricThirdPartyAssessment": False,
    "domain": "other",
    "performsProfiling": False,
    "art6_3": {"conditions": [], "significantRisk": True, "materiallyInfluences": True},
    "art50Triggers": [],
    "openSource": {"licenceFreeOpen": False, "sourcePublic": False, "monetised": True},
    "intendedForPublicAuthority": True,
    "placedOnMarketOn": "2026-09-01",
    "inServiceSince": "2026-10-01",
}
#: Placed on the market after the last day for high risk, so that Art. 111(2) leaves nothing.
NEW: Told = {**USED, "placedOnMarketOn": "2028-09-01", "inServiceSince": None}
MADE: Told = {**USED, "supplyRelation": "develop_and_use_self"}
MODEL: Told = {
    **USED,
    "gpaiKind": "gpai_model",
    "supplyRelation": "develop_only",
    "usesUnderOwnAuthority": False,
    "gpai": {"trainingComputeFlop": 1e24, "systemicDesignated": False},
}
OPEN = {"openSource": {"licenceFreeOpen": True, "sourcePublic": True, "monetised": False}}
EXEMPT = {"conditions": ["a"], "significantRisk": False, "materiallyInfluences": False}
PRODUCT = {"section": "A", "thirdPartyAssessment": True}
HIGH = "high_risk_annex_iii"
LEGACY_DAYS = ("2027-12-02", "2030-08-02")


def _without(facts: Told, *names: str) -> Told:
    return {name: value for name, value in facts.items() if name not in names}


def _triggers(*triggers: str) -> Told:
    return {"art50Triggers": [*triggers], "art50Exceptions": {each: [] for each in triggers}}


KINDS = (
    case(
        "A spreadsheet without any algorithm",
        "3(1)",
        {"containsAlgorithm": False, "aiSystem": "no"},
        category="not_ai", applicability="no_algorithm", kind="no_algorithm", national=None, days=(None, None), reasons=["no-algorithm"],
    ),
    case(
        "Fixed rules that decide on allowances: not AI, and yet impactful",
        "3(1)",
        {**USED, "aiSystem": "no", "decisionRole": "decides", "legalOrSimilarEffect": True},
        category="not_ai", applicability="not_ai", kind="algorithm_not_ai", national="B", roles=(), owes=(), fria=False, registers=(),
    ),
    case(
        "A calculation that takes part in no decision",
        "3(1)",
        {**USED, "aiSystem": "no", "decisionRole": "none"},
        category="not_ai", national="C", reasons=["not-ai", "national-c"],
    ),
    case(
        "A system of which nobody says whether it is AI",
        "3(1)",
        {**_without(USED, "aiSystem"), "annexIiiPoints": ["4a"]},
        category="undetermined", at_least=None, applicability="undetermined", kind=None, national=None, fria=None, unknown=["ai_system"],
    ),
    case(
        "A harmless system of which nobody says whether it is AI: category C either way",
        "3(1)",
        _without(USED, "aiSystem"),
        category="undetermined", at_least=None, national="C", unknown=["ai_system"],
    ),
    case("Nothing told at all", "3(1)", UNTOLD, category="undetermined", at_least=None, national=None, unknown=["ai_system", "gpai_kind"]),
    case(
        "Unsure whether it is AI, but it follows only rules that people wrote",
        "3(1), recital 12",
        {**USED, "aiSystem": "unknown", "aiDefinitionTest": {"onlyHumanDefinedRules": True}},
        category="not_ai", applicability="not_ai",
    ),
    case(
        "Unsure whether it is AI, but it infers nothing",
        "3(1)",
        {**USED, "aiSystem": "unknown", "aiDefinitionTest": {"makesInferences": False}},
        category="not_ai",
    ),
    case(
        "Unsure whether it is AI, but it infers, and whether its output has effects is not said: AI, until told otherwise",
        "3(1)",
        {**USED, "aiSystem": "unknown", "aiDefinitionTest": {"onlyHumanDefinedRules": False, "makesInferences": True}},
        category="minimal", kind="ai_system", unknown=["ai_definition_test.influences_environment"], reasons=["ai-system"],
    ),
    case(
        "Unsure whether it is AI, but it meets the whole definition",
        "3(1)",
        {
            **USED,
            "aiSystem": "unknown",
            "aiDefinitionTest": {"onlyHumanDefinedRules": False, "makesInferences": True, "influencesEnvironment": True},
        },
        category="minimal", kind="ai_system", certain=["ai_definition_test.influences_environment"],
    ),
    case(
        "It infers, and its output has no effect on anything",
        "3(1)",
        {**_without(USED, "aiSystem"), "aiDefinitionTest": {"makesInferences": True, "influencesEnvironment": False}},
        category="not_ai",
    ),
    case(
        "A chatbot for many tasks that is bought as it is",
        "3(66)",
        {**USED, "gpaiKind": "gpai_system", "art50Triggers": ["interaction"]},
        category="transparency", kind="gpai_system", reasons=["gpai-system"],
    ),
)  # fmt: skip

SCOPE = (
    case(
        "Drones of the armed forces",
        "2(3)",
        {**USED, "art2Exclusions": ["2_3"], "annexIiiPoints": ["6e"], "domain": "law_enforcement"},
        category="out_of_scope", applicability="excluded", owes=(), fria=False, registers=(), duties=[], no_duties=["literacy-deployer"],
        days=(None, None),
    ),
    case(
        "A foreign police force under a treaty",
        "2(4)",
        {**USED, "art2Exclusions": ["2_4"]},
        category="out_of_scope", applicability="excluded", reasons=["excluded-2-4"],
    ),
    case(
        "A model of the climate, made for research only",
        "2(6)",
        {**USED, "art2Exclusions": ["2_6"]},
        category="out_of_scope", reasons=["excluded-2-6"],
    ),
    case(
        "Still being tested in the laboratory",
        "2(8)",
        {**MADE, "art2Exclusions": ["2_8"], "lifecycle": "in_development"},
        category="out_of_scope", applicability="excluded", national="C", reasons=["excluded-2-8"],
    ),
    case(
        "Research before the market, of which the stage is not said: the exclusion stands, and the stage is asked",
        "2(8)",
        {**_without(MADE, "lifecycle", "realWorldTesting"), "art2Exclusions": ["2_8"]},
        category="out_of_scope", unknown=["lifecycle", "real_world_testing"],
    ),
    case(
        "A phone that somebody uses at home",
        "2(10)",
        {**USED, "art2Exclusions": ["2_10"], "bodyKind": "other"},
        category="out_of_scope", applicability="excluded", reasons=["excluded-2-10"],
    ),
    case(
        "Personal use, of which the user is not named: the exclusion stands, and the user is asked",
        "2(10)",
        {**_without(USED, "bodyKind"), "art2Exclusions": ["2_10"]},
        category="out_of_scope", unknown=["body_kind"],
    ),
    case(
        "Exclusions of which nothing is said are presumed absent",
        "2",
        _without(USED, "art2Exclusions"),
        category="minimal", applicability="applies", unknown=["art2_exclusions"],
    ),
    case(
        "Free and open software with nothing special about it",
        "2(12)",
        {**MADE, **OPEN},
        category="out_of_scope", applicability="excluded", relief=True, no_duties=["literacy-provider", "literacy-deployer"],
        days=(None, None),
    ),
    case(
        "Open software that sorts job applicants stays high-risk",
        "2(12)",
        {**MADE, **OPEN, "annexIiiPoints": ["4a"]},
        category=HIGH, applicability="applies", relief=False,
    ),
    case("Open software that scores people stays prohibited", "2(12)", {**MADE, **OPEN, "art5Practices": ["c"]}, category="prohibited"),
    case(
        "Open software that talks with people keeps its duty to say so",
        "2(12)",
        {**MADE, **OPEN, **_triggers("interaction")},
        category="transparency", applicability="applies", relief=False,
    ),
    case(
        "Open software that is sold is not left out",
        "2(12)",
        {**MADE, "openSource": {"licenceFreeOpen": True, "sourcePublic": True, "monetised": True}},
        category="minimal", applicability="applies", relief=False,
    ),
    case(
        "Open software of which prohibited practices are not said: perhaps outside the act",
        "2(12)",
        {**_without(MADE, "art5Practices"), **OPEN},
        category="undetermined", at_least="out_of_scope", applicability="applies", relief=None, unknown=["art5_practices"],
    ),
    case(
        "Perhaps open software: the act applies until the licence is known",
        "2(12)",
        _without(MADE, "openSource"),
        category="minimal", applicability="applies", relief=None, unknown=["open_source.licence_free_open"],
    ),
    case(
        "A body that neither makes, supplies nor uses it",
        "2(1)",
        {**USED, "supplyRelation": "none", "usesUnderOwnAuthority": False, "annexIiiPoints": ["5a"]},
        category="out_of_scope", applicability="no_role", roles=(), fria=False, registers=(), reasons=["no-role"],
    ),
    case(
        "No supply, and nobody says whether it is used: no role, and use is asked",
        "2(1)",
        {**_without(USED, "usesUnderOwnAuthority"), "supplyRelation": "none"},
        category="out_of_scope", applicability="no_role", unknown=["uses_under_own_authority"],
    ),
    case(
        "No supply, and yet used under own authority",
        "3(4)",
        {**USED, "supplyRelation": "none"},
        category="minimal", applicability="applies", roles=("deployer",),
    ),
)  # fmt: skip

ROLES = (
    case("Made to sell", "3(3)", {**MADE, "supplyRelation": "develop_only", "usesUnderOwnAuthority": False}, roles=("provider",)),
    case(
        "Made for itself and for others",
        "3(3)",
        {**MADE, "supplyRelation": "develop_for_self_and_others"},
        roles=("provider", "deployer"),
    ),
    case("Made for own use", "3(3)", _without(MADE, "usesUnderOwnAuthority"), roles=("provider", "deployer")),
    case(
        "Made by a contractor, under the body's own name",
        "3(3)",
        {**MADE, "supplyRelation": "commissioned_development"},
        roles=("provider", "deployer"),
    ),
    case(
        "An own chatbot on somebody's model: provider of the system",
        "3(3)",
        {**MADE, "supplyRelation": "built_on_third_party_model", "art50Triggers": ["interaction", "synthetic_content"]},
        roles=("provider", "deployer"), category="transparency", duties=["art-50-1", "art-50-2"],
    ),
    case(
        "An own chatbot that others use",
        "3(3)",
        {**MADE, "supplyRelation": "built_on_third_party_model", "usesUnderOwnAuthority": False},
        roles=("provider",),
    ),
    case("Bought and used", "3(4)", _without(USED, "usesUnderOwnAuthority"), roles=("deployer",), unknown=["uses_under_own_authority"]),
    case("Bought for somebody else to use", "3(4)", {**USED, "usesUnderOwnAuthority": False}, roles=()),
    case("Bought and changed", "3(4)", {**USED, "supplyRelation": "external_modified"}, roles=("deployer",), category="minimal"),
    case(
        "Brought in from outside the EU, for the high risk of selecting staff",
        "3(6), 23",
        {**USED, "supplyRelation": "import_from_outside_eu", "usesUnderOwnAuthority": False, "annexIiiPoints": ["4a"]},
        roles=("importer",), category=HIGH, duties=["importer-checks"], no_duties=["use-as-instructed", "risk-management"],
    ),
    case(
        "Sold on within the EU, for the high risk of selecting staff",
        "3(7), 24",
        {**USED, "supplyRelation": "resell_within_eu", "usesUnderOwnAuthority": False, "annexIiiPoints": ["4a"]},
        roles=("distributor",), category=HIGH, duties=["distributor-checks"],
    ),
    case(
        "How it came is not said: no role is certain, and FRIA cannot be told",
        "3, 27",
        {**_without(USED, "supplyRelation", "usesUnderOwnAuthority"), "annexIiiPoints": ["5a"]},
        category=HIGH, roles=(), fria=None, unknown=["supply_relation", "uses_under_own_authority"],
    ),
    case(
        "Made for own name, and whether it is used is not said: FRIA cannot be told",
        "3(4), 27",
        {**_without(MADE, "usesUnderOwnAuthority"), "supplyRelation": "commissioned_development", "annexIiiPoints": ["5a"]},
        roles=("provider",), fria=None, unknown=["uses_under_own_authority"],
    ),
    case(
        "A bought high-risk system that is sold under an own name",
        "25(1)(a)",
        {**USED, "annexIiiPoints": ["5a"], "art25Changes": ["own_name_or_trademark"]},
        roles=("provider", "deployer"), registers=("A public", "C public"), duties=["risk-management"], reasons=["art-25-provider"],
    ),
    case(
        "A bought high-risk system that is changed substantially",
        "25(1)(b)",
        {**USED, "annexIiiPoints": ["5a"], "art25Changes": ["substantial_modification"]},
        roles=("provider", "deployer"),
    ),
    case(
        "A general chatbot that is made to select applicants",
        "25(1)(c)",
        {**USED, "gpaiKind": "gpai_system", "annexIiiPoints": ["4a"], "art25Changes": ["purpose_made_high_risk"]},
        roles=("provider", "deployer"), category=HIGH, reasons=["art-25-provider"],
    ),
    case(
        "A general chatbot that selects applicants, with no change told: look at 25(1)(c) again",
        "25(1)(c)",
        {**USED, "gpaiKind": "gpai_system", "annexIiiPoints": ["4a"]},
        roles=("deployer",), category=HIGH, reasons=["check-art-25-1-c"],
    ),
    case(
        "A bought high-risk system, of which changes are not said",
        "25(1)",
        {**_without(USED, "art25Changes"), "annexIiiPoints": ["4a"]},
        roles=("deployer",), unknown=["art25_changes"],
    ),
    case("An own name on a system without high risk", "25(1)(a)", {**USED, "art25Changes": ["own_name_or_trademark"]}, roles=("deployer",)),
    case(
        "Making itself a system that is high-risk anyway: Art. 25 adds nothing",
        "25(1)",
        {**MADE, "annexIiiPoints": ["5a"], "art25Changes": ["substantial_modification"]},
        roles=("provider", "deployer"), no_reasons=["art-25-provider"],
    ),
)  # fmt: skip

_PRACTICES = {
    "a": "Subliminal tricks that make people buy harmful things",
    "b": "A game that takes advantage of children",
    "c": "A score of citizens over years, that costs them a house",
    "d": "Predicting who becomes a thief from character alone",
    "e": "Collecting faces from the internet",
    "f": "Reading the emotions of workers",
    "g": "Inferring religion from a face",
    "h": "Recognising passers-by at once, for the police",
}
_LIMITS = (
    ("a", "no_significant_harm"),
    ("b", "no_significant_harm"),
    ("ba", "not_purpose_with_safeguards"),
    ("ba", "consent"),
    ("bb", "lawful_defence"),
    ("d", "supports_human_assessment"),
    ("f", "medical_or_safety"),
    ("g", "lawful_labelling"),
    ("g", "law_enforcement_categorising"),
    ("h", "strictly_necessary_objective"),
)


def _field(practice: str) -> Told:
    return {"domain": "law_enforcement"} if practice == "h" else {}


PROHIBITED = (
    *(
        case(
            name,
            f"5(1)({practice})",
            {**USED, **_field(practice), "art5Practices": [practice], "art5Exceptions": {practice: []}},
            category="prohibited", days=("2025-02-02", None), now=True, national=None,
            duties=["stop-deployer"], reasons=[f"art-5-{practice}"],
        )
        for practice, name in _PRACTICES.items()
    ),
    *(
        case(
            name,
            f"5(1)({practice})",
            {**USED, "art5Practices": [practice], "art5Exceptions": {practice: []}},
            category="prohibited", days=("2026-12-02", None), now=False, later=["stop-deployer"],
        )
        for practice, name in (("ba", "Making nude images of a colleague"), ("bb", "Making images of child abuse"))
    ),
    *(
        case(
            f"Practice ({practice}) ten days later",
            f"5(1)({practice})",
            {**USED, "art5Practices": [practice], "art5Exceptions": {practice: []}},
            on=date(2026, 12, 2), category="prohibited", now=True, applies=["stop-deployer"],
        )
        for practice in ("ba", "bb")
    ),
    *(
        case(
            f"Practice ({practice}) within its limit: {limit}",
            f"5(1)({practice})",
            {**USED, **_field(practice), "art5Practices": [practice], "art5Exceptions": {practice: [limit]}},
            category="minimal", reasons=["art-5-exception"], no_duties=["stop-deployer"], now=True,
        )
        for practice, limit in _LIMITS
    ),
    case(
        "Real-time identification that is strictly necessary, with no safeguard shown: those are asked",
        "5(2)",
        {
            **USED,
            "domain": "law_enforcement",
            "art5Practices": ["h"],
            "art5Exceptions": {"h": ["strictly_necessary_objective"]},
            "annexIiiPoints": ["1a"],
        },
        category=HIGH, unknown=["art5_exceptions"],
    ),
    case(
        "Real-time identification that is strictly necessary, with every safeguard",
        "5(2)",
        {
            **USED,
            "domain": "law_enforcement",
            "art5Practices": ["h"],
            "art5Exceptions": {"h": ["strictly_necessary_objective", "national_law", "authorisation", "fria", "registration"]},
            "annexIiiPoints": ["1a"],
        },
        category=HIGH, certain=["art5_exceptions"], registers=("C non_public",),
    ),
    case(
        "Safeguards without a strictly necessary aim lift nothing",
        "5(2)",
        {**USED, "domain": "law_enforcement", "art5Practices": ["h"], "art5Exceptions": {"h": ["national_law", "authorisation"]}},
        category="prohibited",
    ),
    case(
        "Social scoring, and nothing else known than that it is AI",
        "5(1)(c)",
        {**AI, "art5Practices": ["c"]},
        category="prohibited", at_least=None, certain=["art5_exceptions"],
    ),
    case(
        "A limit of which nothing is said is presumed absent",
        "5(1)(f)",
        {**USED, "art5Practices": ["f"]},
        category="prohibited", unknown=["art5_exceptions"],
    ),
    case(
        "One practice within its limit, the limits of another unsaid: prohibited, and those are asked",
        "5(1)(a), (f)",
        {**USED, "art5Practices": ["a", "f"], "art5Exceptions": {"a": ["no_significant_harm"]}},
        category="prohibited", unknown=["art5_exceptions"], reasons=["art-5-exception", "art-5-f"], no_reasons=["art-5-a"],
    ),
    case(
        "An old prohibition beside a new one has effect from the old day",
        "5(1)(ba), (e)",
        {**USED, "art5Practices": ["ba", "e"], "art5Exceptions": {"ba": []}},
        category="prohibited", days=("2025-02-02", None),
    ),
    case(
        "Practices of which nothing is said leave it undetermined, at least high-risk",
        "5, 6(2)",
        {**_without(USED, "art5Practices"), "annexIiiPoints": ["4a"]},
        category="undetermined", at_least=HIGH, national=None, unknown=["art5_practices"],
    ),
    *(
        case(
            f"Social scoring with a system that the body {relation}",
            "5",
            {**USED, "supplyRelation": relation, "usesUnderOwnAuthority": False, "art5Practices": ["c"]},
            category="prohibited", roles=(role,), duties=[f"stop-{role}"], no_duties=["stop-deployer"],
        )
        for relation, role in (("import_from_outside_eu", "importer"), ("resell_within_eu", "distributor"), ("develop_only", "provider"))
    ),
    case(
        "Prohibited and high-risk at once: the strongest is shown, both hold",
        "5, 6(2)",
        {**USED, "art5Practices": ["c"], "annexIiiPoints": ["5a"], **_triggers("interaction")},
        categories=("prohibited", HIGH, "transparency"), national=None,
    ),
)  # fmt: skip

_USES = {
    "1a": "Recognising people on camera images of a station",
    "1b": "Sorting faces by ethnic origin for research into bias",
    "1c": "Reading the emotions of patients",
    "2": "Steering the pumps of a water network",
    "3a": "Placing pupils in schools",
    "3b": "Marking exams",
    "3c": "Advising on the level of a pupil",
    "3d": "Watching for cheating in exams",
    "4a": "Ranking job applicants",
    "4b": "Dividing work by how people behave",
    "5a": "Deciding on social assistance",
    "5b": "Judging whether people can pay back a loan",
    "5c": "Pricing life insurance",
    "5d": "Sorting emergency calls",
    "6a": "Predicting who becomes a victim of crime",
    "6b": "A lie detector for the police",
    "6c": "Weighing evidence",
    "6d": "Predicting who offends again",
    "6e": "Profiling suspects in an investigation",
    "7a": "A lie detector at the border",
    "7b": "Judging the risk that a traveller brings",
    "7c": "Examining asylum applications",
    "7d": "Recognising people at the border",
    "8a": "Helping a judge to find the law",
    "8b": "Telling voters whom to vote for",
}
_FIELDS = {"6": "law_enforcement", "7": "migration_asylum_border", "8": "justice"}


def _section(point: str) -> str:
    return {"2": "national", "6": "non_public", "7": "non_public"}.get(point[0], "public")


LISTED = (
    *(
        case(
            name,
            f"6(2), Annex III({point})",
            {**NEW, "annexIiiPoints": [point], "domain": _FIELDS.get(point[0], "other")},
            category=HIGH, national="A", days=("2027-12-02", None), now=False, fria=point != "2", registers=(f"C {_section(point)}",),
            roles=("deployer",), later=["use-as-instructed", "human-oversight"], third_party=False, regime="full",
        )
        for point, name in _USES.items()
    ),
    case(
        "Uses of which nothing is said leave it undetermined",
        "6(2)",
        _without(USED, "annexIiiPoints"),
        category="undetermined", at_least="minimal", fria=None, unknown=["annex_iii_points"],
    ),
    case(
        "Listed, and nothing else known than that it is AI",
        "6(2)",
        {**AI, "annexIiiPoints": ["4a"]},
        category="undetermined", at_least=HIGH, unknown=["art5_practices", "annex_i.section"],
    ),
    case(
        "Biometrics that a notified body assesses",
        "43(1)",
        {**USED, "annexIiiPoints": ["1c"], "biometricThirdPartyAssessment": True},
        category=HIGH, third_party=True,
    ),
    case(
        "Biometrics, of which the assessment is not said",
        "43(1)",
        {**_without(USED, "biometricThirdPartyAssessment"), "annexIiiPoints": ["1c"]},
        third_party=None, unknown=["biometric_third_party_assessment"],
    ),
)  # fmt: skip

EXEMPTED = (
    *(
        case(
            name,
            f"6(3)({condition})",
            {**MADE, "annexIiiPoints": ["5a"], "art6_3": {**EXEMPT, "conditions": [condition]}},
            category="annex_iii_exempt_6_3", national="C", fria=False, registers=("B public",), days=LEGACY_DAYS,
            duties=["document-exemption"], no_duties=["risk-management", "registration-gate"], reasons=["art-6-3-exempt", "art-6-3-room"],
        )
        for condition, name in {
            "a": "Numbering the letters of applicants for assistance",
            "b": "Polishing the language of a decision that a person took",
            "c": "Pointing out to a person where decisions differ from earlier ones",
            "d": "Translating documents beforehand",
        }.items()
    ),
    case(
        "The same task where the body only uses it: the provider registers",
        "49(2)",
        {**USED, "annexIiiPoints": ["5a"], "art6_3": EXEMPT},
        category="annex_iii_exempt_6_3", registers=(), no_duties=["document-exemption"],
    ),
    case(
        "A small task, but it profiles people",
        "6(3), last sentence",
        {**MADE, "annexIiiPoints": ["5a"], "art6_3": EXEMPT, "performsProfiling": True},
        category=HIGH, reasons=["art-6-3-profiling"], no_reasons=["art-6-3-exempt"],
    ),
    case(
        "A small task, but a significant risk",
        "6(3), first sentence",
        {**MADE, "annexIiiPoints": ["5a"], "art6_3": {**EXEMPT, "significantRisk": True}},
        category=HIGH, reasons=["art-6-3-chapeau"],
    ),
    case(
        "A small task, but it really influences decisions",
        "6(3), first sentence",
        {**MADE, "annexIiiPoints": ["5a"], "art6_3": {**EXEMPT, "materiallyInfluences": True}},
        category=HIGH, reasons=["art-6-3-chapeau"],
    ),
    case(
        "A small task of which the risk was never assessed: read strictly",
        "6(3)",
        {**MADE, "annexIiiPoints": ["5a"], "art6_3": {"conditions": ["a"]}},
        category=HIGH, unknown=["art6_3.significant_risk", "art6_3.materially_influences"], reasons=["art-6-3-chapeau"],
    ),
    case(
        "No risk at all, but no condition either",
        "6(3)",
        {**MADE, "annexIiiPoints": ["5a"], "art6_3": {**EXEMPT, "conditions": []}},
        category=HIGH,
    ),
    case(
        "A small task, and nobody says whether it profiles",
        "6(3)",
        {**_without(MADE, "performsProfiling"), "annexIiiPoints": ["5a"], "art6_3": EXEMPT},
        category="undetermined", at_least="annex_iii_exempt_6_3", national=None, unknown=["performs_profiling"],
    ),
    case(
        "Conditions of which nothing is said are presumed absent",
        "6(3)",
        {**_without(MADE, "art6_3"), "annexIiiPoints": ["5a"]},
        category=HIGH, unknown=["art6_3.conditions"],
    ),
    case(
        "Profiling alone is no use of Annex III",
        "6(2), 6(3)",
        {**USED, "performsProfiling": True},
        category="minimal", certain=["art6_3.conditions"],
    ),
)  # fmt: skip

PRODUCTS = (
    case(
        "The safety of a lift, that a notified body assesses",
        "6(1), Annex I A",
        {**NEW, "annexI": PRODUCT},
        category="high_risk_annex_i", national="A", third_party=True, days=("2028-08-02", None), fria=False, registers=(), regime="full",
        duties=["use-as-instructed"], no_duties=["inform-people", "registration-gate"],
    ),
    case(
        "A toy that its maker assesses itself",
        "6(1)(b)",
        {**USED, "annexI": {"section": "A", "thirdPartyAssessment": False}},
        category="minimal", third_party=False,
    ),
    case(
        "A product, of which the assessment is not said",
        "6(1)(b)",
        {**USED, "annexI": {"section": "A"}},
        category="undetermined", at_least="minimal", unknown=["annex_i.third_party_assessment"], third_party=None,
    ),
    case(
        "Third-party assessment, of which the product is not said",
        "6(1)(a)",
        {**USED, "annexI": {"thirdPartyAssessment": True}},
        category="undetermined", at_least="minimal", unknown=["annex_i.section"],
    ),
    case(
        "The brakes of a train",
        "2(2), Annex I B",
        {**MADE, "annexI": {"section": "B", "thirdPartyAssessment": True}, "art50Triggers": ["interaction"]},
        category="high_risk_annex_i", regime="annex_i_section_b", owes=(), fria=False, registers=(), national="A", third_party=True,
        no_duties=["risk-management", "use-as-instructed", "literacy-provider", "art-50-1"],
    ),
    case(
        "A product of which nothing is said: the whole act is presumed, with its duties of transparency",
        "2(2), 50",
        {**_without(MADE, "annexI"), "art50Triggers": ["interaction"]},
        category="undetermined", at_least="transparency", regime="full", owes=("50_1",), unknown=["annex_i.section"],
        duties=["literacy-provider", "art-50-1"],
    ),
    case(
        "The safety of a medical device that also sorts emergency calls",
        "6(1), 6(2)",
        {**USED, "annexI": PRODUCT, "annexIiiPoints": ["5d"]},
        categories=("high_risk_annex_i", HIGH), fria=True, registers=("C public",), duties=["registration-gate"],
    ),
)  # fmt: skip

_OPENNESS = {
    "interaction": ("A chatbot that answers citizens", ("50_1",), "art-50-1"),
    "synthetic_content": ("A program that makes images", ("50_2",), "art-50-2"),
    "emotion_recognition": ("Reading the mood of visitors", ("50_3",), "art-50-3"),
    "biometric_categorisation": ("Estimating the age of visitors", ("50_3",), "art-50-3"),
    "deepfake": ("A film in which a mayor seems to speak", ("50_4_deepfake",), "art-50-4-deepfake"),
    "public_interest_text": ("A letter to the neighbourhood that AI wrote", ("50_4_text",), "art-50-4-text"),
}
_FREED = (
    ("interaction", "obvious"),
    ("interaction", "criminal_law"),
    ("synthetic_content", "standard_editing"),
    ("synthetic_content", "no_substantial_change"),
    ("synthetic_content", "criminal_law"),
    ("emotion_recognition", "criminal_law"),
    ("biometric_categorisation", "criminal_law"),
    ("deepfake", "criminal_law"),
    ("public_interest_text", "criminal_law"),
    ("public_interest_text", "editorial_responsibility"),
)

OPENNESS = (
    *(
        case(
            name,
            "50",
            {**MADE, **_triggers(trigger)},
            category="transparency", owes=owes, days=("2026-08-02", None), now=True, duties=[duty], national="C",
            certain=["art50_exceptions"],
        )
        for trigger, (name, owes, duty) in _OPENNESS.items()
    ),
    *(
        case(
            f"{trigger} with the exception {exception}",
            "50",
            {**MADE, "art50Triggers": [trigger], "art50Exceptions": {trigger: [exception]}},
            category="minimal", owes=(), exceptions=(exception,), no_duties=[_OPENNESS[trigger][2]], reasons=["art-50-exception"],
        )
        for trigger, exception in _FREED
    ),
    case(
        "A satirical deepfake: the duty stays, in a limited form",
        "50(4)",
        {**MADE, "art50Triggers": ["deepfake"], "art50Exceptions": {"deepfake": ["artistic_limited"]}},
        category="transparency", owes=("50_4_deepfake",), limited=("50_4_deepfake",), exceptions=("artistic_limited",),
    ),
    case(
        "A chatbot of the police through which people report crime: they must know",
        "50(1)",
        {
            **MADE,
            "art50Triggers": ["interaction"],
            "art50Exceptions": {"interaction": ["criminal_law"]},
            "publicCrimeReporting": True,
        },
        category="transparency", owes=("50_1",), exceptions=(),
    ),
    case(
        "A chatbot of the police, through which people perhaps report crime",
        "50(1)",
        {
            **_without(MADE, "publicCrimeReporting"),
            "art50Triggers": ["interaction"],
            "art50Exceptions": {"interaction": ["criminal_law"]},
        },
        category="undetermined", at_least="minimal", owes=(), open_duties=("50_1",), unknown=["public_crime_reporting"],
    ),
    case(
        "Emotions are read by law, faces are sorted without: the duty stays",
        "50(3)",
        {
            **MADE,
            "art50Triggers": ["emotion_recognition", "biometric_categorisation"],
            "art50Exceptions": {"emotion_recognition": ["criminal_law"], "biometric_categorisation": []},
        },
        owes=("50_3",), exceptions=(),
    ),
    case(
        "A vendor's chatbot: the duties of design are the vendor's, not the body's",
        "50(1)-(2)",
        {**USED, **_triggers("interaction", "synthetic_content")},
        category="transparency", owes=("50_1", "50_2"), owed_by=("provider",), no_duties=["art-50-1", "art-50-2"],
    ),
    case(
        "Exceptions of which nothing is said are presumed absent",
        "50",
        {**MADE, "art50Triggers": ["interaction"]},
        category="transparency", owes=("50_1",), unknown=["art50_exceptions"],
    ),
    case(
        "One duty with an exception, the exceptions of another unsaid: owed, and those are asked",
        "50",
        {**MADE, "art50Triggers": ["interaction", "deepfake"], "art50Exceptions": {"interaction": ["obvious"]}},
        category="transparency", owes=("50_4_deepfake",), unknown=["art50_exceptions"], reasons=["art-50-exception"],
    ),
    case(
        "Triggers of which nothing is said leave it undetermined, at least minimal",
        "50",
        _without(MADE, "art50Triggers"),
        category="undetermined", at_least="minimal", owes=(), open_duties=("50_1", "50_2", "50_3", "50_4_deepfake", "50_4_text"),
        unknown=["art50_triggers"],
    ),
    case(
        "A high-risk chatbot owes openness besides",
        "50(6)",
        {**MADE, "annexIiiPoints": ["5a"], **_triggers("interaction")},
        categories=(HIGH, "transparency"), owes=("50_1",), duties=["art-50-1", "risk-management"],
    ),
    case(
        "Content of a system from before August 2026 is marked four months later",
        "111(4)",
        {**MADE, **_triggers("synthetic_content"), "placedOnMarketOn": "2026-08-01"},
        category="transparency", days=("2026-12-02", None), now=False, later=["art-50-2"],
    ),
    case(
        "Content of a system of which the day of placing is not said: two days",
        "111(4)",
        {
            **_without(MADE, "placedOnMarketOn", "inServiceSince"),
            **_triggers("synthetic_content"),
        },
        category="transparency", days=("2026-08-02", "2026-12-02"), now=None, unknown=["placed_on_market_on"],
    ),
    case(
        "A chatbot that makes nothing need not say when it came",
        "111(4)",
        {
            **_without(MADE, "placedOnMarketOn", "inServiceSince"),
            **_triggers("interaction"),
        },
        category="transparency", days=("2026-08-02", None), now=True, certain=["placed_on_market_on", "in_service_since"],
    ),
)  # fmt: skip

MODELS = (
    case(
        "A language model below the threshold",
        "51, 53",
        MODEL,
        category="gpai", categories=("gpai",), kind="gpai_model", roles=("provider",), owes=(), relief=False,
        duties=["model-documentation", "model-copyright"], no_duties=["systemic-evaluation"],
    ),
    case(
        "A model that took more than 10^25 computations",
        "51(2)",
        {**MODEL, "gpai": {"trainingComputeFlop": 1.1e25, "systemicDesignated": False}},
        category="gpai_systemic", categories=("gpai_systemic", "gpai"), reasons=["gpai-systemic-compute"],
        duties=["systemic-evaluation", "systemic-incidents", "systemic-security", "model-documentation"],
    ),
    case(
        "A model of exactly 10^25 computations",
        "51(2)",
        {**MODEL, "gpai": {"trainingComputeFlop": 1e25, "systemicDesignated": False}},
        category="gpai",
    ),
    case(
        "A smaller model that the Commission designated",
        "51(1)(b)",
        {**MODEL, "gpai": {"trainingComputeFlop": 1e24, "systemicDesignated": True}},
        category="gpai_systemic", reasons=["gpai-systemic-designated"],
    ),
    case(
        "A designated model of unknown size",
        "51(1)(b)",
        {**MODEL, "gpai": {"systemicDesignated": True}},
        category="gpai_systemic", certain=["gpai.training_compute_flop"],
    ),
    case(
        "A large model of which designation is not said",
        "51(2)",
        {**MODEL, "gpai": {"trainingComputeFlop": 3e25}},
        category="gpai_systemic", certain=["gpai.systemic_designated"],
    ),
    case(
        "A model of which the size is not said",
        "51",
        {**MODEL, "gpai": {"systemicDesignated": False}},
        category="undetermined", at_least="gpai", unknown=["gpai.training_compute_flop"],
    ),
    case(
        "A free and open model",
        "53(2)",
        {**MODEL, **OPEN},
        category="gpai", applicability="applies", relief=True, duties=["model-copyright"], no_duties=["model-documentation"],
    ),
    case(
        "A free and open model with systemic risk gets no relief",
        "53(2)",
        {**MODEL, **OPEN, "gpai": {"trainingComputeFlop": 1e26, "systemicDesignated": False}},
        category="gpai_systemic", relief=False, duties=["model-documentation"],
    ),
    case(
        "A model has no deployer, no prohibition and no high risk",
        "3(63)",
        {**MODEL, "usesUnderOwnAuthority": True, "annexIiiPoints": ["5a"], "art5Practices": ["c"], "art50Triggers": ["interaction"]},
        category="gpai", roles=("provider",), owes=(), fria=False, registers=(),
    ),
    case("A model for research only", "2(6)", {**MODEL, "art2Exclusions": ["2_6"]}, category="out_of_scope", applicability="excluded"),
    case(
        "A model from before August 2025",
        "111(3)",
        {**MODEL, "placedOnMarketOn": "2025-08-01"},
        days=("2027-08-02", None), now=False, later=["model-copyright"],
    ),
    case(
        "A model of which the day is not said",
        "111(3)",
        _without(MODEL, "placedOnMarketOn", "inServiceSince"),
        days=("2025-08-02", "2027-08-02"), now=None, unknown=["placed_on_market_on"],
    ),
)  # fmt: skip

#: Who must assess fundamental rights for assistance (5a), and who for a loan (5b).
_ASSESSES = {
    "public_authority": (True, "C public"),
    "body_governed_by_public_law": (True, None),
    "acts_for_public_authority": (False, "C public"),
    "private_public_service": (True, None),
    "other": (False, None),
}

DUTIES = (
    *(
        case(
            f"Social assistance by a body of the kind {body}",
            "27(1), 49(3)",
            {**USED, "annexIiiPoints": ["5a"], "bodyKind": body},
            fria=assesses, registers=(registers,) if registers else (), no_reasons=["fria-5b-5c"],
        )
        for body, (assesses, registers) in _ASSESSES.items()
    ),
    *(
        case(
            f"{name} by a private body",
            "27(1)",
            {**USED, "annexIiiPoints": [point], "bodyKind": "other"},
            fria=True, registers=(), reasons=["fria-5b-5c"], no_reasons=["fria-body"],
        )
        for point, name in (("5b", "Loans"), ("5c", "Health insurance"))
    ),
    case(
        "Loans by a body that is not named: FRIA anyway",
        "27(1)",
        {**_without(USED, "bodyKind"), "annexIiiPoints": ["5b"]},
        fria=True, unknown=["body_kind"],
    ),
    case(
        "Social assistance by a body that is not named",
        "27(1)",
        {**_without(USED, "bodyKind"), "annexIiiPoints": ["5a"]},
        fria=None, registers=(), unknown=["body_kind"],
    ),
    case(
        "A water network needs no FRIA and registers nationally",
        "27(1), 49(5)",
        {**MADE, "annexIiiPoints": ["2"]},
        fria=False, registers=("A national", "C national"), reasons=["fria-point-2", "registration-national"],
        no_duties=["registration-gate"],
    ),
    case(
        "A water network that also ranks staff does need one",
        "27(1)",
        {**MADE, "annexIiiPoints": ["2", "4b"]},
        fria=True, registers=("A public", "C public"), duties=["registration-gate"], no_reasons=["fria-point-2"],
    ),
    case(
        "The maker of a system registers it, and the maker that uses it as an authority both",
        "49(1), 49(3)",
        {**MADE, "annexIiiPoints": ["5a"]},
        registers=("A public", "C public"), registered_from=(("2027-12-02", "2026-08-02"), ("2027-12-02", "2026-08-02")),
    ),
    case(
        "An exempt border system is registered out of sight",
        "49(2), 49(4)",
        {**MADE, "annexIiiPoints": ["7c"], "domain": "migration_asylum_border", "art6_3": EXEMPT},
        category="annex_iii_exempt_6_3", registers=("B non_public",), reasons=["registration-non-public"],
    ),
    case(
        "Biometrics of a school are public",
        "49(4)",
        {**MADE, "annexIiiPoints": ["1c"]},
        registers=("A public", "C public"),
    ),
    case(
        "Biometrics in a field that is not said: where it is registered cannot be told",
        "49(4)",
        {**_without(MADE, "domain"), "annexIiiPoints": ["1c"]},
        registers=("A None", "C None"), unknown=["domain"],
    ),
    case(
        "The gate of 26(8) binds from the day of high risk, by the letter from August 2026",
        "26(8)",
        {**USED, "annexIiiPoints": ["5a"], "placedOnMarketOn": "2027-12-02", "inServiceSince": None},
        later=["registration-gate"], gate=("2027-12-02", "2026-08-02"),
    ),
    case(
        "The gate of 26(8) binds on the day itself",
        "26(8)",
        {**USED, "annexIiiPoints": ["5a"], "placedOnMarketOn": "2027-12-02", "inServiceSince": None},
        on=date(2027, 12, 2), now=True, duties=["registration-gate"], applies=["registration-gate", "assess-rights"],
    ),
    case(
        "A company has no gate of 26(8)",
        "26(8)",
        {**USED, "annexIiiPoints": ["5a"], "bodyKind": "private_public_service"},
        no_duties=["registration-gate"], gate=None,
    ),
    case(
        "Workers are told, data are watched",
        "26(4), 26(7)",
        {**USED, "annexIiiPoints": ["4b"], "usedAtWorkplace": True, "controlsInputData": True},
        duties=["inform-workers", "input-data", "inform-people", "use-for-dpia", "cooperate", "monitor-use", "keep-logs"],
    ),
    case(
        "Workers and data of which nothing is said",
        "26(4), 26(7)",
        {**_without(USED, "usedAtWorkplace", "controlsInputData"), "annexIiiPoints": ["4b"]},
        no_duties=["inform-workers", "input-data"], unknown=["used_at_workplace", "controls_input_data"],
    ),
    case(
        "Finding a suspect on images of yesterday",
        "26(10)",
        {**USED, "annexIiiPoints": ["1a"], "domain": "law_enforcement", "postRemoteBiometric": True},
        duties=["authorise-later-biometrics"], registers=("C non_public",),
    ),
    case(
        "Biometrics of which nobody says whether it looks back",
        "26(10)",
        {**_without(USED, "postRemoteBiometric"), "annexIiiPoints": ["1a"]},
        no_duties=["authorise-later-biometrics"], unknown=["post_remote_biometric"],
    ),
    case(
        "Where no biometric identification is used, looking back is not asked",
        "26(10)",
        {**_without(USED, "postRemoteBiometric"), "annexIiiPoints": ["5a"]},
        category=HIGH, certain=["post_remote_biometric"],
    ),
    case(
        "A system that has no part in a decision need not tell the people",
        "26(11)",
        {**USED, "annexIiiPoints": ["5d"], "decisionRole": "none"},
        category=HIGH, no_duties=["inform-people"],
    ),
    case(
        "People of whom nothing is said",
        "26(11), 86",
        {**_without(USED, "affectsNaturalPersons"), "annexIiiPoints": ["5a"], "legalOrSimilarEffect": True},
        no_duties=["inform-people", "explain"], unknown=["affects_natural_persons"],
    ),
    case(
        "A decision that people may have explained",
        "86",
        {**USED, "annexIiiPoints": ["5a"], "legalOrSimilarEffect": True},
        duties=["explain"],
    ),
    case(
        "Critical infrastructure need not be explained",
        "86",
        {**USED, "annexIiiPoints": ["2"], "legalOrSimilarEffect": True},
        no_duties=["explain"],
    ),
    case(
        "Testing in a sandbox",
        "57",
        {**MADE, "realWorldTesting": "sandbox"},
        duties=["sandbox-plan"], no_duties=["test-in-real-conditions"],
    ),
    case(
        "Testing in real conditions what will be high-risk",
        "60",
        {**MADE, "annexIiiPoints": ["5a"], "realWorldTesting": "art_60"},
        duties=["test-in-real-conditions"], no_duties=["sandbox-plan"],
    ),
)  # fmt: skip

DAYS = (
    case(
        "From before the day, for public authorities: in any case by 2030",
        "111(2)",
        {**USED, "annexIiiPoints": ["5a"]},
        days=LEGACY_DAYS, now=False, unknown=["significant_design_change_on"], certain=["placed_on_market_on"],
    ),
    case(
        "From before the day, not for public authorities: only after a change",
        "111(2)",
        {**USED, "annexIiiPoints": ["5b"], "bodyKind": "other", "intendedForPublicAuthority": False},
        days=(None, None), now=False, unchanged=["assess-rights", "use-as-instructed"],
    ),
    case(
        "From before the day, and changed significantly after it",
        "111(2)",
        {**USED, "annexIiiPoints": ["5a"], "significantDesignChangeOn": "2029-03-01"},
        days=("2029-03-01", None),
    ),
    case(
        "From before the day, changed only after 2030: 2030 comes first for public authorities",
        "111(2)",
        {**USED, "annexIiiPoints": ["5a"], "significantDesignChangeOn": "2031-01-01"},
        days=("2030-08-02", None),
    ),
    case(
        "From before the day, intended for nobody knows whom",
        "111(2)",
        {**_without(USED, "intendedForPublicAuthority"), "annexIiiPoints": ["5a"]},
        days=LEGACY_DAYS, unknown=["intended_for_public_authority"],
    ),
    case(
        "The day of placing is not said",
        "111(2)",
        {**_without(USED, "placedOnMarketOn", "inServiceSince"), "annexIiiPoints": ["5a"]},
        days=LEGACY_DAYS, unknown=["placed_on_market_on", "in_service_since"],
    ),
    case(
        "The day of placing is not said, and it is not for public authorities",
        "111(2)",
        {**_without(USED, "placedOnMarketOn", "inServiceSince"), "annexIiiPoints": ["5a"], "intendedForPublicAuthority": False},
        days=("2027-12-02", None),
    ),
    case(
        "Minimal risk asks for AI literacy",
        "4",
        MADE,
        category="minimal", days=("2025-02-02", None), now=True, duties=["literacy-provider", "literacy-deployer"],
    ),
)  # fmt: skip

NATIONAL = (
    *(
        case(
            f"A system whose part in the decision is: {part}",
            "publication standard 1.0",
            {**USED, "decisionRole": part},
            national=national,
        )
        for part, national in {"none": "C", "informs": "C", "supports": "C", "advises": "B", "selects": "B", "decides": "B"}.items()
    ),
    case(
        "Effects on the rights of companies",
        "publication standard 1.0",
        {**USED, "affectsNaturalPersons": False, "affectsOrganisations": True, "legalOrSimilarEffect": True},
        national="B",
    ),
    case(
        "Effects unknown: never C by default",
        "publication standard 1.0",
        _without(USED, "legalOrSimilarEffect"),
        national=None, unknown=["legal_or_similar_effect"],
    ),
    case(
        "It decides, and effects are unknown: B all the same",
        "publication standard 1.0",
        {**_without(USED, "legalOrSimilarEffect"), "decisionRole": "decides"},
        national="B",
    ),
    case(
        "An excluded system that decides",
        "publication standard 1.0",
        {**USED, "art2Exclusions": ["2_6"], "decisionRole": "decides"},
        national="B", category="out_of_scope",
    ),
)  # fmt: skip

CONTRADICTORY = (
    case(
        "No algorithm, and yet AI",
        "3(1)",
        {**USED, "containsAlgorithm": False},
        contradictions=("no-algorithm-but-ai",), category="minimal", applicability="applies",
    ),
    case(
        "No algorithm, and yet every element of the definition",
        "3(1)",
        {**_without(USED, "aiSystem"), "containsAlgorithm": False,
         "aiDefinitionTest": {"onlyHumanDefinedRules": False, "makesInferences": True, "influencesEnvironment": True}},
        contradictions=("no-algorithm-but-ai",), category="minimal", kind="ai_system",
    ),
    case(
        "General-purpose, and yet not AI",
        "3(63)",
        {**USED, "aiSystem": "no", "gpaiKind": "gpai_system"},
        contradictions=("gpai-but-not-ai",), category="minimal", kind="gpai_system",
    ),
    case(
        "AI, and yet only rules that people wrote",
        "3(1)",
        {**USED, "aiDefinitionTest": {"onlyHumanDefinedRules": True}},
        contradictions=("definition-test",), category="minimal",
    ),
    case(
        "Not AI, and yet all of the definition",
        "3(1)",
        {**USED, "aiSystem": "no", "aiDefinitionTest": {"makesInferences": True, "influencesEnvironment": True}},
        contradictions=("definition-test",), category="not_ai",
    ),
    case(
        "General-purpose, and yet it infers nothing",
        "3(66)",
        {**_without(USED, "aiSystem"), "gpaiKind": "gpai_system", "aiDefinitionTest": {"makesInferences": False}},
        contradictions=("definition-test",), category="minimal",
    ),
    case(
        "Made for own use, and yet not used",
        "3(4)",
        {**MADE, "usesUnderOwnAuthority": False},
        contradictions=("self-use-denied",), roles=("provider",),
    ),
    case(
        "Personal use by a municipality",
        "2(10)",
        {**USED, "art2Exclusions": ["2_10"]},
        contradictions=("personal-use-of-public-body",), category="minimal", applicability="applies",
    ),
    case(
        "Research before the market that is in use",
        "2(8)",
        {**USED, "art2Exclusions": ["2_8"]},
        contradictions=("before-market-with-effects",), category="minimal", applicability="applies",
    ),
    case(
        "Research before the market that is tested on people in the street",
        "2(8), 60",
        {**MADE, "art2Exclusions": ["2_8"], "lifecycle": "in_development", "realWorldTesting": "art_60"},
        contradictions=("before-market-with-effects",), applicability="applies",
    ),
    case(
        "Consent to social scoring",
        "5(1)(c)",
        {**USED, "art5Practices": ["c"], "art5Exceptions": {"c": ["consent"]}},
        contradictions=("art-5-foreign-limit",), category="prohibited",
    ),
    case(
        "The limit of a practice that is not there",
        "5(1)",
        {**USED, "art5Practices": ["e"], "art5Exceptions": {"f": ["medical_or_safety"]}},
        contradictions=("art-5-limit-of-nothing",), category="prohibited",
    ),
    case(
        "Editorial responsibility for a chatbot",
        "50(1)",
        {**MADE, "art50Triggers": ["interaction"], "art50Exceptions": {"interaction": ["editorial_responsibility"]}},
        contradictions=("art-50-foreign-exception",), category="transparency", owes=("50_1",),
    ),
    case(
        "An exception to a duty that is not there",
        "50",
        {**MADE, "art50Exceptions": {"interaction": ["obvious"]}},
        contradictions=("art-50-exception-of-nothing",), category="minimal",
    ),
    case(
        "A point of law enforcement, in another field",
        "Annex III(6)",
        {**USED, "annexIiiPoints": ["6d"]},
        contradictions=("field-of-use",), category=HIGH, registers=("C public",),
    ),
    case(
        "A point of the border, in the field of justice",
        "Annex III(7)",
        {**USED, "annexIiiPoints": ["7a"], "domain": "justice"},
        contradictions=("field-of-use",), category=HIGH,
    ),
    case(
        "Recognising passers-by for the police, in another field",
        "5(1)(h)",
        {**USED, "art5Practices": ["h"], "art5Exceptions": {"h": []}},
        contradictions=("field-of-use",), category="prohibited",
    ),
    case(
        "Recognising people afterwards, without point 1(a)",
        "26(10)",
        {**USED, "postRemoteBiometric": True},
        contradictions=("later-biometrics-unlisted",), category="minimal", no_duties=["authorise-later-biometrics"],
    ),
    case(
        "Effects on rights, of nobody",
        "publication standard 1.0",
        {**USED, "legalOrSimilarEffect": True, "affectsNaturalPersons": False},
        contradictions=("effect-on-nobody",), national="B",
    ),
    case(
        "In service before it was on the market: the first day counts",
        "111(2)",
        {
            **USED,
            "annexIiiPoints": ["5b"],
            "inServiceSince": "2027-12-01",
            "placedOnMarketOn": "2027-12-02",
            "intendedForPublicAuthority": False,
        },
        contradictions=("service-before-market",), days=(None, None),
    ),
    case(
        "Changed before it was there",
        "111(2)",
        {**USED, "annexIiiPoints": ["5b"], "significantDesignChangeOn": "2026-08-31"},
        contradictions=("change-before-placing",), days=LEGACY_DAYS,
    ),
)  # fmt: skip

CASES = (
    *KINDS,
    *SCOPE,
    *ROLES,
    *PROHIBITED,
    *LISTED,
    *EXEMPTED,
    *PRODUCTS,
    *OPENNESS,
    *MODELS,
    *DUTIES,
    *DAYS,
    *NATIONAL,
    *CONTRADICTORY,
)
