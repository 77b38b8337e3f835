"""The word that somebody may have meant is always one that finds something."""

import pytest
from sqlalchemy.orm import Session

from register.ports import SearchIndex
from register.queries import registrations
from register.queries.registrations import Selection
from register.queries.suggestions import suggestion
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
