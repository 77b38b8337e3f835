"""One running register per file of tests, and people with browsers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.browser.site import Site, Walker, standing, walking
from tests.chromium import started_browser
from tests.conftest import fresh_database

Walk = Callable[..., Walker]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(template_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with fresh_database(template_database, folder) as url, standing(url, folder) as site:
        yield site


@pytest.fixture
def walk(chromium: Browser, site: Site) -> Iterator[Walk]:
    """Give somebody a browser of their own: `walk("editor-waterlede")` has logged in. At the end axe may have found nothing."""
    walkers: list[Walker] = []
    with ExitStack() as stack:

        def walker(account: str = "", **screen: object) -> Walker:
            found = stack.enter_context(walking(chromium, site, **screen))  # type: ignore[arg-type]  # each test names them as `walking` does
            walkers.append(found)
            if account:
                found.log_in(account)
            return found

        yield walker
    assert [each.found for each in walkers if each.found] == []
