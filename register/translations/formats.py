"""How dates, numbers and names are written for people, in Dutch and in English.

Dates are written out, moments are told in the time of the Netherlands, and
numbers are grouped as each language does.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pyphen
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from register.translations import LANGUAGES, Language

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
#: A word of 16 letters does not fit a phone at the size of a title. In mark-up, tags and entities stay whole.
LONG_WORD = re.compile(r"[^\W\d_]{16,}")
LONG_WORD_IN_MARKUP = re.compile(r"<[^>]*>|&#?\w+;|" + LONG_WORD.pattern)


class Localised(NamedTuple):
    """A text, and the language that it is in."""

    text: str
    language: Language

    def __str__(self) -> str:
        return self.text


def day(value: date | str, language: Language) -> str:
    """Write a date out: 20 november 2026, 20 November 2026."""
    return format_date(_date(value), "d MMMM y", locale=language)


def month(value: date | str, language: Language) -> str:
    """Write a month out: maart 2025, March 2025. Takes `yyyy-mm`, too."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}", value):
        value = f"{value}-01"
    return format_date(_date(value), "MMMM y", locale=language)


def clock(value: datetime | str) -> str:
    """Tell the time of the day, in the Netherlands: 09:41."""
    return f"{_moment(value):%H:%M}"


def moment(value: datetime | str, language: Language) -> str:
    """Write a moment out, in the time of the Netherlands: 20 november 2026 om 09:41."""
    local = _moment(value)
    return f"{day(local, language)} {'om' if language == 'nl' else 'at'} {clock(local)}"


def number(value: int | Decimal | str, language: Language) -> str:
    """Group a number: 1.284, 1,284. Decimal strings, as documents hold amounts, keep their digits: 410.000,50."""
    digits = Decimal(value)
    decimals = -min(int(digits.as_tuple().exponent), 0)
    return format_decimal(digits, format="#,##0" + ("." + "0" * decimals if decimals else ""), locale=language)


def percent(share: float | Decimal, language: Language) -> str:
    """Write a share from 0 to 1 as a percentage: 39,9%, 39.9%."""
    return format_percent(Decimal(str(share)), format="#,##0.#%", locale=language)


def number_in_threes(value: str) -> str:
    """Space out a number of the register, so that it can be read aloud; it does not break over two lines."""
    return NO_BREAK_SPACE.join(value[i : i + 3] for i in range(0, len(value), 3))


def soft(text: str, language: Language) -> str:
    """Put soft hyphens in words too long for a phone: a browser without a dictionary breaks there.

    Mark-up stays mark-up; its tags, addresses and entities are not touched.
    """
    words = _hyphens(language)
    if isinstance(text, Markup):
        return Markup(LONG_WORD_IN_MARKUP.sub(lambda found: _softened(words, found[0]), str(text)))  # noqa: S704 -- it was mark-up already, and a soft hyphen is not a tag
    return LONG_WORD.sub(lambda found: _softened(words, found[0]), str(text))


def named(text: Localised | str, language: Language) -> str:
    """Put soft hyphens in a name, and say in which language it is when that is not the language of the page."""
    if not isinstance(text, Localised):
        return soft(text, language)
    return quoted(Localised(soft(text.text, text.language), text.language), language)


def quoted(text: Localised, language: Language) -> str:
    """Say in which language a text is when that is not the language of the page, and leave it as it is: for what people copy."""
    if text.language == language:
        return text.text
    return Markup('<span lang="{}">{}</span>').format(text.language, text.text)


def localised(value: Mapping[str, str] | str | None, language: Language) -> Localised:
    """Take a text in the language asked for, or else in the other one; the answer says in which."""
    if isinstance(value, str):
        return Localised(value, language)
    for candidate in (language, *LANGUAGES):
        if value and value.get(candidate):
            return Localised(value[candidate], candidate)
    return Localised("", language)


def _softened(words: pyphen.Pyphen, word: str) -> str:
    return str(words.inserted(word, SOFT_HYPHEN)) if word[0] not in "<&" else word


@cache
def _hyphens(language: Language) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=DICTIONARIES[language], left=5, right=4)


def _date(value: date | str) -> date:
    if isinstance(value, str):
        return _date(datetime.fromisoformat(value)) if "T" in value else date.fromisoformat(value)
    return _moment(value).date() if isinstance(value, datetime) else value


def _moment(value: datetime | str) -> datetime:
    """Bring a moment to the time of the Netherlands. Raises `ValueError` when it does not say which zone it is in."""
    given = datetime.fromisoformat(value) if isinstance(value, str) else value
    if given.tzinfo is None:
        raise ValueError(f"{given} has no time zone")
    return given.astimezone(AMSTERDAM)
