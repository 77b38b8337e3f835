"""The AI Act to try out: from the first question to an outcome without a script, and nothing is kept."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from register.translations import Language
from tests.public_site.pages import links, page, words
from tests.public_site.world import World

START = {"nl": "/nl/probeer-zelf/vragen", "en": "/en/try-it/questions"}
OUTCOME = {"nl": "/nl/probeer-zelf/uitkomst", "en": "/en/try-it/outcome"}
INPUT = re.compile(r'<input type="(\w+)"(?: id="[^"]*")? name="([^"]+)" value="([^"]*)"')
#: What somebody chooses who helps to decide on benefits with a model of their own.
CHOSEN = {
    "containsAlgorithm": "true",
    "aiSystem": "yes",
    "gpaiKind": "none",
    "supplyRelation": "develop_and_use_self",
    "usesUnderOwnAuthority": "true",
    "bodyKind": "public_authority",
    "lifecycle": "in_use",
    "annexI.section": "none",
    "annexIiiPoints": "5a",
    "performsProfiling": "true",
    "decisionRole": "advises",
}
NONE = ("art2Exclusions", "art5Practices", "art50Triggers", "art25Changes")


def answered(html: str, chosen: dict[str, str]) -> str:
    """Answer the question on a page as a browser would, and return the address that this leads to."""
    asked = re.search(r'name="asked" value="([^"]+)"', html)
    assert asked is not None
    kept = [(name, unescape(value)) for kind, name, value in INPUT.findall(html) if kind == "hidden"]
    answer = chosen.get(asked[1], "none" if asked[1] in NONE else "unknown")
    return "&".join(f"{name}={value}" for name, value in [*kept, (asked[1], answer)])


class TestWalk:
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_comes_to_an_outcome_question_by_question(self, client: FlaskClient, language: Language) -> None:
        address, asked = START[language], 0

        while (response := client.get(address)).status_code != 303 or "asked=" in address:
            if response.status_code == 303:
                address = response.headers["Location"]
                continue
            asked += 1
            assert asked < 40
            address = f"{START[language]}?{answered(response.text, CHOSEN)}"
        outcome = words(page(client, response.headers["Location"]))

        assert 15 < asked < 35
        assert {"nl": "Hoog risico", "en": "High-risk"}[language] in outcome
        assert {"nl": "Indicatie, geen juridisch advies.", "en": "Indication, not legal advice."}[language] in outcome
        assert {"nl": "Wat de wet vraagt vanaf 2 december 2027", "en": "What the law will ask from 2 December 2027"}[language] in outcome

    def test_asks_again_without_an_answer_and_loses_nothing(self, client: FlaskClient) -> None:
        response = client.get(START["nl"] + "?aiSystem=yes&performsProfiling=true&asked=gpaiKind")

        assert response.status_code == 400
        assert "Kies een antwoord." in words(response.text)
        assert '<input type="hidden" name="performsProfiling" value="true">' in response.text

    def test_says_which_choices_do_not_go_together(self, client: FlaskClient) -> None:
        response = client.get(START["en"] + "?aiSystem=yes&annexIiiPoints=5a&annexIiiPoints=none&asked=annexIiiPoints")

        assert response.status_code == 400
        assert "‘None’ does not go with another choice." in words(response.text)

    def test_goes_back_without_loss(self, client: FlaskClient) -> None:
        html = page(client, START["nl"] + "?containsAlgorithm=true&aiSystem=yes&gpaiKind=none&ask=gpaiKind")

        back = next(href for href in links(html) if "ask=aiSystem" in href)
        assert "gpaiKind=none" in back
        assert 'value="yes" checked' in page(client, back)

    @pytest.mark.parametrize(
        "query",
        ["?aiSystem=perhaps&colour=red", "?ask=nothing", "?asked=nothing", "?annexIiiPoints=" + "9" * 500, "?art5Exceptions.z=consent"],
    )
    def test_takes_nonsense_for_no_answer(self, client: FlaskClient, query: str) -> None:
        assert client.get(START["nl"] + query).status_code == 200
        assert client.get(OUTCOME["nl"] + query).status_code == 200

    def test_is_kept_nowhere(self, client: FlaskClient) -> None:
        for address in (START["nl"], OUTCOME["nl"] + "?aiSystem=yes"):
            response = client.get(address)

            assert response.headers["Cache-Control"] == "no-store"
            assert response.headers["Referrer-Policy"] == "no-referrer"
            assert "Set-Cookie" not in response.headers
            assert '<meta name="robots" content="noindex">' in response.text


class TestRegistration:
    def test_can_be_calculated_by_anyone(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")
        (again,) = {href for href in links(html) if "/probeer-zelf/uitkomst?" in href}

        assert "Openheid nodig" in words(html)
        assert "Uitkomst: Openheid nodig" in page(client, again)
        assert "lifecycle=in_use" in again

    def test_says_what_the_act_asks_and_where_that_is_told(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/en/registrations/{world.full}"))

        assert "What the law asks now" in text
        assert "See to it that staff know enough of AI" in text

    def test_of_another_register_is_not_classified(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.mirrored}")

        assert "h-risk" not in html
        assert "probeer-zelf/uitkomst" not in html

    def test_is_found_by_its_category(self, client: FlaskClient, world: World) -> None:
        found = words(page(client, "/nl/zoeken?category=transparency&role=deployer"))
        other = words(page(client, "/nl/zoeken?category=prohibited"))

        assert "Brieven herschrijven" in found
        assert "Niets gevonden met deze filters" in other
