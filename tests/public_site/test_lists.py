"""Bodies, products and changes: the lists, and one of each."""

import re

import pytest
from flask.testing import FlaskClient

from register.domain.permissions import SYSTEM
from register.services import organisations
from register.wiring import Wiring
from tests.factories import FixedClock, organisation, published
from tests.public_site.pages import page, words
from tests.public_site.world import World


class TestOrganisations:
    def test_are_those_with_registrations_unless_asked_otherwise(self, client: FlaskClient, world: World) -> None:
        some, all_ = (page(client, f"/nl/organisaties{query}") for query in ("", "?all=true"))

        assert "3 organisaties met registraties" in some
        assert "Waterschap Zonder" not in some
        assert "4 organisaties</h2>" in all_
        assert "Waterschap Zonder" in all_

    def test_are_found_by_a_part_of_their_name(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/organisaties?q=overm%C3%A9er")

        assert "Provincie Overmeer" in html
        assert "Gemeente Waterlede" not in html

    def test_say_so_when_there_is_none(self, client: FlaskClient, world: World) -> None:
        assert "Er is geen organisatie met deze naam." in page(client, "/nl/organisaties?q=atlantis")

    @pytest.mark.parametrize("query", ["?all=true", "?all=true&sort=registrations", "?all=true&sort=x"])
    def test_go_by_name_and_nothing_else(self, client: FlaskClient, world: World, query: str) -> None:
        html = page(client, f"/nl/organisaties{query}")
        names = re.findall(r'reg-rows__name"><a[^>]*>([^<]+)</a>', html)

        assert names == sorted(names)
        assert len(names) == 4
        assert "Sorteer op" not in words(html)

    def test_go_on_to_a_next_page(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            for number in range(61):
                organisation(session, f"Gemeente {number:02}")

        assert 'href="/nl/organisaties?all=true&amp;page=2"' in page(client, "/nl/organisaties?all=true")
        assert "Gemeente 60" in page(client, "/nl/organisaties?all=true&page=2")
        page(client, "/nl/organisaties?all=true&page=3", 404)


class TestOrganisation:
    def test_shows_its_numbers_its_registrations_and_who_to_ask(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/organisaties/{world.body}")
        text = words(html)

        assert "Gemeente Waterlede (GW)" in text
        assert re.findall(r'reg-figures__n"><a[^>]+>(\d+)<', html) == ["3", "1", "0", "1"]
        assert "Brieven herschrijven <b>" in text
        assert "Twee mensen: de een schrijft, de ander kijkt na en publiceert." in text
        assert 'href="mailto:algoritmes@waterlede.example"' in html
        assert "identifier.overheid.nl/tooi/id/gemeente/gm9999" in text

    def test_has_its_english_name_on_the_english_page(self, client: FlaskClient, world: World) -> None:
        assert '<h1 class="utrecht-heading-1">Municipality of Waterlede (GW)</h1>' in page(client, f"/en/organisations/{world.body}")

    def test_says_when_one_person_may_publish(self, client: FlaskClient, world: World, wiring: Wiring, clock: FixedClock) -> None:
        with wiring.database.transaction() as session:
            organisations.allow_single_flow(session, world.body, is_allowed=True, actor=SYSTEM, now=clock.now())
            organisations.choose_single_flow(session, world.body, is_chosen=True, actor=SYSTEM, now=clock.now())

        assert "Eén mens mag schrijven en publiceren." in page(client, f"/nl/organisaties/{world.body}")

    def test_that_never_published_itself_says_so(self, client: FlaskClient, world: World) -> None:
        found = re.search(r'href="/nl/organisaties/(\d+)">Gemeente Elders', page(client, f"/nl/registraties/{world.mirrored}"))
        assert found is not None

        text = words(page(client, f"/nl/organisaties/{found[1]}"))

        assert "Zij heeft hier zelf nog niet gepubliceerd." in text
        assert "Twee mensen" not in text
        assert "overgenomen, niet bevestigd 1" in text

    def test_with_only_restricted_registrations_looks_like_one_with_none(self, client: FlaskClient, world: World, wiring: Wiring) -> None:
        text = words(page(client, f"/nl/organisaties/{world.lonely}"))

        assert "0 registraties" in text
        assert "Deze organisatie heeft hier geen registratie gepubliceerd." in text

    @pytest.mark.parametrize("number", ["999999999", "1", "abc", "012345678"])
    def test_that_is_not_there_is_no_page(self, client: FlaskClient, world: World, number: str) -> None:
        page(client, f"/nl/organisaties/{number}", 404)


class TestProducts:
    def test_say_how_often_they_are_used(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, "/nl/producten"))

        assert "1 product" in text
        assert "Briefhulp Klaver Software Herschrijft brieven." in text
        assert "gebruikt in 1 registratie" in text

    def test_are_found_by_name(self, client: FlaskClient, world: World) -> None:
        assert "Briefhulp" in page(client, "/nl/producten?q=brief")
        assert "Er is geen product met deze naam." in page(client, "/nl/producten?q=atlantis")


class TestProduct:
    def test_says_whose_text_it_is_and_who_uses_it(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/producten/{world.product}")
        text = words(html)

        assert "Eén keer beschreven, door velen gebruikt" in text
        assert "Een filter houdt namen tegen." in text
        assert f'href="/nl/registraties/{world.full}"' in html
        assert "Versie 1 20 november 2026 Eerste beschrijving" in text

    def test_leaves_out_what_it_does_not_say(self, client: FlaskClient, world: World) -> None:
        assert "Niet ingevuld" not in page(client, f"/nl/producten/{world.product}")


class TestChanges:
    def test_come_newest_first_with_what_happened(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/wijzigingen")
        text = words(html)

        assert words(re.findall(r"<h2[^>]*>(\d.*?)</h2>", html)[0]).endswith("november 2026")
        for happened in ("Nieuw", "Gewijzigd", "Ingetrokken", "Onleesbaar gemaakt", "Product gepubliceerd", "Organisatie gewijzigd"):
            assert happened in text, happened

    def test_go_on_to_older_ones(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session, "Gemeente Velen")
            for number in range(60):
                published(session, body, wiring.search, name={"nl": f"Nummer {number:02}"})

        first = page(client, "/nl/wijzigingen")
        older = re.search(r'href="(/nl/wijzigingen\?before=\d+)"', first)
        assert older is not None
        second = page(client, older[1])

        found = [set(re.findall(r"Nummer \d\d", html)) for html in (first, second)]
        assert found[0] & found[1] == set()
        assert len(found[0] | found[1]) == 60
        assert "noindex" in second

    def test_refuse_a_place_that_cannot_be(self, client: FlaskClient) -> None:
        page(client, "/nl/wijzigingen?before=x", 400)
