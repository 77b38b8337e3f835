"""Marking words in a text, which stays text."""

import pytest

from public_site.marks import marked
from register.domain.search.queries import parse
from register.queries import terms
from register.queries.known_words import KnownWords
from register.queries.marking import Marking, marking

KNOWN = KnownWords({"debrief": 1, "riool": 1, "rioolheffing": 1, "heffing": 1})


def looked_for(query: str) -> Marking:
    return marking(terms.near(clause, KNOWN) for clause in terms.understood(parse(query)).wanted)


class TestMarked:
    @pytest.mark.parametrize(
        ("text", "query", "expected"),
        [
            ("Een brief", "brief", "Een <mark>brief</mark>"),
            ("Brieven, héél veel", "brieven heel", "<mark>Brieven</mark>, <mark>héél</mark> veel"),
            ("een bries", "brief", "een bries"),
            ("<b>brief</b>", "brief", "&lt;b&gt;<mark>brief</mark>&lt;/b&gt;"),
            ("een vergunning", "vergunningen", "een <mark>vergunning</mark>"),
            ("Basisregistratie Personen, personen", "BRP", "<mark>Basisregistratie</mark> <mark>Personen</mark>, personen"),
            ("De rioolheffing", "heffing", "De <mark>rioolheffing</mark>"),
            ("open wet open", '"wet open"', "open <mark>wet</mark> <mark>open</mark>"),
            ("a & b", "", "a &amp; b"),
            ("", "brief", ""),
        ],
    )
    def test_marks_what_the_search_finds(self, text: str, query: str, expected: str) -> None:
        assert str(marked(text, looked_for(query))) == expected

    def test_marks_nothing_without_a_search(self) -> None:
        assert str(marked("<i>")) == "&lt;i&gt;"


class TestExcerpt:
    def test_is_the_part_around_the_first_word(self) -> None:
        text = f"{'Eerst iets anders. ' * 20}Dan komt de brief. {'En nog iets. ' * 40}"

        excerpt = looked_for("brief").excerpt(text)

        assert excerpt.startswith("… ")
        assert "Dan komt de brief." in excerpt
        assert excerpt.endswith(" …")
        assert len(excerpt) < 240

    def test_is_the_whole_of_a_short_text(self) -> None:
        assert looked_for("brief").excerpt("De  brief\nkomt.") == "De brief komt."

    def test_is_nothing_where_the_word_is_not(self) -> None:
        assert looked_for("brief").excerpt("Een bries.") == ""
