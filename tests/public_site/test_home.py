"""The first page: numbers that lead to what they count, and ways in."""

import re

from flask.testing import FlaskClient

from register.wiring import Wiring
from tests.factories import FixedClock, organisation, published
from tests.public_site.pages import page, words
from tests.public_site.world import World


def numbers(html: str) -> dict[str, str]:
    """Return each large number with the first address behind it."""
    items = re.findall(r'reg-figures__item">.*?href="([^"]+)".*?reg-figures__n">([\d.]+)<', html, re.DOTALL)
    return {href.replace("&amp;", "&"): number for href, number in items}


class TestNumbers:
    def test_are_those_of_the_lists_behind_them(self, client: FlaskClient, world: World) -> None:
        found = numbers(page(client, "/nl"))

        assert len(found) == 4
        for href, number in found.items():
            text = words(page(client, href))
            assert re.search(rf"\b{number} (registraties?|organisaties? met registraties)\b", text), href

    def test_leave_examples_out_where_there_is_more(self, client: FlaskClient, world: World, wiring: Wiring, clock: FixedClock) -> None:
        before = numbers(page(client, "/nl"))
        with wiring.database.transaction() as session:
            body = organisation(session, "Gemeente Verzonnen")
            body.is_example = True
            session.flush()
            published(session, body, wiring.search, now=clock.now(), name={"nl": "Een verzonnen voorbeeld"})

        after = numbers(page(client, "/nl"))

        assert list(after.values()) == list(before.values())
        assert all("example=false" in href for href in after)
        assert "Een verzonnen voorbeeld" not in page(client, "/nl")
        assert "Een verzonnen voorbeeld" in page(client, "/nl/zoeken")
        for href, number in after.items():
            assert re.search(rf"\b{number} (registraties?|organisaties? met registraties)\b", words(page(client, href))), href

    def test_say_how_many_were_taken_over(self, client: FlaskClient, world: World) -> None:
        assert "Daarvan zijn er 1 overgenomen" in words(page(client, "/nl"))


class TestThemes:
    def test_count_what_is_behind_them(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/en")

        assert re.search(r'href="/en/themes/public-order-and-safety">Public order and safety <span class="reg-themes__n">4<', html)
        assert html.count('class="reg-themes__n"') == 16

    def test_are_in_the_order_of_the_alphabet(self, client: FlaskClient) -> None:
        names = re.findall(r'/themas/[\w-]+">([^<]+?) <span', page(client, "/nl"))

        assert len(names) == 16
        assert names == sorted(names)


class TestNewest:
    def test_come_first(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl")

        assert html.index("Dossiers tellen") < html.index("Klachten sorteren")

    def test_is_the_example_of_a_registration(self, client: FlaskClient, world: World) -> None:
        assert f'href="/nl/registraties/{world.dutch}">Bekijk een voorbeeld' in page(client, "/nl")
