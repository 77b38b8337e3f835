"""Feeds say of the same lines what the pages say, and go on page by page."""

import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from register.wiring import Wiring
from tests.factories import organisation, published
from tests.public_site.world import World

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def read(client: FlaskClient, path: str) -> ElementTree.Element:
    response = client.get(path)
    assert response.status_code == 200, path
    assert response.mimetype == "application/atom+xml"
    return ElementTree.fromstring(response.data)  # noqa: S314  # our own answer


def links(element: ElementTree.Element, relation: str) -> list[str]:
    return [str(each.get("href")).split(":8000")[-1] for each in element.findall(f"{ATOM}link") if each.get("rel") == relation]


def sequences(feed: ElementTree.Element) -> list[int]:
    return [int(str(each.findtext(f"{ATOM}id")).rpartition("/")[2]) for each in feed.findall(f"{ATOM}entry")]


class TestChanges:
    @pytest.mark.parametrize(
        ("query", "asked"),
        [
            ("", {}),
            ("kind=withdrawn", {"kind": "withdrawn"}),
            ("kind=product_published", {"kind": "product_published"}),
            ("month=2026-11", {"from": "2026-11-01", "until": "2026-11-30"}),
            ("month=2026-10", {"from": "2026-10-01", "until": "2026-10-31"}),
            ("asOf=2026-11-24", {"until": "2026-11-24"}),
        ],
    )
    def test_are_those_of_the_api(self, client: FlaskClient, world: World, query: str, asked: dict[str, str]) -> None:
        listed = client.get("/api/v1/changes", query_string={"limit": "100", **asked}).get_json()["items"]

        assert sequences(read(client, f"/en/changes.atom?{query}")) == [each["sequence"] for each in reversed(listed)][:50]

    @pytest.mark.parametrize(("path", "what"), [("/nl/wijzigingen.atom", "Ingetrokken"), ("/en/changes.atom", "Withdrawn")])
    def test_say_what_happened_where_and_when(self, client: FlaskClient, world: World, path: str, what: str) -> None:
        (entry, *_) = read(client, f"{path}?kind=withdrawn").findall(f"{ATOM}entry")

        assert str(entry.findtext(f"{ATOM}title")).startswith(f"{what}: ")
        assert [each.get("term") for each in entry.findall(f"{ATOM}category")] == ["withdrawn"]
        assert str(entry.findtext(f"{ATOM}updated")).endswith("Z")
        assert str(entry.findtext(f"{ATOM}summary")).startswith(("Versie", "Version"))

    def test_lead_to_what_changed(self, client: FlaskClient, world: World) -> None:
        """What left for good names nothing, and leads to the log."""
        feed = read(client, "/nl/wijzigingen.atom")

        pages = {page for entry in feed.findall(f"{ATOM}entry") for page in links(entry, "alternate")}

        assert len(pages) > 3
        for page in pages:
            assert client.get(page).status_code in {200, 410}, page

    def test_go_on_page_by_page(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            for place in range(120):
                published(session, body, wiring.search, name={"nl": f"Nummer {place}"})
        found, path = [], "/nl/wijzigingen.atom"

        while path:
            feed = read(client, path)
            assert links(feed, "self") == [path]
            found += sequences(feed)
            path = next(iter(links(feed, "next")), "")

        assert found == sorted(set(found), reverse=True)
        assert len(found) == len(set(found)) > 120

    def test_is_valid_when_there_is_nothing(self, client: FlaskClient) -> None:
        feed = read(client, "/en/changes.atom?kind=withdrawn")

        assert feed.findall(f"{ATOM}entry") == []
        assert feed.findtext(f"{ATOM}updated")
        assert feed.findtext(f"{ATOM}author/{ATOM}name")

    def test_are_offered_with_the_filters_that_are_on(self, client: FlaskClient, world: World) -> None:
        html = client.get("/en/changes?kind=withdrawn").text

        assert re.findall(r'href="(/en/changes\.atom[^"]*)"', html) == ["/en/changes.atom?kind=withdrawn"] * 2

    def test_refuse_what_the_page_refuses(self, client: FlaskClient) -> None:
        for query in ("before=x", "month=2026-13", "kind=x"):
            assert client.get(f"/nl/wijzigingen.atom?{query}").status_code == 400

    def test_is_known_again(self, client: FlaskClient, world: World) -> None:
        tag = client.get("/nl/wijzigingen.atom").headers["ETag"]

        assert client.get("/nl/wijzigingen.atom", headers={"If-None-Match": tag}).status_code == 304
