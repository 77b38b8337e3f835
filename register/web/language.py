"""The language of a request: where it comes from, and the sentences and forms that follow it.

A door that takes the language from the address or from a cookie says so with
`use`; every other request gets the language that the browser asks for.
"""

from flask import g, has_request_context, request
from jinja2 import Environment
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from register import translations
from register.translations import LANGUAGES, N_, Language, templates
from register.translations.formats import Localised, localised

__all__ = [
    "LANGUAGES",
    "N_",
    "Language",
    "Localised",
    "_",
    "choose",
    "current",
    "gettext",
    "install",
    "localised",
    "ngettext",
    "other",
    "use",
]


def choose(accept_language: str) -> Language:
    """Pick the language that suits an Accept-Language header best; Dutch when it names neither."""
    accepted = parse_accept_header(accept_language, LanguageAccept)
    return "en" if accepted.best_match(LANGUAGES) == "en" else "nl"


def use(language: Language) -> None:
    """Answer the rest of this request in a language."""
    g.language = language


def current() -> Language:
    """Name the language of this request; Dutch outside one."""
    if not has_request_context():
        return "nl"
    if "language" not in g:
        g.language = choose(request.headers.get("Accept-Language", ""))
    language: Language = g.language
    return language


def other(language: Language) -> Language:
    """Name the language that a page links to as its translation."""
    return "en" if language == "nl" else "nl"


def gettext(english: str, /, **values: object) -> str:
    """Say a sentence in the language of this request."""
    return translations.gettext(current(), english, **values)


def ngettext(singular: str, plural: str, n: int, /, **values: object) -> str:
    """Say the form of a sentence that fits the number, in the language of this request."""
    return translations.ngettext(current(), singular, plural, n, **values)


_ = gettext


def install(environment: Environment) -> None:
    """Give a door's templates the sentences and forms, in the language of each request."""
    templates.install(environment, current)
