"""What differs between two documents, told part by part and row by row."""

from typing import Any

from register.domain.history import ChangeKind, PieceKind
from register.web.differences import Difference, differences


def only(before: dict[str, Any], after: dict[str, Any], language: str = "nl") -> Difference:
    (found,) = differences(before, after, "en" if language == "en" else "nl")
    return found


class TestTexts:
    def test_are_compared_in_the_readers_language_first(self) -> None:
        before, after = (
            {"purpose": {"nl": "<p>oud doel</p>", "en": "<p>old aim</p>"}},
            {"purpose": {"nl": "<p>nieuw doel</p>", "en": "<p>new aim</p>"}},
        )

        assert [change.language for change in only(before, after, "en").texts] == ["en", "nl"]
        assert [change.language for change in only(before, after, "nl").texts] == ["nl", "en"]

    def test_that_stayed_in_a_language_are_left_out(self) -> None:
        found = only({"purpose": {"nl": "<p>a</p>", "en": "<p>b</p>"}}, {"purpose": {"nl": "<p>a</p>", "en": "<p>c</p>"}})

        assert [change.language for change in found.texts] == ["en"]

    def test_are_compared_without_their_mark_up(self) -> None:
        found = only({"purpose": {"nl": "<p>een doel</p>"}}, {"purpose": {"nl": "<p>een <strong>goed</strong> doel</p>"}})

        assert [piece.text for piece in found.texts[0].pieces if piece.kind is PieceKind.ADDED] == ["goed"]

    def test_give_way_to_a_gap(self) -> None:
        found = only({"purpose": {"nl": "<p>a</p>"}}, {"gaps": {"/purpose": {"state": "not_done"}}})

        assert found.texts == ()
        assert found.after.gap is not None


class TestParts:
    def test_are_only_those_that_differ(self) -> None:
        before = {"prompt_retention": {"days": 30, "supplier_training": "no"}}

        (part,) = only(before, {"prompt_retention": {"days": 10, "supplier_training": "no"}}).parts

        assert part.name == "Aantal dagen"
        assert part.before is not None
        assert part.after is not None
        assert part.before.piece is not None
        assert part.after.piece is not None
        assert (part.before.piece.text, part.after.piece.text) == ("30", "10")

    def test_are_not_told_apart_when_the_answer_came_or_went(self) -> None:
        found = only({}, {"prompt_retention": {"days": 10, "supplier_training": "no"}})

        assert (found.kind, found.parts) == (ChangeKind.ADDED, ())


class TestRows:
    ROW: dict[str, Any] = {"id": "een1", "title": {"nl": "Wet"}, "kind": "act"}  # noqa: RUF012  # read only

    def test_come_go_and_change(self) -> None:
        before = {"legal_bases": [self.ROW, {"id": "twee2", "title": {"nl": "Besluit"}}]}
        after = {"legal_bases": [{**self.ROW, "kind": "bylaw"}, {"id": "drie3", "title": {"nl": "Verdrag"}}]}

        found = only(before, after).rows

        assert [row.kind for row in found] == [ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED]
        assert [part.key for part in found[0].parts] == ["kind"]
        assert [row.row[0].piece and row.row[0].piece.text for row in found] == ["Wet", "Verdrag", "Besluit"]

    def test_that_only_moved_are_left_out(self) -> None:
        other = {"id": "twee2", "title": {"nl": "Besluit"}}

        assert only({"legal_bases": [self.ROW, other]}, {"legal_bases": [other, self.ROW]}).rows == ()
