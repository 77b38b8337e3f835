"""What a vocabulary's member is called in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Term:
    """A short name per language, and what it means when the name does not say enough."""

    nl: str
    en: str
    nl_more: str = ""
    en_more: str = ""


#: The names of all members of one vocabulary.
Table = Mapping[StrEnum, Term]
