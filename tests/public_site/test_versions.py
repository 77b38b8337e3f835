"""What changed between two versions, and all of them."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from register.app import create_app
from register.models import Entry
from register.web.pages import page_url
from register.wiring import Wiring
from tests.factories import TRANSPARENT, FixedClock, revised
from tests.public_site.pages import page, words
from tests.public_site.world import World


class TestHistory:
    def test_compares_the_newest_two_unless_asked_otherwise(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies")

        assert re.findall(r'<option value="(\d)" selected>', html) == ["2", "3"]
        assert "‘Nieuw model’" in html
        assert "3 antwoorden zijn gewijzigd." in html

    def test_shows_values_side_by_side(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies")

        assert "<del>Voorbeeldmodel 7B</del>" in html
        assert "<ins>Voorbeeldmodel 9B</ins>" in html

    def test_shows_the_part_of_an_answer_that_changed(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies")

        assert "<del>30</del> <ins>10</ins>" in html
        assert "Leert de leverancier ervan" not in html

    def test_shows_which_rows_came_and_went(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.full}/versies"))

        assert "Toegevoegd Gemeentewet" in text
        assert "Weggehaald Participatiewet" in text

    def test_shows_texts_word_by_word(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies?from=1&to=2")

        assert "1 antwoord is gewijzigd." in html
        assert "<del>Meldingen komen sneller bij het goede team.</del><ins>Brieven worden beter leesbaar.</ins>" in html

    def test_shows_what_the_register_made_of_other_answers(
        self, client: FlaskClient, wiring: Wiring, world: World, clock: FixedClock
    ) -> None:
        with wiring.database.transaction() as session:
            entry = session.scalars(select(Entry).where(Entry.number == world.dutch)).one()
            met = {"answer": "met", "explanation": {"nl": "<p>Getest.</p>"}}
            revised(session, entry, wiring.search, now=clock.move(hours=1), ai_act={"facts": TRANSPARENT}, safe_1=met)

        text = words(page(client, f"/nl/registraties/{world.dutch}/versies"))

        assert "Risico volgens de AI-verordening Gewijzigd Versie 1 Geen AI Versie 2 Openheid nodig" in text
        assert "Is het veilig? Gewijzigd Versie 1 Niet beoordeeld Versie 2 Mee bezig" in text
        assert "2 antwoorden zijn gewijzigd." in text

    def test_puts_the_older_version_first_however_it_is_asked(self, client: FlaskClient, world: World) -> None:
        there, back = (page(client, f"/nl/registraties/{world.full}/versies?from={a}&to={b}") for a, b in ((1, 3), (3, 1)))

        assert there.split("<main")[1] == back.split("<main")[1]

    def test_lists_all_that_happened_newest_first(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.withdrawn}/versies"))

        assert re.search(r"Versies Ingetrokken 2\d november 2026 Wij gebruiken dit niet meer. Versie 1", text)

    def test_says_so_when_there_is_nothing_to_compare(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.dutch}/versies")

        assert "Er is nu één versie." in html
        assert "<select" not in html

    def test_says_so_when_a_version_was_redacted(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.redacted}/versies")

        assert "Deze versies zijn niet te vergelijken" in html
        assert "Klachten sorteren" in html

    @pytest.mark.parametrize("query", ["from=9", "to=x", "from=1&to=-1", "from=01"])
    def test_does_not_guess_at_a_version_that_is_not_there(self, client: FlaskClient, world: World, query: str) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies?{query}", 400)

        assert "Dit kunt u hier niet kiezen." in html

    def test_goes_back_in_time(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies?asOf=2026-11-23")

        assert "Versie 2" in html
        assert "Versie 3" not in html
        assert "Nieuw model" not in html


class TestDifference:
    def test_has_an_address_that_can_be_made(self, wiring: Wiring) -> None:
        app = create_app(wiring)

        with app.test_request_context("/"):
            made = page_url("public_site.diff", language="en", number="123456789", **{"from": 1, "to": 2})

        assert made == "/en/registrations/123456789/versions?from=1&to=2"
