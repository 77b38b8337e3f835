"""Registrations side by side: what each says, what differs, and nothing of what is not public."""

import re

import pytest
from flask.testing import FlaskClient

from tests.public_site.pages import main_part, page, words
from tests.public_site.world import UNKNOWN, World


def questions(html: str, *, that_differ: bool | None = None) -> list[str]:
    """Return the questions of a comparison; those that are marked as different, or as the same."""
    found = re.findall(r"<tbody( data-differs)?>\s*<tr><th[^>]*><span>(.*?)</span></th>", html, re.DOTALL)
    return [words(question) for marked, question in found if that_differ is None or bool(marked) == that_differ]


class TestComparison:
    def test_puts_the_answers_to_one_question_beside_each_other(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/vergelijken?number={world.full}&number={world.dutch}")

        assert "2 registraties vergelijken" in html
        assert len(questions(html)) > 10
        assert len(set(questions(html))) == len(questions(html))
        for row in re.findall(r"<tbody.*?</tbody>", html, re.DOTALL):
            assert row.count("<td ") == 2

    def test_says_in_words_which_answers_differ(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/en/compare?number={world.full}&number={world.dutch}")

        assert all("answers differ" in question for question in questions(html, that_differ=True))
        assert not any("answers differ" in question for question in questions(html, that_differ=False))

    def test_finds_no_difference_between_a_registration_and_itself(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/vergelijken?number={world.full}&number={world.full}")

        assert "Registraties vergelijken" in html
        assert questions(html) == []

    def test_shows_only_the_differences_when_asked(self, client: FlaskClient, world: World) -> None:
        numbers = f"number={world.full}&number={world.dutch}"
        everything, only = page(client, f"/nl/vergelijken?{numbers}"), page(client, f"/nl/vergelijken?{numbers}&only=true")

        assert questions(only) == questions(everything, that_differ=True)

    def test_offers_others_while_there_is_room(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/vergelijken?number={world.full}&q=dossiers")
        (href,) = re.findall(r'href="(/nl/vergelijken\?number=\d+&amp;number=\d+)"', html)

        assert world.dutch in href
        assert "2 registraties vergelijken" in page(client, href.replace("&amp;", "&"))

    def test_offers_what_was_meant_by_a_word_that_is_nowhere(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/vergelijken?number={world.full}&q=dosisers")
        (href,) = re.findall(r'href="(/nl/vergelijken\?number=\d+&amp;number=\d+)"', html)

        assert world.dutch in href
        assert "Voor ‘dosisers’ is niets gevonden. Gezocht is naar ‘dossiers’." in words(main_part(html))

    def test_offers_other_queries_where_one_finds_nothing(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/vergelijken?number={world.full}&q=dosisers+xyz&only=true")

        assert "Deze woorden staan nergens in het register: ‘dosisers’, ‘xyz’." in words(main_part(html))
        assert f'href="/nl/vergelijken?q=dossiers&amp;number={world.full}&amp;only=true"' in html
        assert world.dutch in page(client, f"/nl/vergelijken?number={world.full}&only=true&q=dossiers")

    def test_takes_one_away(self, client: FlaskClient, world: World) -> None:
        html = page(client, f"/nl/vergelijken?number={world.full}&number={world.dutch}")

        assert f'href="/nl/vergelijken?number={world.full}"' in html
        assert f'href="/nl/vergelijken?number={world.dutch}"' in html

    def test_begins_with_a_choice(self, client: FlaskClient, world: World) -> None:
        assert "Kies een registratie" in page(client, "/nl/vergelijken")
        assert f'href="/nl/vergelijken?number={world.full}"' in page(client, f"/nl/registraties/{world.full}")

    def test_shows_the_day_that_is_asked_for(self, client: FlaskClient, world: World) -> None:
        page(client, f"/nl/vergelijken?number={world.full}&number={world.dutch}&asOf=2026-11-01", 404)

    @pytest.mark.parametrize("others", ["&number=1", "&number=x", "&number=123456789&number=234567890&number=345678901"])
    def test_refuses_what_cannot_be(self, client: FlaskClient, world: World, others: str) -> None:
        page(client, f"/nl/vergelijken?number={world.full}{others}", 400)

    def test_tells_nothing_of_what_is_not_public(self, client: FlaskClient, world: World) -> None:
        answers = {}
        for number in (UNKNOWN, world.draft, world.restricted):
            response = client.get(f"/nl/vergelijken?number={world.full}&number={number}")
            answers[number] = (response.status_code, response.text.replace(number, "N"))

        assert answers[world.draft] == answers[world.restricted] == answers[UNKNOWN]
        assert answers[UNKNOWN][0] == 404
        assert world.restricted not in page(client, "/nl/vergelijken?q=geheim")

    @pytest.mark.parametrize(("what", "said"), [("withdrawn", "heeft haar ingetrokken"), ("emptied", "is rechtmatig verwijderd")])
    def test_compares_what_is_left_when_one_is_gone(self, client: FlaskClient, world: World, what: str, said: str) -> None:
        number = getattr(world, what)
        html = page(client, f"/nl/vergelijken?number={world.full}&number={number}&number={world.dutch}")

        assert said in words(html)
        assert f'href="/nl/registraties/{number}"' in html
        assert "2 registraties vergelijken" in html
        assert len(questions(html)) > 10
        assert f"number={number}" not in main_part(html)

    def test_does_not_blame_one_for_what_it_was_not_asked(self, client: FlaskClient, world: World) -> None:
        """One is generative AI, the other an algorithm; of the third, taken over from elsewhere, nobody asked anything."""
        html = page(client, f"/nl/vergelijken?number={world.full}&number={world.dutch}&number={world.mirrored}")
        rows = {words(row).split("?")[0]: row for row in re.findall(r"<tbody.*?</tbody>", html, re.DOTALL)}
        model = next(row for question, row in rows.items() if question.startswith("Welk model"))

        assert "data-differs" not in model
        assert words(model).count("Niet gevraagd") == 2
