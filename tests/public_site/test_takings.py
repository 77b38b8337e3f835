"""A selection is taken along as the page lists it, in each form."""

import csv
import io
from xml.etree import ElementTree

import orjson
import pytest
from flask.testing import FlaskClient

from register.rendering.tables import safe
from register.wiring import Wiring
from tests.factories import FixedClock, organisation, published
from tests.public_site.pages import page
from tests.public_site.world import UNKNOWN, World

ATOM = "{http://www.w3.org/2005/Atom}"
QUERIES = ("", "?q=brieven", "?kind=algorithm&sort=name", "?mirrored=true", "?q=xyzzy", "?overdue=true", "?asOf=2026-11-24")


def as_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def entries(content: bytes) -> list[ElementTree.Element]:
    return ElementTree.fromstring(content).findall(f"{ATOM}entry")  # noqa: S314  # our own answer


class TestEveryForm:
    @pytest.mark.parametrize("query", QUERIES)
    def test_holds_what_the_api_lists(self, client: FlaskClient, world: World, query: str) -> None:
        listed = [each["number"] for each in client.get(f"/api/v1/registrations{query}").get_json()["items"]]

        as_json = client.get(f"/en/search.json{query}").get_json()
        rows = as_csv(client.get(f"/en/search.csv{query}").text)

        assert [each["number"] for each in as_json["registrations"]] == [each["number"] for each in rows]
        assert sorted(each["number"] for each in rows) == sorted(listed)
        assert as_json["total"] == len(listed)
        assert len(entries(client.get(f"/en/search.atom{query}").data)) == len(listed)

    @pytest.mark.parametrize("ending", ["json", "csv", "atom"])
    def test_never_tells_of_what_is_not_public(self, client: FlaskClient, world: World, ending: str) -> None:
        for path in (f"/nl/zoeken.{ending}", f"/nl/zoeken.{ending}?asOf=2026-11-25"):
            text = client.get(path).text
            assert all(number not in text for number in (world.draft, world.restricted))
        answers = [client.get(f"/nl/zoeken.{ending}?q={number}").text.replace(number, "N") for number in (UNKNOWN, world.restricted)]
        assert answers[0] == answers[1]

    @pytest.mark.parametrize("ending", ["json", "csv", "atom"])
    def test_refuses_what_the_page_refuses(self, client: FlaskClient, ending: str) -> None:
        assert client.get(f"/nl/zoeken.{ending}?status=x").status_code == 400
        assert client.get(f"/nl/zoeken.{ending}?asOf=2999-01-01").status_code == 400

    @pytest.mark.parametrize("ending", ["json", "csv", "atom"])
    def test_is_known_again(self, client: FlaskClient, world: World, ending: str) -> None:
        tag = client.get(f"/nl/zoeken.{ending}").headers["ETag"]

        assert client.get(f"/nl/zoeken.{ending}", headers={"If-None-Match": tag}).status_code == 304

    def test_is_offered_by_the_page(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=brieven&kind=generative_ai")

        for ending in ("csv", "json", "atom"):
            assert f'href="/nl/zoeken.{ending}?q=brieven&amp;kind=generative_ai"' in html


class TestJson:
    def test_holds_each_document_as_it_was_published(self, client: FlaskClient, world: World) -> None:
        answer = client.get("/nl/zoeken.json?q=brieven")
        (taken,) = answer.get_json()["registrations"]

        assert taken["document"] == orjson.loads(client.get(f"/nl/registraties/{world.full}.json").data)
        assert taken["address"].endswith(f"/nl/registraties/{world.full}")
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="register-20')


class TestCsv:
    def test_names_the_body_and_its_identifier(self, client: FlaskClient, world: World) -> None:
        (row,) = as_csv(client.get("/en/search.csv?q=brieven").text)

        assert row["organisation.name"] == "Municipality of Waterlede"
        assert row["organisation.tooi"] == "https://identifier.overheid.nl/tooi/id/gemeente/gm9999"
        assert (row["number"], row["version"], row["kind"]) == (world.full, "3", "generative_ai")
        assert row["address"].endswith(f"/en/registrations/{world.full}")

    def test_tells_what_is_withheld_or_not_known_from_what_was_left_blank(self, client: FlaskClient, world: World) -> None:
        (row,) = as_csv(client.get("/en/search.csv?q=brieven").text)

        assert (row["evaluation"], row["gaps"]) == ("", "/evaluation: asked_supplier")
        assert (row["methods"], row["withheld"]) == ("", "/methods: woo_5_1_2_d")

    def test_has_no_cell_that_becomes_a_formula(self, client: FlaskClient, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            published(session, organisation(session), wiring.search, name={"nl": '=HYPERLINK("https://x.example")'}, tags=["+1", "@som"])

        (row,) = as_csv(client.get("/nl/zoeken.csv").text)

        assert row["name"] == '\'=HYPERLINK("https://x.example")'
        assert row["tags"] == "'+1; @som"

    @pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
    def test_disarms(self, cell: str) -> None:
        assert safe(cell) == f"'{cell}"
        assert safe(f"a{cell}") == f"a{cell}"


class TestFeed:
    def test_goes_on_page_by_page(self, client: FlaskClient, wiring: Wiring, clock: FixedClock) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            numbers = [published(session, body, wiring.search, name={"nl": f"Nummer {place}"}).entry.number for place in range(60)]

        first = client.get("/nl/zoeken.atom").data
        (onward,) = [link.get("href") for link in ElementTree.fromstring(first).findall(f"{ATOM}link") if link.get("rel") == "next"]  # noqa: S314
        second = client.get(str(onward).split("8000")[-1]).data
        found = [str(each.findtext(f"{ATOM}id")).split("/")[-3] for content in (first, second) for each in entries(content)]

        assert found == numbers[::-1]

    def test_has_permanent_ids_and_days(self, client: FlaskClient, world: World) -> None:
        (entry,) = entries(client.get("/en/search.atom?q=brieven").data)

        assert str(entry.findtext(f"{ATOM}id")).endswith(f",2026:registrations/{world.full}/versions/3")
        assert str(entry.findtext(f"{ATOM}updated")).endswith("Z")
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Gemeente Waterlede"
