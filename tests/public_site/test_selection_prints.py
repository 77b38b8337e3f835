"""A selection on paper: what was chosen, the fingerprint of each, and each in full; never more than a person reads."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from public_site import search
from register.domain.permissions import Actor, Role
from register.domain.redactions import RedactionGround
from register.services import redactions
from register.wiring import Wiring
from tests.factories import FixedClock
from tests.public_site.pages import page
from tests.public_site.world import World


def text_of(content: bytes) -> str:
    return " ".join("\n".join(each.extract_text() for each in PdfReader(BytesIO(content)).pages).split())


class TestSearchPdf:
    def test_says_what_was_chosen_and_holds_each(self, client: FlaskClient, world: World) -> None:
        answer = client.get("/nl/zoeken.pdf?q=brieven&mirrored=false")
        text = text_of(answer.data)

        assert answer.mimetype == "application/pdf"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "Selectie uit het register" in text
        assert "“brieven”" in text
        assert "Door de organisatie zelf geschreven" in text
        taken = client.get("/nl/zoeken.json?q=brieven&mirrored=false").get_json()["registrations"]
        assert taken
        assert [each["sha256"] in text.replace(" ", "") for each in taken] == [True] * len(taken)

    def test_is_as_of_a_day_and_in_english(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        clock.move(days=2)

        text = text_of(client.get("/en/search.pdf?asOf=2026-11-20").data)

        assert "Selection from the register" in text
        assert "20 November 2026" in text

    def test_never_names_what_is_not_public(self, client: FlaskClient, world: World) -> None:
        """The walk of the site leaves prints out: each takes seconds."""
        text = text_of(client.get("/nl/zoeken.pdf").data)

        assert "Dossiers tellen" in text
        assert not any(each in text for each in ("Geheim systeem", "geheim concept", world.draft, world.restricted))
        for typed in ("geheim", world.draft, world.restricted):
            assert client.get(f"/nl/zoeken.pdf?q={typed}").status_code == 404

    def test_is_made_once_for_each_state(self, client: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch, wiring: Wiring) -> None:
        first = client.get("/nl/zoeken.pdf?q=brieven").data
        monkeypatch.setattr(type(wiring.pdf), "print", lambda *_: pytest.fail("it was printed before"))

        assert client.get("/nl/zoeken.pdf?q=brieven&utm=x").data == first

    def test_forgets_what_was_redacted(self, client: FlaskClient, world: World, wiring: Wiring, clock: FixedClock) -> None:
        assert "Dossiers tellen" in text_of(client.get("/nl/zoeken.pdf").data)
        roles = frozenset({(Role.ADMINISTRATOR, None)})
        one, two = Actor("one", roles=roles), Actor("two", roles=roles)
        with wiring.database.transaction() as session:
            redactions.ask(session, world.dutch, 1, RedactionGround.PERSONAL_DATA, "Een naam.", actor=one, now=clock.now())
            redactions.confirm(session, world.dutch, 1, search=wiring.search, actor=two, now=clock.now())

        assert "Dossiers tellen" not in text_of(client.get("/nl/zoeken.pdf").data)

    def test_is_not_offered_nor_made_of_too_many(self, client: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "/nl/zoeken.pdf" in page(client, "/nl/zoeken")
        assert client.get("/nl/zoeken.pdf?q=nietsvandit").status_code == 404
        monkeypatch.setattr("public_site.selection_prints.MOST_ON_PAPER", 2)
        monkeypatch.setattr(search, "MOST_ON_PAPER", 2)

        assert client.get("/nl/zoeken.pdf?sort=name").status_code == 404
        html = page(client, "/nl/zoeken?sort=name")
        assert "/nl/zoeken.pdf" not in html
        assert "Een pdf bevat hooguit 2 registraties." in html
