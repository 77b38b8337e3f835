"""Marking in a text the words that somebody searched for, compared as the search does: without case and accents, from their beginning."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from register.domain.organisations import folded_name


def marked(text: str, words: Sequence[str]) -> Markup:
    """Return the text as mark-up, with each word that begins with one of the folded words in a `<mark>`."""
    if not words:
        return escape(text)
    beginnings = tuple(words)
    pieces = (
        Markup("<mark>{}</mark>").format(piece) if folded_name(piece).startswith(beginnings) else escape(piece)
        for piece in re.split(r"(\W+)", text)
    )
    return Markup("").join(pieces)
