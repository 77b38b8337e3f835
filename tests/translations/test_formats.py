"""How dates, numbers and names are written for people."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import get_args

import pytest
from markupsafe import Markup

from register.translations import Language, formats

LATE_IN_THE_EVENING = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
LONG = "arbeidsmarktgeschiktheidsbeoordeling"


class TestDay:
    def test_is_written_out(self) -> None:
        assert formats.day(date(2026, 11, 20), "nl") == "20 november 2026"
        assert formats.day("2026-11-20", "en") == "20 November 2026"

    def test_is_the_day_in_the_netherlands(self) -> None:
        assert formats.day(LATE_IN_THE_EVENING, "nl") == "20 november 2026"
        assert formats.day("2026-11-19T23:30:00Z", "en") == "20 November 2026"


class TestMonth:
    def test_is_written_out(self) -> None:
        assert formats.month("2025-03", "nl") == "maart 2025"
        assert formats.month(date(2025, 3, 1), "en") == "March 2025"


class TestMoment:
    def test_is_told_in_the_time_of_the_netherlands(self) -> None:
        assert formats.moment(datetime(2026, 7, 1, 12, 5, tzinfo=UTC), "nl") == "1 juli 2026 om 14:05"
        assert formats.moment("2026-12-01T12:05:00Z", "en") == "1 December 2026 at 13:05"

    def test_is_refused_without_a_time_zone(self) -> None:
        with pytest.raises(ValueError, match="time zone"):
            formats.moment("2026-12-01T12:05:00", "nl")


class TestNumber:
    @pytest.mark.parametrize(
        ("value", "dutch", "english"), [(1284, "1.284", "1,284"), ("410000.50", "410.000,50", "410,000.50"), (Decimal(0), "0", "0")]
    )
    def test_is_grouped_as_the_language_does(self, value: int | str | Decimal, dutch: str, english: str) -> None:
        assert [formats.number(value, language) for language in get_args(Language)] == [dutch, english]


class TestPercent:
    def test_takes_a_share(self) -> None:
        assert formats.percent(0.399, "nl") == "39,9%"
        assert formats.percent(Decimal("0.62"), "en") == "62%"


class TestNumberInThrees:
    def test_keeps_together(self) -> None:
        assert formats.number_in_threes("123456789") == "123\u00a0456\u00a0789"


class TestSoft:
    def test_lets_a_long_word_break(self) -> None:
        softened = formats.soft(f"de {LONG}", "nl")

        assert "\u00ad" in softened
        assert softened.replace("\u00ad", "") == f"de {LONG}"

    def test_leaves_other_words_alone(self) -> None:
        assert formats.soft("bijstandsuitker", "nl") == "bijstandsuitker"

    def test_knows_english(self) -> None:
        assert formats.soft("internationalisation", "en").count("\u00ad") > 0

    def test_keeps_mark_up_whole(self) -> None:
        address = f'<a href="/{LONG}">'

        softened = formats.soft(Markup(f"{address}<mark>{LONG}</mark></a>"), "nl")  # noqa: S704 -- made here

        assert isinstance(softened, Markup)
        assert softened.startswith(address)
        assert "\u00ad" in softened

    def test_does_not_make_mark_up_of_a_text(self) -> None:
        assert not isinstance(formats.soft(f"<b>{LONG}", "nl"), Markup)


class TestLocalised:
    def test_takes_the_language_asked_for(self) -> None:
        assert formats.localised({"nl": "nee", "en": "no"}, "en") == ("no", "en")

    @pytest.mark.parametrize("value", [{"nl": "nee"}, {"nl": "nee", "en": ""}])
    def test_falls_back_to_the_other_and_says_so(self, value: dict[str, str]) -> None:
        assert formats.localised(value, "en") == ("nee", "nl")

    @pytest.mark.parametrize("value", [None, {}, {"nl": ""}])
    def test_is_empty_without_a_text(self, value: dict[str, str] | None) -> None:
        assert formats.localised(value, "en") == ("", "en")
