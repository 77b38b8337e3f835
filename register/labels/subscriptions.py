"""Names for how often somebody hears of a selection."""

from enum import StrEnum

from register.domain.subscriptions import Frequency
from register.labels.term import Table, Term

TABLES: dict[type[StrEnum], Table] = {
    Frequency: {
        Frequency.DAILY: Term("Elke dag", "Every day", "Alleen als er iets veranderde.", "Only when something changed."),
        Frequency.WEEKLY: Term(
            "Elke week, op maandag", "Every week, on Monday", "Alleen als er iets veranderde.", "Only when something changed."
        ),
    }
}
