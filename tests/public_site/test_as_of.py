"""The register as it was at the end of a day: every list and page, and days that cannot be."""

import re

import pytest
from flask.testing import FlaskClient

from tests.factories import FixedClock
from tests.public_site.pages import links, page, words
from tests.public_site.test_pages import PAGES, address
from tests.public_site.world import World

FIRST, SECOND, LAST = "2026-11-21", "2026-11-23", "2026-11-27"
#: Pages that show no day.
TIMELESS = {name for name in PAGES if name.startswith(("ask", "follow", "try_it", "glossary", "about", "accessib", "privacy", "api"))}
SAME_ON_EVERY_DAY = tuple(address(name, "nl", None) for name in sorted(TIMELESS) if "{" not in PAGES[name]["nl"])
#: What is the same, or has a day of its own, at whatever address it was found.
LASTING = (".atom", ".xml", ".json", ".pdf", ".csv")


class TestAsOf:
    def test_shows_what_held_then(self, client: FlaskClient, world: World) -> None:
        then, now = (words(page(client, f"/nl/registraties/{world.full}{query}")) for query in (f"?asOf={SECOND}", ""))

        assert "Versie 2" in then
        assert "Brieven worden beter leesbaar." in then
        assert "U ziet het register zoals het was aan het einde van 23 november 2026." in then
        assert "Voorbeeldmodel 9B" not in then
        assert "Voorbeeldmodel 9B" in now

    @pytest.mark.parametrize("name", sorted(set(PAGES) - TIMELESS - {"as_it_was"}))
    def test_leads_on_to_the_same_day(self, client: FlaskClient, world: World, name: str) -> None:
        """Whoever looks at a day stays in it, whatever they follow, type or choose, until they ask for now."""
        there = address(name, "nl", world)
        html = client.get(f"{there}{'&' if '?' in there else '?'}asOf={LAST}").text
        here = re.sub('<a href="[^"]*">Toon hoe het nu is</a>', "", html).replace("action=", "")
        for href in links(here):
            path, _, asked = href.partition("?")
            if path.startswith("/nl") and not path.endswith(LASTING) and not any(path.startswith(each) for each in SAME_ON_EVERY_DAY):
                assert f"asOf={LAST}" in asked, href

        forms = re.findall('<form[^>]*method="get".*?</form>', html, re.DOTALL)
        assert forms
        assert all(f'name="asOf" value="{LAST}"' in form or 'name="asOf-day" ' in form for form in forms)

    def test_counts_what_is_late_on_that_day(self, client: FlaskClient, world: World) -> None:
        """Its review was due on the 22nd."""
        days = ("2026-11-22", "2026-11-23")
        heads = [page(client, f"/nl/registraties/{world.overdue}?asOf={day}").split("</header>")[1] for day in days]

        assert ["Controle te laat" in words(head) for head in heads] == [False, True]

    def test_leads_back_to_now(self, client: FlaskClient, world: World) -> None:
        assert f'<a href="/nl/registraties/{world.full}">Toon hoe het nu is</a>' in page(
            client, f"/nl/registraties/{world.full}?asOf={FIRST}"
        )
        assert '<a href="/nl/zoeken?q=brieven">Toon hoe het nu is</a>' in page(client, f"/nl/zoeken?q=brieven&asOf={FIRST}")

    def test_finds_what_could_be_found_then(self, client: FlaskClient, world: World) -> None:
        assert "2 registraties gevonden" in page(client, f"/nl/zoeken?asOf={FIRST}")
        assert "Niets gevonden" in page(client, f"/nl/zoeken?q=anonimiseren&asOf={FIRST}")

    def test_shows_a_withdrawn_registration_as_it_was_before(self, client: FlaskClient, world: World) -> None:
        days = [f"2026-11-{day}" for day in range(20, 29)]
        shown = ["ingetrokken" in client.get(f"/nl/registraties/{world.withdrawn}?asOf={day}").text for day in days]

        assert sorted(shown) == shown
        assert {True, False} == set(shown)

    @pytest.mark.parametrize("path", ["organisaties", "producten", "wijzigingen", ""])
    def test_holds_for_every_list(self, client: FlaskClient, world: World, path: str) -> None:
        address = f"/nl/{path}" if path else "/nl"

        assert "aan het einde van 20 november 2026" in page(client, f"{address}?asOf=2026-11-20")
        assert page(client, f"{address}?asOf=2026-11-19") != page(client, address)

    def test_before_the_first_publication_is_no_page_and_an_empty_list(self, client: FlaskClient, world: World) -> None:
        page(client, f"/nl/registraties/{world.full}?asOf=2026-11-01", 404)
        page(client, f"/nl/registraties/{world.full}/versies/3?asOf={SECOND}", 404)
        assert "Niets gevonden" in page(client, "/nl/zoeken?asOf=2026-11-01")

    def test_today_is_now(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        today = clock.now().date().isoformat()

        assert "Toon hoe het nu is" not in page(client, f"/nl/registraties/{world.full}?asOf={today}")


class TestDaysThatCannotBe:
    @pytest.mark.parametrize(
        ("day", "said"),
        [
            ("2026-02-30", "Dit is geen datum."),
            ("gisteren", "Dit is geen datum."),
            ("20261120", "Dit is geen datum."),
            ("2026-W47-5", "Dit is geen datum."),
            ("2026-11-20T10:00", "Dit is geen datum."),
            ("2027-01-01", "Deze dag moet nog komen."),
            ("1999-12-31", "Kies een dag vanaf het jaar 2000."),
        ],
    )
    def test_are_answered_with_what_is_wrong(self, client: FlaskClient, day: str, said: str) -> None:
        html = page(client, f"/nl/zoeken?q=brief&asOf={day}", 400)

        assert said in html
        assert f"‘{day}’" in html
        assert 'value="brief"' in html
        assert client.get(f"/nl/zoeken?asOf={day}").headers["Cache-Control"] == "no-store"

    def test_stand_in_the_three_fields_to_be_put_right(self, client: FlaskClient) -> None:
        html = page(client, "/nl/zoeken?q=brief&asOf-day=31&asOf-month=2&asOf-year=2026", 400)

        for part, value in (("day", "31"), ("month", "2"), ("year", "2026")):
            assert f'name="asOf-{part}" type="text" inputmode="numeric" autocomplete="off" maxlength="4" value="{value}"' in html
        assert '<input type="hidden" name="q" value="brief">' in html


class TestThreeFields:
    @pytest.mark.parametrize(
        ("query", "location"),
        [
            ("q=a&asOf-day=1&asOf-month=3&asOf-year=2026", "/nl/zoeken?q=a&asOf=2026-03-01"),
            ("asOf-day=&asOf-month=&asOf-year=&q=a", "/nl/zoeken?q=a"),
            ("asOf=2020-01-01&asOf-day=&asOf-month=&asOf-year=", "/nl/zoeken"),
        ],
    )
    def test_become_one_address(self, client: FlaskClient, query: str, location: str) -> None:
        response = client.get(f"/nl/zoeken?{query}")

        assert (response.status_code, response.headers["Location"]) == (303, location)
