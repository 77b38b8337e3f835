"""Every page, in both languages: sound, in one language, leading somewhere, and telling nothing of its reader."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from register.app import create_app
from register.translations import LANGUAGES, Language, dutch
from register.wiring import Wiring
from tests.public_site.pages import Sound, links, main_part, page, words
from tests.public_site.world import World

PAGES: dict[str, dict[Language, str]] = {
    "home": {"nl": "", "en": ""},
    "search": {"nl": "/zoeken", "en": "/search"},
    "found": {"nl": "/zoeken?q=brie&status=in_use&overdue=false", "en": "/search?q=rewrit&status=in_use"},
    "not_found": {"nl": "/zoeken?q=briefen&theme=work", "en": "/search?q=briefen&theme=work"},
    "as_it_was": {"nl": "/zoeken?asOf=2026-11-20", "en": "/search?asOf=2026-11-20"},
    "registration": {"nl": "/registraties/{full}", "en": "/registrations/{full}"},
    "dutch_only": {"nl": "/registraties/{dutch}", "en": "/registrations/{dutch}"},
    "mirrored": {"nl": "/registraties/{mirrored}", "en": "/registrations/{mirrored}"},
    "withdrawn": {"nl": "/registraties/{withdrawn}", "en": "/registrations/{withdrawn}"},
    "redacted": {"nl": "/registraties/{emptied}", "en": "/registrations/{emptied}"},
    "version": {"nl": "/registraties/{full}/versies/1", "en": "/registrations/{full}/versions/1"},
    "redacted_version": {"nl": "/registraties/{redacted}/versies/1", "en": "/registrations/{redacted}/versions/1"},
    "history": {"nl": "/registraties/{full}/versies", "en": "/registrations/{full}/versions"},
    "difference": {"nl": "/registraties/{full}/versies?from=1&to=3", "en": "/registrations/{full}/versions?from=1&to=3"},
    "one_version": {"nl": "/registraties/{dutch}/versies", "en": "/registrations/{dutch}/versions"},
    "history_of_withdrawn": {"nl": "/registraties/{withdrawn}/versies", "en": "/registrations/{withdrawn}/versions"},
    "history_of_redacted": {"nl": "/registraties/{redacted}/versies", "en": "/registrations/{redacted}/versions"},
    "organisations": {"nl": "/organisaties?all=true", "en": "/organisations?all=true"},
    "organisation": {"nl": "/organisaties/{body}", "en": "/organisations/{body}"},
    "empty_organisation": {"nl": "/organisaties/{lonely}", "en": "/organisations/{lonely}"},
    "products": {"nl": "/producten", "en": "/products"},
    "product": {"nl": "/producten/{product}", "en": "/products/{product}"},
    "compared": {"nl": "/vergelijken?number={full}&number={dutch}", "en": "/compare?number={full}&number={dutch}"},
    "compared_with_one": {"nl": "/vergelijken?number={full}", "en": "/compare?number={full}"},
    "statistics": {"nl": "/cijfers", "en": "/statistics"},
    "meant": {"nl": "/zoeken?q=klagten", "en": "/search?q=klagten"},
    "silent_organisations": {"nl": "/organisaties?registered=false&q=zonder", "en": "/organisations?registered=false&q=zonder"},
    "ask": {"nl": "/registraties/{full}/vraag?about=purpose", "en": "/registrations/{full}/question"},
    "asked": {"nl": "/registraties/{full}/vraag/verzonden", "en": "/registrations/{full}/question/sent"},
    "follow": {"nl": "/volgen?q=brief&status=in_use", "en": "/follow?status=in_use"},
    "followed": {"nl": "/volgen/verzonden", "en": "/follow/sent"},
    "changes": {"nl": "/wijzigingen", "en": "/changes"},
    "some_changes": {"nl": "/wijzigingen?kind=withdrawn&organisation={body}&month=2026-11", "en": "/changes?kind=withdrawn&month=2026-11"},
    "facet_values": {"nl": "/zoeken/filters/organisation?q=brieven", "en": "/search/filters/organisation?status=in_use"},
    "themes": {"nl": "/themas", "en": "/themes"},
    "theme": {"nl": "/themas/public-order-and-safety", "en": "/themes/public-order-and-safety"},
    "empty_theme": {"nl": "/themas/culture-and-recreation", "en": "/themes/culture-and-recreation"},
    "municipalities": {
        "nl": "/organisaties?type=municipality",
        "en": "/organisations?type=municipality",
    },
    "try_it": {"nl": "/probeer-zelf", "en": "/try-it"},
    "try_it_question": {"nl": "/probeer-zelf/vragen?ask=annexIiiPoints", "en": "/try-it/questions?ask=annexIiiPoints"},
    "try_it_days": {"nl": "/probeer-zelf/vragen?ask=placedOnMarketOn", "en": "/try-it/questions?ask=placedOnMarketOn"},
    "try_it_outcome": {
        "nl": "/probeer-zelf/uitkomst?aiSystem=yes&annexIiiPoints=5a&art5Practices=f&art5Exceptions.f=none&domain=unknown",
        "en": "/try-it/outcome?aiSystem=yes&annexIiiPoints=5a&art5Practices=f&art5Exceptions.f=none&domain=unknown",
    },
    "glossary": {"nl": "/woordenlijst", "en": "/glossary"},
    "about": {"nl": "/over", "en": "/about"},
    "accessibility": {"nl": "/toegankelijkheid", "en": "/accessibility"},
    "privacy": {"nl": "/privacy", "en": "/privacy"},
    "api_docs": {"nl": "/api", "en": "/api"},
}
#: The same page, asked in two ways.
SAME_TITLE = {frozenset({"search", "as_it_was"}), frozenset({"history", "difference"}), frozenset({"asked", "followed"})}
#: Where a link may lead: a page, on to a page, or what was taken away and says so.
LEADING = {200, 302, 303, 410}
#: Pages that need nothing to be there.
WITHOUT_NUMBERS = [name for name, paths in PAGES.items() if "{" not in paths["nl"]]


def status(client: FlaskClient, href: str) -> int:
    """Return how an address answers, and let go of what it holds."""
    with client.get(href) as response:
        return response.status_code


def address(name: str, chosen: Language, world: World | None = None) -> str:
    path = PAGES[name][chosen]
    return f"/{chosen}" + (path.format(**{key: getattr(world, key) for key in world.__dataclass_fields__}) if world else path)


class TestPages:
    @pytest.mark.parametrize("chosen", LANGUAGES)
    def test_are_sound_and_in_one_language(self, client: FlaskClient, world: World, chosen: Language) -> None:
        foreign = {english: forms for english, forms in dutch().items() if len(english) > 15 and "%" not in english}
        titles: dict[str, str] = {}

        for name in PAGES:
            html = page(client, address(name, chosen, world))
            text = words(html)

            assert Sound(html).faults == [], name
            assert f'<html lang="{chosen}">' in html
            others = [
                e
                for e, (d, *_rest) in foreign.items()
                if e != d and (e if chosen == "nl" else d) in text and (d if chosen == "nl" else e) not in text
            ]
            assert others == [], name
            found = re.search("<title>(.*?)</title>", html, re.DOTALL)
            assert found is not None
            titles[name] = found[1]
        alike = {frozenset(name for name in titles if titles[name] == title) for title in titles.values()}
        assert {each for each in alike if len(each) > 1} == SAME_TITLE

    @pytest.mark.parametrize("chosen", LANGUAGES)
    @pytest.mark.parametrize("name", WITHOUT_NUMBERS)
    def test_work_when_there_is_nothing(self, client: FlaskClient, name: str, chosen: Language) -> None:
        html = page(client, address(name, chosen))

        assert Sound(html).faults == []

    @pytest.mark.parametrize("chosen", LANGUAGES)
    def test_lead_to_themselves_in_the_other_language(self, client: FlaskClient, world: World, chosen: Language) -> None:
        other: Language = "en" if chosen == "nl" else "nl"

        for name in PAGES:
            html = page(client, address(name, chosen, world))
            found = re.search(rf'<a href="([^"]+)" lang="{other}"', html)
            assert found is not None, name
            there = page(client, found[1].replace("&amp;", "&"))
            assert f'<html lang="{other}">' in there

    def test_set_no_cookie_and_load_nothing_from_elsewhere(self, client: FlaskClient, world: World) -> None:
        for name in PAGES:
            response = client.get(address(name, "nl", world))

            assert "Set-Cookie" not in response.headers, name
            loaded = re.findall(r'<(?:script|img|iframe|source|link)[^>]+(?:src|href)="([^"]+)"', response.text)
            assert [each for each in loaded if not each.startswith(("/", "http://127.0.0.1:8000/", "https://algoritmes.example/"))] == []

    def test_are_the_same_for_everyone(self, client: FlaskClient, world: World) -> None:
        plain = client.get(address("registration", "nl", world))
        dressed = client.get(
            address("registration", "nl", world),
            headers={"Cookie": "session-8000=x", "Authorization": "Bearer machine:x", "Accept-Language": "en"},
        )

        assert plain.data == dressed.data

    @pytest.mark.parametrize("name", ["endpoint", "_scheme", "_external", "_anchor", "_method", "language", "number", "x"])
    def test_do_not_mind_keys_that_are_not_theirs(self, client: FlaskClient, world: World, name: str) -> None:
        assert client.get(f"/nl/zoeken?{name}=a&{name}=b").status_code == 200
        assert client.get(f"/nl/registraties/{world.full}?{name}=a").status_code == 200


class TestLinks:
    @pytest.mark.parametrize("chosen", LANGUAGES)
    def test_all_lead_somewhere(self, client: FlaskClient, world: World, chosen: Language) -> None:
        start = [address(name, chosen, world) for name in PAGES]
        found = {href: place for place in start for href in links(page(client, place))}

        dead = {href: place for href, place in found.items() if not href.startswith("/auth/") and status(client, href) not in LEADING}

        assert dead == {}
        assert len(found) > 60

    def test_of_the_foot_and_top_are_on_every_page(self, client: FlaskClient, world: World) -> None:
        for name in PAGES:
            html = page(client, address(name, "en", world))
            outside = html.replace(main_part(html), "")
            assert {
                "/en",
                "/en/search",
                "/en/organisations",
                "/en/products",
                "/en/about",
                "/en/accessibility",
                "/en/privacy",
                "/en/api",
            } <= {href.split("?")[0] for href in links(outside)}


class TestStatements:
    """What the law asks of the page about accessibility (Decision (EU) 2018/1523) and of the one about privacy (GDPR, article 13)."""

    @pytest.fixture
    def client(self, wiring: Wiring) -> FlaskClient:
        settings = replace(
            wiring.settings,
            publisher_name="Gemeente Waterlede",
            privacy_officer="fg@waterlede.example",
            accessibility_made="2026-03-02",
            accessibility_reviewed="2026-09-01",
        )
        return create_app(replace(wiring, settings=settings)).test_client()

    def test_of_accessibility_says_who_when_and_how_and_where_to_complain(self, client: FlaskClient) -> None:
        text = client.get("/nl/toegankelijkheid").text

        for part in ("Gemeente Waterlede", "2 maart 2026", "1 september 2026", "zelfbeoordeling", "Nationale ombudsman"):
            assert part in text
        assert "2 March 2026" in client.get("/en/accessibility").text

    def test_of_privacy_says_who_is_responsible_and_on_which_ground(self, client: FlaskClient) -> None:
        text = client.get("/nl/privacy").text

        for part in ("Gemeente Waterlede", "fg@waterlede.example", "artikel 6, lid 1, onder e", "www.autoriteitpersoonsgegevens.nl"):
            assert part in text

    def test_name_whom_to_write_to_where_nothing_else_was_filled_in(self, wiring: Wiring) -> None:
        text = create_app(wiring).test_client().get("/en/privacy").text

        assert "The body that runs this register." in text
        assert text.count(wiring.settings.contact_email) >= 2
