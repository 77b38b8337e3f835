"""The page about the API names every operation, permission and code, and nothing that is not there."""

import re
from pathlib import Path

from register.api import document
from register.api.openapi import VERSION
from register.api.problems import DETAILS
from register.settings import Settings
from schemas.asked import HIGHEST_LIMIT, USUAL_LIMIT
from tests.contracts.test_openapi import OPERATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| `")]


class TestPage:
    def test_names_every_operation(self) -> None:
        promised = {f"{method.upper()} {path}" for path, method, _ in OPERATIONS}

        assert set(re.findall(r"`((?:GET|POST|PUT|PATCH|DELETE) /\S+)`", "\n".join(ROWS))) == promised

    def test_names_every_code_with_its_status(self) -> None:
        codes = dict(re.findall(r"^\| \d{3} \| `([a-z-]+)` \| (.+) \|$", PAGE, re.MULTILINE))

        assert set(codes) == set(DETAILS)

    def test_names_the_limits_that_hold(self) -> None:
        settings = Settings()

        assert f"`limit` is {USUAL_LIMIT}, at most {HIGHEST_LIMIT}" in PAGE
        assert f"ask {settings.rate_limit_public.split('/')[0]} times a minute" in PAGE
        assert f"at most {settings.max_request_kilobytes // 1024} MB, an import {settings.max_import_megabytes} MB" in PAGE
        assert document(settings)["info"]["version"] == VERSION

    def test_names_the_permission_of_each_operation_that_needs_one(self) -> None:
        for row in ROWS:
            needs_token = "/entries" in row.split("|")[1] or "/imports" in row.split("|")[1]
            if row.count("|") == 4:
                assert bool(re.search(r"`entry\.\w+` \|$", row)) == needs_token, row
