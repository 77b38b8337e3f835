"""What caches may keep of the public pages."""

import pytest
from flask.testing import FlaskClient

from register.web.caching import build_id
from register.wiring import Wiring
from tests.factories import FixedClock, organisation, published


@pytest.fixture
def number(wiring: Wiring) -> str:
    with wiring.database.transaction() as session:
        return published(session, organisation(session), wiring.search).entry.number


def tag(client: FlaskClient, address: str) -> str:
    return client.get(address).headers["ETag"]


class TestEtag:
    def test_is_strong_and_kept_for_a_minute(self, client: FlaskClient, number: str) -> None:
        response = client.get(f"/nl/registraties/{number}")

        assert response.get_etag()[1] is False
        assert response.headers["Cache-Control"] == "public, max-age=60, stale-while-revalidate=60"

    def test_tells_language_form_question_and_page_apart(self, client: FlaskClient, number: str) -> None:
        addresses = [
            "/nl",
            "/en",
            f"/nl/registraties/{number}",
            f"/nl/registraties/{number}.json",
            "/nl/zoeken",
            "/nl/zoeken?q=a",
            "/nl/zoeken?q=b",
        ]

        assert len({tag(client, address) for address in addresses}) == len(addresses)
        assert tag(client, "/nl") == tag(client, "/nl")

    def test_changes_with_what_the_public_sees(self, client: FlaskClient, number: str, wiring: Wiring) -> None:
        before = tag(client, "/nl/zoeken")
        with wiring.database.transaction() as session:
            published(session, organisation(session), wiring.search)

        assert tag(client, "/nl/zoeken") != before

    def test_changes_with_the_day_because_reviews_become_late(self, client: FlaskClient, number: str, clock: FixedClock) -> None:
        before = tag(client, "/nl")
        clock.move(hours=10)
        assert tag(client, "/nl") == before

        clock.move(hours=3)

        assert tag(client, "/nl") != before

    def test_changes_with_the_program(self, client: FlaskClient, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
        before = tag(client, "/nl")
        monkeypatch.setattr("register.web.caching.build_id", lambda: "another")

        assert tag(client, "/nl") != before


class TestNotModified:
    @pytest.mark.parametrize("form", ["{}", "W/{}", '"x", {}'])
    def test_is_the_answer_to_whoever_has_it(self, client: FlaskClient, number: str, form: str) -> None:
        known = tag(client, "/nl")

        response = client.get("/nl", headers={"If-None-Match": form.format(known)})

        assert (response.status_code, response.data, response.headers["ETag"]) == (304, b"", known)
        assert response.headers["Cache-Control"].startswith("public")

    @pytest.mark.parametrize("given", ["*", '"x"', "x", ""])
    def test_is_not_the_answer_to_anyone_else(self, client: FlaskClient, number: str, given: str) -> None:
        assert client.get("/nl", headers={"If-None-Match": given}).status_code == 200

    def test_says_nothing_of_a_page_that_is_not_there(self, client: FlaskClient, number: str) -> None:
        for given in (tag(client, f"/nl/registraties/{number}"), "*"):
            response = client.get("/nl/registraties/999999999", headers={"If-None-Match": given})
            assert response.status_code == 404
            assert response.headers["Cache-Control"] == "no-store"
            assert "ETag" not in response.headers


class TestBuildId:
    def test_is_the_same_for_the_same_files(self) -> None:
        known = build_id()
        build_id.cache_clear()

        assert build_id() == known
        assert len(known) == 12
