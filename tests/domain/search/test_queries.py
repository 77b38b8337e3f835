"""What somebody asks is read the same however it is spaced, and can be asked with a word less."""

import pytest

from register.domain.search.queries import is_telling, parse, shorter


class TestParse:
    @pytest.mark.parametrize("text", ["parkeren|boete", "parkeren |boete", "parkeren| boete", "parkeren OF boete", "parkeren of boete"])
    def test_takes_a_bar_for_or_however_it_is_spaced(self, text: str) -> None:
        assert parse(text, "nl") == parse("parkeren | boete")

    def test_knows_the_small_word_for_or_in_its_own_language_only(self) -> None:
        assert parse("fine or permit", "en") == parse("fine | permit")
        assert parse("fine or permit", "nl") != parse("fine | permit") != parse("fine or permit")


class TestShorter:
    @pytest.mark.parametrize(
        ("text", "less"),
        [
            ("", []),
            ("boete", []),
            ("boete innen", ["innen", "boete"]),
            ("de boete innen", ["boete innen", "de innen", "de boete", "de", "boete", "innen"]),
            ("boete of bon", ["bon", "boete"]),
            ("boete|bon", ["bon", "boete"]),
            ("innen boete of bon", ["boete of bon", "innen bon", "innen boete", "innen", "boete", "bon"]),
            ("a of b of c", ["b of c", "a of c", "a of b", "a", "b", "c"]),
            ('"openbare ruimte" bomen', ["bomen", '"openbare ruimte"']),
            ("kentekens NIET milieuzone", ["NIET milieuzone", "kentekens"]),
        ],
    )
    def test_leaves_out_a_word_with_what_joined_it(self, text: str, less: list[str]) -> None:
        assert list(shorter(text, "nl")) == less


class TestIsTelling:
    @pytest.mark.parametrize("text", ["", "de", "de van", "-boete", "NIET boete", "de -boete"])
    def test_is_false_where_nothing_particular_is_asked_for(self, text: str) -> None:
        assert not is_telling(parse(text, "nl"))

    @pytest.mark.parametrize("text", ["boete", "de boete", '"de het"', "boete -bon"])
    def test_is_true_where_a_word_or_a_phrase_is(self, text: str) -> None:
        assert is_telling(parse(text, "nl"))
