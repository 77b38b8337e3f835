"""Where in a registration the words stand that somebody looked for, when its name and summary do not show them."""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Row
from sqlalchemy.orm import Session

from register.queries import registrations
from register.queries.marking import Marking
from register.rendering.search_texts import search_texts
from register.translations.formats import Localised, localised
from register.web.language import LANGUAGES, Language

SHOWN = ("name", "summary", "excerpt")


def excerpts(session: Session, rows: Sequence[Row[Any]], marking: Marking, language: Language) -> dict[int, Localised]:
    """Return by id the piece of text in which the first word stands: in the language of the page when it is there, else in the other."""
    hidden = [row.id for row in rows if marking and not _is_shown(row, marking, language)]
    found = {row_id: _excerpt(orjson.loads(content), marking, language) for row_id, content in registrations.documents(session, hidden)}
    return {row_id: excerpt for row_id, excerpt in found.items() if excerpt is not None}


def _is_shown(row: Row[Any], marking: Marking, language: Language) -> bool:
    """Say whether what a list shows of a row has one of the words."""
    texts = [localised(row.card.get(key), language).text for key in SHOWN]
    names = localised((row.card.get("organisation") or {}).get("name"), language).text
    return any(True for text in (*texts, names) for _ in marking.places(text))


def _excerpt(document: dict[str, Any], marking: Marking, language: Language) -> Localised | None:
    for text, written in _pieces(document, language):
        if excerpt := marking.excerpt(text):
            return Localised(excerpt, written)
    return None


def _pieces(document: dict[str, Any], language: Language) -> Iterator[tuple[str, Language]]:
    """Yield the texts of a document, those in the language of the page first; a text without one counts as its own."""
    own: Language = "en" if document.get("language") == "en" else "nl"
    texts = search_texts(document)
    for wanted in dict.fromkeys((language, *LANGUAGES, "")):
        for by_language in texts.values():
            for line in by_language.get(wanted, "").split("\n"):
                yield line, wanted if wanted in LANGUAGES else own
