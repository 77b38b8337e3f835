"""The check of a document: every rule fires where it should, all problems come at once, and silence alone is refused."""

from datetime import date
from typing import Any

import pytest

from register.domain.standard import FIELDS
from register.domain.standard.check import check
from register.domain.standard.conditions import Stage
from register.domain.standard.problems import RULES
from register.domain.standard.rules_across import REVIEW_MONTHS, REVIEW_MONTHS_SHORT, months_later
from register.errors import Problem
from tests.factories.documents import generative_document, simple_document

TODAY = date(2026, 11, 22)

#: One document a rule, with the place where the problem must be found.
BROKEN: list[tuple[str, str, dict[str, Any]]] = [
    ("unknown-key", "/colour", {"colour": "red"}),
    ("unknown-key", "/remedies/r1ab/colour", {"remedies": [{"id": "r1ab", "kind": "objection", "how": {"nl": "x"}, "colour": "red"}]}),
    ("wrong-type", "/name", {"name": "tekst"}),
    ("wrong-type", "/log_retention_months", {"log_retention_months": "12"}),
    ("wrong-type", "/log_retention_months", {"log_retention_months": True}),
    ("wrong-type", "/themes", {"themes": "work"}),
    ("wrong-type", "/area", {"area": []}),
    ("too-long", "/name/nl", {"name": {"nl": "a" * 101}}),
    ("too-long", "/purpose/nl", {"purpose": {"nl": "<p>" + "a" * 2501 + "</p>"}}),
    ("too-many", "/tags", {"tags": [str(n) for n in range(31)]}),
    ("forbidden-character", "/name/nl", {"name": {"nl": "a\x00b"}}),
    ("forbidden-character", "/model_name", {"model_name": "a\ud800"}),
    ("not-a-web-address", "/public_page", {"public_page": "http://www.body.example"}),
    ("not-a-web-address", "/public_page", {"public_page": "https://user@body.example"}),
    ("not-a-web-address", "/public_page", {"public_page": "https://localhost"}),
    ("not-a-contact", "/contact", {"contact": "Jan"}),
    ("not-a-month", "/start_month", {"start_month": "2026-13"}),
    ("not-a-date", "/review_by", {"review_by": "2026-02-30"}),
    ("out-of-range", "/log_retention_months", {"log_retention_months": 1201}),
    ("not-in-vocabulary", "/status", {"status": "running"}),
    ("not-in-vocabulary", "/themes/1", {"themes": ["work", "play"]}),
    ("not-in-vocabulary", "/name/de", {"name": {"nl": "x", "de": "y"}}),
    ("not-in-vocabulary", "/language", {"language": "de"}),
    ("repeated", "/themes/1", {"themes": ["work", "work"]}),
    ("row-id", "/partners/0/id", {"partners": [{"organisation": "A", "role": "client"}]}),
    ("not-a-number", "/successor", {"successor": "12"}),
    ("not-a-number", "/product/number", {"product": {"number": "x", "version": 1}}),
    ("required-part", "/partners/p123/role", {"partners": [{"id": "p123", "organisation": "A"}]}),
    ("required-part", "/human_alternative/answer", {"human_alternative": {"how": {"nl": "Bel ons."}}}),
    (
        "end-before-start",
        "/end_month",
        {"status": "retired", "start_month": "2026-05", "end_month": "2026-04", "retired_reason": {"nl": "x"}},
    ),
    ("end-while-in-use", "/end_month", {"end_month": "2026-04"}),
    ("none-with-others", "/personal_data/kinds", {"personal_data": {"kinds": ["none", "ordinary"]}}),
    ("automated-decision-grounds", "/automated_decision", {"automated_decision": {"answer": "yes"}}),
    ("review-too-late", "/review_by", {"review_by": "2028-11-23"}),
    ("review-in-past", "/review_by", {"review_by": "2026-11-21"}),
    (
        "not-withholdable",
        "/withheld/~1name",
        {"withheld": {"/name": {"ground": "woo_5_2", "reason": {"nl": "x"}, "review_on": "2027-01-01"}}},
    ),
    ("required-part", "/withheld/~1methods/reason", {"withheld": {"/methods": {"ground": "woo_5_2", "review_on": "2027-01-01"}}}),
    (
        "not-in-vocabulary",
        "/withheld/~1methods/ground",
        {"withheld": {"/methods": {"ground": "other", "reason": {"nl": "x"}, "review_on": "2027-01-01"}}},
    ),
    ("no-gap-allowed", "/gaps/~1summary", {"gaps": {"/summary": {"state": "not_known"}}}),
    ("gap-with-answer", "/gaps/~1purpose", {"gaps": {"/purpose": {"state": "not_known"}}}),
    ("unknown-pointer", "/gaps/~1colour", {"gaps": {"/colour": {"state": "not_known"}}}),
    ("own-language", "/summary", {"summary": {"en": "Only in English."}}),
    ("required", "/purpose", {"purpose": {}}),
    ("unknown-fact", "/ai_act/facts/colour", {"ai_act": {"facts": {"colour": "red"}}}),
    ("unknown-fact", "/ai_act/unsure/0", {"ai_act": {"facts": {"aiSystem": "yes"}, "unsure": ["colour"]}}),
    ("facts-open", "/ai_act", {"status": "in_use", "ai_act": {"facts": {"aiSystem": "yes"}}}),
    ("field-of-use-needed", "/ai_act", {"ai_act": {"facts": {"aiSystem": "yes", "art2Exclusions": [], "annexIiiPoints": ["6a"]}}}),
    ("reason-needed", "/safe_6/explanation", {"safe_6": {"answer": "not_applicable"}}),
    ("core-criterion-applies", "/safe_1/answer", {"safe_1": {"answer": "not_applicable", "explanation": {"nl": "<p>Nee.</p>"}}}),
    ("core-criterion-applies", "/gaps/~1safe_1/state", {"gaps": {"/safe_1": {"state": "not_applicable"}}}),
    ("core-criterion-applies", "/human_3/answer", {"decision_role": "informs", "human_3": {"answer": "not_applicable"}}),
    ("required-part", "/safe_1/evidence_withheld", {"safe_1": {"answer": "met", "evidence_seen_on": "2026-11-01"}}),
    (
        "action-needed",
        "/ai_act",
        {"ai_act": {"facts": {"aiSystem": "yes", "supplyRelation": "develop_and_use_self", "art5Practices": ["c"]}}},
    ),
    ("not-in-vocabulary", "/ai_act/action", {"ai_act": {"facts": {}, "action": "denied"}}),
    ("fact-told-elsewhere", "/ai_act/facts/lifecycle", {"ai_act": {"facts": {"lifecycle": "in_use"}}}),
]

