"""Every field, member and section has words in every language, and no word is left over."""

import pytest

from register.domain.principles.criteria import BY_KEY as CRITERIA
from register.domain.principles.criteria import Principle
from register.domain.standard import BY_KEY, FIELDS, SECTIONS, words_en, words_nl
from register.domain.standard.types import Rich, String, Text
from register.domain.standard.words import LANGUAGES, field_words, member_help, member_label, section_words

DATA = {"nl": words_nl, "en": words_en}
MEMBERS = [(field.key, member.key) for field in FIELDS for member in field.members]


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryKey:
    def test_of_a_field_has_words_and_no_others_have(self, language: str) -> None:
        assert list(DATA[language].FIELDS) == [field.key for field in FIELDS if field.key not in CRITERIA]

    def test_of_a_member_has_words_and_no_others_have(self, language: str) -> None:
        assert sorted(DATA[language].MEMBERS) == sorted(each for each in MEMBERS if each[0] not in CRITERIA)

    def test_of_a_section_has_words_and_no_others_have(self, language: str) -> None:
        assert list(DATA[language].SECTIONS) == [section.value for section in SECTIONS if section.value not in set(Principle)]


@pytest.mark.parametrize("language", LANGUAGES)
class TestTheWords:
    @pytest.mark.parametrize("key", BY_KEY)
    def test_of_a_field_say_what_to_write(self, key: str, language: str) -> None:
        words = field_words(key, language)

        assert words.label
        assert words.ask.endswith("?")
        assert words.show
        assert words.help.endswith((".", "?"))

    @pytest.mark.parametrize("key", [field.key for field in FIELDS if isinstance(field.type, String | Text | Rich)])
    def test_of_a_text_give_an_example_that_fits(self, key: str, language: str) -> None:
        kind = BY_KEY[key].type
        example = field_words(key, language).example

        assert isinstance(kind, String | Text | Rich)
        assert 0 < len(example) <= kind.limit

    @pytest.mark.parametrize(("field", "member"), MEMBERS)
    def test_of_a_member_name_it_and_help_with_whole_sentences(self, field: str, member: str, language: str) -> None:
        assert member_label(field, member, language)
        assert member_help(field, member, language).endswith((".", "?")) or not member_help(field, member, language)

    @pytest.mark.parametrize("section", SECTIONS)
    def test_of_a_section_open_the_form_with_one_sentence(self, section: str, language: str) -> None:
        words = section_words(section, language)

        assert words.title
        assert words.heading
        assert words.lead.endswith(".")

    def test_are_at_most_three_short_sentences_of_help(self, language: str) -> None:
        too_long = [key for key in BY_KEY if len(field_words(key, language).help) > 170]

        assert not too_long

    def test_name_every_field_differently(self, language: str) -> None:
        labels = [field_words(key, language).label for key in BY_KEY]

        assert len(set(labels)) == len(labels)


class TestDutch:
    @pytest.mark.parametrize("word", ["helaas", "ongeldig", "error", "!", " jij ", " je ", " jouw "])
    def test_keeps_to_the_tone_of_the_house(self, word: str) -> None:
        texts = [
            text for key in BY_KEY for words in [field_words(key, "nl")] for text in (words.ask, words.show, words.help, words.example)
        ]

        assert not [text for text in texts if word in f" {text.lower()} "]


class TestAnUnknownKey:
    def test_has_no_words(self) -> None:
        with pytest.raises(KeyError):
            field_words("no_such_field", "nl")
