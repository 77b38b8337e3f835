"""Addresses: the way to one's own language, short ones, the small files, and what is no page."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.factories import FixedClock
from tests.public_site.pages import page
from tests.public_site.world import World


class TestOwnLanguage:
    @pytest.mark.parametrize(
        ("accepted", "location"), [("nl", "/nl"), ("en-GB,en;q=0.9", "/en"), ("fr", "/nl"), ("", "/nl"), ("en;q=0.2,nl;q=0.9", "/nl")]
    )
    def test_is_that_of_the_browser(self, client: FlaskClient, accepted: str, location: str) -> None:
        response = client.get("/", headers={"Accept-Language": accepted})

        assert (response.status_code, response.headers["Location"]) == (302, location)
        assert response.headers["Vary"] == "Accept-Language"

    def test_holds_for_short_addresses(self, client: FlaskClient, world: World) -> None:
        response = client.get(f"/r/{world.full}", headers={"Accept-Language": "en"})

        assert response.headers["Location"] == f"/en/registrations/{world.full}"
        assert response.headers["Vary"] == "Accept-Language"

    @pytest.mark.parametrize("path", ["/nl/", "/en/"])
    def test_goes_without_a_slash_at_the_end(self, client: FlaskClient, path: str) -> None:
        response = client.get(path)

        assert (response.status_code, response.headers["Location"]) == (308, path.rstrip("/"))


class TestNoPage:
    @pytest.mark.parametrize(
        "path",
        [
            "/nl/nergens",
            "/nl/registraties/123",
            "/nl/registraties/1234567890",
            "/nl/registraties/023456789",
            "/nl/registraties/12345678x",
            "/nl/registraties/%D9%A1%D9%A2%D9%A3456789",
            "/nl/registrations/123456789",
            "/en/registraties/123456789",
            "/nl//zoeken",
            "/r/1",
            "/fr",
        ],
    )
    def test_is_said_in_the_language_of_the_address(self, client: FlaskClient, path: str) -> None:
        html = page(client, path, 404)

        assert ("There is no such page" in html) is path.startswith("/en")

    def test_offers_a_way_on(self, client: FlaskClient) -> None:
        html = page(client, "/nl/nergens", 404)

        assert 'action="/nl/zoeken"' in html
        assert "noindex" in html


class TestFiles:
    def test_keep_robots_from_what_is_endless_or_not_public(self, client: FlaskClient) -> None:
        robots = client.get("/robots.txt")

        assert robots.mimetype == "text/plain"
        assert "Disallow: /backoffice\n" in robots.text
        assert "Disallow: /*?\n" in robots.text

    def test_say_where_to_report_a_weakness(self, client: FlaskClient, clock: FixedClock) -> None:
        lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())

        assert lines["Contact"] == "mailto:register@register.example"
        expires = date.fromisoformat(lines["Expires"][:10])
        assert 0 < (expires - clock.now().date()).days < 366
        assert lines["Canonical"] == "http://127.0.0.1:8000/.well-known/security.txt"

    def test_give_browsers_the_sign(self, client: FlaskClient) -> None:
        location = client.get("/favicon.ico").headers["Location"]

        with client.get(location) as sign:
            assert sign.mimetype == "image/svg+xml"


class TestTexts:
    @pytest.mark.parametrize("path", ["over", "toegankelijkheid", "privacy", "api"])
    def test_say_whom_to_write_to(self, client: FlaskClient, path: str) -> None:
        assert "mailto:register@register.example" in page(client, f"/nl/{path}")

    def test_explain_every_step_of_the_scale(self, client: FlaskClient) -> None:
        html = page(client, "/en/about")

        for word in ("No role", "Gives information", "Helps", "Gives advice", "Chooses who is checked", "Decides by itself"):
            assert f"<dt>{word}</dt>" in html
