"""Names for the vocabularies of section B, in the words of someone whom it touches."""

from enum import StrEnum

from register.domain.standard.vocabularies import (
    AutomatedDecisionGround,
    DecisionRole,
    HumanAlternative,
    PeopleBand,
    PersonalData,
    ProtectedTrait,
    RemedyKind,
    YesNo,
    YesNoUnknown,
)
from register.labels.term import Table, Term

_DECISION_ROLE: Table = {
    DecisionRole.NONE: Term("Geen rol", "No role", "Er hangt geen besluit over mensen van af.", "No decision about people depends on it."),
    DecisionRole.INFORMS: Term(
        "Geeft informatie",
        "Gives information",
        "Het geeft algemene informatie. Het gaat niet over een zaak van iemand.",
        "It gives general information. It is not about anyone's case.",
    ),
    DecisionRole.SUPPORTS: Term(
        "Helpt",
        "Helps",
        "Het zoekt feiten of maakt tekst voor een zaak. Het geeft geen advies.",
        "It finds facts or writes text for a case. It gives no advice.",
    ),
    DecisionRole.ADVISES: Term(
        "Geeft advies",
        "Gives advice",
        "Er komt een score, een volgorde of een voorstel voor een besluit uit. Een mens beslist.",
        "It gives a score, a ranking or a draft decision. A person decides.",
    ),
    DecisionRole.SELECTS: Term(
        "Kiest wie gecontroleerd wordt",
        "Chooses who is checked",
        "Het kiest wie gecontroleerd, bezocht of anders behandeld wordt.",
        "It chooses who is checked, visited or treated differently.",
    ),
    DecisionRole.DECIDES: Term(
        "Beslist zelf",
        "Decides by itself",
        "Het besluit geldt zonder dat een mens de inhoud bekijkt.",
        "The decision takes effect without a person judging its content.",
    ),
}

_PEOPLE_BAND: Table = {
    PeopleBand.NONE: Term("Niemand", "Nobody"),
    PeopleBand.UP_TO_100: Term("Tot 100 mensen", "Up to 100 people"),
    PeopleBand.UP_TO_1000: Term("100 tot 1.000 mensen", "100 to 1,000 people"),
    PeopleBand.UP_TO_10000: Term("1.000 tot 10.000 mensen", "1,000 to 10,000 people"),
    PeopleBand.UP_TO_100000: Term("10.000 tot 100.000 mensen", "10,000 to 100,000 people"),
    PeopleBand.UP_TO_1000000: Term("100.000 tot 1 miljoen mensen", "100,000 to 1 million people"),
    PeopleBand.OVER_1000000: Term("Meer dan 1 miljoen mensen", "More than 1 million people"),
    PeopleBand.UNKNOWN: Term("Niet bekend", "Not known"),
}

_REMEDY_KIND: Table = {
    RemedyKind.OBJECTION: Term(
        "Bezwaar maken",
        "Objection",
        "U vraagt de organisatie om een besluit opnieuw te bekijken.",
        "You ask the organisation to reconsider a decision.",
    ),
    RemedyKind.COMPLAINT: Term(
        "Klacht indienen",
        "Complaint",
        "U vertelt de organisatie dat u niet goed behandeld bent.",
        "You tell the organisation that you were not treated properly.",
    ),
    RemedyKind.EXPLANATION: Term(
        "Uitleg vragen over een besluit",
        "Explanation of a decision",
        "U vraagt welke rol een AI-systeem met hoog risico speelde in een besluit over u. AI-verordening, artikel 86.",
        "You ask what part a high-risk AI system played in a decision about you. AI Act, Article 86.",
    ),
    RemedyKind.GDPR: Term(
        "Gegevens inzien, verbeteren of bezwaar maken",
        "Access, correct or object",
        "U vraagt welke gegevens er van u zijn, laat fouten verbeteren of maakt bezwaar tegen het gebruik. AVG, artikelen 15, 16 en 21.",
        "You ask which data there are about you, have mistakes corrected or object to their use. GDPR, Articles 15, 16 and 21.",
    ),
    RemedyKind.HUMAN_REVIEW: Term(
        "Een mens laten kijken",
        "Review by a person",
        "U vraagt een medewerker om zelf naar uw zaak te kijken.",
        "You ask a member of staff to look at your case in person.",
    ),
    RemedyKind.OMBUDSMAN: Term(
        "Naar de ombudsman",
        "Ombudsman",
        "Komt u er met de organisatie niet uit? Dan onderzoekt de ombudsman uw klacht.",
        "If you and the organisation cannot agree, the ombudsman looks into your complaint.",
    ),
    RemedyKind.SUPERVISOR: Term(
        "Naar de toezichthouder",
        "Regulator",
        "U vertelt de toezichthouder wat er volgens u niet klopt.",
        "You tell the regulator what you think is wrong.",
    ),
}

