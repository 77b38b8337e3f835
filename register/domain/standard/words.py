"""Look up the words of a field, a member or a section in a language.

Every field, member and section has words in every language of `LANGUAGES`; a
test proves it, so a look-up only fails for a key that does not exist.
"""

from register.domain.principles import words_en as principles_en
from register.domain.principles import words_nl as principles_nl
from register.domain.standard import words_en, words_nl
from register.domain.standard.words_shape import MemberWords, SectionWords, Words

__all__ = ["LANGUAGES", "MemberWords", "SectionWords", "Words", "field_words", "member_help", "member_label", "section_words"]

LANGUAGES = ("nl", "en")

_PRINCIPLES = {"nl": principles_nl, "en": principles_en}
_FIELDS = {"nl": words_nl.FIELDS, "en": words_en.FIELDS}
_MEMBERS = {"nl": words_nl.MEMBERS, "en": words_en.MEMBERS}
_SECTIONS = {"nl": words_nl.SECTIONS, "en": words_en.SECTIONS}


def field_words(key: str, language: str) -> Words:
    """Return the words of a field."""
    criterion = _PRINCIPLES[language].CRITERIA.get(key)
    if criterion is not None:
        return Words(criterion.label, criterion.question, criterion.show, criterion.help)
    return _FIELDS[language][key]


def member_label(field_key: str, member_key: str, language: str) -> str:
    """Return the name of a part of a composite or of a list row."""
    return _member(field_key, member_key, language).label


def member_help(field_key: str, member_key: str, language: str) -> str:
    """Return what to write in a part of a composite or of a list row; "" when the name says enough."""
    return _member(field_key, member_key, language).help


def _member(field_key: str, member_key: str, language: str) -> MemberWords:
    """Return the words of a part; those of a criterion are the same for all of them."""
    criterion = _PRINCIPLES[language].CRITERIA.get(field_key)
    if criterion is not None:
        label, help_ = _PRINCIPLES[language].MEMBERS[member_key]
        return MemberWords(label, f"{criterion.evidence} {help_}" if member_key == "evidence" else help_)
    return _MEMBERS[language][field_key, member_key]


def section_words(section: str, language: str) -> SectionWords:
    """Return the words of a section."""
    principle = _PRINCIPLES[language].SECTIONS.get(section)
    return SectionWords(*principle) if principle is not None else _SECTIONS[language][section]
