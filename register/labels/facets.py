"""Names for the words of filters that are made of other words, and for the parts of a text in which a search finds them."""

from enum import StrEnum

from register.domain.facets import AssessmentState, CompletenessBand
from register.domain.search.fields import SearchField
from register.domain.standard.vocabularies import AssessmentKind, AssessmentStatus
from register.labels import responsible_use
from register.labels.term import Table, Term

_KINDS = responsible_use.TABLES[AssessmentKind]
_STATES = responsible_use.TABLES[AssessmentStatus]


def _together(word: str) -> Term:
    kind, state = word.split(".")
    names, states = _KINDS[AssessmentKind(kind)], _STATES[AssessmentStatus(state)]
    return Term(f"{names.nl}: {states.nl.lower()}", f"{names.en}: {states.en.lower()}")


TABLES: dict[type[StrEnum], Table] = {
    CompletenessBand: {each: Term(f"{each.replace('-', ' tot ')}%", f"{each.replace('-', ' to ')}%") for each in CompletenessBand},
    SearchField: {
        SearchField.NAME: Term("Naam", "Name"),
        SearchField.TAGS: Term("Trefwoorden", "Tags"),
        SearchField.PRODUCT: Term("Product", "Product"),
        SearchField.SUMMARY: Term("Samenvatting", "Summary"),
        SearchField.PURPOSE: Term("Doel", "Purpose"),
        SearchField.REST: Term("Overige tekst", "Other text"),
    },
    AssessmentState: {each: _together(each) for each in AssessmentState},
}
