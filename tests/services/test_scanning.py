"""What looks private in a text is found; what only looks a bit like it is left alone."""

from itertools import pairwise

import pytest
from sqlalchemy.orm import Session

from register.models import Number
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
            ("Bel 06 - 12 34 56 78 of mail", "phone", "06 - 12 34 56 78"),
            ("Bel (020) 123 45 67", "phone", "(020) 123 45 67"),
            ("Bel +31 (0)6 12345678", "phone", "+31 (0)6 12345678"),
            ("Ik woon op 1234 AB 12", "address", "1234 AB 12"),
            ("Ik woon in de Dorpsstraat 7", "address", "Dorpsstraat 7"),
            ("Geboren op 3 mei 1980 in een stad", "birth_date", "Geboren op 3 mei 1980"),
            ("Ik sprak mevrouw De Vries-Bakker daarover", "name", "mevrouw De Vries-Bakker"),
            ("Mijn naam is Jan van der Berg.", "name", "Mijn naam is Jan van der Berg"),
            ("My name is Anna Smith, why?", "name", "My name is Anna Smith"),
            ("mijn naam is jan jansen en ik wil iets weten", "name", "mijn naam is jan jansen"),
            ("ik heet fatima.", "name", "ik heet fatima"),
            ("Jan de Vries van de gemeente zei dat", "name", "Jan de Vries"),
            ("De Jan de Vries van hier", "name", "Jan de Vries"),
            ("Waarom kreeg mijn buurvrouw Fatima El Amrani geen geld?", "name", "Fatima El Amrani"),
            ("Vraag het aan J. van den Berg, die weet het", "name", "J. van den Berg"),
            ("Het besluit van Şahin Çelik", "name", "Şahin Çelik"),
            ("Bel Jan Jansen Gemeente Waterlede", "name", "Bel Jan Jansen"),
        ],
    )
    def test_finds(self, session: Session, text: str, sort: str, found: str) -> None:
        [finding] = scan(session, text)

        assert (finding.sort, text[finding.start : finding.end]) == (sort, found)

    @pytest.mark.parametrize(
        "text",
        [
            "Sinds 2024 zijn er 1.284 meldingen.",
            "Artikel 22 AVG en bijlage III, punt 5",
            "Ik ben boos over dit algoritme",
            "Het kost 111222334 euro",
            "Wie kijkt mijn melding na?",
            "Volgens de Autoriteit Persoonsgegevens mag de Gemeente Den Haag dat.",
            "De Belastingdienst. Waarom? Omdat het in de Algemene Verordening staat, en in Den Haag.",
            "Dat zegt het Ministerie van Sociale Zaken",
            "De AI Act en het EVRM",
            "Het gold van 01-01-2023 tot 31-12-2023",
            "Het kost 111.222.333,00 of 5.111222333 euro",
            "",
        ],
    )
    def test_leaves_alone(self, session: Session, text: str) -> None:
        assert scan(session, text) == []

    def test_gives_no_overlaps_and_keeps_the_order(self, session: Session) -> None:
        found = scan(session, "Mail mij: mevrouw Jansen, jansen@post.example, 111222333")

        assert [each.sort for each in found] == ["name", "email", "citizen_number"]
        assert all(first.end <= second.start for first, second in pairwise(found))


class TestHoldsCitizenNumber:
    def test_lets_a_number_of_the_register_pass(self, session: Session) -> None:
        session.add(Number(number="700000173"))  # passes both tests
        session.flush()

        assert not holds_citizen_number(session, "Registratie 700 000 173 bedoel ik")

    def test_takes_no_number_for_ours_that_was_never_given_out(self, session: Session) -> None:
        assert holds_citizen_number(session, "Mijn nummer is 700000173")

    @pytest.mark.parametrize(
        "text",
        [
            "a 111222333 b",
            "Mijn BSN is 123456782, en dat van mijn zoon niet",
            "Mijn BSN is 123456782.",
            "(BSN:123456782)",
            "Dit is het.123456782",
            "Let op,123456782",
            "123\u00a0456\u00a0782",
            "123\u202f456\u202f782",
            "123/456/782",
            "123\u2013456\u2013782",
            "123  456  782",
            "1234.56.782",
            "1 2 3 - 4 5 6 - 7 8 2",
            "In 2024 123456782 gekregen",
            "123456782 2024",
            "Bel 06-12345678 of 123456782",
        ],
    )
    def test_sees_one_however_it_is_written(self, session: Session, text: str) -> None:
        assert holds_citizen_number(session, text)

    @pytest.mark.parametrize("text", ["111222333,50", "1.111222333", "1111222333", "+31 1 11222333", "111\n222\n333"])
    def test_takes_nothing_else_for_one(self, session: Session, text: str) -> None:
        assert not holds_citizen_number(session, text)
