"""Names for how often somebody hears of a selection, and for what happened in it."""

from enum import StrEnum

from register.domain.subscriptions import Frequency, Happened
from register.labels.term import Table, Term

TABLES: dict[type[StrEnum], Table] = {
    Happened: {
        Happened.NEW: Term("nieuw", "new"),
        Happened.CHANGED: Term("gewijzigd", "changed"),
        Happened.WITHDRAWN: Term("ingetrokken", "withdrawn"),
        Happened.LEFT: Term("gewijzigd, en niet meer in deze zoekvraag", "changed, and no longer in this search"),
    },
    Frequency: {
        Frequency.DAILY: Term("Elke dag", "Every day", "Alleen als er iets veranderde.", "Only when something changed."),
        Frequency.WEEKLY: Term(
            "Elke week, op maandag", "Every week, on Monday", "Alleen als er iets veranderde.", "Only when something changed."
        ),
    },
}
