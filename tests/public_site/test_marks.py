"""Marking words in a text, which stays text."""

import pytest

from public_site.marks import marked


class TestMarked:
    @pytest.mark.parametrize(
        ("text", "words", "expected"),
        [
            ("Een brief", ["brief"], "Een <mark>brief</mark>"),
            ("Brieven, héél veel", ["brie", "heel"], "<mark>Brieven</mark>, <mark>héél</mark> veel"),
            ("een debrief", ["brief"], "een debrief"),
            ("<b>brief</b>", ["brief"], "&lt;b&gt;<mark>brief</mark>&lt;/b&gt;"),
            ("a & b", [], "a &amp; b"),
            ("", ["brief"], ""),
        ],
    )
    def test_marks_words_that_begin_so(self, text: str, words: list[str], expected: str) -> None:
        assert str(marked(text, words)) == expected
