"""What the OpenAPI document allows, and what it does not, thrown at the whole API: no answer is a fault, and each is as promised."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounds
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from register.domain.permissions import Permission
from register.settings import Settings
from register.wiring import Wiring
from tests.api.conftest import Numbers, machine

#: For each operation and each mode; so that all of it takes about a minute.
EXAMPLES = 12
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]
#: Where nothing is asked there is nothing to ask wrongly.
WITHOUT_QUESTIONS = {"GET /standard", "GET /classifications/rules", "GET /principles", "GET /openapi.json", "GET /health"}
#: Called without a network, nothing would undo the compression.
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Let the tests ask as often as they like."""
    return replace(settings, rate_limit_public="10000000/minute")


class Fuzz:
    """Calls operations with cases that Schemathesis makes, half of them on what is there."""

    def __init__(self, app: Flask, client: FlaskClient, wiring: Wiring, numbers: Numbers) -> None:
        self.client = client
        self.token = machine(wiring, numbers.own, set(Permission))
        self.known = (numbers.published, numbers.redacted, numbers.withdrawn, numbers.draft, numbers.in_review, numbers.own)
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
        self.operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]  # no error is one

    def run(self, operation: Any, mode: GenerationMode) -> Counter[int]:
        """Try an operation; return how often each status came."""
        statuses: Counter[int] = Counter()

        @given(case=operation.as_strategy(generation_mode=mode), pick=st.integers(0, 11))
        @bounds(
            max_examples=EXAMPLES,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
            database=None,
            derandomize=True,
        )
        def trial(case: Any, pick: int) -> None:
            if "number" in (case.path_parameters or {}) and pick < len(self.known):
                case.path_parameters["number"] = self.known[pick]
                self._on_revision(case)
            response = case.call(headers=self.token | PLAIN)
            case.validate_response(response, checks=CHECKS)
            statuses[response.status_code] += 1

        trial()
        return statuses

    def _on_revision(self, case: Any) -> None:
        """Name the present revision, where the case names one of the right form."""
        if "If-Match" in case.headers:
            entry = self.client.get(f"/api/v1/entries/{case.path_parameters['number']}", headers=self.token)
            case.headers["If-Match"] = entry.headers.get("ETag", case.headers["If-Match"])


@pytest.fixture
def fuzz(app: Flask, client: FlaskClient, wiring: Wiring, numbers: Numbers) -> Fuzz:
    return Fuzz(app, client, wiring, numbers)


def test_what_is_allowed_gets_what_was_promised(fuzz: Fuzz, subtests: pytest.Subtests) -> None:
    succeeded = set()

    for operation in fuzz.operations:
        with subtests.test(operation.label):
            statuses = fuzz.run(operation, GenerationMode.POSITIVE)
            succeeded |= {operation.label for status in statuses if status < 300}

    assert {"GET /registrations", "GET /registrations/{number}", "POST /entries", "GET /entries/{number}", "GET /changes"} <= succeeded
    assert len(succeeded) > len(fuzz.operations) // 2


def test_what_is_not_allowed_is_refused_without_a_fault(fuzz: Fuzz, subtests: pytest.Subtests) -> None:
    for operation in fuzz.operations:
        if operation.label not in WITHOUT_QUESTIONS:
            with subtests.test(operation.label):
                assert fuzz.run(operation, GenerationMode.NEGATIVE)
