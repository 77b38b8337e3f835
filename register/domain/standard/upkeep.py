"""Section K, keeping it true: who looks after it, and when they look again."""

from functools import partial

from register.domain.standard.conditions import TO_PUBLISH
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import Date, Text

_field = partial(Field, section=Section.UPKEEP)

FIELDS = (
    _field("review_by", type=Date(), weight=4),
    _field("responsible_role", type=Text(200), weight=3),
    _field("change_note", type=Text(500), needed=TO_PUBLISH, can_be_withheld=False),
)
