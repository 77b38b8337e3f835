"""The word that somebody may have meant is always one that finds something."""

import pytest
from sqlalchemy.orm import Session

from register.domain.search.lookups import Lookup, Token
from register.domain.search.queries import Atom, Clause
from register.domain.search.synonyms import groups
from register.ports import SearchIndex
from register.queries import registrations, suggestions
from register.queries.columns import columns, known_words
from register.queries.registrations import Selection
from register.queries.suggestions import suggestion
from register.queries.terms import exact, is_small
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
        assert suggestion(session, search, asked) == meant

    def test_is_none_when_the_words_are_never_together(self, session: Session, search: SearchIndex) -> None:
        assert suggestion(session, search, "uitkeringgen verdelen") == ""

    def test_always_finds_something(self, session: Session, search: SearchIndex) -> None:
        assert registrations.counted(session, search, Selection(suggestion(session, search, "berekent"))) == 1


class TestNearest:
    @pytest.mark.parametrize("asked", ["melk", "zork", "kads"])
    def test_of_a_short_word_is_not_another_word(self, session: Session, search: SearchIndex, asked: str) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Meldt wie zorg kreeg, ook kids"})

        assert known_words(session, search, columns(session, search)).nearest(asked) in {"", asked}

    def test_may_be_a_term_that_leads_to_what_means_the_same(self, session: Session, search: SearchIndex) -> None:
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Klimaat meten"})

        assert suggestion(session, search, "climatte") == "climate"


class TestWaysOn:
    def test_leave_one_word_out(self, session: Session, search: SearchIndex) -> None:
        selection = Selection("uitkeringgen verdelen", language="nl")

        assert suggestions.ways_on(session, search, selection) == [("verdelen", 1), ("uitkeringen", 1)]
        assert suggestions.nowhere(session, search, selection.words) == ["uitkeringgen"]

    def test_are_none_from_what_is_nowhere(self, session: Session, search: SearchIndex) -> None:
        assert suggestions.ways_on(session, search, Selection("xyz")) == []
        assert suggestions.nowhere(session, search, "xyz") == ["xyz"]


class TestSmallTerms:
    @pytest.mark.parametrize("asked", sorted({term for group in groups() for term in group if is_small(term)}))
    def test_are_never_added_to_what_is_asked(self, asked: tuple[str, ...]) -> None:
        """“OM” stands for a body; “om” is in every other text."""
        for group in groups():
            for term in group:
                assert Token(asked[0]) not in _tokens(exact(Clause((Atom(term, is_phrase=False),)))), term

    def test_find_the_body_that_is_called_so(self, session: Session, search: SearchIndex) -> None:
        published(session, organisation(session, "Openbaar Ministerie"), search, name={"nl": "Zaken verdelen"})
        published(session, organisation(session, "Gemeente Ander"), search, name={"nl": "Vragen om hulp"})

        for asked in ("OM", "openbaar ministerie", "public prosecution service"):
            assert registrations.counted(session, search, Selection(asked)) == 1


def _tokens(lookup: Lookup) -> set[Token]:
    return {lookup} if isinstance(lookup, Token) else {token for part in getattr(lookup, "parts", ()) for token in _tokens(part)}
