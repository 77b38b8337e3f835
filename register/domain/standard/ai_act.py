"""Section G, the AI Act: the facts on which the classification rests, in one field.

Facts that have a home elsewhere (the role in a decision, the status) are not
asked again; `register.domain.ai_act.documents` reads them there. The outcome
is no field: it follows from the facts, and a version freezes it.
"""

from register.domain.standard.conditions import TO_PUBLISH_ACTIVE
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import ActFacts

FIELDS = (Field("ai_act", section=Section.AI_ACT, type=ActFacts(), needed=TO_PUBLISH_ACTIVE, weight=6, can_be_withheld=False),)
