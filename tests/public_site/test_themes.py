"""Themes, bodies and products in numbers: each leads to as many registrations, on the day that is shown."""

import re

import pytest
from flask.testing import FlaskClient

from public_site.themes import MOST_BODIES
from register.wiring import Wiring
from tests.factories import FixedClock, organisation, published
from tests.public_site.pages import links, page
from tests.public_site.world import World

HEADING = re.compile(r'<h2[^>]* id="h-results">([\d.]+) ')
#: A number in a link to a search: in large, beside a bar, or in a line of text.
NUMBERS = (
    re.compile(r'reg-figures__n"><a[^>]* href="([^"]+)">([\d.]+)</a>'),
    re.compile(r'<li><a href="([^"]+)">[^<]*</a><span class="reg-bars__n">([\d.]+)</span>'),
    re.compile(r'<a href="(/nl/zoeken\?[^"]+)">([\d.]+) (?:registratie|met )'),
)


def numbers(html: str) -> list[tuple[str, int]]:
    """Return every number of a page with the address behind it."""
    return [(href.replace("&amp;", "&"), int(n.replace(".", ""))) for pattern in NUMBERS for href, n in pattern.findall(html)]


def found(client: FlaskClient, address: str) -> int:
    """Return how many registrations the page behind a number lists."""
    heading = HEADING.search(page(client, address))
    return int(heading[1].replace(".", "")) if heading else 0


class TestNumbers:
    @pytest.mark.parametrize(
        ("path", "least"),
        [
            ("/nl/themas", 2),
            ("/nl/themas/public-order-and-safety", 8),
            ("/nl/organisaties/{body}", 8),
            ("/nl/producten/{product}", 3),
            ("/nl/organisaties/{body}?asOf=2026-11-20", 4),
        ],
    )
    def test_lead_to_as_many_registrations(self, client: FlaskClient, world: World, clock: FixedClock, path: str, least: int) -> None:
        clock.move(days=1)
        told = numbers(page(client, path.format(body=world.body, product=world.product)))

        assert len(told) >= least
        assert [(href, n) for href, n in told if found(client, href) != n] == []


class TestThemes:
    def test_are_sixteen_and_lead_to_their_pages(self, client: FlaskClient, world: World) -> None:
        paths = {href for href in links(page(client, "/nl/themas")) if href.startswith("/nl/themas/")}

        assert len(paths) == 16
        assert {client.get(path).status_code for path in paths} == {200}

    def test_keep_the_day(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        clock.move(days=1)
        html = page(client, "/nl/themas?asOf=2026-11-20")

        assert "/nl/themas/law?asOf=2026-11-20" in html

    @pytest.mark.parametrize("name", ["public_order_and_safety", "nothing", "LAW"])
    def test_are_only_those(self, client: FlaskClient, name: str) -> None:
        assert client.get(f"/nl/themas/{name}").status_code == 404


class TestBodies:
    def test_of_a_theme_go_by_name(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            for n in range(MOST_BODIES + 2):
                body = organisation(session, f"Gemeente {n:02}")
                for _n in range(n % 3 + 1):
                    published(session, body, wiring.search, themes=["housing"])

        html = page(client, "/nl/themas/housing")
        panel = html[html.index('id="h-bodies"') :]

        assert re.findall(r">(Gemeente \d\d)</a>", panel) == [f"Gemeente {n:02}" for n in range(MOST_BODIES)]
        assert panel.startswith('id="h-bodies">Organisaties met registraties</h2>')
        assert 'href="/nl/zoeken/filters/organisation?theme=housing">en nog 2 organisaties</a>' in panel


class TestChanges:
    def test_are_narrowed_down_and_widened_again(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/wijzigingen?kind=withdrawn&kind=published&organisation={world.other}&month=2026-11")
        withdrawn = page(client, "/nl/wijzigingen?kind=withdrawn")

        assert world.withdrawn in withdrawn
        assert world.full not in withdrawn
        assert html.count('class="reg-rows__name"') >= 1
        assert f"/nl/wijzigingen?kind=withdrawn&amp;kind=published&amp;organisation={world.other}" in html
        assert "/nl/wijzigingen?kind=withdrawn&amp;kind=published&amp;month=2026-11" in html

    def test_say_when_there_is_nothing(self, client: FlaskClient, world: World) -> None:
        assert "Zoiets gebeurde er niet." in page(client, f"/nl/wijzigingen?organisation={world.lonely}&kind=withdrawn")

    @pytest.mark.parametrize("query", ["kind=exploded", "month=2026-13", "organisation=1", "before=x"])
    def test_refuse_what_cannot_be(self, client: FlaskClient, query: str) -> None:
        assert client.get(f"/nl/wijzigingen?{query}").status_code == 400
