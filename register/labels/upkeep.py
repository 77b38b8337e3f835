"""Names for what surrounds the answers: languages, gaps, translations, visibility, stages and sections."""

from enum import StrEnum

from register.domain.standard.conditions import Stage
from register.domain.standard.fields import Section
from register.domain.standard.visibility import Visibility
from register.domain.standard.vocabularies import GapState, Language, TranslationBy
from register.domain.standard.words import section_words
from register.labels.term import Table, Term

_GAP_STATE: Table = {
    GapState.NOT_KNOWN: Term(
        "Nog niet bekend",
        "Not known yet",
        "De organisatie weet het antwoord nog niet.",
        "The organisation does not know the answer yet.",
    ),
    GapState.ASKED_SUPPLIER: Term(
        "Gevraagd aan de leverancier",
        "Asked the supplier",
        "De organisatie wacht op antwoord van de leverancier.",
        "The organisation is waiting for an answer from the supplier.",
    ),
    GapState.NOT_DONE: Term("Nog niet gedaan", "Not done yet", "Dit moet nog gebeuren.", "This still has to be done."),
    GapState.NOT_APPLICABLE: Term("Niet van toepassing", "Not applicable", "De vraag past hier niet.", "The question does not fit here."),
}

_LANGUAGE: Table = {Language.NL: Term("Nederlands", "Dutch"), Language.EN: Term("Engels", "English")}

_TRANSLATION_BY: Table = {
    TranslationBy.HUMAN: Term("Vertaald door een mens", "Translated by a person"),
    TranslationBy.MACHINE: Term(
        "Vertaald door een computer",
        "Translated by a computer",
        "Er kunnen fouten in staan. De tekst in de eigen taal geldt.",
        "It may hold mistakes. The text in the original language holds.",
    ),
}

_VISIBILITY: Table = {
    Visibility.PUBLIC: Term("Openbaar", "Public", "Iedereen kan dit lezen.", "Everyone can read this."),
    Visibility.REGULATOR: Term(
        "Voor toezichthouders",
        "For regulators",
        "Alleen toezichthouders en de eigen organisatie lezen dit.",
        "Only regulators and the own organisation read this.",
    ),
    Visibility.ORGANISATION: Term(
        "Eigen organisatie", "Own organisation", "Alleen de eigen organisatie leest dit.", "Only the own organisation reads this."
    ),
}

_STAGE: Table = {
    Stage.DRAFT: Term("Schrijven", "Drafting"),
    Stage.SUBMIT: Term("Indienen", "Submitting"),
    Stage.PUBLISH: Term("Publiceren", "Publishing"),
}

_SECTION: Table = {section: Term(section_words(section, "nl").title, section_words(section, "en").title) for section in Section}

TABLES: dict[type[StrEnum], Table] = {
    GapState: _GAP_STATE,
    Language: _LANGUAGE,
    TranslationBy: _TRANSLATION_BY,
    Visibility: _VISIBILITY,
    Stage: _STAGE,
    Section: _SECTION,
}
