"""What caches may keep of the public pages."""

import gzip
import re

import pytest
from flask import Response
from flask.testing import FlaskClient
from sqlalchemy import event

from register.web.caching import build_id
from register.web.kept import Answers
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


class TestCompression:
    def test_makes_an_answer_smaller_with_an_etag_of_its_own(self, client: FlaskClient, number: str) -> None:
        plain = client.get("/nl")
        small = client.get("/nl", headers={"Accept-Encoding": "br, gzip"})

        assert "Content-Encoding" not in plain.headers
        assert small.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(small.data) == plain.data
        assert len(small.data) * 2 < len(plain.data)
        assert small.headers["ETag"] != plain.headers["ETag"]
        assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"

    def test_is_not_for_whoever_cannot_read_it(self, client: FlaskClient, number: str) -> None:
        for given in ("", "identity", "br", "gzip;q=0"):
            assert "Content-Encoding" not in client.get("/nl", headers={"Accept-Encoding": given}).headers

    def test_is_known_again(self, client: FlaskClient, number: str) -> None:
        known = client.get("/nl", headers={"Accept-Encoding": "gzip"}).headers["ETag"]

        response = client.get("/nl", headers={"Accept-Encoding": "gzip", "If-None-Match": known})

        assert (response.status_code, response.headers["ETag"]) == (304, known)

    def test_leaves_documents_with_a_digest_as_they_are(self, client: FlaskClient, number: str) -> None:
        response = client.get(f"/nl/registraties/{number}.json", headers={"Accept-Encoding": "gzip"})

        assert "Content-Encoding" not in response.headers
        assert "Repr-Digest" in response.headers

    def test_is_done_to_static_texts_too_which_are_kept_for_ever(self, client: FlaskClient) -> None:
        (sheet,) = re.findall(r'href="(/static/built/[^"]+\.css)"', client.get("/nl").text)

        with client.get(sheet, headers={"Accept-Encoding": "gzip"}) as small, client.get(sheet) as plain:
            assert small.headers["Content-Encoding"] == "gzip"
            assert small.headers["Cache-Control"] == plain.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            assert gzip.decompress(small.data) == plain.data


class TestKept:
    def test_is_an_answer_until_something_changes(self, client: FlaskClient, number: str, wiring: Wiring) -> None:
        asked: list[str] = []
        event.listen(wiring.database.read_engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        first = client.get("/nl/zoeken").data
        in_full = len(asked)
        asked.clear()

        assert client.get("/nl/zoeken").data == first
        assert in_full > 0
        assert asked == [], "a glance at the sequence is no statement of a session"
        with wiring.database.transaction() as session:
            published(session, organisation(session), wiring.search, name={"nl": "Iets heel nieuws"})

        assert "Iets heel nieuws" in client.get("/nl/zoeken").text

    def test_is_never_a_refusal(self, client: FlaskClient, number: str) -> None:
        assert [client.get("/nl/zoeken?page=0").status_code for _ in range(2)] == [400, 400]

    def test_makes_room(self) -> None:
        answers = Answers()
        for place in range(250):
            answers.keep(str(place), Response(bytes([place]) * 400_000, mimetype="image/png"))

        assert answers.get("0") is None
        assert answers.get("249") is not None


class TestCompressing:
    @pytest.mark.parametrize("address", ["/nl/zoeken.json", "/nl/zoeken.csv", "/data/catalog.ttl", "/nl/volgen", "/nl/probeer-zelf/vragen"])
    def test_holds_for_streams_catalogues_and_what_is_not_kept(self, client: FlaskClient, number: str, address: str) -> None:
        plain = client.get(address)

        packed = client.get(address, headers={"Accept-Encoding": "gzip"})

        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert len(packed.data) < len(plain.data)
        assert len(gzip.decompress(packed.data)) == len(plain.data)
        assert packed.headers.get("ETag") != plain.headers.get("ETag") or "ETag" not in plain.headers

    def test_does_not_hold_for_the_pages_of_a_letter(self, client: FlaskClient, number: str) -> None:
        for address in ("/nl/vragen/x", "/nl/e-mail/x"):
            answer = client.get(address, headers={"Accept-Encoding": "gzip"})

            assert len(answer.data) > 1000
            assert "Content-Encoding" not in answer.headers

    def test_does_not_hold_for_a_form_that_comes_back(self, client: FlaskClient, number: str) -> None:
        answer = client.post("/nl/volgen", data={"email": "x"}, headers={"Accept-Encoding": "gzip"})

        assert answer.status_code == 400
        assert "Content-Encoding" not in answer.headers
