"""All fields of the standard, in the order of forms and pages."""

from register.domain.standard import ai_act, generative_ai, identification, meaning, operation, principles, responsible_use, upkeep
from register.domain.standard.fields import Field, Section

#: The version of the standard that new documents are written under.
STANDARD = "2026.2"

FIELDS: tuple[Field, ...] = (
    *identification.FIELDS,
    *meaning.FIELDS,
    *responsible_use.FIELDS,
    *operation.FIELDS,
    *generative_ai.FIELDS,
    *ai_act.FIELDS,
    *principles.FIELDS,
    *upkeep.FIELDS,
)

BY_KEY = {field.key: field for field in FIELDS}

PRODUCT_FIELDS = tuple(field for field in FIELDS if field.from_product)

SECTIONS: tuple[Section, ...] = tuple(Section)


def in_section(section: Section) -> tuple[Field, ...]:
    """Return the fields of a section, in order."""
    return tuple(field for field in FIELDS if field.section is section)
