"""The published JSON Schema says what the standard checks, and every published document keeps to it."""

import copy
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.demonstration.loading import load
from register.domain.standard import FIELDS, STANDARD
from register.domain.standard import types as t
from register.domain.standard.values import check_value
from register.domain.standard.vocabularies import Kind
from register.models import VersionContent
from register.ports import SearchIndex
from schemas.json_schema import Profile
from schemas.json_values import GIVEN, schema_of
from schemas.published import content, path_of, standards
from scripts.write_schemas import files
from tests.factories import NOON, generative_document, organisation, simple_document
from tests.factories import published as a_published

#: For each type: what it takes, and what it does not.
VALUES: list[tuple[t.Type, list[Any], list[Any]]] = [
    (t.String(5), ["abc", "abcde"], ["abcdef", "a\x00b", "a\nb", 1, None, ["a"]]),
    (t.Text(5), [{"nl": "abc"}, {"nl": "a\nb", "en": "x"}], ["abc", {"nl": "abcdef"}, {"de": "x"}, {"nl": 1}, {"nl": "\x1b"}]),
    (t.Rich(5), [{"nl": "<p>abc</p>"}], [{"nl": 5}, {"fr": "<p>a</p>"}, "abc", {"nl": "x" * 41}]),
    (t.Url(), ["https://a.example/x?y=1"], ["http://a.example", "https://", "https://a b.example", 3, "ftp://a.example"]),
    (t.Contact(), ["post@body.example", "https://body.example"], ["post", "@body.example", "http://body.example", {"a": 1}]),
    (t.Month(), ["2026-03", "1950-01", "2100-12"], ["2026-13", "1949-12", "2101-01", "2026-3", "2026-03-01", 202603]),
    (t.Date(), ["2026-03-31"], ["2026-03-32", "2026-00-10", "1949-12-31", "31-03-2026", 5]),
    (t.Integer(0, 10), [0, 10], [-1, 11, "5", 1.5, True, None]),
    (t.Choice(Kind), ["algorithm"], ["robot", "", 1, ["algorithm"]]),
    (t.Choices(Kind), [["algorithm"], ["algorithm", "ai_system"]], [["robot"], ["algorithm", "algorithm"], "algorithm", [1]]),
    (t.Strings(3, 2), [["a", "b"]], [["a", "a"], ["abcd"], ["a", "b", "c"], "a", [1]]),
    (
        t.Urls(2),
        [["https://a.example", "https://b.example/x"]],
        [["http://a.example"], ["https://a.example", "https://a.example"], "https://a.example", [1]],
    ),
    (t.RegistrationReference(), ["123456789"], ["012345678", "12345678", "1234567890", 123456789]),
    (t.ProductReference(), [{"number": "123456789", "version": 1}], [{"number": "123456789"}, {"number": "1", "version": 1}, "123456789"]),
    (
        t.Composite((t.Member("a", t.String(3)), t.Member("b", t.Integer(0, 9)))),
        [{"a": "x"}, {"a": "x", "b": 3}],
        [{"c": 1}, {"a": 5}, "x", ["x"]],
    ),
    (
        t.Rows((t.Member("a", t.String(3)),), 2),
        [[{"id": "ab12", "a": "x"}]],
        [[{"id": "ab12", "c": "x"}], [1], {"id": "ab12"}, [{"id": "A"}]],
    ),
    (
        t.ActFacts(),
        [
            {"facts": {"aiSystem": "yes", "art5Practices": [], "annexI": {"section": "none"}}},
            {
                "facts": {"art5Exceptions": {"h": ["authorisation"]}, "gpai": {"trainingComputeFlop": "1e24"}},
                "unsure": ["performsProfiling"],
            },
        ],
        [
            {"facts": {"aiSystem": "perhaps"}},
            {"facts": {"colour": "red"}},
            {"facts": {"decisionRole": "advises"}},
            {"facts": {"art5Practices": ["z"]}},
            {"facts": {"annexI": {"section": 1}}},
            {"unsure": ["colour"]},
            {"unsure": ["performsProfiling", "performsProfiling"]},
            {"answers": {}},
            "yes",
        ],
    ),
]


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """Say whether a value keeps to a schema."""
    return Draft202012Validator(schema).is_valid(value)


def faults(document: Any, profile: Profile = Profile.REGISTRATION) -> list[str]:
    """Say where a document breaks the published schema."""
    validator = Draft202012Validator(orjson.loads(content(STANDARD, profile)))
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in validator.iter_errors(document)]


