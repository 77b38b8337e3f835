"""Look up the words of facts, rules, duties and contradictions in a language; a test proves that all of them are there."""

from register.domain.ai_act import questions_en, questions_nl, words_en, words_nl

LANGUAGES = ("nl", "en")

_REASONS = {"nl": words_nl.REASONS, "en": words_en.REASONS}
_DUTIES = {"nl": words_nl.DUTIES, "en": words_en.DUTIES}
_CONTRADICTIONS = {"nl": words_nl.CONTRADICTIONS, "en": words_en.CONTRADICTIONS}
_FACTS = {"nl": words_nl.FACTS, "en": words_en.FACTS}
_QUESTIONS = {"nl": questions_nl.QUESTIONS, "en": questions_en.QUESTIONS}
_NOTICE = {"nl": words_nl.NOTICE, "en": words_en.NOTICE}


def reason(rule: str, language: str) -> str:
    """Return the sentence of a rule; `{details}` in it stands for the names of what the rule found."""
    return _REASONS[language][rule]


def duty(key: str, language: str) -> str:
    """Return what a duty asks, as an instruction."""
    return _DUTIES[language][key]


def contradiction(rule: str, language: str) -> str:
    """Return what contradicts what, and what was taken to be so."""
    return _CONTRADICTIONS[language][rule]


def fact(name: str, language: str) -> str:
    """Return what a fact is called, by its name in JSON (dotted for the parts of one)."""
    return _FACTS[language][name]


def question(name: str, language: str) -> tuple[str, str, tuple[str, ...]]:
    """Return how a fact is asked for: the question, help ("" for none), and examples."""
    return _QUESTIONS[language][name]


def notice(language: str) -> str:
    """Return what stands beside every outcome."""
    return _NOTICE[language]
