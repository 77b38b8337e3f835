"""The word that somebody may have meant is always one that finds something."""

import pytest
from sqlalchemy.orm import Session

from register.domain.search.lookups import Lookup, Token
from register.domain.search.queries import Atom, Clause
from register.domain.search.stop_words import STOP_WORDS
from register.domain.search.synonyms import groups
from register.ports import SearchIndex
from register.queries import registrations, suggestions
from register.queries.columns import columns, known_words
from register.queries.known_words import KnownWords
from register.queries.registrations import Selection
from register.queries.suggestions import suggestion
from register.queries.terms import exact, is_small, near
from tests.factories import organisation, published


@pytest.fixture(autouse=True)
def letters(session: Session, search: SearchIndex) -> None:
    body = organisation(session)
    published(session, body, search, name={"nl": "Uitkeringen berekenen"})
    published(session, body, search, name={"nl": "Meldingen verdelen"})


class TestSuggestion:
    @pytest.mark.parametrize(
        ("asked", "meant"),
        [
            ("uitkeringgen", "uitkeringen"),
            ("UITKERNGEN", "uitkeringen"),
            ("uitkeringen berekennen", "uitkeringen berekenen"),
            ("uitkeringen", ""),
            ("xyz", ""),
            ("ui", ""),
            ("uitzonderlijk", ""),
            ("", ""),
            ("---", ""),
        ],
    )
    def test_is_the_nearest_word_that_begins_alike(self, session: Session, search: SearchIndex, asked: str, meant: str) -> None:
        assert suggestion(session, search, Selection(asked)) == meant

    def test_is_none_when_the_words_are_never_together(self, session: Session, search: SearchIndex) -> None:
        assert suggestion(session, search, Selection("uitkeringgen verdelen")) == ""

    def test_always_finds_something(self, session: Session, search: SearchIndex) -> None:
        assert registrations.counted(session, search, Selection(suggestion(session, search, Selection("berekent")))) == 1


class TestNearest:
    @pytest.mark.parametrize("asked", ["melk", "zork", "kads"])
    def test_of_a_short_word_is_not_another_word(self, session: Session, search: SearchIndex, asked: str) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Meldt wie zorg kreeg, ook kids"})

        assert known_words(session, search, columns(session, search)).nearest(asked) in {"", asked}

    def test_may_be_a_term_that_leads_to_what_means_the_same(self, session: Session, search: SearchIndex) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Wetgeving volgen"})

        assert suggestion(session, search, Selection("legislatoin")) == "legislation"

    def test_goes_before_a_word_with_more_mistakes(self, session: Session, search: SearchIndex) -> None:
        """“Municipality” leads to “gemeente”, and is nowhere itself."""
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Municipals"})

        assert suggestion(session, search, Selection("municipalty", language="nl")) == "municipality"

    def test_is_no_term_that_leads_to_nothing(self, session: Session, search: SearchIndex) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Politiek volgen"})

        assert suggestion(session, search, Selection("politiee", language="nl")) == "politiek"

    @pytest.mark.parametrize("asked", ["care", "kids", "boet"])
    def test_has_no_other_letter_than_a_short_word(self, session: Session, search: SearchIndex, asked: str) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Cafe kies boef"})

        assert suggestion(session, search, Selection(asked, language="nl")) == ""

    @pytest.mark.parametrize(("asked", "meant"), [("boeet", "boete"), ("boetee", "boete"), ("bueet", ""), ("bote", "boete"), ("bon", "")])
    def test_is_one_change_from_a_short_word(self, session: Session, search: SearchIndex, asked: str, meant: str) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Boete en bonn"})

        assert suggestion(session, search, Selection(asked, language="nl")) == meant


class TestLanguage:
    @pytest.fixture(autouse=True)
    def both(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session, "Gemeente Ander")
        for place in range(2):
            published(session, body, search, name={"nl": "Brieven", "en": f"Patenton {place}"})
        published(session, body, search, name={"nl": "Patenten", "en": "Parental things"})

    @pytest.mark.parametrize(("language", "meant"), [("nl", "patenten"), ("en", "patenton"), ("", "patenton")])
    def test_of_the_page_goes_first(self, session: Session, search: SearchIndex, language: str, meant: str) -> None:
        assert suggestion(session, search, Selection("patentxn", language=language)) == meant

    @pytest.mark.parametrize(("language", "meant"), [("nl", ""), ("en", "parental")])
    def test_is_the_only_one_in_which_two_mistakes_are_forgiven(
        self, session: Session, search: SearchIndex, language: str, meant: str
    ) -> None:
        assert suggestion(session, search, Selection("paretnla", language=language)) == meant