class TestValues:
    @pytest.mark.parametrize(("kind", "good", "bad"), VALUES, ids=lambda value: type(value).__name__)
    def test_are_judged_alike_by_the_schema_and_by_the_check(self, kind: t.Type, good: list[Any], bad: list[Any]) -> None:
        schema = schema_of(kind, GIVEN)

        assert [value for value in good if not accepts(schema, value) or [*check_value(value, kind, "")]] == []
        assert [value for value in bad if accepts(schema, value) or not [*check_value(value, kind, "")]] == []

    def test_of_every_type_of_the_standard_are_tried(self) -> None:
        assert {type(kind) for kind, _, _ in VALUES} >= {type(field.type) for field in FIELDS}


class TestFiles:
    def test_are_what_the_standard_makes(self) -> None:
        for path, text in files().items():
            assert path.read_text(encoding="utf-8") == text, "run: python -m scripts.write_schemas"

    def test_exist_for_every_standard_and_profile(self) -> None:
        for standard in standards():
            for profile in Profile:
                Draft202012Validator.check_schema(orjson.loads(path_of(standard, profile).read_bytes()))


class TestPublishedDocuments:
    @pytest.mark.parametrize("document", [simple_document, generative_document])
    def test_keep_to_the_schema(self, session: Session, search: SearchIndex, document: Callable[[], dict[str, Any]]) -> None:
        version = a_published(session, organisation(session), search, **document())

        assert version.content is not None
        assert faults(orjson.loads(version.content.public_document)) == []

    def test_that_withhold_answers_or_leave_them_open_keep_to_it_too(self, session: Session, search: SearchIndex) -> None:
        withheld = {"ground": "woo_5_1_2_e", "reason": {"nl": "Daarom."}, "review_on": "2027-01-01"}
        changes = generative_document(
            partners=[{"id": "part1", "organisation": "Bedrijf X", "role": "supplier"}],
            withheld={
                "/model_name": withheld,
                "/personal_data/kinds": withheld,
                "/personal_data/which": withheld,
                "/partners/part1/organisation": withheld,
            },
            gaps={"/input_policy": {"state": "not_done", "expected": "2027-03"}},
        )
        del changes["input_policy"]

        version = a_published(session, organisation(session), search, **changes)

        assert version.content is not None
        document = orjson.loads(version.content.public_document)
        assert "model_name" not in document
        assert faults(document) == []

    def test_that_leave_out_what_is_needed_do_not(self, session: Session, search: SearchIndex) -> None:
        version = a_published(session, organisation(session), search, **generative_document())
        assert version.content is not None
        whole = orjson.loads(version.content.public_document)
        needed = [field.key for field in FIELDS if field.needed is not None and field.needed.when is None]

        for key in [*needed, "remedies", "model_name", "decision_role", "start_month", "nonce", "number"]:
            lacking = copy.deepcopy(whole)
            del lacking[key]
            assert faults(lacking), f"nobody misses {key}"

    def test_of_another_form_do_not(self, session: Session, search: SearchIndex) -> None:
        version = a_published(session, organisation(session), search, **generative_document())
        assert version.content is not None
        whole = orjson.loads(version.content.public_document)

        strange: list[dict[str, Any]] = [
            {"colour": "red"},
            {"usage": []},
            {"name": {"en": "Only English"}},
            {"kind": "robot"},
            {"remedies": [{"id": "abcd", "kind": "objection"}]},
            {"gaps": {"/kind": {"state": "perhaps"}}},
        ]
        for wrong in strange:
            assert faults(whole | wrong), f"{wrong} passes"

    def test_that_are_mirrored_need_their_provenance_and_no_answers(self) -> None:
        document = {
            "number": "123456789",
            "version": 1,
            "standard": STANDARD,
            "language": "nl",
            "organisation": {"number": "987654321", "name": {"nl": "Gemeente X"}, "type": "unknown"},
            "provenance": {"source": "nl-register"},
            "nonce": "0" * 32,
            "name": {"nl": "Iets"},
        }

        assert faults(document, Profile.MIRRORED) == []
        assert faults(document, Profile.REGISTRATION) != []
        del document["provenance"]
        assert faults(document, Profile.MIRRORED) != []


class TestDemonstration:
    def test_keeps_to_the_schema(self, session: Session, search: SearchIndex) -> None:
        load(session, search=search, issuer="https://issuer.example", now=NOON)

        documents = [orjson.loads(each) for each in session.scalars(select(VersionContent.public_document))]
        assert len(documents) >= 40
        assert [fault for document in documents for fault in faults(document)] == []
