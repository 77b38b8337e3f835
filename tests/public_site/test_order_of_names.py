"""Lists go by the names that they show, in either language, and are found by either."""

import re

import pytest
from flask.testing import FlaskClient

from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM
from register.services import organisations
from register.wiring import Wiring
from tests.factories import NOON, published
from tests.public_site.pages import page

#: In Dutch and in English: in the order of one they stand in another order in the other.
NAMES = [("Aanvragen lezen", "Reading applications"), ("Brieven schrijven", "Answering letters"), ("Zaken tellen", "Counting cases")]
BODIES = [("Gemeente Aast", "Municipality of Aast"), ("Waterschap Berg", "Berg water authority")]


@pytest.fixture(autouse=True)
def register(wiring: Wiring) -> None:
    with wiring.database.transaction() as session:
        bodies = [
            organisations.create(
                session,
                organisations.Details(names={"nl": dutch, "en": english}, type=OrganisationType.MUNICIPALITY),
                actor=SYSTEM,
                now=NOON,
            )
            for dutch, english in BODIES
        ]
        for place, (dutch, english) in enumerate(NAMES):
            published(session, bodies[place % 2], wiring.search, name={"nl": dutch, "en": english})


def shown(html: str, names: list[str]) -> list[str]:
    main = html[html.index("<main") :]
    text = re.sub("<[^>]+>", "", main)
    return sorted((name for name in names if name in text), key=text.index)


class TestOrder:
    def test_of_registrations(self, client: FlaskClient) -> None:
        dutch, english = ([name[place] for name in NAMES] for place in (0, 1))

        assert shown(page(client, "/nl/zoeken?sort=name"), dutch) == sorted(dutch)
        assert shown(page(client, "/en/search?sort=name"), english) == sorted(english)

    def test_of_bodies(self, client: FlaskClient) -> None:
        dutch, english = ([name[place] for name in BODIES] for place in (0, 1))

        assert shown(page(client, "/nl/organisaties"), dutch) == sorted(dutch)
        assert shown(page(client, "/en/organisations"), english) == sorted(english)
        first = page(client, "/en/search?sort=organisation")
        assert shown(first, ["Answering letters", "Counting cases"]) == ["Answering letters", "Counting cases"]


class TestFinding:
    @pytest.mark.parametrize("words", ["municipality+aast", "gemeente+aast"])
    def test_a_body_by_either_name(self, client: FlaskClient, words: str) -> None:
        assert shown(page(client, f"/en/organisations?q={words}"), [name for _, name in BODIES]) == ["Municipality of Aast"]

    def test_a_registration_first_whose_name_is_the_query(self, client: FlaskClient, wiring: Wiring) -> None:
        """In its second language; the newer one has the same words in its name, and more."""
        with wiring.database.transaction() as session:
            body = organisations.create(session, organisations.Details(names={"nl": "Gemeente Cel"}), actor=SYSTEM, now=NOON)
            published(session, body, wiring.search, name={"nl": "Zaken", "en": "Counting cases and more"})

        assert shown(page(client, "/en/search?q=counting+cases"), ["Counting cases"]) == ["Counting cases"]
        assert re.findall(r"(Counting</mark> <mark>cases</mark>(?: and more)?)", page(client, "/en/search?q=counting+cases"))[0].endswith(
            "</mark>"
        )
