"""A selection of the register as an address asks for it: its keys, the words that each may have, what they are called, and how it is read.

The search page, what is taken along from it and the extracts of regulators
take the same keys, so that what follows the question mark means the same.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial

from register.domain.facets import FACETS, CompletenessBand
from register.domain.organisations import OrganisationType
from register.domain.standard.vocabularies import DecisionRole, Kind, Status
from register.labels import label
from register.queries.orders import Sort
from register.queries.selections import FACET_NAMES, Selection
from register.translations import formats
from register.web import language
from register.web.language import N_
from register.web.links import Pairs
from register.web.parameters import NUMBER, Reader

#: Filters of which every word is listed, also when it would find nothing.
VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "status": Status,
    "decisionRole": DecisionRole,
    "kind": Kind,
    "type": OrganisationType,
    "completeness": CompletenessBand,
    **{name: facet.vocabulary for name, facet in FACETS.items() if facet.vocabulary is not None},
}


def _is_of(vocabulary: type[StrEnum], word: str) -> bool:
    return word in set(vocabulary)


#: What an address may ask of each filter.
CAN_BE: Mapping[str, Callable[[str], bool]] = {
    **{name: partial(_is_of, vocabulary) for name, vocabulary in VOCABULARIES.items()},
    **{name: facet.has for name, facet in FACETS.items()},
    **dict.fromkeys(("organisation", "product"), lambda word: re.fullmatch(NUMBER, word) is not None),
    "year": lambda word: re.fullmatch("20[0-9]{2}", word) is not None,
    "month": lambda word: re.fullmatch("20[0-9]{2}-(0[1-9]|1[0-2])", word) is not None,
}

TITLES = {
    "decisionRole": N_("Does it decide about people?"),
    "category": N_("Risk under the AI Act"),
    "status": N_("Status"),
    "kind": N_("Kind"),
    "theme": N_("Theme"),
    "organisation": N_("Organisation"),
    "type": N_("Sort of organisation"),
    "technique": N_("Technique"),
    "personalData": N_("Personal data"),
    "assessment": N_("Impact assessments"),
    "safe": N_("Is it safe?"),
    "fair": N_("Is it fair?"),
    "human": N_("Do people stay in charge?"),
    "sust": N_("Is it worth its price?"),
    "area": N_("Sensitive field (Annex III)"),
    "role": N_("What the organisation is under the AI Act"),
    "national": N_("National category"),
    "product": N_("Product"),
    "supplier": N_("Supplier"),
    "provider": N_("Provider of the model"),
    "completeness": N_("How complete is it?"),
    "year": N_("First published in"),
    "month": N_("Month of first publication"),
}


def text_of(name: str, word: str) -> str:
    """Put a word of a filter in words."""
    if name == "month":
        return formats.month(word, language.current())
    vocabulary = VOCABULARIES.get(name)
    return word if vocabulary is None else label(vocabulary(word), language.current())


def read(given: Reader, *, as_of: date | None, today: date) -> Selection:
    """Read a selection; the reader gathers what is wrong. `today` is the day that it is now."""
    words = given.text("q")
    chosen = {name: given.several(name, CAN_BE[name]) for name in FACET_NAMES}
    return Selection(
        words=words,
        facets={name: words for name, words in chosen.items() if words},
        mirrored=given.flag("mirrored"),
        example=given.flag("example"),
        overdue_on=(as_of or today) if given.flag("overdue") else None,
        as_of=as_of,
        sort=given.choice("sort", Sort, Sort.RELEVANCE if words else Sort.NEWEST),
        language=language.current(),
    )


def pairs(selection: Selection) -> Pairs:
    """Write a selection down as the pairs of its one address."""
    usual = Sort.RELEVANCE if selection.words else Sort.NEWEST
    flags = (("mirrored", selection.mirrored), ("example", selection.example), ("overdue", selection.overdue_on is not None or None))
    told = [
        ("q", selection.words),
        *((name, word) for name, words in selection.facets.items() for word in words),
        *((name, "" if value is None else str(value).lower()) for name, value in flags),
        ("sort", selection.sort.value if selection.sort is not usual else ""),
        ("asOf", selection.as_of.isoformat() if selection.as_of else ""),
    ]
    return tuple(pair for pair in told if pair[1])
