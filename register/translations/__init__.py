"""The sentences of pages in both languages: English in the code and templates, Dutch in the .nl.po files beside this module.

The files are read and merged once, at the first use; nothing is compiled. A
sentence without a Dutch translation stays English, and a test refuses it.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from babel.messages.pofile import read_po

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FOLDER = Path(__file__).parent

#: Marks a sentence for translation where it is written, when it is looked up elsewhere: `N_("In use")`, later `_(text)`.
N_: Callable[[str], str] = str


@cache
def dutch() -> dict[str, tuple[str, ...]]:
    """Give each English sentence its Dutch forms: one, or singular and plural."""
    forms: dict[str, tuple[str, ...]] = {}
    for path in sorted(FOLDER.glob("*.nl.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="nl"):
                english, *_plural = as_forms(message.id)
                translated = as_forms(message.string)
                if english and all(translated):
                    forms[english] = translated
    return forms


def as_forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Take an entry of a translation file apart: one form, or singular and plural."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def sentence(language: Language, english: str) -> str:
    """Look a sentence up, its placeholders still open."""
    return dutch().get(english, (english,))[0] if language == "nl" else english


def counted(language: Language, singular: str, plural: str, n: int) -> str:
    """Look up the form of a sentence that fits a number, its placeholders still open."""
    forms = dutch().get(singular, (singular, plural)) if language == "nl" else (singular, plural)
    return forms[0] if n == 1 else forms[-1]


def gettext(language: Language, english: str, /, **values: object) -> str:
    """Say a sentence with its `%(placeholders)s` filled in; a percent sign itself is written `%%`, as in templates."""
    return sentence(language, english) % values


def ngettext(language: Language, singular: str, plural: str, n: int, /, **values: object) -> str:
    """Say the form of a sentence that fits the number, which is also the placeholder `num`."""
    return counted(language, singular, plural, n) % {"num": n, **values}
