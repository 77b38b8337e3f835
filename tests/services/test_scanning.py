"""What looks private in a text is found; what only looks a bit like it is left alone."""

from itertools import pairwise

import pytest

from register.services.scanning import holds_citizen_number, scan


class TestScan:
    @pytest.mark.parametrize(
        ("text", "sort", "found"),
        [
            ("Mijn bsn is 111222333.", "citizen_number", "111222333"),
            ("nummer 1112.22.333 hoort bij mij", "citizen_number", "1112.22.333"),
            ("Stort op NL91 ABNA 0417 1643 00 graag", "bank_account", "NL91 ABNA 0417 1643 00"),
            ("Schrijf naar jan.jansen@post.example.", "email", "jan.jansen@post.example"),
            ("Bel 06-12345678", "phone", "06-12345678"),
            ("Ik woon op 1234 AB 12", "address", "1234 AB 12"),
            ("Ik woon in de Dorpsstraat 7", "address", "Dorpsstraat 7"),
            ("Geboren op 3 mei 1980 in een stad", "birth_date", "Geboren op 3 mei 1980"),
            ("Ik sprak mevrouw De Vries-Bakker daarover", "name", "mevrouw De Vries-Bakker"),
            ("Mijn naam is Jan van der Berg.", "name", "Mijn naam is Jan van der Berg"),
            ("My name is Anna Smith, why?", "name", "My name is Anna Smith"),
        ],
    )
    def test_finds(self, text: str, sort: str, found: str) -> None:
        [finding] = scan(text)

        assert (finding.sort, text[finding.start : finding.end]) == (sort, found)

    @pytest.mark.parametrize(
        "text",
        [
            "Sinds 2024 zijn er 1.284 meldingen.",
            "Artikel 22 AVG en bijlage III, punt 5",
            "Ik ben boos over dit algoritme",
            "Het kost 111222334 euro",
            "Wie kijkt mijn melding na?",
            "",
        ],
    )
    def test_leaves_alone(self, text: str) -> None:
        assert scan(text) == []

    def test_gives_no_overlaps_and_keeps_the_order(self) -> None:
        found = scan("Mail mij: mevrouw Jansen, jansen@post.example, 111222333")

        assert [each.sort for each in found] == ["name", "email", "citizen_number"]
        assert all(first.end <= second.start for first, second in pairwise(found))


class TestHoldsCitizenNumber:
    def test_lets_a_number_of_the_register_pass(self) -> None:
        assert not holds_citizen_number("Registratie 700 000 173 bedoel ik")  # passes both tests

    def test_sees_one_between_other_words(self) -> None:
        assert holds_citizen_number("a 111222333 b")
