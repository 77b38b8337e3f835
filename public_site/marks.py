"""Marking in a text the words that somebody searched for."""

from markupsafe import Markup, escape

from register.queries.marking import Marking


def marked(text: str, marking: Marking | None = None) -> Markup:
    """Return the text as mark-up, with each word that was looked for in a `<mark>`."""
    if not marking:
        return escape(text)
    done, pieces = 0, []
    for start, end in marking.places(text):
        pieces += [escape(text[done:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        done = end
    return Markup("").join([*pieces, escape(text[done:])])
