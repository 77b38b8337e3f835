"""The pages in a real browser: readable by everyone, in both languages, and usable without scripts."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.chromium import started_browser, violations
from tests.dev_idp.running import Running, receiving, running
from tests.dev_idp.wired import request_for

LANGUAGES = ["nl", "en"]


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with receiving() as register, running(tmp_path_factory.mktemp("keys"), REGISTER_BASE_URL=register.address) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started_browser() as started:
        yield started


def login_page(provider: Running, **changes: str) -> str:
    return f"{provider.settings.oidc_issuer}/authorize?{urlencode(request_for(provider.settings, **changes))}"


def callback(provider: Running) -> str:
    return f"{provider.settings.base_url}/auth/callback?**"


class TestEveryPage:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_can_be_used_by_everyone(self, provider: Running, browser: Browser, language: str, scheme: str) -> None:
        issuer = provider.settings.oidc_issuer
        with browser.new_context(locale=language, color_scheme="dark" if scheme == "dark" else "light") as context:
            page = context.new_page()
            failures: dict[str, list[str]] = {}
            for address in (f"{issuer}/", login_page(provider), f"{issuer}/authorize", f"{issuer}/logout"):
                page.goto(address)
                assert page.locator("html").get_attribute("lang") == language
                failures[address] = violations(page)
            page.goto(login_page(provider))
            page.get_by_role("button", name="Ravi Meelezer").click()
            page.wait_for_url(callback(provider))
            page.goto(login_page(provider))
            failures["logged in"] = violations(page)
            page.goto(f"{issuer}/logout")
            failures["question"] = violations(page)

        assert {address: found for address, found in failures.items() if found} == {}

    @pytest.mark.parametrize("width", [320, 768, 1280])
    def test_fits_the_screen(self, provider: Running, browser: Browser, width: int) -> None:
        with browser.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            page.goto(login_page(provider))

            assert page.evaluate("document.documentElement.scrollWidth") == width
            heights = [box["height"] for button in page.get_by_role("button").all() if (box := button.bounding_box())]
            assert len(heights) == 12
            assert min(heights) >= 44


class TestLogin:
    def test_works_without_scripts_and_within_the_content_policy(self, provider: Running, browser: Browser) -> None:
        with browser.new_context(locale="nl", java_script_enabled=False) as context:
            page = context.new_page()
            complaints: list[str] = []
            page.on("console", lambda message: complaints.append(message.text))
            page.goto(login_page(provider))
            page.get_by_role("link", name="English").click()

            page.get_by_role("button", name="Sanne Schrijver Editor").click()

            page.wait_for_url(callback(provider))
            expect(page).to_have_title("Back")
            assert parse_qs(urlsplit(page.url).query)["state"] == ["state-1"]
            assert complaints == []

    def test_keeps_the_request_when_the_language_is_switched(self, provider: Running, browser: Browser) -> None:
        with browser.new_context(locale="nl") as context:
            page = context.new_page()
            page.goto(login_page(provider, state="state-2"))

            page.get_by_role("link", name="English").click()

            expect(page).to_have_title("Choose who you are – Development login")
            assert parse_qs(urlsplit(page.url).query)["state"] == ["state-2"]

    def test_can_be_done_by_keyboard(self, provider: Running, browser: Browser) -> None:
        with browser.new_context(locale="en") as context:
            page = context.new_page()
            page.goto(login_page(provider))
            for _ in range(3):  # two languages, then the first person
                page.keyboard.press("Tab")

            page.keyboard.press("Enter")

            page.wait_for_url(callback(provider))


class TestLogout:
    def test_asks_and_then_says_that_it_is_done(self, provider: Running, browser: Browser) -> None:
        with browser.new_context(locale="en") as context:
            page = context.new_page()
            page.goto(login_page(provider))
            page.get_by_role("button", name="Vera Vraagbaak").click()
            page.wait_for_url(callback(provider))
            page.goto(f"{provider.settings.oidc_issuer}/")
            page.get_by_role("link", name="Log out here").click()

            page.get_by_role("button", name="Log out").click()

            expect(page.get_by_role("heading", level=1)).to_have_text("You are logged out")
