"""Finding the word that somebody may have meant, among the words that are really in the register.

A word that finds nothing is shortened letter by letter until something begins
with it; the nearest word of what is found then is the suggestion. A word whose
first letters are wrong has none.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.organisations import folded_name
from register.models import PublicRegistration
from register.ports import SearchIndex
from register.queries import registrations
from register.queries.registrations import Selection, Sort

#: Fewer letters begin too many words to mean anything.
_SHORTEST = 3
#: How like a word has to be, from 0 to 1, before it is worth asking.
_NEAR = 0.8
_LOOKED_AT = 30

_R = PublicRegistration.__table__.c


def suggestion(session: Session, index: SearchIndex, words: str) -> str:
    """Return the words with each unknown one replaced by the nearest known one, or "" when that finds nothing."""
    asked = folded_name(words).split()
    meant = [word if _finds(session, index, word) else _nearest(session, index, word) for word in asked]
    if not all(meant) or meant == asked:
        return ""
    together = " ".join(meant)
    return together if _finds(session, index, together) else ""


def _finds(session: Session, index: SearchIndex, words: str) -> bool:
    return registrations.counted(session, index, Selection(words)) > 0


def _nearest(session: Session, index: SearchIndex, word: str) -> str:
    """Return the word of the register that is most like this one, or ""."""
    for length in range(len(word) - 1, _SHORTEST - 1, -1):
        found = set(_words_beginning(session, index, word[:length]))
        if found:
            likeness, nearest = max((SequenceMatcher(a=word, b=each).ratio(), each) for each in found)
            return nearest if likeness >= _NEAR else ""
    return ""


def _words_beginning(session: Session, index: SearchIndex, beginning: str) -> Iterator[str]:
    page = registrations.search(session, index, Selection(beginning, sort=Sort.RELEVANCE), offset=0, limit=_LOOKED_AT)
    rows = session.execute(select(_R.title, _R.search_text).where(_R.id.in_([row.id for row in page.rows])))
    for title, text in rows:
        yield from (word for word in re.findall(r"\w+", folded_name(f"{title} {text}")) if word.startswith(beginning))