_HUMAN_ALTERNATIVE: Table = {
    HumanAlternative.YES: Term("Ja", "Yes", "U kunt altijd zonder dit geholpen worden.", "You can always be helped without it."),
    HumanAlternative.PARTLY: Term("Voor een deel", "Partly", "Dat kan soms, of voor een deel.", "Sometimes, or for a part."),
    HumanAlternative.NO: Term("Nee", "No", "Er is geen andere weg.", "There is no other way."),
    HumanAlternative.NOT_APPLICABLE: Term(
        "Niet van toepassing",
        "Not applicable",
        "Inwoners hebben er geen contact mee en merken er niets van.",
        "Residents have no contact with it and notice nothing of it.",
    ),
}

_YES_NO: Table = {YesNo.YES: Term("Ja", "Yes"), YesNo.NO: Term("Nee", "No")}

_YES_NO_UNKNOWN: Table = {
    YesNoUnknown.YES: Term("Ja", "Yes"),
    YesNoUnknown.NO: Term("Nee", "No"),
    YesNoUnknown.UNKNOWN: Term("Niet bekend", "Not known"),
}

_AUTOMATED_DECISION_GROUND: Table = {
    AutomatedDecisionGround.LAW: Term(
        "Een wet staat het toe", "A law allows it", "AVG, artikel 22, tweede lid, onder b.", "GDPR, Article 22(2)(b)."
    ),
    AutomatedDecisionGround.CONTRACT: Term(
        "Het is nodig voor een overeenkomst",
        "A contract needs it",
        "AVG, artikel 22, tweede lid, onder a.",
        "GDPR, Article 22(2)(a).",
    ),
    AutomatedDecisionGround.CONSENT: Term(
        "De persoon gaf uitdrukkelijk toestemming",
        "The person gave explicit consent",
        "AVG, artikel 22, tweede lid, onder c.",
        "GDPR, Article 22(2)(c).",
    ),
}

_PERSONAL_DATA: Table = {
    PersonalData.NONE: Term(
        "Geen persoonsgegevens", "No personal data", "Er gaan geen gegevens over mensen in.", "No data about people go in."
    ),
    PersonalData.ORDINARY: Term(
        "Gewone persoonsgegevens", "Ordinary personal data", "Zoals naam, adres of inkomen.", "Such as name, address or income."
    ),
    PersonalData.SPECIAL_CATEGORY: Term(
        "Bijzondere persoonsgegevens",
        "Special categories of personal data",
        "Zoals gezondheid, geloof, afkomst of politieke mening. AVG, artikel 9.",
        "Such as health, religion, origin or political opinion. GDPR, Article 9.",
    ),
    PersonalData.CRIMINAL: Term(
        "Strafrechtelijke gegevens",
        "Data on criminal offences",
        "Over veroordelingen, strafbare feiten of een verdenking. AVG, artikel 10.",
        "On convictions, offences or a suspicion. GDPR, Article 10.",
    ),
    PersonalData.NATIONAL_ID: Term(
        "Burgerservicenummer",
        "Citizen service number (BSN)",
        "Het nummer waarmee de overheid iemand herkent. AVG, artikel 87.",
        "The number by which government identifies someone. GDPR, Article 87.",
    ),
    PersonalData.PSEUDONYMISED: Term(
        "Gegevens onder een schuilnummer",
        "Pseudonymised data",
        "Namen zijn vervangen. Wie de sleutel heeft, kan de persoon nog vinden.",
        "Names have been replaced. Whoever holds the key can still find the person.",
    ),
}

_PROTECTED_TRAIT: Table = {
    ProtectedTrait.NONE: Term("Geen", "None"),
    ProtectedTrait.AGE: Term("Leeftijd", "Age"),
    ProtectedTrait.SEX: Term("Geslacht of gender", "Sex or gender"),
    ProtectedTrait.ORIGIN: Term("Afkomst of huidskleur", "Ethnic origin or colour"),
    ProtectedTrait.NATIONALITY: Term("Nationaliteit", "Nationality"),
    ProtectedTrait.RELIGION: Term("Godsdienst of levensovertuiging", "Religion or belief"),
    ProtectedTrait.POLITICAL: Term("Politieke mening", "Political opinion"),
    ProtectedTrait.DISABILITY: Term("Handicap, ziekte of gezondheid", "Disability, illness or health"),
    ProtectedTrait.ORIENTATION: Term("Seksuele gerichtheid", "Sexual orientation"),
    ProtectedTrait.CIVIL_STATUS: Term("Burgerlijke staat", "Civil status"),
    ProtectedTrait.SOCIAL: Term("Sociale afkomst of vermogen", "Social origin or property"),
    ProtectedTrait.LANGUAGE: Term("Taal", "Language"),
}

TABLES: dict[type[StrEnum], Table] = {
    DecisionRole: _DECISION_ROLE,
    PeopleBand: _PEOPLE_BAND,
    RemedyKind: _REMEDY_KIND,
    HumanAlternative: _HUMAN_ALTERNATIVE,
    YesNo: _YES_NO,
    YesNoUnknown: _YES_NO_UNKNOWN,
    AutomatedDecisionGround: _AUTOMATED_DECISION_GROUND,
    PersonalData: _PERSONAL_DATA,
    ProtectedTrait: _PROTECTED_TRAIT,
}