class TestSpellings:
    @pytest.mark.parametrize(
        ("asked", "offered"),
        [
            ("verdelen of uitkeringgen", [("verdelen of uitkeringen", 2)]),
            (
                "verdelen of uitkeringgen of berekennen",
                [("verdelen of uitkeringen of berekennen", 2), ("verdelen of uitkeringgen of berekenen", 2)],
            ),
            ("-uitkeringgen verdelen", [("-uitkeringen verdelen", 1)]),
            ("verdelen of xyz", []),
            ("verdelen", []),
            ("123 456 789", []),
        ],
    )
    def test_replace_one_word_at_a_time(self, session: Session, search: SearchIndex, asked: str, offered: list[tuple[str, int]]) -> None:
        assert suggestions.spellings(session, search, Selection(asked, language="nl")) == offered


class TestNowhere:
    @pytest.mark.parametrize(
        ("asked", "unknown"),
        [
            ("Verdelen of Xyz", ["Xyz"]),
            ("verdelen XYZ, qqq!", ["XYZ", "qqq"]),
            ('"verdelen meldingen"', []),
            ('"verdelen xyz"', ["xyz"]),
            ("uitkering verdel", []),
            ("meldingen's", []),
            ("123.456.789", []),
        ],
    )
    def test_are_the_words_and_not_how_they_stand_together(
        self, session: Session, search: SearchIndex, asked: str, unknown: list[str]
    ) -> None:
        assert suggestions.nowhere(session, search, Selection(asked, language="nl")) == unknown

    def test_cost_no_look_into_the_index_when_every_word_is_known(
        self, session: Session, search: SearchIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delattr(type(search), "find")

        assert suggestions.nowhere(session, search, Selection("uitkeringen of verdelen", language="nl")) == []


class TestNumbers:
    @pytest.mark.parametrize("between", ["", " ", ".", "-", "\u00a0"])
    def test_are_found_however_they_are_written(self, session: Session, search: SearchIndex, between: str) -> None:
        number = published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Iets"}).entry.number
        written = between.join((number[:3], number[3:6], number[6:]))

        assert registrations.counted(session, search, Selection(written)) == 1


class TestWaysOn:
    def test_always_ask_for_something(self, session: Session, search: SearchIndex) -> None:
        for asked in ("xyz -uitkeringen", "de xyz", "xyz NIET verdelen"):
            assert suggestions.ways_on(session, search, Selection(asked, language="nl")) == []

    def test_keep_what_stands_between_quotes_together(self, session: Session, search: SearchIndex) -> None:
        selection = Selection('"meldingen verdelen" uitkeringen', language="nl")

        assert suggestions.ways_on(session, search, selection) == [("uitkeringen", 1), ('"meldingen verdelen"', 1)]

    def test_leave_one_word_out(self, session: Session, search: SearchIndex) -> None:
        selection = Selection("uitkeringgen verdelen", language="nl")

        assert suggestions.ways_on(session, search, selection) == [("verdelen", 1), ("uitkeringen", 1)]
        assert suggestions.nowhere(session, search, selection) == ["uitkeringgen"]

    def test_are_none_from_what_is_nowhere(self, session: Session, search: SearchIndex) -> None:
        assert suggestions.ways_on(session, search, Selection("xyz")) == []
        assert suggestions.nowhere(session, search, Selection("xyz")) == ["xyz"]


class TestSmallTerms:
    def test_are_never_added_to_what_is_asked(self) -> None:
        """“OM” stands for a body; “om” is in every other text."""
        nothing = KnownWords({})
        for term in (term for group in groups() for term in group):
            clause = Clause((Atom(term),))
            added = {token.text for lookup in (exact(clause), near(clause, nothing)) for token in _tokens(lookup)} - set(term)
            assert not added & STOP_WORDS, term

    def test_are_not_what_somebody_asks_for_by_themselves(self) -> None:
        assert {term for group in groups() for term in group if is_small(term)} == {("om",)}
        assert Token("om") not in _tokens(exact(Clause((Atom(("om",)),))))

    def test_find_the_body_that_is_called_so(self, session: Session, search: SearchIndex) -> None:
        published(session, organisation(session, "Openbaar Ministerie"), search, name={"nl": "Zaken verdelen"})
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Vragen om hulp"})

        for asked in ("OM", "openbaar ministerie", "public prosecution service"):
            assert registrations.counted(session, search, Selection(asked)) == 1


def _tokens(lookup: Lookup) -> set[Token]:
    return {lookup} if isinstance(lookup, Token) else {token for part in getattr(lookup, "parts", ()) for token in _tokens(part)}