#: What generative AI in use must answer before it is published.
NEEDED = [field.key for field in FIELDS if field.needed is not None and field.needed.applies(generative_document(), Stage.PUBLISH)]


def problems(**changes: Any) -> list[Problem]:
    return check(simple_document(**changes), stage=Stage.PUBLISH, today=TODAY)


class TestCheck:
    def test_finds_nothing_wrong_with_a_complete_document(self) -> None:
        assert check(simple_document(), stage=Stage.PUBLISH, today=TODAY) == []
        assert check(generative_document(), stage=Stage.PUBLISH, today=TODAY) == []

    @pytest.mark.parametrize(("rule", "pointer", "changes"), BROKEN)
    def test_says_which_rule_is_broken_where(self, rule: str, pointer: str, changes: dict[str, Any]) -> None:
        assert (pointer, rule) in [(found.pointer, found.rule) for found in problems(**changes)]

    def test_says_every_problem_in_both_languages_with_a_remedy(self) -> None:
        for _, _, changes in BROKEN:
            for found in problems(**changes):
                assert all(found.message[language] and found.remedy[language] for language in ("nl", "en"))

    def test_finds_all_problems_at_once(self) -> None:
        found = {problem.rule for problem in problems(colour=1, public_page="x", themes=["play"], purpose=None)}

        assert {"unknown-key", "not-a-web-address", "not-in-vocabulary"} <= found

    def test_has_a_case_for_every_rule_that_a_document_can_break(self) -> None:
        elsewhere = {"unknown-reference", "not-a-tooi", "citizen-number", "email-needed", "no-address-of-body", "nothing-written"}

        assert {rule for rule, _, _ in BROKEN} == set(RULES) - elsewhere

    def test_lets_a_half_done_draft_be(self) -> None:
        assert check({"name": {"en": "Half"}}, stage=Stage.DRAFT, today=TODAY) == []


class TestSilence:
    @pytest.mark.parametrize("key", NEEDED)
    def test_is_refused(self, key: str) -> None:
        document = {name: value for name, value in generative_document().items() if name != key}

        found = check(document, stage=Stage.PUBLISH, today=TODAY)

        assert ("/" + key, "required") in [(problem.pointer, problem.rule) for problem in found]

    def test_is_broken_by_a_gap(self) -> None:
        document = generative_document(gaps={"/legal_basis": {"state": "not_known", "since": "2026-01-01", "expected": "2027-01"}})
        del document["legal_basis"]

        assert check(document, stage=Stage.PUBLISH, today=TODAY) == []

    def test_is_broken_by_a_withholding(self) -> None:
        record = {"ground": "woo_5_1_2_d", "reason": {"nl": "Opsporing."}, "review_on": "2027-01-01"}
        document = generative_document(withheld={"/human_intervention": record})
        del document["human_intervention"]

        assert check(document, stage=Stage.PUBLISH, today=TODAY) == []

    def test_is_broken_by_the_product(self) -> None:
        document = {key: value for key, value in generative_document().items() if key not in {"model_name", "access"}}

        assert check(document, stage=Stage.PUBLISH, today=TODAY, inherited={"model_name": "X", "access": "eu_cloud"}) == []

    def test_is_allowed_about_what_does_not_apply(self) -> None:
        assert "/remedies" not in [problem.pointer for problem in check(
            {key: value for key, value in generative_document(decision_role="none").items() if key != "remedies"},
            stage=Stage.PUBLISH,
            today=TODAY,
        )]  # fmt: skip


class TestReview:
    @pytest.mark.parametrize(("document", "months"), [(simple_document(), REVIEW_MONTHS), (generative_document(), REVIEW_MONTHS_SHORT)])
    def test_may_be_promised_up_to_the_last_day_of_the_term(self, document: dict[str, Any], months: int) -> None:
        last = months_later(TODAY, months)

        on_time = check({**document, "review_by": last.isoformat()}, stage=Stage.PUBLISH, today=TODAY)
        too_late = check({**document, "review_by": last.replace(day=last.day + 1).isoformat()}, stage=Stage.PUBLISH, today=TODAY)

        assert on_time == []
        assert [problem.rule for problem in too_late] == ["review-too-late"]
