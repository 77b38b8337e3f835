"""Every public page in a real browser, in both languages, light and dark, wide and narrow: nothing for axe, nothing off the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from register.translations import Language
from register.wiring import Wiring
from tests.browser.site import serving
from tests.chromium import second_opinion, started_browser, violations
from tests.factories import FixedClock
from tests.public_site.test_pages import PAGES, address
from tests.public_site.world import World, build

pytestmark = pytest.mark.looks

#: What a page fulfils at least: a check that axe saw it at all.
RULES_AT_LEAST = 15
#: Rules by which the second engine is wrong about a page: the points of Annex III are grouped by area, and the areas by the
#: question; it wants all of them in one flat group.
FALSE_ALARMS: dict[str, tuple[str, ...]] = {"try_it_question": ("input_checkboxes_grouped",)}
#: What the first view of any page may weigh, over the line and with all that it loads.
MOST_BYTES = 100_000
#: How much moved since the page began to load (cumulative layout shift), fonts and all.
SHIFTS = """async () => {
  let sum = 0;
  const watch = new PerformanceObserver((list) => list.getEntries().forEach((each) => { sum += each.value; }));
  watch.observe({ type: "layout-shift", buffered: true });
  await document.fonts.ready;
  await new Promise((done) => { setTimeout(done, 100); });
  return sum;
}"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@pytest.fixture
def world(wiring: Wiring, clock: FixedClock) -> World:
    return build(wiring, clock)


@pytest.fixture
def site(app: Flask, world: World) -> Iterator[str]:
    """Serve the pages, and return their address."""
    with serving(app) as address:
        yield address


@contextmanager
def opened(browser: Browser, *, dark: bool = False, scripts: bool = True) -> Iterator[Page]:
    """Give somebody a browser of their own."""
    context = browser.new_context(color_scheme="dark" if dark else "light", java_script_enabled=scripts)
    yield context.new_page()
    context.close()


class TestPages:
    @pytest.mark.parametrize(("chosen", "dark"), [("nl", False), ("en", True)])
    def test_keep_nobody_out(self, chromium: Browser, site: str, world: World, chosen: Language, *, dark: bool) -> None:
        found: dict[str, list[str]] = {}

        with opened(chromium, dark=dark) as page:
            for name in PAGES:
                page.goto(site + address(name, chosen, world))
                for width in (1280, 360):
                    page.set_viewport_size({"width": width, "height": 900})
                    wrong = violations(page, at_least=RULES_AT_LEAST)
                    if wrong:
                        found[f"{name} at {width}"] = wrong
                page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
                alarms = FALSE_ALARMS.get(name, ("-",))
                wrong = [each for each in second_opinion(page, at_least=RULES_AT_LEAST) if not each.startswith(alarms)]
                if wrong:
                    found[f"{name}, second engine"] = wrong

        assert found == {}

    def test_are_seen_through_by_both_engines(self, chromium: Browser) -> None:
        """A check that cannot fail proves nothing: both find what is wrong with a page that is wrong."""
        with opened(chromium) as page:
            page.set_content("<html lang=nl><title>a</title><main><h1>b</h1><img src=x><input><p>c</p></main></html>")

            assert any(each.startswith("image-alt") for each in violations(page))
            assert any("img" in each for each in second_opinion(page))

    def test_fit_every_screen(self, chromium: Browser, site: str, world: World) -> None:
        wide: list[str] = []

        with opened(chromium) as page:
            for name in PAGES:
                page.goto(site + address(name, "nl", world))
                for width in (320, 360, 768, 1024, 1280):
                    page.set_viewport_size({"width": width, "height": 900})
                    if page.evaluate("document.documentElement.scrollWidth") > width:
                        wide.append(f"{name} at {width}")

        assert wide == []


class TestBudgets:
    @pytest.mark.parametrize("width", [360, 1280])
    def test_no_first_view_is_heavy_moves_or_calls_elsewhere(self, chromium: Browser, site: str, world: World, width: int) -> None:
        heavy: dict[str, int] = {}
        moved: dict[str, float] = {}
        asked: list[str] = []

        with opened(chromium) as page:
            page.set_viewport_size({"width": width, "height": 900})
            line = page.context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.setCacheDisabled", {"cacheDisabled": True})
            sizes: list[int] = []
            line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message: asked.append(f"console: {message.text}") if message.type in {"error", "warning"} else None)
            for name in PAGES:
                sizes.clear()
                page.goto(site + address(name, "nl", world))
                shift = page.evaluate(SHIFTS)
                assert len(sizes) >= 3, f"{name}: a page, a style sheet and a font at least"
                if sum(sizes) > MOST_BYTES:
                    heavy[name] = sum(sizes)
                if shift:
                    moved[name] = shift

        assert (heavy, moved) == ({}, {})
        assert [url for url in asked if not url.startswith((site, "data:"))] == []

    def test_see_what_moves(self, chromium: Browser) -> None:
        """A check that cannot fail proves nothing."""
        with opened(chromium) as page:
            page.set_content("<p id=a></p><p>b</p><script>setTimeout(() => { a.style.height = '300px'; }, 20)</script>")

            assert page.evaluate(SHIFTS) > 0


class TestWithoutScripts:
    def test_one_can_search_narrow_down_and_read_on(self, chromium: Browser, site: str) -> None:
        with opened(chromium, scripts=False) as page:
            page.set_viewport_size({"width": 360, "height": 900})
            page.goto(f"{site}/nl")
            page.get_by_role("searchbox", name="Waar wilt u iets over weten?").fill("brieven")
            page.get_by_role("button", name="Zoeken").click()
            assert page.get_by_role("heading", level=2).first.inner_text() == "1 registratie gevonden"
            page.locator("summary").filter(has_text="Verfijnen").click()
            page.locator("label").get_by_text("Helpt", exact=True).click()
            page.get_by_role("button", name="Toon resultaten").click()
            assert page.get_by_role("link", name="Verwijder filter: Helpt").is_visible()
            page.locator(".reg-card a").first.click()
            page.get_by_role("link", name="Alle versies, en wat er veranderde").click()
            page.get_by_label("Vergelijk").select_option("1")
            page.get_by_role("button", name="Toon verschil").click()

            assert page.get_by_role("heading", level=1).inner_text() == "Wat er veranderde"
            assert page.url.endswith("?from=1&to=3")

    def test_one_can_go_back_to_a_day(self, chromium: Browser, site: str) -> None:
        with opened(chromium, scripts=False) as page:
            page.goto(f"{site}/en/search?q=letters")
            page.get_by_text("On another day").click()
            for label, value in (("Day", "22"), ("Month", "11"), ("Year", "2026")):
                page.get_by_label(label, exact=True).fill(value)
            page.get_by_role("button", name="Show that day").click()

            assert page.url == f"{site}/en/search?q=letters&asOf=2026-11-22"
            assert page.get_by_text("You see the register as it was at the end of 22 November 2026.").is_visible()
