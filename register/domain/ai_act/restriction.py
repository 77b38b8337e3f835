"""Which registrations stay out of sight: Art. 49(4), as the national standard takes it over.

Points 1, 6 and 7 of Annex III in law enforcement, migration, asylum and border
control. It follows from the facts alone; a body may choose to publish all the same.
"""

from enum import StrEnum

from register.domain.ai_act.establish import establish
from register.domain.ai_act.facts import AnnexIiiPoint, Facts
from register.domain.ai_act.findings import Finding

#: The points of Annex III of which some stay out of sight.
OUT_OF_SIGHT = tuple(point for point in AnnexIiiPoint if point[0] in "167")


class RestrictionChoice(StrEnum):
    """Whether a body publishes what the law lets it keep out of sight."""

    DEFAULT = "default"
    VOLUNTARILY_PUBLIC = "voluntarily_public"


def is_out_of_sight(facts: Facts) -> bool | None:
    """Say whether the law keeps this out of the public register; None while the field of use is unknown, which decides it."""
    return establish(facts).found[Finding.NON_PUBLIC]
