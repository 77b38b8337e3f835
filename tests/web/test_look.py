"""The kit in a real browser: nothing for axe to find, nothing off the screen, and complete without a script."""

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.chromium import violations
from tests.web import kit

SCREENS = (("nl", "light", 1280), ("nl", "dark", 360), ("en", "dark", 1280), ("en", "light", 360))
FORMS = ("kit_public.html", "kit_work.html")
Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, kit_application: Flask) -> Open:
    def show(name: str, **screen: object) -> Page:
        return kit.opened(chromium, kit_application, name, **screen)  # type: ignore[arg-type]  # each test names them as `opened` does

    return show


class TestAxe:
    @pytest.mark.parametrize(("chosen", "scheme", "width"), SCREENS)
    @pytest.mark.parametrize("name", kit.PAGES)
    def test_finds_nothing(self, opened: Open, name: str, chosen: str, scheme: str, width: int) -> None:
        page = opened(name, chosen=chosen, scheme=scheme, width=width)

        assert violations(page, at_least=21) == []


class TestReflow:
    @pytest.mark.parametrize("name", kit.PAGES)
    def test_leaves_nothing_off_the_screen(self, opened: Open, name: str) -> None:
        page = opened(name)

        for width in (320, 360, 768, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width

    @pytest.mark.parametrize("name", FORMS)
    def test_survives_wide_text(self, opened: Open, name: str) -> None:
        page = opened(name, width=360)

        page.add_style_tag(content="* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }")

        assert page.evaluate("document.documentElement.scrollWidth") == 360


class TestForms:
    def test_put_the_errors_in_front_of_the_reader(self, opened: Open) -> None:
        page = opened("kit_work.html")

        assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"

    def test_lead_from_each_error_to_its_control(self, opened: Open) -> None:
        page = opened("kit_work.html")

        page.get_by_role("link", name="Begin het webadres met https://").click()
        page.keyboard.press("Tab")

        assert page.evaluate("document.querySelector(':target').name") == "url"

    def test_save_when_one_presses_enter(self, opened: Open) -> None:
        page = opened("kit_work.html")

        page.locator("#f-bases-a1-title").focus()
        with page.expect_request(lambda request: request.method == "POST") as sent:
            page.keyboard.press("Enter")

        body = parse_qs(sent.value.post_data or "")
        assert body["then"] == ["stay"]
        assert "remove" not in body
        assert "add" not in body


class TestPrint:
    def test_opens_what_is_folded(self, opened: Open) -> None:
        page = opened("kit_public.html")
        folded = page.locator("details.reg-fold > p")
        assert not folded.is_visible()

        page.emulate_media(media="print")

        assert folded.bounding_box() is not None
        assert page.evaluate("document.querySelector('details.reg-fold > p').checkVisibility({contentVisibilityAuto: true})")

    def test_leaves_the_ways_about_out(self, opened: Open) -> None:
        page = opened("kit_public.html")

        page.emulate_media(media="print")

        assert not page.locator(".reg-nav").is_visible()
        assert not page.locator(".reg-search").first.is_visible()


class TestForcedColours:
    def test_still_tell_the_steps_apart(self, opened: Open) -> None:
        page = opened("kit_public.html")

        page.emulate_media(forced_colors="active")

        steps = page.locator(".reg-scale__steps").nth(1).locator("li")
        widths = steps.evaluate_all("steps => steps.map(step => getComputedStyle(step).borderTopWidth)")
        assert widths == ["8px", "8px", "1px", "1px", "1px", "1px"]
