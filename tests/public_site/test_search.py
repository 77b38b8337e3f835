"""Searching: what is found and marked, the filters with their counts, pages, and a way on when nothing is found."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from register.wiring import Wiring
from tests.factories import organisation, published
from tests.public_site.pages import main_part, page, words
from tests.public_site.world import UNKNOWN, World


def names(html: str) -> list[str]:
    """Return the names of the registrations that a page lists."""
    return [words(found) for found in re.findall(r'<h3 class="reg-card__name">(.*?)</h3>', html)]


def counts(html: str, facet: str) -> dict[str, int]:
    """Return the count at each option of a filter."""
    found = re.findall(rf'name="{facet}" value="([^"]+)".*?reg-facet__n">([\d.]+)', html)
    return {value: int(number.replace(".", "")) for value, number in found}


@pytest.fixture
def many(wiring: Wiring) -> str:
    """Publish 45 registrations, and return the number of their body."""
    with wiring.database.transaction() as session:
        body = organisation(session, "Gemeente Velen")
        for place in range(45):
            published(
                session,
                body,
                wiring.search,
                name={"nl": f"Formulier {place:02} nalezen"},
                themes=["work"] if place % 3 else ["housing", "law"],
                kind="algorithm" if place % 2 else "ai_system",
            )
        return body.number


class TestFound:
    def test_has_the_words_marked_where_they_stand(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=KLACHT%C3%89N")

        assert names(html) == ["Klachten sorteren"]
        assert "<mark>Klachten</mark> sorteren" in html

    def test_marks_the_summary_too(self, client: FlaskClient, world: World) -> None:
        assert "Leest een <mark>melding</mark> en kiest" in page(client, "/nl/zoeken?q=meldin")

    def test_finds_by_number_however_it_is_written(self, client: FlaskClient, world: World) -> None:
        spaced = "+".join(re.findall("...", world.dutch))

        assert names(page(client, f"/nl/zoeken?q={spaced}")) == ["Dossiers tellen"]

    def test_finds_by_organisation(self, client: FlaskClient, world: World) -> None:
        assert "Anonimiseren" in names(page(client, "/nl/zoeken?q=gemeente+elders"))

    def test_shows_the_purpose_where_there_is_no_summary(self, client: FlaskClient, world: World) -> None:
        assert "Haalt namen weg uit stukken." in words(page(client, "/nl/zoeken?q=anonimiseren"))

    def test_says_that_a_text_is_in_dutch(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/en/search?q=dossiers")

        assert '<span lang="nl"><mark>Dossiers</mark> tellen</span>' in html
        assert "(only in Dutch)" in html

    def test_can_be_put_in_another_order(self, client: FlaskClient, world: World) -> None:
        by_name = names(page(client, "/nl/zoeken?sort=name"))

        assert by_name == sorted(by_name)
        assert names(page(client, "/nl/zoeken")) != by_name

    def test_can_be_taken_along_by_api(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=brieven&status=in_use&decisionRole=supports")
        (address,) = re.findall(r'href="(/api/v1/registrations\?[^"]+)"', html)

        answer = client.get(address.replace("&amp;", "&"))

        assert answer.status_code == 200
        assert world.full in answer.text
        assert dict(parse_qsl(urlsplit(address.replace("&amp;", "&")).query)) == {
            "q": "brieven",
            "status": "in_use",
            "decisionRole": "supports",
            "language": "nl",
        }

    def test_means_the_same_in_the_api(self, client: FlaskClient, world: World) -> None:
        """The small word for “or” is one in the language of the page."""
        html = page(client, "/nl/zoeken?q=klachten+of+brieven")
        (address,) = re.findall(r'href="(/api/v1/registrations\?[^"]+)"', html)

        assert client.get(address.replace("&amp;", "&")).get_json()["total"] == len(names(html)) > 1

    def test_that_is_late_can_be_taken_along_too(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?overdue=true")
        (address,) = re.findall(r'href="(/api/v1/registrations\?[^"]+)"', html)

        assert [item["number"] for item in client.get(address).get_json()["items"]] == [world.overdue]


class TestFilters:
    def test_count_what_each_choice_would_find(self, client: FlaskClient, many: str) -> None:
        html = page(client, "/nl/zoeken?theme=work")

        assert counts(html, "theme")["housing"] == counts(html, "theme")["law"] == 15
        assert counts(html, "theme")["work"] == 30
        assert counts(html, "kind") == {"algorithm": 15, "ai_system": 15, "generative_ai": 0}
        assert counts(html, "organisation") == {many: 30}

    def test_find_what_they_counted(self, client: FlaskClient, many: str) -> None:
        for query, number in (
            ("theme=work", 30),
            ("theme=work&theme=law", 45),
            ("theme=law&kind=algorithm", 7),
            (f"organisation={many}", 45),
        ):
            assert f"{number} registraties gevonden" in page(client, f"/nl/zoeken?{query}")

    def test_can_be_taken_off_one_by_one(self, client: FlaskClient, many: str) -> None:
        html = page(client, "/nl/zoeken?q=formulier&theme=law&kind=algorithm")
        chips = re.findall(r'<a class="reg-chip" href="([^"]+)"><span class="reg-hide">Verwijder filter: </span>([^<]+?) <', html)

        assert [(words(text), href.replace("&amp;", "&")) for href, text in chips] == [
            ("Algoritme", "/nl/zoeken?q=formulier&theme=law"),
            ("Recht", "/nl/zoeken?q=formulier&kind=algorithm"),
        ]

    def test_that_tell_nothing_apart_are_left_out(self, client: FlaskClient, many: str) -> None:
        html = page(client, "/nl/zoeken")

        assert 'name="mirrored"' not in html
        assert 'name="example"' not in html

    def test_tell_mirrored_registrations_apart(self, client: FlaskClient, world: World) -> None:
        assert names(page(client, "/nl/zoeken?mirrored=true")) == ["Anonimiseren"]
        assert "Anonimiseren" not in names(page(client, "/nl/zoeken?mirrored=false"))
        assert "Anonimiseren" in names(page(client, "/nl/zoeken?mirrored=false&mirrored=true"))

    def test_find_what_was_not_reviewed_in_time(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?overdue=true")

        assert names(html) == ["Kentekens lezen"]
        assert counts(page(client, "/nl/zoeken"), "overdue") == {"true": 1}

    def test_name_the_product(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/zoeken?product={world.product}")

        assert names(html) == ["Brieven herschrijven <b>"]
        assert "Verwijder filter: Briefhulp" in words(html)

    def test_take_several_products(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/zoeken?product={world.product}&product={UNKNOWN}")

        assert names(html) == ["Brieven herschrijven <b>"]
        assert re.search(rf'name="product" value="{world.product}" checked', html)


class TestPages:
    def test_go_on_and_back(self, client: FlaskClient, many: str) -> None:
        second = page(client, "/nl/zoeken?q=formulier&page=2")

        assert len(names(second)) == 20
        assert '<ol class="reg-results" start="21">' in second
        assert 'href="/nl/zoeken?q=formulier" rel="prev"' in second
        assert 'href="/nl/zoeken?q=formulier&amp;page=3" rel="next"' in second
        assert "noindex" in second

    def test_hold_everything_once(self, client: FlaskClient, many: str) -> None:
        found = [name for number in (1, 2, 3) for name in names(page(client, f"/nl/zoeken?page={number}"))]

        assert len(found) == len(set(found)) == 45

    def test_end(self, client: FlaskClient, many: str) -> None:
        page(client, "/nl/zoeken?page=4", 404)


class TestNothing:
    def test_is_helped_by_the_nearest_word_that_is_really_there(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=klagten")

        assert "Voor ‘klagten’ is niets gevonden. Gezocht is naar ‘klachten’." in words(main_part(html))
        assert names(html) == ["Klachten sorteren"]
        assert f"/nl/registraties/{world.redacted}" in html

    def test_is_told_which_word_is_nowhere_and_what_another_query_finds(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=klagten+anonimiseren")
        text = words(main_part(html))

        assert "Dit woord staat nergens in het register: ‘klagten’." in text
        assert "Zoek naar ‘klachten’ . Dat geeft 1 registratie." in text
        assert 'href="/nl/zoeken?q=klachten"' in html

    def test_guesses_nothing_that_is_not(self, client: FlaskClient, world: World) -> None:
        for query in ("xyzzy", "bonen", "geheim", "wegen"):
            text = words(main_part(page(client, f"/nl/zoeken?q={query}&status=retired")))
            assert f"Niets gevonden voor ‘{query}’" in text

    def test_counts_what_there_is_without_the_filters(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, "/nl/zoeken?q=dossiers+tellen&status=retired&kind=ai_system"))

        assert "Zet de filters uit . Zonder filters is er 1 registratie." in text

    def test_says_so_of_filters_alone(self, client: FlaskClient, world: World) -> None:
        assert "Niets gevonden met deze filters" in words(page(client, "/nl/zoeken?status=retired"))


class TestPartlyNowhere:
    def test_is_offered_with_the_nearest_word(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/zoeken?q=anonimiseren+of+klagten&sort=name")
        text = words(main_part(html))

        assert names(html) == ["Anonimiseren"]
        assert "Dit woord staat nergens in het register: ‘klagten’." in text
        assert "Zoek naar ‘anonimiseren of klachten’ . Dat geeft 2 registraties." in text
        assert 'href="/nl/zoeken?q=anonimiseren+of+klachten&amp;sort=name"' in html

    def test_says_nothing_where_every_word_is_known(self, client: FlaskClient, world: World) -> None:
        for query in ("q=anonimiseren+of+klachten", "q=klagten", f"q={world.dutch}", ""):
            assert "staat nergens" not in page(client, f"/nl/zoeken?{query}")


class TestWrongQuestions:
    @pytest.mark.parametrize(
        "query",
        [
            "page=0",
            "page=x",
            "page=-1",
            "page=99999999",
            "sort=x",
            "status=x",
            "theme=",
            "organisation=1",
            "product=x",
            "mirrored=maybe",
            "q=" + "a" * 201,
        ],
    )
    def test_are_answered_with_what_is_wrong(self, client: FlaskClient, query: str) -> None:
        status = 200 if query == "theme=" else 400
        html = page(client, f"/nl/zoeken?{query}", status)

        assert ("Er is 1 ding dat u nog moet verbeteren" in html) is (status == 400)

    def test_keep_what_was_typed(self, client: FlaskClient) -> None:
        html = page(client, "/nl/zoeken?q=brief+%3Cb%3E&status=x&page=0", 400)

        assert 'value="brief &lt;b&gt;"' in html
        assert "Er zijn 2 dingen die u nog moet verbeteren" in html
        assert "‘x’" in html

    @pytest.mark.parametrize("query", ["q=%00", "q=%FF%FE", "q=%22+OR+1", "q=*", "q=a%27;--", "q=%E2%80%AE", "theme=%00"])
    def test_break_nothing(self, client: FlaskClient, world: World, query: str) -> None:
        assert client.get(f"/nl/zoeken?{query}").status_code in {200, 400}
