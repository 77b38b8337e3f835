"""A long list is read row by row, whatever is in it, and a bad file is refused before anything is used."""

from io import BytesIO

import pytest

from register.errors import Invalid
from register.exchange import json_rows


def rule_of(content: bytes) -> str:
    with pytest.raises(Invalid) as refusal:
        json_rows.outline(BytesIO(content), "rows")
    return refusal.value.problems[0].rule


class TestOutline:
    def test_finds_what_stands_before_and_after_the_rows(self) -> None:
        found = json_rows.outline(BytesIO(b'{"count": 2, "rows": [{"a": 1}, {"a": 2}], "source": "x"}'), "rows")

        assert (found.rows, found.values) == (2, {"count": 2, "source": "x"})

    def test_accepts_the_mark_that_windows_puts_before_a_text(self) -> None:
        assert json_rows.outline(BytesIO(b'\xef\xbb\xbf{"rows": [{}]}'), "rows").rows == 1

    @pytest.mark.parametrize("content", [b"hello", b'{"rows": [1, NaN]}', b'{"rows": []} {}', b'{"rows": ["\xff"]}', b"\x1f\x8b\x08"])
    def test_refuses_what_is_not_json(self, content: bytes) -> None:
        assert rule_of(content) == "file-not-json"

    @pytest.mark.parametrize("content", [b"", b"{", b'{"rows": [{"a": 1}', b'{"rows": [{"a": "b', b'{"rows": []'])
    def test_refuses_a_file_that_was_cut_off(self, content: bytes) -> None:
        assert rule_of(content) == "file-cut-off"

    @pytest.mark.parametrize("content", [b"[]", b"1", b"{}", b'{"rows": {"a": 1}}', b'{"rows": null}', b'{"no": [1]}', b'[{"rows": []}]'])
    def test_refuses_a_file_without_the_list(self, content: bytes) -> None:
        assert rule_of(content) == "file-without-rows"

    def test_says_after_which_row_the_fault_is(self) -> None:
        with pytest.raises(Invalid) as refusal:
            json_rows.outline(BytesIO(b'{"rows": [{"a": 1}, {"a": 2}, {"a": '), "rows")

        assert "after row 2" in refusal.value.problems[0].message["en"]
        assert "na rij 2" in refusal.value.problems[0].message["nl"]

    @pytest.mark.parametrize("opening", [b"[", b'{"a":'])
    def test_refuses_nesting_without_end_before_it_costs_memory(self, opening: bytes) -> None:
        assert rule_of(b'{"rows": [' + opening * 1_000_000) == "file-not-json"


class TestRows:
    def test_marks_what_is_nested_and_goes_on_with_the_next_row(self) -> None:
        file = BytesIO(b'{"x": [{"rows": [0]}], "rows": [{"a": [1, {"b": 2}], "c": "d"}, [1, [2]], null, "e", 1.5], "y": 1}')

        first, *rest = json_rows.rows(file, "rows")

        assert first == {"a": json_rows.NESTED, "c": "d"}
        assert rest[0] is json_rows.NESTED
        assert rest[1:3] == [None, "e"]
        assert float(rest[3]) == 1.5

    def test_can_be_read_again(self) -> None:
        file = BytesIO(b'{"rows": [{"a": 1}]}')
        json_rows.outline(file, "rows")

        assert [*json_rows.rows(file, "rows")] == [*json_rows.rows(file, "rows")] == [{"a": 1}]
