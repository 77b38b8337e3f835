"""The four principles on the public site: questions with the body's own answer, never a verdict of ours."""

import orjson
from flask.testing import FlaskClient

from register.domain.principles.criteria import CRITERIA
from tests.public_site.pages import page, words
from tests.public_site.world import World


class TestTiles:
    def test_ask_and_say_how_far_it_is(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")

        assert html.count('class="reg-tile"') == 4
        text = words(html)
        for question in ("Is het veilig?", "Is het eerlijk?", "Houden mensen de leiding?", "Is het zijn prijs waard?"):
            assert question in text
        assert text.count("Gesteld, bewijs ontbreekt") >= 4
        assert "3 van 9 punten in orde" in text or "3 van 8 punten in orde" in text
        assert "Het register oordeelt er niet over." in text

    def test_are_not_there_for_what_another_register_holds(self, client: FlaskClient, world: World) -> None:
        assert "reg-tile" not in page(client, f"/nl/registraties/{world.mirrored}")

    def test_say_what_is_not_assessed(self, client: FlaskClient, world: World) -> None:
        assert "Not assessed" in words(page(client, f"/en/registrations/{world.dutch}"))


class TestAnswers:
    def test_are_found_by_outcome(self, client: FlaskClient, world: World) -> None:
        assert "Brieven herschrijven" in words(page(client, "/nl/zoeken?safe=claimed"))
        assert "Niets gevonden met deze filters" in words(page(client, "/nl/zoeken?safe=substantiated"))

    def test_are_frozen_with_the_version(self, client: FlaskClient, world: World) -> None:
        told = orjson.loads(client.get(f"/api/v1/registrations/{world.full}").data)["document"]["principles"]

        assert told["version"] == "2026.1"
        assert told["outcomes"]["safe"] == {
            "outcome": "claimed", "met": 3, "applicable": 8, "answered": 3, "notMet": 0, "withoutEvidence": 3,
        }  # fmt: skip


class TestApi:
    def test_tells_the_criteria(self, client: FlaskClient) -> None:
        told = client.get("/api/v1/principles").get_json()

        assert [each["field"] for each in told["items"]] == [each.key for each in CRITERIA]
        assert all(each["question"]["nl"].endswith("?") and each["question"]["en"].endswith("?") for each in told["items"])
        assert all(each["label"]["nl"] and each["show"]["nl"].endswith("?") and each["evidence"]["en"] for each in told["items"])
