"""What somebody may have meant: each word that is nowhere in the register, replaced by the nearest that is."""

from sqlalchemy.orm import Session

from register.domain.search.queries import Clause, parse
from register.domain.search.words import words
from register.ports import SearchIndex
from register.queries import hits, registrations, terms
from register.queries.columns import known_words
from register.queries.registrations import Selection


def suggestion(session: Session, index: SearchIndex, text: str, language: str = "") -> str:
    """Return the query with its unknown words replaced, or "" when every word is known or the other query finds nothing either."""
    finder = hits.finder(session, index)
    unknown = {word for clause in finder.missing(parse(text, language)) for word in _words(clause)}
    known = known_words(session, index, finder.there)
    nearest = {word: "" if terms.synonyms((word,)) else known.nearest(word) for word in unknown}  # a term of ours is spelt right
    if not unknown or not all(nearest.values()):
        return ""
    meant = " ".join(_replaced(piece, nearest) for piece in text.split())
    return meant if registrations.counted(session, index, Selection(meant, language=language)) else ""


def _words(clause: Clause) -> set[str]:
    return {word for atom in clause.atoms for word in atom.words}


def _replaced(piece: str, nearest: dict[str, str]) -> str:
    """Replace the words of a piece of what was typed; signs around them stay."""
    found = words(piece)
    if not any(word in nearest for word in found):
        return piece
    before, after = ('"' if piece.startswith('"') else "", '"' if piece.endswith('"') else "")
    return f"{before}{' '.join(nearest.get(word, word) for word in found)}{after}"
