"""The publication standard: what one registration holds, kept once, as data.

`FIELDS` is the whole standard. Forms, schemas, pages, files and checks are
derived from it or tested against it.
"""

from register.domain.standard.catalogue import BY_KEY, FIELDS, PRODUCT_FIELDS, SECTIONS, STANDARD, in_section
from register.domain.standard.fields import Field

__all__ = ["BY_KEY", "FIELDS", "PRODUCT_FIELDS", "SECTIONS", "STANDARD", "Field", "in_section"]
