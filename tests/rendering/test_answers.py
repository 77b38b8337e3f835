"""A document as people read it."""

from typing import Any

import pytest

from register.domain.standard import BY_KEY, FIELDS
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import DecisionRole, TranslationBy
from register.labels import label
from register.rendering import answers
from register.rendering.answers import Answer, Form, Part
from register.translations import Language
from tests.rendering.documents import told_document


def answer(key: str, language: Language = "nl", **changes: Any) -> Answer:
    return answers.answer(told_document(**changes), BY_KEY[key], language)


def only(found: Answer) -> Part:
    ((part,),) = found.rows
    return part


class TestAnswer:
    def test_asks_what_the_public_asks(self) -> None:
        found = answer("human_intervention", "en")

        assert (found.question, found.label) == ("Who checks it?", "Human intervention")

    def test_gives_a_rich_text_with_its_language(self) -> None:
        piece = only(answer("affected_groups", "en")).piece

        assert piece is not None
        assert (piece.form, piece.language) == (Form.RICH, "nl")
        assert piece.text.startswith("<p>Inwoners:</p><ul>")

    def test_tells_that_a_text_is_in_another_language(self) -> None:
        foreign, own = only(answer("affected_groups", "en")).piece, only(answer("affected_groups", "nl")).piece

        assert foreign is not None
        assert own is not None
        assert (foreign.is_foreign, own.is_foreign) == (True, False)

    def test_names_the_words_of_a_vocabulary(self) -> None:
        piece = only(answer("decision_role")).piece

        assert piece is not None
        assert [word.name for word in piece.words] == [label(DecisionRole.SUPPORTS, "nl")]
        assert piece.words[0].meaning != ""

    def test_leaves_a_word_that_it_does_not_know_as_it_is(self) -> None:
        piece = only(answer("decision_role", decision_role="guesses")).piece

        assert piece is not None
        assert piece.words[0].name == "guesses"

    @pytest.mark.parametrize(
        ("key", "value", "text", "href"),
        [
            ("public_page", "https://www.body.example/brieven/", "www.body.example/brieven", "https://www.body.example/brieven/"),
            ("contact", "algoritmes@body.example", "algoritmes@body.example", "mailto:algoritmes@body.example"),
            ("contact", "https://body.example/contact", "body.example/contact", "https://body.example/contact"),
            ("start_month", "2026-01", "januari 2026", ""),
            ("review_by", "2027-06-30", "30 juni 2027", ""),
            ("log_retention_months", 1200, "1.200", ""),
            ("model_name", "Voorbeeldmodel 7B", "Voorbeeldmodel 7B", ""),
            ("successor", "222222228", "222222228", ""),
        ],
    )
    def test_writes_each_kind_of_value_for_people(self, key: str, value: object, text: str, href: str) -> None:
        piece = only(answers.answer(told_document(**{key: value}), BY_KEY[key], "nl")).piece

        assert piece is not None
        assert (piece.text, piece.href) == (text, href)

    def test_takes_a_composite_apart(self) -> None:
        (parts,) = answer("prompt_retention").rows

        assert [(part.name, part.piece and (part.piece.text or part.piece.words[0].name)) for part in parts] == [
            ("Aantal dagen", "30"),
            ("Leert de leverancier ervan", "Nee"),
        ]

    def test_gives_every_row_of_a_list(self) -> None:
        rows = answer("legal_bases", "en").rows

        assert [row[0].piece and row[0].piece.text for row in rows] == ["Participation Act", "Een andere wet", None]

    def test_says_why_there_is_no_answer(self) -> None:
        found = answer("evaluation")

        assert found.gap is not None
        assert (found.gap.state.name, found.gap.expected, found.gap.note and found.gap.note.text) == (
            "Nog niet bekend",
            "2027-02",
            "Volgt na de proef.",
        )
        assert not found.is_blank

    def test_says_on_what_ground_it_is_withheld(self) -> None:
        found = answer("methods")

        assert found.withheld is not None
        assert found.withheld.ground.name == "Inspectie, controle en toezicht"
        assert found.rows == ()

    def test_says_so_of_a_part_and_of_a_row(self) -> None:
        (parts,) = answer("personal_data").rows
        *_given, (last,) = answer("legal_bases").rows

        assert parts[1].withheld is not None
        assert last.withheld is not None

    def test_says_where_it_was_taken_from(self) -> None:
        assert answer("model_name").origin == answers.Origin("111111115", 3)
        assert answer("model_provider").origin is None

    def test_says_who_translated_it(self) -> None:
        english, dutch = only(answer("summary", "en")).piece, only(answer("summary", "nl")).piece

        assert english is not None
        assert dutch is not None
        assert (english.translated_by, dutch.translated_by) == (TranslationBy.MACHINE, None)

    def test_says_when_the_translated_text_changed_since(self) -> None:
        english, dutch = only(answer("summary", "en")).piece, only(answer("summary", "nl")).piece

        assert english is not None
        assert dutch is not None
        assert (english.is_stale, dutch.is_stale) == (True, False)

    def test_is_blank_when_nothing_was_said(self) -> None:
        assert answer("monitoring").is_blank


