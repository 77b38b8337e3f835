"""What a citizen comes to do, done with the keyboard alone, in both languages; the focus can be seen at every stop."""

from collections.abc import Iterator
from functools import partial

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from register.translations import LANGUAGES, Language, gettext
from register.wiring import Wiring
from tests.browser.keys import Keys
from tests.browser.site import serving
from tests.chromium import violations
from tests.factories import FixedClock
from tests.public_site.test_pages import address
from tests.public_site.world import World, build

#: A name in the made-up register, in each language.
LETTERS = {"nl": "Brieven herschrijven", "en": "Rewriting letters"}
WORD = {"nl": "brieven", "en": "letters"}
#: Pages with much to stop at.
MANY_STOPS = ("home", "found", "registration", "history", "difference", "compared", "statistics", "organisation", "product", "theme")
#: The spacing that readers may choose (WCAG 2.2, 1.4.12), as a sheet of their own.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }");
  document.adoptedStyleSheets = [sheet];
}"""

#: Whether the middle of an element is what one sees at that place.
UNCOVERED = """(it) => {
  const box = it.getBoundingClientRect();
  return it.contains(document.elementFromPoint(box.left + 9, box.top + box.height / 2));
}"""


@pytest.fixture
def world(wiring: Wiring, clock: FixedClock) -> World:
    return build(wiring, clock)


@pytest.fixture
def site(app: Flask, world: World) -> Iterator[str]:
    with serving(app) as found:
        yield found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def keys(page: Page) -> Iterator[Keys]:
    found = Keys(page)
    yield found
    assert found.faults == []


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text().replace("\u00ad", "")


@pytest.mark.parametrize("chosen", LANGUAGES)
class TestWithoutAMouse:
    def test_one_finds_what_touches_them_and_how_to_object(self, page: Page, keys: Keys, site: str, chosen: Language) -> None:
        said = partial(gettext, chosen)
        page.goto(f"{site}/{chosen}")

        keys.go_to(said("What would you like to know about?"), "input").type(WORD[chosen]).enter()
        keys.go_to(LETTERS[chosen], "a").enter()

        assert heading(page).startswith(LETTERS[chosen])
        assert page.get_by_text("Schrijf binnen zes weken een brief.").first.is_visible()
        keys.go_to(said("All versions, and what changed"), "a").enter()
        keys.go_to(said("Compare"), "select").press("End")
        keys.go_to(said("Show the difference"), "button").enter()
        assert "from=" in page.url
        assert page.locator("ins, del").first.is_visible()

    def test_one_takes_a_suggestion(self, page: Page, keys: Keys, site: str, world: World, chosen: Language) -> None:
        said = partial(gettext, chosen)
        page.goto(f"{site}{address('search', chosen)}")

        keys.go_to(said("Word, organisation or number"), "input").type(WORD[chosen][:5])
        options = page.get_by_role("option")
        expect(options.first).to_be_visible()
        field = page.get_by_role("combobox", name=said("Word, organisation or number"))
        assert field.get_attribute("aria-expanded") == "true"
        assert violations(page) == []
        keys.press("ArrowDown", "ArrowUp", "ArrowDown")
        names = [name.replace("\u00ad", "") for name in options.all_inner_texts()]
        place = next(n for n, name in enumerate(names) if name.startswith(LETTERS[chosen]))
        keys.press(*(["ArrowDown"] * place))
        assert page.locator("[role=option][aria-selected=true]").count() == 1
        keys.press("Escape")
        expect(page.get_by_role("listbox")).to_be_hidden()
        keys.press(*(["ArrowDown"] * (place + 1)), "Enter")
        expect(page).to_have_url(f"{site}{address('registration', chosen, world)}")

    def test_suggestions_are_seen_whole_on_the_first_page(self, page: Page, keys: Keys, site: str, chosen: Language) -> None:
        page.goto(f"{site}/{chosen}")

        keys.go_to(gettext(chosen, "What would you like to know about?"), "input").type(WORD[chosen][:4])

        expect(page.get_by_role("option").last).to_be_visible()
        assert page.get_by_role("option").last.evaluate(UNCOVERED)

    def test_one_narrows_down_widens_and_sorts(self, page: Page, keys: Keys, site: str, chosen: Language) -> None:
        said = partial(gettext, chosen)
        page.goto(f"{site}{address('search', chosen)}")

        keys.go_to("Helpt" if chosen == "nl" else "Helps", "input").press("Space")
        keys.go_to(said("Show results"), "button").enter()
        assert "decisionRole=supports" in page.url
        keys.go_to(said("Remove filter:"), "a").enter()
        assert "decisionRole" not in page.url
        keys.go_to(said("Sort by"), "select").press("End").go_to(said("Sort"), "button").enter()
        assert "sort=organisation" in page.url

    def test_one_goes_back_to_a_day(self, page: Page, keys: Keys, site: str, chosen: Language) -> None:
        said = partial(gettext, chosen)
        page.goto(f"{site}/{chosen}/{'cijfers' if chosen == 'nl' else 'statistics'}")

        keys.go_to(said("On another day"), "summary").press("Enter")
        for label, value in (("Day", "22"), ("Month", "11"), ("Year", "2026")):
            keys.go_to(said(label), "input").type(value)
        keys.enter()

        assert page.url.endswith("?asOf=2026-11-22")
        keys.go_to(said("Show as a table"), "summary").press("Enter")
        assert page.locator("details[open] table").first.is_visible()

    def test_one_puts_two_side_by_side(self, page: Page, keys: Keys, site: str, world: World, chosen: Language) -> None:
        said = partial(gettext, chosen)
        page.goto(f"{site}{address('registration', chosen, world)}")

        keys.go_to(said("Compare with another registration"), "a").enter()
        keys.go_to(said("Word, organisation or number"), "input").type("Dossiers").enter()
        keys.go_to("Dossiers tellen", "a").enter()

        assert page.url.count("number=") == 2
        assert page.get_by_text("Dossiers tellen").first.is_visible()

    def test_one_asks_a_question(self, page: Page, keys: Keys, site: str, world: World, clock: FixedClock, chosen: Language) -> None:
        said = partial(gettext, chosen)
        page.goto(f"{site}{address('registration', chosen, world)}")

        keys.go_to(said("Ask a question or report an error"), "a").enter()
        clock.move(seconds=30)
        keys.go_to("Een vraag" if chosen == "nl" else "A question", "input").press("Space")
        keys.go_to(said("Your question or report"), "textarea").type("Hoe lang bewaart u dit?")
        keys.go_to(said("Your e-mail address"), "input").type("burger@post.example")
        keys.go_to(said("Send"), "button").enter()

        assert heading(page) == said("Look in your mail")

    def test_one_tries_out_the_ai_act(self, page: Page, keys: Keys, site: str, chosen: Language) -> None:
        page.goto(f"{site}{address('try_it_question', chosen)}")

        keys.go_to("", "input").press("Space").go_to("", "button").enter()

        assert "annexIiiPoints=" in page.url


@pytest.mark.looks
class TestFocus:
    @pytest.mark.parametrize("width", [1280, 360])
    def test_is_seen_at_every_stop_and_leaves_every_page(self, page: Page, keys: Keys, site: str, world: World, width: int) -> None:
        page.set_viewport_size({"width": width, "height": 900})

        for name in (
            "home",
            "found",
            "registration",
            "history",
            "difference",
            "compared",
            "statistics",
            "organisation",
            "product",
            "theme",
        ):
            page.goto(site + address(name, "nl", world))
            assert sum(1 for _stop in keys.stops()) > 15, name

    def test_skips_to_the_content_on_every_page(self, page: Page, keys: Keys, site: str, world: World) -> None:
        for name in ("home", "search", "registration", "statistics", "ask"):
            page.goto(site + address(name, "en", world))
            keys.go_to("To the content", "a").press("Enter")
            assert page.evaluate("document.activeElement.id") == "content", name


@pytest.mark.looks
class TestSeeingAndHearing:
    def test_text_may_be_spaced_widely(self, page: Page, site: str, world: World) -> None:
        """WCAG 2.2, 1.4.12: nothing is cut off with the spacing that readers may choose."""
        cut = """() => [...document.querySelectorAll("main *")].filter((element) => {
          const style = getComputedStyle(element);
          const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
          return hides && !element.closest(".reg-hide") && !element.matches(".reg-hide *") && element.clientWidth > 1
            && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2);
        }).map((element) => element.outerHTML.slice(0, 120))"""
        found = {}

        page.set_viewport_size({"width": 360, "height": 900})
        for name in ("home", "found", "registration", "statistics", "ask"):
            page.goto(site + address(name, "nl", world))
            page.evaluate(SPACED)
            wide = page.evaluate("document.documentElement.scrollWidth")
            lost = page.evaluate(cut)
            if lost or wide > 360:
                found[name] = (wide, lost)

        assert found == {}
