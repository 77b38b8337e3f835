"""What search engines and other programs read: the map, the description of the search, and what pages say of themselves."""

import re
from typing import Any
from xml.etree import ElementTree

import orjson
import pytest
from flask.testing import FlaskClient

from public_site import sitemaps
from register.rendering import linked_data
from tests.public_site.pages import page
from tests.public_site.world import World

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def tree(client: FlaskClient, address: str) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(address.rsplit("127.0.0.1:8000", maxsplit=1)[-1]).data)  # noqa: S314  # our own answer


def mapped(client: FlaskClient) -> list[ElementTree.Element]:
    """Return every entry of every part of the map."""
    parts = [str(each.text) for each in tree(client, "/sitemap.xml").iter(f"{MAP}loc")]
    return [entry for part in parts for entry in tree(client, part).iter(f"{MAP}url")]


def told(html: str) -> list[dict[str, Any]]:
    return [orjson.loads(found) for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


class TestSitemap:
    def test_leads_to_every_page_in_both_languages(self, client: FlaskClient, world: World) -> None:
        addresses = [str(entry.findtext(f"{MAP}loc")).split("127.0.0.1:8000")[-1] for entry in mapped(client)]

        assert f"/nl/registraties/{world.full}" in addresses
        assert f"/en/organisations/{world.body}" in addresses
        assert f"/nl/producten/{world.product}" in addresses
        assert len(addresses) == len(set(addresses))
        assert {client.get(address).status_code for address in addresses} == {200}

    def test_leads_to_the_pages_that_explain(self, client: FlaskClient, world: World) -> None:
        addresses = {str(entry.findtext(f"{MAP}loc")).split("127.0.0.1:8000")[-1] for entry in mapped(client)}

        assert {"/nl/woordenlijst", "/en/glossary", "/nl/over", "/nl/privacy", "/nl/toegankelijkheid", "/nl/api"} <= addresses

    def test_names_the_other_language(self, client: FlaskClient, world: World) -> None:
        for entry in mapped(client):
            others = {link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")}
            assert set(others) == {"nl", "en"}
            assert entry.findtext(f"{MAP}loc") in others.values()

    def test_leaves_out_what_is_not_for_search_engines(self, client: FlaskClient, world: World) -> None:
        text = "".join(client.get(address).text for address in ("/sitemap-1.xml", "/sitemap-2.xml"))

        for number in (world.mirrored, world.withdrawn, world.emptied, world.draft, world.restricted):
            assert number not in text

    def test_is_cut_in_parts(self, client: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = {entry.findtext(f"{MAP}loc") for entry in mapped(client)}
        monkeypatch.setattr(sitemaps, "PAGES_A_PART", 3)
        monkeypatch.setattr("register.web.caching.build_id", lambda: "another")

        assert {entry.findtext(f"{MAP}loc") for entry in mapped(client)} == whole
        assert len(list(tree(client, "/sitemap.xml").iter(f"{MAP}loc"))) > 3

    def test_has_no_other_parts(self, client: FlaskClient, world: World) -> None:
        assert client.get("/sitemap-99.xml").status_code == client.get("/sitemap-0.xml").status_code == 404

    def test_is_named_to_robots(self, client: FlaskClient) -> None:
        assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in client.get("/robots.txt").text


class TestOpenSearch:
    def test_is_named_by_every_page_and_leads_to_the_search(self, client: FlaskClient, world: World) -> None:
        for language, path in (("nl", "/nl/zoeken"), ("en", "/en/search")):
            (address,) = re.findall(r'opensearchdescription\+xml"[^>]*href="([^"]+)"', page(client, f"/{language}"))
            described = tree(client, address)
            urls = {url.get("type"): str(url.get("template")) for url in described.iter(f"{OPEN_SEARCH}Url")}

            assert urls["text/html"].endswith(f"{path}?q={{searchTerms}}")
            assert len(str(described.findtext(f"{OPEN_SEARCH}ShortName"))) <= 16
            assert client.get(urls["application/atom+xml"].split(":8000")[1].replace("{searchTerms}", "brieven")).status_code == 200


class TestLinkedData:
    def test_describes_a_registration(self, client: FlaskClient, world: World) -> None:
        whole, found = told(page(client, f"/en/registrations/{world.full}"))

        assert (whole["@type"], whole["inLanguage"]) == ("WebPage", "en")
        assert whole["name"].startswith("Rewriting letters <b>")

        assert (found["@type"], found["identifier"]) == ("Dataset", world.full)
        assert found["creator"]["name"] == "Municipality of Waterlede"
        assert {client.get(each["contentUrl"].split(":8000")[1]).status_code for each in found["distribution"]} == {200}

    def test_describes_a_body(self, client: FlaskClient, world: World) -> None:
        _whole, found = told(page(client, f"/nl/organisaties/{world.body}"))

        assert (found["@type"], found["name"]) == ("GovernmentOrganization", "Gemeente Waterlede")

    def test_leaves_a_mirrored_one_to_its_source(self, client: FlaskClient, world: World) -> None:
        assert [each["@type"] for each in told(page(client, f"/nl/registraties/{world.mirrored}"))] == ["WebPage"]

    def test_describes_the_site_and_how_to_search_it(self, client: FlaskClient, world: World) -> None:
        _whole, found = told(page(client, "/nl"))

        search = found["potentialAction"]["target"]["urlTemplate"].split(":8000")[1]
        assert client.get(search.replace("{search_term_string}", "brieven")).status_code == 200
        assert client.get(found["sameAs"].split(":8000")[1]).status_code == 200

    @pytest.mark.parametrize("address", ["/nl", "/nl/registraties/{full}", "/nl/producten/{product}", "/nl/organisaties/{body}"])
    def test_gives_each_thing_a_name_of_its_own(self, client: FlaskClient, world: World, address: str) -> None:
        found = told(page(client, address.format(full=world.full, product=world.product, body=world.body)))

        names = [each["@id"] for each in found if "@id" in each]
        assert len(names) == len(set(names))
        assert found[0]["isPartOf"]["@id"] == "http://127.0.0.1:8000/nl#site"

    def test_of_the_home_page_names_the_site_that_it_is_a_part_of(self, client: FlaskClient, world: World) -> None:
        whole, site = told(page(client, "/nl"))

        assert whole["isPartOf"]["@id"] == site["@id"] != whole["@id"]

    def test_describes_a_product(self, client: FlaskClient, world: World) -> None:
        _whole, found = told(page(client, f"/nl/producten/{world.product}"))

        assert (found["@type"], found["identifier"], found["softwareVersion"]) == ("SoftwareApplication", world.product, "1")

    def test_says_nothing_where_a_page_is_for_one_person_or_is_none(self, client: FlaskClient) -> None:
        for path in ("/nl/vragen/x", "/nl/e-mail/x", "/nl/bestaat-niet"):
            assert told(client.get(path).text) == []

    def test_cannot_be_broken_out_of(self) -> None:
        written = str(linked_data.script({"name": "</script><script>alert(1)</script>&"}))

        assert written.count("<") == 2
        assert orjson.loads(written.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))["name"].endswith("&")


class TestOpenGraph:
    def test_is_the_title_and_the_summary(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.dutch}")

        assert '<meta property="og:title" content="Dossiers tellen">' in html
        assert 'property="og:locale" content="nl_NL"' in html
        assert f'<meta property="og:url" content="http://127.0.0.1:8000/nl/registraties/{world.dutch}">' in html
        assert "og:image" not in html

    def test_has_the_address_without_what_does_not_matter(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=brieven&theme=law&asOf=2026-11-19&sort=name&utm_source=x")

        assert '<meta property="og:url" content="http://127.0.0.1:8000/nl/zoeken?q=brieven&amp;theme=law">' in html

    def test_is_not_there_where_the_address_is_a_secret(self, client: FlaskClient) -> None:
        assert "og:url" not in client.get("/nl/vragen/x").text


class TestFeed:
    def test_is_well_formed_whatever_was_typed(self, client: FlaskClient, world: World) -> None:
        feed = tree(client, "/nl/zoeken.atom?q=%00%01brieven%1b%EF%BF%BE")

        assert next(str(title.text) for title in feed.iter("{http://www.w3.org/2005/Atom}title")).endswith(": brieven")

    def test_refuses_a_supplier_that_cannot_be(self, client: FlaskClient, world: World) -> None:
        assert client.get("/nl/zoeken.atom?supplier=%01").status_code == 400
