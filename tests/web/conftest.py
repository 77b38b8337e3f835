"""The kit with its style sheet, and a browser to look at it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.chromium import started_browser
from tests.web import kit


@pytest.fixture(scope="session")
def kit_application(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return kit.application(kit.styles(tmp_path_factory.mktemp("kit") / "built"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started_browser() as started:
        yield started
