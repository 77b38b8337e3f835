"""What explains a question: the words of the glossary in it, and what its owner was asked."""

import pytest

from register.domain.ai_act.outcome import RiskCategory
from register.domain.standard import FIELDS
from register.domain.standard.vocabularies import GapState, HumanAlternative, WithholdingGround
from register.labels import glossary
from register.rendering import answers
from register.rendering.explanations import explanation_of
from register.translations import LANGUAGES, Language


class TestExplanationOf:
    def test_tells_the_words_and_the_question(self) -> None:
        told = explanation_of("impact_assessments", "en", was_asked=True)

        assert [each.key for each in told.concepts] == ["impact-assessment", "dpia", "iama", "fria"]
        assert told.asked.endswith("?")

    def test_tells_only_the_words_when_nobody_was_asked(self) -> None:
        assert explanation_of("impact_assessments", "en", was_asked=False).asked == ""
        assert not explanation_of("documentation", "en", was_asked=False)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_there_for_every_question(self, language: Language) -> None:
        assert [field.key for field in FIELDS if not explanation_of(field.key, language, was_asked=True)] == []


class TestOfMember:
    def test_knows_the_same_word_of_two_vocabularies_apart(self) -> None:
        assert glossary.of_member(GapState.NOT_APPLICABLE) == "gap"
        assert glossary.of_member(HumanAlternative.NOT_APPLICABLE) == ""

    def test_explains_the_categories_that_the_law_names(self) -> None:
        assert glossary.of_member(RiskCategory.TRANSPARENCY) == "limited-risk"


class TestGap:
    @pytest.mark.parametrize(
        ("state", "dutch", "english"),
        [
            ("not_known", "Niet bekend sinds 3 november 2026", "Not known since 3 November 2026"),
            ("asked_supplier", "Op 3 november 2026 gevraagd aan de leverancier", "Asked the supplier on 3 November 2026"),
            ("not_done", "Op 3 november 2026 nog niet gedaan", "Not done yet on 3 November 2026"),
            ("not_applicable", "Niet van toepassing", "Not applicable"),
        ],
    )
    def test_says_since_when(self, state: str, dutch: str, english: str) -> None:
        document = {"gaps": {"/evaluation": {"state": state, "since": "2026-11-03"}}}
        field = next(field for field in FIELDS if field.key == "evaluation")
        said: dict[Language, str] = {"nl": dutch, "en": english}

        for language, sentence in said.items():
            gap = answers.answer(document, field, language).gap
            assert gap is not None
            assert gap.told == sentence

    def test_goes_by_its_name_when_nobody_said_since_when(self) -> None:
        field = next(field for field in FIELDS if field.key == "evaluation")
        gap = answers.answer({"gaps": {"/evaluation": {"state": "not_known"}}}, field, "en").gap

        assert gap is not None
        assert gap.told == "Not known yet"


class TestWithheld:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_tells_every_ground_in_words_and_by_its_article(self, language: Language) -> None:
        field = next(field for field in FIELDS if field.key == "methods")
        for ground in WithholdingGround:
            kept = answers.answer({"withheld": {"/methods": {"ground": ground.value}}}, field, language).withheld
            assert kept is not None
            assert kept.ground.name
            assert ("artikel" if language == "nl" else "Article") in kept.ground.meaning
