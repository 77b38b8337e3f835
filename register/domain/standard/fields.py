"""What a field of the standard is: one row of the list from which everything else is derived."""

from dataclasses import dataclass
from enum import StrEnum

from register.domain.standard.conditions import Condition, Needed
from register.domain.standard.types import LOCALISED, Composite, Member, Rows, Type
from register.domain.standard.visibility import Visibility


class Section(StrEnum):
    """A part of a registration, in the order in which pages and forms show them."""

    IDENTIFICATION = "identification"
    MEANING = "meaning"
    RESPONSIBLE_USE = "responsible_use"
    OPERATION = "operation"
    GENERATIVE_AI = "generative_ai"
    AI_ACT = "ai_act"
    SAFE = "safe"
    FAIR = "fair"
    HUMAN = "human"
    SUSTAINABLE = "sust"
    UPKEEP = "upkeep"


@dataclass(frozen=True, slots=True)
class Field:
    """One question of the standard.

    `weight` counts in the completeness score; 0 is not counted. `national`
    is the field's name in the national publication standard 1.0, "" when it
    has none. `from_product` fields may be inherited from a product. A field
    that cannot be withheld is one without which a registration says nothing.
    """

    key: str
    section: Section
    type: Type
    needed: Needed | None = None
    weight: int = 0
    visibility: Visibility = Visibility.PUBLIC
    from_product: bool = False
    can_be_withheld: bool = True
    national: str = ""
    #: When the question makes sense at all; None is always. Elsewhere it is neither asked nor counted.
    asked: Condition | None = None

    @property
    def members(self) -> tuple[Member, ...]:
        """Return the named parts of a composite or list; empty for a simple field."""
        return self.type.members if isinstance(self.type, Composite | Rows) else ()

    @property
    def is_localised(self) -> bool:
        """Say whether the field itself holds a text per language."""
        return isinstance(self.type, LOCALISED)
