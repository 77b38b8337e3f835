"""Look up the sentences of rules, duties and contradictions in a language; a test proves that all of them are there."""

from register.domain.ai_act import words_en, words_nl

LANGUAGES = ("nl", "en")

_WORDS = {"nl": words_nl, "en": words_en}


def reason(rule: str, language: str) -> str:
    """Return the sentence of a rule; `{details}` in it stands for the names of what the rule found."""
    return _WORDS[language].REASONS[rule]


def duty(key: str, language: str) -> str:
    """Return what a duty asks, as an instruction."""
    return _WORDS[language].DUTIES[key]


def contradiction(rule: str, language: str) -> str:
    """Return what contradicts what, and what was taken to be so."""
    return _WORDS[language].CONTRADICTIONS[rule]


def notice(language: str) -> str:
    """Return what stands beside every outcome."""
    return _WORDS[language].NOTICE
