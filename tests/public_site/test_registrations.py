"""The page of one registration: whole, earlier, mirrored, withdrawn, redacted, late."""

import re

import pytest
from flask.testing import FlaskClient

from register.labels import glossary
from tests.factories import FixedClock
from tests.public_site.pages import main_part, page, words
from tests.public_site.world import SOURCE, World


class TestRegistration:
    def test_answers_the_seven_plain_questions_first(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")
        questions = re.findall(r"<dt>(.*?)(?:<details|</dt>)", html)[:7]

        assert questions == [
            "Wat doet het?",
            "Beslist het over mij?",
            "Wie kijkt mee?",
            "Welke gegevens gebruikt het?",
            "Wat kan ik doen als het niet klopt?",
            "Aan wie vraag ik iets?",
            "Wie houdt toezicht?",
        ]

    def test_says_at_once_whether_it_decides(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/en/registrations/{world.full}")

        assert '<p class="reg-brief__short">No. It finds facts or writes text for a case. It gives no advice.</p>' in html
        assert re.findall(r'<li data-on aria-current="true">(.*?)</li>', html) == ["Helps"]

    def test_names_who_watches_over_it_and_by_which_law(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.full}"))

        assert "Autoriteit Persoonsgegevens Over het gebruik van gegevens over mensen. AVG, artikel 77." in text
        assert "Algemene wet bestuursrecht, artikel 9:18." in text
        assert "College voor de Rechten van de Mens" in text

    def test_shows_what_is_not_there_beside_what_is(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")
        text = words(html)

        assert "Op 3 november 2026 gevraagd aan de leverancier . Verwacht in februari 2027. De leverancier zoekt het uit." in text
        assert "Niet openbaar gemaakt Grond: Inspectie, controle en toezicht" in text
        assert "Dan is de controle te omzeilen." in text
        assert "geheim van de methode" not in html
        assert 'href="/nl/woordenlijst#not-filled-in">Niet ingevuld</a>. <a href="/nl/registraties/' in html
        assert re.search(r'/vraag\?about=[a-z_]+" rel="nofollow">Vraag ernaar', html)

    def test_says_that_a_day_that_was_promised_has_passed(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        before = words(page(client, f"/en/registrations/{world.full}"))
        clock.move(days=400)
        after = words(page(client, f"/en/registrations/{world.full}"))

        assert "The organisation looks at this again by 20 November 2027." in before
        assert "Expected in February 2027. That month has passed." in after
        assert "The organisation was to look at this again by 20 November 2027. That day has passed." in after
        assert "month has passed" not in before

    def test_explains_a_question_where_it_stands(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")
        row = html.split('id="a-human_intervention"', 1)[1].split("</dt>", 1)[0]

        assert "<summary>Uitleg" in row
        assert '<a class="reg-term" href="/nl/woordenlijst#human-intervention">' in row
        assert "Een mens kijkt zelf naar uw zaak." in row
        assert "Aan de organisatie is gevraagd: ‘Wie kijkt mee en wie kan ingrijpen?" in row

    def test_leads_every_word_that_it_explains_to_the_glossary(self, client: FlaskClient, world: World) -> None:
        for number in (world.full, world.dutch, world.mirrored):
            keys = re.findall(r'href="/en/glossary#([^"]+)"', page(client, f"/en/registrations/{number}"))
            assert keys
            assert [key for key in keys if key not in glossary.BY_KEY] == []

    def test_says_which_text_is_the_products(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")

        assert f'Tekst van het product <a href="/nl/producten/{world.product}">Briefhulp</a>, versie 1' in html
        assert "Een filter houdt namen tegen." in html

    def test_says_who_translated_a_text(self, client: FlaskClient, world: World) -> None:
        english, dutch = (words(page(client, f"/{path}/{world.full}")) for path in ("en/registrations", "nl/registraties"))

        assert "Translated by a computer." in english
        assert "Vertaald door een computer." not in dutch

    def test_says_once_that_everything_is_in_dutch(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/en/registrations/{world.dutch}")

        assert words(html).count("The texts of this registration are only in Dutch.") == 1
        assert '<h1 class="utrecht-heading-1" lang="nl">Dossiers tellen</h1>' in html
        assert "only in Dutch)" not in html.split('id="versions"')[0]

    def test_takes_what_people_wrote_for_text(self, client: FlaskClient, world: World) -> None:
        for path in (f"registraties/{world.full}", f"registraties/{world.full}/versies", "zoeken", "wijzigingen"):
            html = page(client, f"/nl/{path}")
            assert "herschrijven &lt;b&gt;" in html
            assert "herschrijven <b>" not in html
            assert "<i>beter" not in html

    def test_can_be_taken_along(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")

        assert f'href="/nl/registraties/{world.full}/versies/3.pdf"' in html
        assert f'href="/nl/registraties/{world.full}/versies/3.json"' in html
        assert f'href="/r/{world.full}">127.0.0.1:8000/r/{world.full}</a>' in html

    def test_offers_no_pdf_that_cannot_be_made(self, client: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("register.adapters.pdf.is_available", lambda: False)

        assert ".pdf" not in page(client, f"/nl/registraties/{world.full}")

    def test_says_how_much_is_filled_in_and_that_two_people_saw_it(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.full}"))

        assert re.search(r"\d\d% ingevuld: \d+ van de \d+ vragen", text)
        assert "Door twee mensen: de een schreef, de ander keek na en publiceerde." in text

    def test_has_its_own_address_for_search_engines(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}")

        assert f'<link rel="canonical" href="http://127.0.0.1:8000/nl/registraties/{world.full}">' in html
        assert "noindex" not in html


class TestReview:
    def test_that_is_due_says_when(self, client: FlaskClient, world: World) -> None:
        assert "Opnieuw controleren uiterlijk op 2" in words(page(client, f"/nl/registraties/{world.full}"))

    @pytest.mark.parametrize(
        ("days", "said"), [(0, "Controle te laat"), (40, "Controle 1 maand te laat"), (130, "Controle 4 maanden te laat")]
    )
    def test_that_is_late_says_how_late(self, client: FlaskClient, world: World, clock: FixedClock, days: int, said: str) -> None:
        clock.move(days=days)

        assert said in words(page(client, f"/nl/registraties/{world.overdue}"))
        assert said in words(page(client, "/nl/zoeken?overdue=true"))


class TestMirrored:
    def test_says_that_its_body_has_not_confirmed_it(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.mirrored}")

        assert "De organisatie heeft deze registratie hier niet bevestigd" in html
        assert "op 8 augustus 2026 overgenomen" in html

    def test_leads_to_its_source_which_is_where_search_engines_should_go(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.mirrored}")

        assert f'<link rel="canonical" href="{SOURCE}">' in html
        assert '<meta name="robots" content="noindex">' in html
        assert html.count(SOURCE) >= 2

    def test_does_not_say_that_its_owner_was_asked(self, client: FlaskClient, world: World) -> None:
        assert "Aan de organisatie is gevraagd" not in page(client, f"/nl/registraties/{world.mirrored}")

    def test_shows_what_the_source_did_not_hold_and_blames_nobody(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.mirrored}"))

        assert "Niet vermeld bij de bron Beslist het over mij? Wie kijkt mee?" in text
        assert "Niet ingevuld" not in text
        assert "% ingevuld" not in text
        assert "te laat" not in text
        assert "Door één mens" not in text
        assert "Waarom is dit er? Haalt namen weg uit stukken." in text


class TestVersion:
    def test_shows_what_was_published_then(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.full}/versies/1"))

        assert "Brieven worden beter leesbaar." not in text
        assert "Dit is een eerdere versie Die gold van 21 november 2026 tot 23 november 2026." in text

    def test_is_not_for_search_engines(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.full}/versies/1")

        assert "noindex" in html
        assert f'rel="canonical" href="http://127.0.0.1:8000/nl/registraties/{world.full}"' in html

    def test_of_a_withdrawn_registration_stays(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.withdrawn}/versies/1")

        assert "Deze registratie is ingetrokken" in html
        assert "Meldingen komen sneller bij het goede team." in html

    @pytest.mark.parametrize("number", ["4", "0", "01", "999999", "1a", "-1", "%D9%A1"])
    def test_that_is_not_there_is_no_page(self, client: FlaskClient, world: World, number: str) -> None:
        page(client, f"/nl/registraties/{world.full}/versies/{number}", 404)


class TestWithdrawn:
    def test_keeps_its_page_with_the_reason_and_the_history(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.withdrawn}")
        text = words(main_part(html))

        assert "Bonnen tellen" in text
        assert "Deze registratie is ingetrokken" in text
        assert "Wij gebruiken dit niet meer." in text
        assert f"/nl/registraties/{world.withdrawn}/versies/1" in html
        assert "In het kort" not in text
        assert "noindex" in html

    def test_is_in_no_list(self, client: FlaskClient, world: World) -> None:
        for path in ("zoeken?q=bonnen", f"organisaties/{world.other}", "zoeken"):
            assert "Bonnen tellen" not in words(main_part(page(client, f"/nl/{path}")))

    def test_is_found_by_its_number_all_the_same(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/zoeken?q={world.withdrawn}")

        assert "Deze registratie is ingetrokken." in html
        assert f"/nl/registraties/{world.withdrawn}" in html


class TestRedacted:
    def test_says_when_and_why_it_was_removed(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.redacted}/versies/1"))

        assert "Rechtmatig verwijderd op 2" in text
        assert "Grond: Persoonsgegevens" in text

    def test_keeps_the_fingerprint_and_nothing_else(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.emptied}")

        assert re.search(r"<code>([0-9a-f]{4} ){15}[0-9a-f]{4}</code>", html)
        assert "Brieven wegen" not in html
        assert f"Registratie {world.emptied[:3]}" in html

    def test_leaves_the_newer_version_alone(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/registraties/{world.redacted}")

        assert "Klachten komen goed terecht." in html
        assert "Rechtmatig verwijderd op" in html