class TestOnlyIn:
    def test_names_the_language_when_no_text_is_in_the_one_asked_for(self) -> None:
        document = {
            "language": "nl",
            "name": {"nl": "Naam"},
            "legal_bases": [{"id": "wet1", "title": {"nl": "Wet", "en": ""}}],
            "model_name": "M",
        }

        assert (answers.only_in(document, "en"), answers.only_in(document, "nl")) == ("nl", None)

    def test_names_none_when_some_are(self) -> None:
        assert answers.only_in(told_document(), "en") is None

    def test_spares_each_text_the_note(self) -> None:
        piece = only(answers.answer({"name": {"nl": "Naam"}}, BY_KEY["name"], "en")).piece

        assert piece is not None
        assert (piece.language, piece.is_foreign) == ("nl", False)


class TestOpening:
    def test_answers_the_questions_that_people_ask_first(self) -> None:
        assert [found.question for found in answers.opening(told_document(), "nl").answers] == [
            "Wat doet het?",
            "Beslist het over mij?",
            "Wie kijkt mee?",
            "Welke gegevens gebruikt het?",
            "Wat kan ik doen als het niet klopt?",
            "Aan wie vraag ik iets?",
        ]

    def test_only_names_the_questions_that_the_source_of_a_mirrored_one_does_not_answer(self) -> None:
        found = answers.opening({"name": {"nl": "Naam"}, "purpose": {"nl": "<p>Doel.</p>"}, "provenance": {}}, "nl")

        assert [each.key for each in found.answers] == ["purpose"]
        assert found.not_at_source[0] == "Beslist het over mij?"
        assert len(found.not_at_source) == len(answers.BRIEF) - 1


class TestChapters:
    def test_do_not_repeat_what_opens_the_page(self) -> None:
        document = {"name": {"nl": "Naam"}, "purpose": {"nl": "<p>Doel.</p>"}, "legal_basis": {"nl": "<p>Wet.</p>"}, "provenance": {}}

        assert [found.key for chapter in answers.chapters(document, "nl") for found in chapter.answers] == ["legal_basis"]

    def test_answer_every_other_question_once(self) -> None:
        shown = [found.key for chapter in answers.chapters(told_document(), "nl") for found in chapter.answers]

        assert len(shown) == len(set(shown))
        hidden = {field for field in FIELDS if field.key not in {*shown, *answers.BRIEF, *answers.NO_ANSWERS}}
        assert [field.key for field in hidden if field.weight and field.visibility is Visibility.PUBLIC] == []

    def test_leave_out_what_is_not_asked(self) -> None:
        document = told_document(kind="algorithm", techniques=["rules"])
        document = {key: value for key, value in document.items() if BY_KEY.get(key) is None or BY_KEY[key].asked is None}

        assert "generative_ai" not in [chapter.section for chapter in answers.chapters(document, "nl")]

    def test_show_no_blanks_of_a_body_that_was_not_asked(self) -> None:
        chapters = answers.chapters(told_document(provenance={"source": "elsewhere"}), "nl")

        assert [found.key for chapter in chapters for found in chapter.answers if found.is_blank] == []

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_have_the_headings_of_the_public_page(self, language: Language) -> None:
        headings = [chapter.heading for chapter in answers.chapters(told_document(), language)]

        assert headings[1] == {"nl": "Wat betekent het voor u?", "en": "What does it mean for you?"}[language]
