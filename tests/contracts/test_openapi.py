"""The OpenAPI document: what it promises does not change unseen, and it keeps the Dutch API Design Rules."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker

from register.api import document
from register.domain.permissions import Permission
from register.settings import Settings
from register.wiring import Wiring
from schemas import examples
from scripts.write_schemas import OPENAPI, text
from tests.api.conftest import machine
from tests.api.operations import operations
from tests.factories import organisation

DOCUMENT = document(Settings())
METHODS = ("get", "put", "post", "delete", "patch")
OPERATIONS = [(path, method, item[method]) for path, item in DOCUMENT["paths"].items() for method in METHODS if method in item]
NAMES = [f"{method} {path}" for path, method, _ in OPERATIONS]


def parts(value: Any, key: str) -> Iterator[Any]:
    """Walk all that stands under a key, anywhere in the document."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for part in value.values():
            yield from parts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from parts(part, key)


def resolved(reference: str) -> Any:
    found: Any = DOCUMENT
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


class TestDocument:
    def test_is_the_one_that_was_committed(self, client: FlaskClient) -> None:
        served = client.get("/api/v1/openapi.json").get_json()

        assert text(served) == OPENAPI.read_text(encoding="utf-8"), "run: python -m scripts.write_schemas; is the change one for everybody?"

    def test_keeps_the_form_of_openapi_3_1(self) -> None:
        schemathesis.openapi.from_dict(json.loads(text(DOCUMENT))).validate()

        assert DOCUMENT["openapi"] == "3.1.0"

    def test_refers_to_nothing_that_is_not_there(self) -> None:
        references = [each for each in parts(DOCUMENT, "$ref") if isinstance(each, str)]

        assert references
        assert all(resolved(reference) for reference in references)

    def test_says_who_is_behind_it_and_where_it_is(self) -> None:
        assert all(DOCUMENT["info"]["contact"][key] for key in ("name", "email", "url"))
        assert re.fullmatch(r"\d+\.\d+\.\d+", DOCUMENT["info"]["version"])
        assert [server["url"] for server in DOCUMENT["servers"]] == ["http://127.0.0.1:8000/api/v1"]

    def test_names_every_operation_of_the_app(self, app: Flask) -> None:
        promised = {operation["operationId"] for _, _, operation in OPERATIONS}

        assert promised == {operation.name for operation in operations(app)} - {"documentation.index"}
        assert len(promised) == len(OPERATIONS)

    def test_explains_every_tag(self) -> None:
        explained = {tag["name"]: tag["description"] for tag in DOCUMENT["tags"]}

        assert {tag for _, _, operation in OPERATIONS for tag in operation["tags"]} == set(explained)
        assert all(explained.values())


class TestEachOperation:
    @pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=NAMES)
    def test_has_an_address_in_kebab_case_without_a_slash_at_its_end(self, path: str, method: str, operation: dict[str, Any]) -> None:
        assert re.fullmatch(r"(/([a-z]+(-[a-z]+)*(\.json)?|\{[a-z]+\}))+", path)

    @pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=NAMES)
    def test_has_query_keys_in_camel_case_with_an_explanation(self, path: str, method: str, operation: dict[str, Any]) -> None:
        for parameter in operation.get("parameters", []):
            if parameter.get("in") == "query":
                assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", parameter["name"])
                assert parameter["description"]

    @pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=NAMES)
    def test_names_the_version_in_every_answer_and_the_problems_it_can_have(
        self, path: str, method: str, operation: dict[str, Any]
    ) -> None:
        assert operation["summary"]
        assert {"400", "429", "500"} <= set(operation["responses"])
        for status, answer in operation["responses"].items():
            whole = resolved(answer["$ref"]) if "$ref" in answer else answer
            assert "API-Version" in whole["headers"], status
            if status >= "400":
                assert list(whole["content"]) == ["application/problem+json"], status

    @pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=NAMES)
    def test_says_whether_it_needs_a_token(self, path: str, method: str, operation: dict[str, Any]) -> None:
        needs_token = path.startswith(("/entries", "/imports"))

        assert operation["security"] == ([{"token": []}] if needs_token else [])
        assert ("401" in operation["responses"]) == needs_token


class TestExamples:
    def test_keep_to_the_schemas_that_they_stand_beside(self) -> None:
        places = [place for content in parts(DOCUMENT, "content") for place in content.values() if "example" in place]
        components = {"components": DOCUMENT["components"]}

        assert len(places) >= 8
        for place in places:
            Draft202012Validator(components | place["schema"], format_checker=FormatChecker()).validate(place["example"])

    def test_of_requests_are_taken(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            number = organisation(session).number
        token = machine(wiring, number, set(Permission))

        created = client.post("/api/v1/entries", json=examples.ENTRY, headers=token)
        address, etag = created.headers["Location"], created.headers["ETag"]
        changed = client.patch(
            address, data=json.dumps(examples.PATCH), content_type="application/merge-patch+json", headers=token | {"If-Match": etag}
        )
        remarked = client.post(f"{address}/remarks", json=examples.REMARK, headers=token)

        assert [response.status_code for response in (created, changed, remarked)] == [201, 200, 201]


class TestFields:
    @pytest.mark.parametrize("name", ["PublicDocument", "FullDocument", "EntryDocument", "EntryPatch", "ProductDocument"])
    def test_of_documents_are_all_explained(self, name: str) -> None:
        properties = DOCUMENT["components"]["schemas"][name]["properties"]

        assert len(properties) > 20
        whole = {key: (resolved(schema["$ref"]) if "$ref" in schema else {}) | schema for key, schema in properties.items()}
        assert [key for key, schema in whole.items() if not schema.get("description")] == []

    def test_of_a_patch_can_all_be_taken_away_in_whole_or_in_part(self) -> None:
        """RFC 7396: null takes away."""
        schemas = DOCUMENT["components"]["schemas"]
        patch = Draft202012Validator({"components": DOCUMENT["components"], **schemas["EntryPatch"]})
        parts = {"purpose": {"en": None}, "safe_1": {"explanation": {"en": None}}, "gaps": {"/purpose": None}, "ai_act": {"action": None}}

        assert patch.is_valid(dict.fromkeys(schemas["EntryPatch"]["properties"]))
        assert patch.is_valid(parts)
        assert [key for key in parts if patch.is_valid({key: {"unknown": None}})] == []
