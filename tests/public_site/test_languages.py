"""Every text says in which language it is, where that is not the language of the page."""

from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM
from register.models import Organisation
from register.services import organisations
from register.wiring import Wiring
from tests.factories import FixedClock
from tests.public_site.pages import VOID, page
from tests.public_site.test_pages import PAGES, address
from tests.public_site.world import World

#: Names that there are in Dutch only.
DUTCH = ("Provincie Overmeer", "Waterschap Zonder", "Dossiers tellen", "Kentekens lezen", "Bonnen tellen", "Klachten sorteren")


class Languages(HTMLParser):
    """Gathers the texts of a page with the language that holds for each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            before = self.open[-1][1] if self.open else ""
            self.open.append((tag, dict(attrs).get("lang") or before))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] not in {"script", "title"}:
            self.texts.append((data.replace("\u00ad", ""), self.open[-1][1]))


class TestLanguages:
    def test_see_a_text_that_says_nothing(self) -> None:
        page = Languages('<html lang="en"><p>Dossiers tellen</p><p lang="nl">Bonnen <b>tellen</b></p></html>')

        assert page.texts == [("Dossiers tellen", "en"), ("Bonnen ", "nl"), ("tellen", "nl")]


@pytest.mark.parametrize("name", PAGES)
def test_names_in_dutch_are_said_to_be_dutch(client: FlaskClient, world: World, name: str) -> None:
    page = Languages(client.get(address(name, "en", world)).text)

    wrong = [text for text, language in page.texts if any(each in text for each in DUTCH) and language != "nl"]

    assert wrong == []


@pytest.mark.parametrize(
    "path", ["/changes", "/search/filters/organisation", "/search?organisation={body}", "/themes/public-order-and-safety"]
)
def test_a_body_is_called_as_it_is_in_the_language_of_the_page(client: FlaskClient, world: World, path: str) -> None:
    html = page(client, "/en" + path.format(body=world.body))

    assert "Municipality of Waterlede" in html
    assert "Gemeente Waterlede" not in html


def test_a_body_is_called_as_it_was_on_the_day(client: FlaskClient, wiring: Wiring, world: World, clock: FixedClock) -> None:
    """A new name that comes first in the alphabet is the name from then on, and not before."""
    with wiring.database.transaction() as session:
        body = session.scalars(select(Organisation).where(Organisation.number == world.other)).one()
        details = organisations.Details(names={"nl": "Aa en Overmeer"}, type=OrganisationType.PROVINCE)
        organisations.change(session, body.number, details, revision=body.revision, actor=SYSTEM, now=clock.move(days=3))
    pages = [page(client, f"/nl/zoeken/filters/organisation{query}") for query in ("", "?asOf=2026-11-28")]

    assert ["Aa en Overmeer" in html for html in pages] == [True, False]
    assert ["Provincie Overmeer" in html for html in pages] == [False, True]
