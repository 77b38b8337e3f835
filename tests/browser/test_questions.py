"""The questions about the AI Act with the keyboard alone, in both languages, for everyone and in the work place."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from register.translations import Language
from tests.browser.conftest import Walk
from tests.browser.site import serving
from tests.browser.test_walk import EXCEPTIONS
from tests.chromium import started_browser, violations

#: More keys than any page needs: whoever presses so often is stuck.
MOST_KEYS = 90
ACTIVE = "document.activeElement"

#: What somebody answers whose system helps to decide on benefits; the rest is not known.
ANSWERS = {
    "containsAlgorithm": "true",
    "aiSystem": "yes",
    "gpaiKind": "none",
    "supplyRelation": "develop_and_use_self",
    "usesUnderOwnAuthority": "true",
    "bodyKind": "public_authority",
    "art2Exclusions": "none",
    "art5Practices": "none",
    "annexI.section": "none",
    "annexIiiPoints": "5a",
    "performsProfiling": "true",
    "art50Triggers": "none",
}
START = {"nl": "/nl/probeer-zelf", "en": "/en/try-it"}
BEGIN = {"nl": "Begin", "en": "Begin"}
OUTCOME = {"nl": "Hoog risico", "en": "High-risk"}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something is reached; fail when one goes round without finding it."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if page.evaluate(f"{ACTIVE}.matches({selector!r})"):
            return
    pytest.fail(f"the keyboard does not reach {selector} at {page.url}")


def choose(page: Page, name: str, value: str) -> None:
    """Choose an answer: a radio button by arrows, a box by the space bar."""
    if page.locator(f"input[name='{name}']").first.get_attribute("type") == "checkbox":
        tab_to(page, f"input[name='{name}'][value='{value}']")
        page.keyboard.press("Space")
        return
    tab_to(page, f"input[name='{name}']")
    page.keyboard.press("Space")
    for _ in range(MOST_KEYS):
        if page.evaluate(f"{ACTIVE}.value") == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrows do not reach {value} of {name}")


def answer(page: Page, name: str) -> None:
    """Answer the question on the page and send it."""
    controls = page.evaluate("[...new Set([...document.querySelectorAll('fieldset input')].map(each => each.name))]")
    for control in controls:
        if name in EXCEPTIONS and control == name:
            continue
        unknown = "none" if control.startswith(EXCEPTIONS) else "unknown"
        if control.endswith(("-day", "-month", "-year")):
            continue
        choose(page, control, ANSWERS.get(control, unknown))
    tab_to(page, "form button[type='submit'].utrecht-button--primary-action")
    with page.expect_navigation():
        page.keyboard.press("Enter")


class TestForEveryone:
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_come_to_an_outcome_by_keyboard(self, app: Flask, chromium: Browser, language: Language) -> None:
        with serving(app) as address:
            page = chromium.new_page()
            page.goto(address + START[language])
            tab_to(page, "a.utrecht-button")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            asked = 0
            while "asked" in page.content() and page.locator("input[name='asked']").count():
                answer(page, str(page.locator("input[name='asked']").get_attribute("value")))
                asked += 1
                assert asked < 40
            assert OUTCOME[language] in page.locator("h1 + *, main").last.inner_text()
            assert violations(page, at_least=15) == []
            assert asked > 15
            page.close()


class TestInTheWorkPlace:
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_are_answered_by_keyboard(self, walk: Walk, language: Language) -> None:
        editor = walk("editor-waterlede")
        page = editor.page
        page.evaluate(
            """language => fetch('/backoffice/language', {method: 'POST', body: new URLSearchParams({
                csrf_token: document.querySelector('input[name=csrf_token]').value, language})})""",
            language,
        )
        page.goto(editor.site.address + "/backoffice/registrations/new")
        tab_to(page, "input[name='name']")
        page.keyboard.type(f"Toets met toetsen {language}")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        entry = page.url.split("/sections")[0]
        page.goto(f"{entry}/ai-act")
        tab_to(page, "a.utrecht-button--primary-action")
        with page.expect_navigation():
            page.keyboard.press("Enter")

        asked = 0
        while "/ai-act/" in page.url:
            answer(page, page.url.rsplit("/", 1)[1].split("?")[0])
            asked += 1
            assert asked < 40

        assert OUTCOME[language] in page.locator("main").inner_text()
        assert {"nl": "Alle vragen die ertoe doen", "en": "All questions that matter"}[language] in page.locator("main").inner_text()
        editor.look()
