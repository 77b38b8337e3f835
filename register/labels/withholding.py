"""Names for the grounds to withhold: short in plain words, then what the law says and where.

The Open Government Act (Wet open overheid, Woo) knows absolute grounds
(Art. 5.1(1)), grounds to be weighed against openness (5.1(2)), one ground for
exceptional cases (5.1(5)) and personal views on policy (5.2).
"""

from enum import StrEnum

from register.domain.standard.vocabularies import WithholdingGround as Ground
from register.labels.term import Table, Term

_WITHHOLDING_GROUND: Table = {
    Ground.WOO_5_1_1_A: Term(
        "Eenheid van de Kroon",
        "Unity of the Crown",
        "Openbaar maken zou de eenheid van de Kroon in gevaar kunnen brengen. Woo, artikel 5.1, eerste lid, onder a.",
        "Making it public could endanger the unity of the Crown. Woo, Article 5.1(1)(a).",
    ),
    Ground.WOO_5_1_1_B: Term(
        "Veiligheid van de Staat",
        "Security of the State",
        "Openbaar maken zou de veiligheid van de Staat kunnen schaden. Woo, artikel 5.1, eerste lid, onder b.",
        "Making it public could harm the security of the State. Woo, Article 5.1(1)(b).",
    ),
    Ground.WOO_5_1_1_C: Term(
        "Vertrouwelijke bedrijfsgegevens",
        "Confidential business data",
        "Een bedrijf gaf deze bedrijfs- of fabricagegegevens vertrouwelijk aan de overheid. Woo, artikel 5.1, eerste lid, onder c.",
        "A company gave these business or manufacturing data to government in confidence. Woo, Article 5.1(1)(c).",
    ),
    Ground.WOO_5_1_1_D: Term(
        "Bijzondere of strafrechtelijke persoonsgegevens",
        "Special or criminal personal data",
        "Het gaat om gegevens zoals gezondheid, geloof of strafbare feiten van een persoon. Woo, artikel 5.1, eerste lid, onder d.",
        "These are data such as a person's health, religion or criminal offences. Woo, Article 5.1(1)(d).",
    ),
    Ground.WOO_5_1_1_E: Term(
        "Nummer dat een persoon aanwijst",
        "Number that identifies a person",
        "Het gaat om een wettelijk nummer van een persoon, zoals het burgerservicenummer. Woo, artikel 5.1, eerste lid, onder e.",
        "This is a person's number laid down by law, such as the citizen service number. Woo, Article 5.1(1)(e).",
    ),
    Ground.WOO_5_1_2_A: Term(
        "Betrekkingen met andere landen",
        "Relations with other countries",
        "De betrekkingen met andere landen of internationale organisaties wegen zwaarder. Woo, artikel 5.1, tweede lid, onder a.",
        "Relations with other countries or international organisations weigh more. Woo, Article 5.1(2)(a).",
    ),
    Ground.WOO_5_1_2_B: Term(
        "Geldbelang van de overheid",
        "Financial interests of government",
        "De economische of financiële belangen van de overheid wegen zwaarder. Woo, artikel 5.1, tweede lid, onder b.",
        "The economic or financial interests of government weigh more. Woo, Article 5.1(2)(b).",
    ),
    Ground.WOO_5_1_2_C: Term(
        "Opsporing en vervolging",
        "Investigation and prosecution",
        "Het opsporen en vervolgen van strafbare feiten weegt zwaarder. Woo, artikel 5.1, tweede lid, onder c.",
        "Investigating and prosecuting criminal offences weighs more. Woo, Article 5.1(2)(c).",
    ),
    Ground.WOO_5_1_2_D: Term(
        "Inspectie, controle en toezicht",
        "Inspection, checks and supervision",
        "Openbaar maken zou helpen om een controle te omzeilen. Die controle weegt zwaarder. Woo, artikel 5.1, tweede lid, onder d.",
        "Making it public would help to get round a check. That check weighs more. Woo, Article 5.1(2)(d).",
    ),
    Ground.WOO_5_1_2_E: Term(
        "Privéleven van mensen",
        "People's private life",
        "De bescherming van het privéleven weegt zwaarder. Woo, artikel 5.1, tweede lid, onder e.",
        "The protection of private life weighs more. Woo, Article 5.1(2)(e).",
    ),
    Ground.WOO_5_1_2_F: Term(
        "Andere bedrijfsgegevens",
        "Other business data",
        "Concurrenten zouden deze bedrijfs- of fabricagegegevens kunnen gebruiken. Woo, artikel 5.1, tweede lid, onder f.",
        "Competitors could use these business or manufacturing data. Woo, Article 5.1(2)(f).",
    ),
    Ground.WOO_5_1_2_G: Term(
        "Bescherming van het milieu",
        "Protection of the environment",
        "De bescherming van het milieu waarover dit gaat, weegt zwaarder. Woo, artikel 5.1, tweede lid, onder g.",
        "The protection of the environment that this is about weighs more. Woo, Article 5.1(2)(g).",
    ),
    Ground.WOO_5_1_2_H: Term(
        "Beveiliging",
        "Security",
        "De beveiliging van mensen en bedrijven en het voorkomen van sabotage wegen zwaarder. Woo, artikel 5.1, tweede lid, onder h.",
        "The security of people and companies and the prevention of sabotage weigh more. Woo, Article 5.1(2)(h).",
    ),
    Ground.WOO_5_1_2_I: Term(
        "Goed functioneren van de overheid",
        "Proper functioning of government",
        "Het goed functioneren van de overheid weegt zwaarder. Woo, artikel 5.1, tweede lid, onder i.",
        "The proper functioning of government weighs more. Woo, Article 5.1(2)(i).",
    ),
    Ground.WOO_5_1_5: Term(
        "Onevenredig nadeel",
        "Disproportionate harm",
        "Een uitzonderlijk geval: het nadeel voor een ander belang is te groot. Woo, artikel 5.1, vijfde lid.",
        "An exceptional case: the harm to another interest is too great. Woo, Article 5.1(5).",
    ),
    Ground.WOO_5_2: Term(
        "Persoonlijke mening in intern overleg",
        "Personal views in internal discussion",
        "Dit is een persoonlijke mening over beleid, uit een stuk voor intern overleg. Woo, artikel 5.2.",
        "This is a personal view on policy, from a document for internal discussion. Woo, Article 5.2.",
    ),
    Ground.AWR_67: Term(
        "Geheimhouding van de belastingdienst",
        "Tax secrecy",
        "Wie de belastingwet uitvoert, mag niet meer bekendmaken dan daarvoor nodig is. Algemene wet inzake rijksbelastingen, artikel 67.",
        "Whoever carries out tax law may disclose no more than that requires. General State Taxes Act, Article 67.",
    ),
    Ground.SUWI_74: Term(
        "Geheimhouding werk en inkomen",
        "Secrecy on work and income",
        "Wie de wet uitvoert, moet gegevens van anderen geheimhouden. Wet structuur uitvoeringsorganisatie werk en inkomen, artikel 74.",
        "Whoever carries out the act must keep other people’s data secret. Work and Income (Implementation Structure) Act, Article 74.",
    ),
    Ground.WPG_7: Term(
        "Geheimhouding van politiegegevens",
        "Secrecy of police data",
        "Wie politiegegevens krijgt, moet ze geheimhouden. Wet politiegegevens, artikel 7.",
        "Whoever receives police data must keep them secret. Police Data Act, Article 7.",
    ),
    Ground.WFT_1_89: Term(
        "Geheimhouding van financieel toezicht",
        "Secrecy in financial supervision",
        "Vertrouwelijke gegevens uit het financieel toezicht blijven geheim. Wet op het financieel toezicht, artikel 1:89.",
        "Confidential data from financial supervision stay secret. Financial Supervision Act, Article 1:89.",
    ),
}

TABLES: dict[type[StrEnum], Table] = {Ground: _WITHHOLDING_GROUND}
