"""The form in a real browser: it saves while one types, and loses nothing when a colleague, the network or the login is in the way."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select, update

from register.models import Entry, LoginSession
from register.services import entries
from tests.browser.conftest import Walk
from tests.browser.site import Site, Walker
from tests.factories import generative_document

FIELD = "#f-affected_groups-nl"


def form_of(walker: Walker, number: str, section: str = "meaning") -> Page:
    return walker.go(f"/backoffice/registrations/{number}/sections/{section}")


def stored(site: Site, number: str) -> str:
    """Return the text of the field as it is kept."""
    with site.wiring.database.reading() as session:
        entry = session.scalars(select(Entry).where(Entry.number == number)).one()
        return str(entry.document["affected_groups"]["nl"])


def says(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("status")).to_have_text(words, timeout=10_000)


def slowly(route: Route) -> None:
    """Let a request pass after a while, as a bad line does."""
    time.sleep(0.7)
    route.continue_()


@pytest.fixture
def number(walk: Walk, site: Site) -> Iterator[str]:
    """Return the number of a draft, begun by the editor with whom the tests log in."""
    editor = walk("editor-waterlede")
    editor.press("Nieuwe registratie", role="link")
    editor.page.get_by_label("Hoe heet het?").fill("Brieven herschrijven voor de toets")
    editor.press("Begin", exact=True)
    number = editor.page.url.split("/registrations/")[1].split("/")[0]
    editor.context.close()
    with site.wiring.database.transaction() as session:
        entry = session.scalars(select(Entry).where(Entry.number == number)).one()
        checked = entries.prepared(generative_document(), now=entry.created_at)
        entry.document = checked.document
    yield number
    with site.wiring.database.transaction() as session:
        session.execute(update(Entry).where(Entry.number == number).values(title=number))


class TestAutosave:
    def test_saves_after_a_pause_and_says_so(self, walk: Walk, site: Site, number: str) -> None:
        editor = walk("editor-waterlede")
        page = form_of(editor, number)

        page.locator(FIELD).fill("Inwoners en ondernemers.")

        says(page, re.compile(r"Bewaard om \d\d:\d\d"))
        assert stored(site, number) == "<p>Inwoners en ondernemers.</p>"
        page.locator(FIELD).press_sequentially(" En hun buren.")
        expect(page.get_by_role("status")).to_have_text("Nog niet bewaard")
        says(page, re.compile(r"Bewaard om \d\d:\d\d"))
        editor.look()
        editor.press("Opslaan en verder")
        assert page.url.endswith("/responsible_use")
        assert stored(site, number) == "<p>Inwoners en ondernemers. En hun buren.</p>"

    def test_waits_for_itself_when_the_button_is_pressed(self, walk: Walk, site: Site, number: str) -> None:
        editor = walk("editor-waterlede")
        page = form_of(editor, number)
        page.route("**/sections/meaning", slowly)

        page.locator(FIELD).fill("Inwoners.")
        says(page, "Bezig met bewaren …")
        editor.press("Opslaan en verder")

        assert page.url.endswith("/responsible_use")
        assert stored(site, number) == "<p>Inwoners.</p>"

    def test_says_when_it_fails_and_tries_again(self, walk: Walk, site: Site, number: str) -> None:
        page = form_of(walk("editor-waterlede"), number)
        page.route("**/sections/meaning", lambda route: route.abort())

        page.locator(FIELD).fill("Inwoners.")
        says(page, "Bewaren lukte niet. Uw tekst staat nog op dit scherm.")
        page.unroute("**/sections/meaning")
        page.locator(FIELD).press_sequentially(" En buren.")

        says(page, re.compile(r"Bewaard om \d\d:\d\d"))
        assert stored(site, number) == "<p>Inwoners. En buren.</p>"

    def test_tells_how_many_fields_are_not_right(self, walk: Walk, number: str) -> None:
        page = form_of(walk("editor-waterlede"), number)

        page.locator("#f-remedies-bezwaar1-url").fill("www.waterlede")

        says(page, re.compile(r"Bewaard om \d\d:\d\d, behalve 1 veld"))


class TestTwoPeople:
    def test_see_both_texts(self, walk: Walk, site: Site, number: str) -> None:
        first, second = walk("editor-waterlede"), walk("editor-waterlede")
        mine, theirs = form_of(first, number), form_of(second, number)
        theirs.locator(FIELD).fill("Inwoners van Waterlede en ondernemers.")
        second.press("Opslaan", exact=True)

        mine.locator(FIELD).fill("Inwoners van Waterlede en hun kinderen.")
        says(mine, "Een collega werkte hier ook aan. Uw tekst is bewaard. Bekijk beide teksten.")
        first.press("Opslaan", exact=True)

        assert mine.locator(FIELD).input_value() == "Inwoners van Waterlede en hun kinderen."
        assert mine.locator("del").inner_text().strip() == "ondernemers"
        assert mine.locator("ins").inner_text().strip() == "hun kinderen"
        assert stored(site, number) == "<p>Inwoners van Waterlede en ondernemers.</p>"
        mine.locator(FIELD).fill("Inwoners van Waterlede, hun kinderen en ondernemers.")
        first.press("Opslaan", exact=True)
        assert stored(site, number) == "<p>Inwoners van Waterlede, hun kinderen en ondernemers.</p>"


class TestLogin:
    def test_that_ran_out_keeps_the_text(self, walk: Walk, site: Site, number: str) -> None:
        editor = walk("editor-waterlede")
        page = form_of(editor, number)
        with site.wiring.database.transaction() as session:
            session.execute(update(LoginSession).values(ended_at=site.wiring.clock.now()))

        page.locator(FIELD).fill("Een uur werk.")
        says(page, "U bent uitgelogd. Uw tekst staat er nog.")
        editor.press("Opslaan", exact=True)
        assert "Een uur werk." in page.locator("main").inner_text() or page.locator("input[value='Een uur werk.']").count()
        with editor.context.expect_page() as opened:
            page.get_by_role("link", name="Log in, in een nieuw tabblad").click()
        again = opened.value
        again.wait_for_load_state()
        again.locator("button[value='editor-waterlede']").first.click()
        expect(again.locator("h1")).to_have_text("U bent weer ingelogd")
        editor.press("Verstuur opnieuw")

        assert stored(site, number) == "<p>Een uur werk.</p>"

    def test_ends_here_and_at_the_provider(self, walk: Walk) -> None:
        editor = walk("editor-waterlede")

        editor.page.get_by_role("button", name="Uitloggen").click()
        editor.page.wait_for_load_state()
        editor.page.goto(editor.site.address + "/backoffice")

        assert editor.page.url.startswith(editor.site.wiring.settings.oidc_issuer)


class TestWithoutScripts:
    def test_the_buttons_do_all_of_it(self, walk: Walk, site: Site, number: str) -> None:
        editor = walk("editor-waterlede", scripts=False)
        page = editor.open(f"/backoffice/registrations/{number}/sections/meaning")

        page.locator(FIELD).fill("Inwoners.")
        page.locator("#f-remedies").click()
        expect(page.locator("fieldset.reg-set__row")).to_have_count(2)
        page.locator("fieldset.reg-set__row").nth(1).locator("textarea").first.fill("Bel ons.")
        page.get_by_role("button", name="Opslaan", exact=True).last.click()
        expect(page.get_by_role("alert")).to_contain_text("Er is 1 ding dat u nog moet verbeteren")
        page.locator("fieldset.reg-set__row").nth(1).locator("select").select_option("complaint")
        page.get_by_role("button", name="Opslaan en verder").click()

        expect(page).to_have_url(re.compile("/responsible_use$"))
        assert stored(site, number) == "<p>Inwoners.</p>"
