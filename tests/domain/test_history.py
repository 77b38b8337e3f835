"""What changed between two documents: by field, and word by word."""

import pytest

from register.domain.history import ChangeKind, Piece, PieceKind, changes, excuse, words_changed

GAP = {"state": "not_known"}


def as_marked(before: str, after: str) -> str:
    signs = {PieceKind.SAME: "{}", PieceKind.ADDED: "+{}+", PieceKind.REMOVED: "-{}-"}
    return "".join(signs[piece.kind].format(piece.text) for piece in words_changed(before, after))


class TestChanges:
    def test_name_the_fields_that_differ_in_the_order_of_the_standard(self) -> None:
        before = {"purpose": {"nl": "<p>a</p>"}, "name": {"nl": "a"}, "kind": "algorithm"}
        after = {"purpose": {"nl": "<p>b</p>"}, "name": {"nl": "b"}, "kind": "algorithm"}

        assert [found.field.key for found in changes(before, after)] == ["name", "purpose"]

    @pytest.mark.parametrize(
        ("before", "after", "kind"),
        [
            ({}, {"model_name": "a"}, ChangeKind.ADDED),
            ({"model_name": "a"}, {}, ChangeKind.REMOVED),
            ({"model_name": "a"}, {"model_name": "b"}, ChangeKind.CHANGED),
            ({"gaps": {"/model_name": GAP}}, {"model_name": "a"}, ChangeKind.CHANGED),
            ({"model_name": "a"}, {"withheld": {"/model_name": {"ground": "woo_5_2"}}}, ChangeKind.CHANGED),
        ],
    )
    def test_say_what_happened(self, before: dict[str, object], after: dict[str, object], kind: ChangeKind) -> None:
        (found,) = changes(before, after)

        assert found.kind is kind

    def test_leave_out_the_note_about_themselves(self) -> None:
        assert changes({"change_note": {"nl": "a"}}, {"change_note": {"nl": "b"}}) == []

    def test_notice_that_the_reason_for_a_blank_changed(self) -> None:
        (found,) = changes({"gaps": {"/methods": GAP}}, {"gaps": {"/methods": {"state": "not_done"}}})

        assert (found.excuse_before, found.excuse_after) == ({"gap": GAP}, {"gap": {"state": "not_done"}})


class TestExcuse:
    def test_is_none_where_nothing_is_said(self) -> None:
        assert excuse({}, "methods") is None


class TestWordsChanged:
    def test_mark_what_came_and_went(self) -> None:
        assert as_marked("Een samenvatting van vier bladzijden.", "Een samenvatting van twee bladzijden.") == (
            "Een samenvatting van -vier- +twee+ bladzijden."
        )

    def test_keep_a_number_whole(self) -> None:
        assert as_marked("over 1.900 aanvragen", "over 6.200 aanvragen") == "over -1.900- +6.200+ aanvragen"

    def test_say_nothing_of_texts_that_are_the_same(self) -> None:
        assert words_changed("gelijk", "gelijk") == [Piece(PieceKind.SAME, "gelijk")]

    def test_leave_texts_whole_that_have_little_in_common(self) -> None:
        assert as_marked("In de cloud van de overheid, in Nederland", "Er blijft niets bewaard") == (
            "-In de cloud van de overheid, in Nederland-+Er blijft niets bewaard+"
        )

    def test_leave_no_words_out(self) -> None:
        before, after = "De aanvraag duurt 3,5 weken; u hoort van ons.", "De aanvraag duurt\n4 weken. U hoort snel van ons!"
        pieces = words_changed(before, after)

        for gone, whole in ((PieceKind.ADDED, before), (PieceKind.REMOVED, after)):
            assert "".join("".join(piece.text for piece in pieces if piece.kind is not gone).split()) == "".join(whole.split())

    def test_take_no_time_over_long_texts(self) -> None:
        """A text of signs and spaces once kept a page busy for minutes."""
        before, after = ". " * 2500, ", " * 2500

        assert len(words_changed(before, after)) == 2

    @pytest.mark.parametrize(("before", "after", "marked"), [("", "nieuw", "+nieuw+"), ("oud", "", "-oud-"), ("", "", "")])
    def test_know_a_text_that_was_not_there(self, before: str, after: str, marked: str) -> None:
        assert as_marked(before, after) == marked
