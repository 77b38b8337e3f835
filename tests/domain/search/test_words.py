"""Words are told apart as the indexes do, and replaced where they stand."""

import pytest

from register.domain.search.words import with_words, words_as_typed


class TestWithWords:
    @pytest.mark.parametrize(
        ("text", "becomes"),
        [
            ("Parkren boete", "parkeren boete"),
            ("-parkren", "-parkeren"),
            ('"een PARKREN" x', '"een parkeren" x'),
            ("parkren|boete", "parkeren|boete"),
            ("parkrens", "parkrens"),
            ("cafee\u0301", "café"),
            ("boete", "boete"),
        ],
    )
    def test_leaves_the_signs_between(self, text: str, becomes: str) -> None:
        assert with_words(text, {"parkren": "parkeren", "cafee": "café", "boete": ""}) == becomes


class TestWordsAsTyped:
    def test_keep_their_case_and_accents(self) -> None:
        assert words_as_typed("“Patie\u0308nt”, -X1_y") == ["Patiënt", "X1", "y"]
