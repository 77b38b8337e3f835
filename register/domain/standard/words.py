"""Look up the words of a field, a member or a section in a language.

Every field, member and section has words in every language of `LANGUAGES`; a
test proves it, so a look-up only fails for a key that does not exist.
"""

from register.domain.standard import words_en, words_nl
from register.domain.standard.words_shape import MemberWords, SectionWords, Words

__all__ = ["LANGUAGES", "MemberWords", "SectionWords", "Words", "field_words", "member_help", "member_label", "section_words"]

LANGUAGES = ("nl", "en")

_FIELDS = {"nl": words_nl.FIELDS, "en": words_en.FIELDS}
_MEMBERS = {"nl": words_nl.MEMBERS, "en": words_en.MEMBERS}
_SECTIONS = {"nl": words_nl.SECTIONS, "en": words_en.SECTIONS}


def field_words(key: str, language: str) -> Words:
    """Return the words of a field."""
    return _FIELDS[language][key]


def member_label(field_key: str, member_key: str, language: str) -> str:
    """Return the name of a part of a composite or of a list row."""
    return _MEMBERS[language][field_key, member_key].label


def member_help(field_key: str, member_key: str, language: str) -> str:
    """Return what to write in a part of a composite or of a list row; "" when the name says enough."""
    return _MEMBERS[language][field_key, member_key].help


def section_words(section: str, language: str) -> SectionWords:
    """Return the words of a section."""
    return _SECTIONS[language][section]
