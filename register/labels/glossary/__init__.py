"""The words that the public meets here, explained once: for the glossary page, and for the help beside each question.

`docs/glossary.md` has the same words for whoever builds and uses the register;
a test checks that the two agree.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from register.labels.glossary import care, reading, rights, rules, systems
from register.labels.glossary.shape import Concept, Law, Said, Source

__all__ = ["BY_KEY", "GROUPS", "Concept", "Law", "Said", "Source", "of_field", "of_member"]

#: In the order in which people need them: what it is, what it means for them, how it is weighed, the law, and how to read a page.
GROUPS: Mapping[str, tuple[Concept, ...]] = {
    "systems": systems.CONCEPTS,
    "rights": rights.CONCEPTS,
    "care": care.CONCEPTS,
    "rules": rules.CONCEPTS,
    "reading": reading.CONCEPTS,
}
BY_KEY: Mapping[str, Concept] = {concept.key: concept for concepts in GROUPS.values() for concept in concepts}


@cache
def of_field(key: str) -> tuple[Concept, ...]:
    """Return what helps to understand a question of the standard."""
    return tuple(concept for concept in BY_KEY.values() if key in concept.fields)


#: By vocabulary as well as by word: the same word may be in several of them.
_OF_MEMBER = {(type(member), member.value): concept.key for concept in BY_KEY.values() for member in concept.members}


def of_member(member: StrEnum) -> str:
    """Return the key of what explains a word of a vocabulary at more length; "" when nothing does."""
    return _OF_MEMBER.get((type(member), member.value), "")
