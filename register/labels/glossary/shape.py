"""What the glossary holds of a concept: its name and meaning in each language, the law that defines it, and where it is met."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Said:
    """A concept in one language: its name, what it means in plain words (B1), and the other names that people know it by."""

    name: str
    means: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """A law by the name that people know, and where it can be read."""

    nl: str
    en: str
    href: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a law defines or orders something; the article is written as each language writes it."""

    law: Law
    nl: str
    en: str

    def cited(self, language: str) -> str:
        """Return the law and the article in a language."""
        return {"nl": f"{self.law.nl}, {self.nl}", "en": f"{self.law.en}, {self.en}"}[language]


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the glossary.

    `key` is its anchor, and never changes. `selection` is the filter of the
    search, and the word of it, that finds what it is about. `vocabulary`
    has words that are explained beneath it. `fields` are the questions of the
    standard that it helps to understand, `members` the words of vocabularies
    that it explains at more length.
    """

    key: str
    nl: Said
    en: Said
    source: Source | None = None
    selection: tuple[str, str] | None = None
    vocabulary: type[StrEnum] | None = None
    fields: tuple[str, ...] = ()
    members: tuple[StrEnum, ...] = ()

    def said(self, language: str) -> Said:
        """Return it in a language."""
        return {"nl": self.nl, "en": self.en}[language]


AI_ACT = Law("AI-verordening", "AI Act", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj")
GDPR = Law("AVG", "GDPR", "https://eur-lex.europa.eu/eli/reg/2016/679/oj")
AWB = Law("Algemene wet bestuursrecht", "General Administrative Law Act", "https://wetten.overheid.nl/BWBR0005537")
WOO = Law("Wet open overheid", "Open Government Act", "https://wetten.overheid.nl/BWBR0045754")
BSN_ACT = Law("Wet algemene bepalingen burgerservicenummer", "Citizen Service Number Act", "https://wetten.overheid.nl/BWBR0022428")
EQUAL_TREATMENT = Law("Algemene wet gelijke behandeling", "General Equal Treatment Act", "https://wetten.overheid.nl/BWBR0006502")
