"""What the opening block says beside the answers."""

import pytest

from register.domain.standard.vocabularies import DecisionRole
from register.rendering import brief
from tests.rendering.documents import told_document


class TestVerdict:
    @pytest.mark.parametrize(
        ("role", "beginning"), [("none", "Nee. "), ("advises", "Nee. "), ("selects", "Voor een deel. "), ("decides", "Ja. ")]
    )
    def test_answers_first_and_explains_then(self, role: str, beginning: str) -> None:
        found = brief.verdict({"decision_role": role}, "nl")

        assert found.startswith(beginning)
        assert len(found) > len(beginning) + 20

    def test_is_there_for_every_role(self) -> None:
        assert set(brief.VERDICTS) == set(DecisionRole)

    @pytest.mark.parametrize("document", [{}, {"decision_role": "guesses"}])
    def test_says_nothing_that_the_document_does_not_tell(self, document: dict[str, str]) -> None:
        assert brief.verdict(document, "en") == ""


class TestWatchers:
    def test_have_a_name_a_law_and_an_address(self) -> None:
        found = brief.watchers(told_document(), "nl")

        assert found[0].name == "Autoriteit Persoonsgegevens"
        assert "AVG, artikel 77" in found[0].meaning
        assert found[0].href.startswith("https://")
