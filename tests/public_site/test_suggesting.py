"""Suggestions lead where they say, in the language of the page, and never to what is not public."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.public_site.world import World


def suggested(client: FlaskClient, typed: str, address: str = "/nl/zoeken/suggesties") -> list[dict[str, str]]:
    found: list[dict[str, str]] = client.get(address, query_string={"q": typed}).get_json()
    return found


def pairs(found: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(each["text"], each["sort"]) for each in found]


class TestSuggestions:
    def test_are_of_all_sorts(self, client: FlaskClient, world: World) -> None:
        assert ("Openbare orde en veiligheid", "Thema") in pairs(suggested(client, "openb"))
        assert ("Gemeente Waterlede", "Organisatie") in pairs(suggested(client, "waterl"))
        product = client.get(f"/api/v1/products/{world.product}").get_json()["name"]["nl"]
        assert (product, "Product") in pairs(suggested(client, product[:4]))
        assert ("Dossiers tellen", "Gemeente Waterlede") in pairs(suggested(client, "doss"))

    def test_lead_where_they_say(self, client: FlaskClient, world: World) -> None:
        for typed in ("brie", "gemeente", "openb", "GW"):
            found = suggested(client, typed)
            assert found
            for each in found:
                assert each["text"].split()[0] in client.get(each["href"]).text.replace("\u00ad", "")

    def test_know_abbreviations_and_slips_of_the_finger(self, client: FlaskClient, world: World) -> None:
        assert ("Gemeente Waterlede", "Organisatie") in pairs(suggested(client, "gw"))
        assert ("Dossiers tellen", "Gemeente Waterlede") in pairs(suggested(client, "dosiers"))

    def test_speak_english(self, client: FlaskClient, world: World) -> None:
        assert ("Public order and safety", "Theme") in pairs(suggested(client, "public ord", "/en/search/suggestions"))

    @pytest.mark.parametrize("typed", ["", "a", "   ", "zzzzqqq", "\x00", "!!", "a" * 201, "%"])
    def test_of_nothing_are_none(self, client: FlaskClient, world: World, typed: str) -> None:
        assert suggested(client, typed) == []

    def test_never_name_what_is_not_public(self, client: FlaskClient, world: World) -> None:
        told = [
            text
            for typed in ("een geheim", "geheim", "concept", world.draft[:6], world.restricted)
            for text, _ in pairs(suggested(client, typed))
        ]

        assert not any("geheim concept" in text for text in told)
        assert suggested(client, world.restricted) == []

    def test_are_few_and_kept_by_caches(self, client: FlaskClient, world: World) -> None:
        answer: Any = client.get("/nl/zoeken/suggesties?q=ge")

        assert len(answer.get_json()) <= 8
        assert answer.headers["Cache-Control"].startswith("public")
        assert client.get("/nl/zoeken/suggesties?q=ge", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
