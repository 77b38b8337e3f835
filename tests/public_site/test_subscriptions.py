"""Somebody follows a search by mail: after a letter, until one click."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from register.app import create_app
from register.models import Mail, Subscription
from register.rendering.mail_links import QUESTION_PATH, SEARCH_PATH, SUBSCRIPTION_PATH
from register.wiring import Wiring
from tests.factories.world import FixedClock


def sent(client: FlaskClient, clock: FixedClock, query: str = "", **changes: str) -> TestResponse:
    proof = re.search(r'name="form" value="([^"]+)"', client.get(f"/nl/volgen{query}").text)
    assert proof is not None
    clock.move(seconds=20)
    return client.post(f"/nl/volgen{query}", data={"form": proof.group(1), "email": "burger@post.example", "frequency": "daily"} | changes)


def kept(wiring: Wiring) -> list[Subscription]:
    with wiring.database.reading() as session:
        return list(session.scalars(select(Subscription)))


def link(wiring: Wiring) -> str:
    with wiring.database.reading() as session:
        body = session.scalars(select(Mail.body).order_by(Mail.id.desc())).first() or ""
    found = re.search(r"http://127\.0\.0\.1:8000(/nl/e-mail/\S+)", body)
    assert found is not None
    return urlsplit(found.group(1)).path


class TestSubscribe:
    def test_keeps_the_search_as_it_stands_in_the_address(self, client: FlaskClient, clock: FixedClock, wiring: Wiring) -> None:
        answer = sent(client, clock, "?q=brief&status=in_use&sort=name&utm_source=x")

        assert answer.headers["Location"] == "/nl/volgen/verzonden"
        assert [each.selection for each in kept(wiring)] == ["q=brief&status=in_use"]

    def test_is_offered_where_a_search_is_taken_along(self, client: FlaskClient) -> None:
        assert (
            "/nl/volgen?status=in_use" in client.get("/nl/zoeken?status=in_use").text or "Niets gevonden" in client.get("/nl/zoeken").text
        )

    @pytest.mark.parametrize("changes", [{"email": "nee"}, {"form": "x"}])
    def test_asks_again_and_keeps_what_was_typed(
        self, client: FlaskClient, clock: FixedClock, wiring: Wiring, changes: dict[str, str]
    ) -> None:
        answer = sent(client, clock, **changes)

        assert answer.status_code == 400
        assert changes.get("email", "burger@post.example") in answer.text
        assert kept(wiring) == []

    def test_lets_a_robot_think_that_it_worked(self, client: FlaskClient, clock: FixedClock, wiring: Wiring) -> None:
        assert sent(client, clock, website="x").status_code == 303
        assert kept(wiring) == []

    def test_stops_who_asks_too_often_and_keeps_what_was_typed(self, wiring: Wiring, clock: FixedClock) -> None:
        strict = create_app(replace(wiring, settings=replace(wiring.settings, rate_limit_asking="2/hour"))).test_client()

        answers = [sent(strict, clock, email=email) for email in ("nee", "a@post.example", "b@post.example")]

        assert [each.status_code for each in answers] == [400, 303, 429]
        assert int(answers[-1].headers["Retry-After"]) > 3500
        assert "minuten weer." in answers[-1].text
        assert "b@post.example" in answers[-1].text
        assert [each.email for each in kept(wiring)] == ["a@post.example"]

    def test_follows_no_day_of_the_past(self, client: FlaskClient) -> None:
        assert client.get("/nl/volgen?asOf=2026-11-01").status_code == 404


class TestSubscription:
    def test_begins_by_the_button_and_not_by_opening(self, client: FlaskClient, clock: FixedClock, wiring: Wiring) -> None:
        sent(client, clock)

        assert "Ja, stuur mij e-mail" in client.get(link(wiring)).text
        assert kept(wiring)[0].confirmed_at is None
        client.post(link(wiring), data={"do": "confirm"})
        assert kept(wiring)[0].confirmed_at is not None
        assert "Stop, en verwijder mijn e-mailadres" in client.get(link(wiring)).text

    def test_stops_with_one_click_of_a_mail_program(self, client: FlaskClient, clock: FixedClock, wiring: Wiring) -> None:
        sent(client, clock)
        address = link(wiring)
        client.post(address, data={"do": "confirm"})

        answer = client.post(address, data={"List-Unsubscribe": "One-Click"})

        assert answer.status_code == 200
        assert kept(wiring) == []
        assert client.post(address, data={"List-Unsubscribe": "One-Click"}).status_code == 200
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize("sent_in", [{}, {"do": ""}, {"do": "Stop"}, {"x": "y"}, {"List-Unsubscribe": "one-click"}])
    @pytest.mark.parametrize(
        ("path", "sentence"), [("/nl/e-mail/", "Er is niets veranderd."), ("/en/mail/", "Nothing was changed.")], ids=["nl", "en"]
    )
    def test_does_nothing_that_was_not_asked_and_says_so(
        self, client: FlaskClient, clock: FixedClock, wiring: Wiring, sent_in: dict[str, str], path: str, sentence: str
    ) -> None:
        sent(client, clock)

        answer = client.post(link(wiring).replace("/nl/e-mail/", path), data=sent_in)

        assert answer.status_code == 400
        assert sentence in answer.text
        assert [each.confirmed_at for each in kept(wiring)] == [None]

    def test_knows_nothing_any_more_of_what_was_stopped(self, client: FlaskClient, clock: FixedClock, wiring: Wiring) -> None:
        sent(client, clock)
        client.post(link(wiring), data={"do": "stop"})

        assert [client.post(link(wiring), data=each).status_code for each in ({}, {"do": "confirm"})] == [404, 404]

    def test_is_not_stopped_by_opening_its_page(self, client: FlaskClient, clock: FixedClock, wiring: Wiring) -> None:
        sent(client, clock)
        client.get(link(wiring) + "?List-Unsubscribe=One-Click")
        assert client.head(link(wiring)).status_code == 200
        assert client.head("/nl/volgen").status_code == 200

        assert len(kept(wiring)) == 1

    def test_believes_no_other_link(self, client: FlaskClient) -> None:
        assert client.post("/nl/e-mail/abc", data={"do": "confirm"}).status_code == 404


class TestMailLinks:
    @pytest.mark.parametrize(
        ("paths", "endpoint"), [(QUESTION_PATH, "question"), (SUBSCRIPTION_PATH, "subscription"), (SEARCH_PATH, "search")]
    )
    def test_lead_to_the_pages(self, client: FlaskClient, paths: dict[str, str], endpoint: str) -> None:
        routes = client.application.url_map.bind("")

        for language, path in paths.items():
            found, values = routes.match(path + ("" if endpoint == "search" else "token"))
            assert (found, values["language"]) == (f"public_site.{endpoint}", language)
