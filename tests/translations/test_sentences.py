"""What is said in English can be said in Dutch, and nothing is translated for nobody."""

import pytest

from register import translations
from register.translations import as_forms
from tests.translations.sentences import placeholders, said, translated

BUILT_IN = "A sentence that nobody translated"


class TestTranslations:
    def test_exist_for_every_sentence(self) -> None:
        known = {as_forms(message.id) for _file, message in translated()}

        assert {sentence: place for sentence, place in said().items() if sentence not in known} == {}

    def test_are_all_used(self) -> None:
        assert [f"{file}: {message.id}" for file, message in translated() if as_forms(message.id) not in said()] == []

    def test_are_complete_and_certain(self) -> None:
        doubtful = [f"{file}: {message.id}" for file, message in translated() if message.fuzzy or not all(as_forms(message.string))]

        assert doubtful == []

    def test_have_the_same_open_places(self) -> None:
        different = [
            f"{file}: {english!r}"
            for file, message in translated()
            for english, dutch in zip(as_forms(message.id), as_forms(message.string), strict=True)
            if placeholders(english) != placeholders(dutch)
        ]

        assert different == []

    def test_say_the_same_in_every_door(self) -> None:
        first: dict[object, tuple[str, object]] = {}

        clashes = [
            f"{english!r}: {dutch!r} in {file}, {first[english][1]!r} in {first[english][0]}"
            for file, message in translated()
            for english, dutch in [(as_forms(message.id)[0], message.string)]
            if first.setdefault(english, (file, dutch))[1] != dutch
        ]

        assert clashes == []


class TestGettext:
    def test_says_it_in_dutch(self) -> None:
        assert translations.gettext("nl", "Saved at %(time)s", time="09:41") == "Bewaard om 09:41"

    def test_says_it_in_english(self) -> None:
        assert translations.gettext("en", "Saved at %(time)s", time="09:41") == "Saved at 09:41"

    def test_stays_english_without_a_translation(self) -> None:
        assert translations.gettext("nl", BUILT_IN) == BUILT_IN

    def test_misses_no_value(self) -> None:
        with pytest.raises(KeyError):
            translations.gettext("nl", "Saved at %(time)s")


class TestNgettext:
    @pytest.mark.parametrize(("n", "dutch"), [(0, "Nog 0 tekens"), (1, "Nog 1 teken"), (2, "Nog 2 tekens")])
    def test_takes_the_form_that_fits_the_number(self, n: int, dutch: str) -> None:
        assert translations.ngettext("nl", "%(n)s character left", "%(n)s characters left", n, n=n) == dutch

    def test_does_so_in_english(self) -> None:
        assert translations.ngettext("en", "%(num)s row", "%(num)s rows", 1) == "1 row"
