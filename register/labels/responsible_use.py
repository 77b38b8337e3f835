"""Names for the vocabularies of section C: risks, laws and assessments."""

from enum import StrEnum

from register.domain.standard.vocabularies import AssessmentKind, AssessmentStatus, LegalBasisKind, Level
from register.labels.term import Table, Term

_LEVEL: Table = {
    Level.LOW: Term("Klein", "Low"),
    Level.MEDIUM: Term("Gemiddeld", "Medium"),
    Level.HIGH: Term("Groot", "High"),
}

_LEGAL_BASIS_KIND: Table = {
    LegalBasisKind.EU: Term("Europese wet", "EU law", "Een verordening of richtlijn.", "A regulation or directive."),
    LegalBasisKind.ACT: Term("Wet", "Act of parliament"),
    LegalBasisKind.DECREE: Term(
        "Algemene maatregel van bestuur", "Decree", "Een besluit van de regering.", "A decision of the government."
    ),
    LegalBasisKind.REGULATION: Term("Ministeriële regeling", "Ministerial regulation"),
    LegalBasisKind.BYLAW: Term(
        "Verordening van gemeente, provincie of waterschap",
        "Bylaw of a municipality, province or water authority",
    ),
    LegalBasisKind.POLICY_RULE: Term("Beleidsregel", "Policy rule"),
    LegalBasisKind.TREATY: Term("Verdrag", "Treaty"),
    LegalBasisKind.OTHER: Term("Anders", "Other"),
}

_ASSESSMENT_KIND: Table = {
    AssessmentKind.DPIA: Term(
        "Toets op privacy (DPIA)",
        "Privacy assessment (DPIA)",
        "Data protection impact assessment: wat betekent het gebruik van persoonsgegevens voor mensen? AVG, artikel 35.",
        "Data protection impact assessment: what does the use of personal data mean for people? GDPR, Article 35.",
    ),
    AssessmentKind.PRE_SCAN_DPIA: Term(
        "Voortoets op privacy (pre-scan DPIA)",
        "Privacy pre-check (pre-scan DPIA)",
        "Een korte toets: is een volledige toets op privacy nodig?",
        "A short check: is a full privacy assessment needed?",
    ),
    AssessmentKind.IAMA: Term(
        "Mensenrechtentoets (IAMA)",
        "Human rights assessment (IAMA)",
        "Impact Assessment Mensenrechten en Algoritmes: een gesprek in stappen over doel, werking en grondrechten.",
        "Impact Assessment Human Rights and Algorithms: a discussion in steps on purpose, working and fundamental rights.",
    ),
    AssessmentKind.FRIA: Term(
        "Toets op grondrechten (FRIA)",
        "Fundamental rights assessment (FRIA)",
        "Fundamental rights impact assessment: verplicht bij veel AI met hoog risico. AI-verordening, artikel 27.",
        "Fundamental rights impact assessment: required for much high-risk AI. AI Act, Article 27.",
    ),
    AssessmentKind.AIIA: Term(
        "Toets op AI (AIIA)",
        "AI assessment (AIIA)",
        "AI Impact Assessment: is dit AI-systeem verantwoord om te maken en te gebruiken?",
        "AI Impact Assessment: is it responsible to make and use this AI system?",
    ),
    AssessmentKind.HUDERIA: Term(
        "Toets van de Raad van Europa (HUDERIA)",
        "Council of Europe assessment (HUDERIA)",
        "Toets op mensenrechten, democratie en rechtsstaat.",
        "Assessment of human rights, democracy and the rule of law.",
    ),
    AssessmentKind.DEDA: Term(
        "Ethische toets (DEDA)",
        "Ethics assessment (DEDA)",
        "De Ethische Data Assistent: een gesprek over goede en verkeerde keuzes met data.",
        "Data Ethics Decision Aid: a discussion of right and wrong choices with data.",
    ),
    AssessmentKind.OTHER: Term("Andere toets", "Other assessment"),
}

_ASSESSMENT_STATUS: Table = {
    AssessmentStatus.NOT_NEEDED: Term("Niet nodig", "Not needed"),
    AssessmentStatus.NOT_DONE: Term("Niet gedaan", "Not done"),
    AssessmentStatus.UNKNOWN: Term("Niet bekend", "Not known"),
    AssessmentStatus.PLANNED: Term("Gepland", "Planned"),
    AssessmentStatus.IN_PROGRESS: Term("Bezig", "In progress"),
    AssessmentStatus.DONE: Term("Klaar", "Done"),
    AssessmentStatus.OUTDATED: Term(
        "Verouderd", "Out of date", "Er veranderde iets. De toets moet opnieuw.", "Something changed. It has to be done again."
    ),
}

TABLES: dict[type[StrEnum], Table] = {
    Level: _LEVEL,
    LegalBasisKind: _LEGAL_BASIS_KIND,
    AssessmentKind: _ASSESSMENT_KIND,
    AssessmentStatus: _ASSESSMENT_STATUS,
}
