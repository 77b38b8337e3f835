"""Where a filter has more values than a page lists, all of them are a page away, found by name."""

import re

import pytest
from flask.testing import FlaskClient

from public_site import facets
from register.wiring import Wiring
from tests.factories import organisation, published
from tests.public_site.pages import page

ROW = re.compile(r'<li><a href="([^"]+)">(?:<b>)?([^<]+)')


@pytest.fixture
def many(wiring: Wiring) -> None:
    """Let more bodies register than are listed, the last of them twice."""
    with wiring.database.transaction() as session:
        for n in range(facets.MOST_LISTED + 3):
            body = organisation(session, f"Gemeente Nummer {n:02}")
            published(session, body, wiring.search)
            if n == facets.MOST_LISTED + 2:
                published(session, body, wiring.search)


def rows(html: str) -> list[tuple[str, str]]:
    main = html[html.index('id="h-values"') :]
    return [(text.strip(), href.replace("&amp;", "&")) for href, text in ROW.findall(main[: main.index("</ul>")])]


@pytest.mark.usefixtures("many")
class TestFacetValues:
    def test_are_led_to_from_the_search_with_all_that_was_asked(self, client: FlaskClient) -> None:
        html = page(client, "/nl/zoeken?kind=algorithm")

        assert "/nl/zoeken/filters/organisation?kind=algorithm" in html

    def test_are_all_there_by_name_and_lead_to_the_search(self, client: FlaskClient) -> None:
        found = rows(page(client, "/nl/zoeken/filters/organisation?kind=algorithm"))

        assert [name for name, _href in found] == [f"Gemeente Nummer {n:02}" for n in range(facets.MOST_LISTED + 3)]
        assert "2 registraties gevonden" in page(client, found[-1][1])

    def test_are_found_by_a_part_of_the_name(self, client: FlaskClient) -> None:
        assert [name for name, _href in rows(page(client, "/nl/zoeken/filters/organisation?find=nummer+07"))] == ["Gemeente Nummer 07"]
        assert "Niets met deze naam." in page(client, "/nl/zoeken/filters/organisation?find=elders")

    def test_of_products_go_by_name_too(self, client: FlaskClient) -> None:
        html = page(client, "/nl/zoeken/filters/supplier?order=name")

        assert "Meeste registraties eerst" not in page(client, "/nl/zoeken/filters/organisation")
        assert html
        page(client, "/nl/zoeken/filters/organisation?page=9", 404)

    def test_that_are_on_can_be_taken_off(self, client: FlaskClient) -> None:
        number = re.search("organisation=(\\d{9})", rows(page(client, "/nl/zoeken/filters/organisation"))[3][1])
        assert number is not None
        first = rows(page(client, f"/nl/zoeken/filters/organisation?organisation={number[1]}"))[0]

        assert first[1] == "/nl/zoeken"

    @pytest.mark.parametrize("name", ["status", "nothing", "month"])
    def test_are_only_of_long_filters(self, client: FlaskClient, name: str) -> None:
        assert client.get(f"/nl/zoeken/filters/{name}").status_code == 404
