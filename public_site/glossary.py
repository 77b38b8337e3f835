"""The glossary: what the words on these pages mean, which law says so, and what is in the register of each.

Other pages lead here with the key of a concept behind the address; the keys
are the same in both languages and never change.
"""

from dataclasses import dataclass

from flask import render_template
from flask.typing import ResponseReturnValue

from public_site.addresses import page
from register.domain.search.words import folded
from register.labels import explanation, glossary, label
from register.rendering.answers import Word
from register.web import language
from register.web.language import N_, _
from register.web.links import with_query
from register.web.pages import page_url

HEADINGS = {
    "systems": N_("What it is"),
    "rights": N_("What it means for you"),
    "care": N_("What is weighed beforehand"),
    "rules": N_("What the AI Act says"),
    "reading": N_("How to read a registration"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in the language of the page."""

    key: str
    name: str
    means: str
    also: str
    #: What it is called in the other language, by which it goes in the API or in the law.
    elsewhere: str
    source: str
    source_href: str
    #: The search for what it is about; "" when there is none.
    found_href: str
    words: tuple[Word, ...]


@page("/woordenlijst", "/glossary", here="about", is_timeless=True)
def glossary_page() -> ResponseReturnValue:
    """Explain every word, by what it is about and then by name."""
    groups = [(key, _(HEADINGS[key]), _sorted([_entry(concept) for concept in concepts])) for key, concepts in glossary.GROUPS.items()]
    return render_template(
        "public_site/glossary.html",
        groups=groups,
        by_name=_sorted([entry for _key, _heading, entries in groups for entry in entries]),
        other=language.other(language.current()),
    )


def _entry(concept: glossary.Concept) -> Entry:
    chosen = language.current()
    said, source = concept.said(chosen), concept.source
    vocabulary = concept.vocabulary or ()
    return Entry(
        key=concept.key,
        name=said.name,
        means=said.means,
        also=", ".join(said.also),
        elsewhere=concept.said(language.other(chosen)).name,
        source=source.cited(chosen) if source else "",
        source_href=source.law.href if source else "",
        found_href=with_query(page_url("public_site.search"), [concept.selection]) if concept.selection else "",
        words=tuple(Word(label(member, chosen), explanation(member, chosen)) for member in vocabulary),
    )


def _sorted(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: folded(entry.name))
