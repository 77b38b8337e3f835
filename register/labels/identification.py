"""Names for the vocabularies of section A: kinds, techniques, themes, statuses and the rest."""

from enum import StrEnum

from register.domain.standard.vocabularies import AreaLevel, Kind, PartnerRole, Pillar, Sdg, Status, Technique, Theme
from register.labels.term import Table, Term

_KIND: Table = {
    Kind.ALGORITHM: Term(
        "Algoritme",
        "Algorithm",
        "Vaste regels of een berekening die mensen hebben bedacht.",
        "Fixed rules or a calculation that people thought up.",
    ),
    Kind.AI_SYSTEM: Term(
        "AI-systeem",
        "AI system",
        "Het leidt zelf uit gegevens af wat het moet doen.",
        "It works out from data by itself what to do.",
    ),
    Kind.GENERATIVE_AI: Term(
        "Generatieve AI",
        "Generative AI",
        "Het maakt zelf tekst, beeld, geluid of code.",
        "It makes text, images, sound or code by itself.",
    ),
}

_TECHNIQUE: Table = {
    Technique.RULES: Term("Vaste regels", "Fixed rules"),
    Technique.STATISTICS: Term("Statistiek", "Statistics"),
    Technique.MACHINE_LEARNING: Term(
        "Machinaal leren", "Machine learning", "Het leert patronen uit voorbeelden.", "It learns from examples."
    ),
    Technique.DEEP_LEARNING: Term(
        "Deep learning",
        "Deep learning",
        "Machinaal leren met grote neurale netwerken.",
        "Machine learning with large neural networks.",
    ),
    Technique.COMPUTER_VISION: Term(
        "Beeldherkenning", "Computer vision", "Het herkent iets op beelden.", "It recognises things in images."
    ),
    Technique.LANGUAGE_TECHNOLOGY: Term(
        "Taaltechnologie",
        "Language technology",
        "Het verwerkt geschreven of gesproken taal.",
        "It works with written or spoken language.",
    ),
    Technique.GENERATIVE: Term(
        "Genereren van inhoud",
        "Generating content",
        "Het maakt zelf tekst, beeld, geluid of code.",
        "It makes text, images, sound or code by itself.",
    ),
    Technique.AGENTIC: Term(
        "Zelfstandig handelen",
        "Acting by itself",
        "Het zet zelf stappen in andere systemen, ook wel agent genoemd.",
        "It takes steps in other systems by itself; also called an agent.",
    ),
}

#: The Dutch names are those of the national publication standard 1.0, letter for letter.
_THEME: Table = {
    Theme.ORGANISATION: Term(
        "Organisatie en bedrijfsvoering",
        "Organisation and operations",
        "Hoe de overheid zelf werkt: personeel, post, archief en contact met burgers.",
        "How government itself works: staff, post, archives and contact with citizens.",
    ),
    Theme.CULTURE: Term(
        "Cultuur en recreatie",
        "Culture and recreation",
        "Musea, bibliotheken, sport en vrije tijd.",
        "Museums, libraries, sports and leisure.",
    ),
    Theme.ECONOMY: Term(
        "Economie",
        "Economy",
        "Ondernemers, handel, landbouw en subsidies voor bedrijven.",
        "Businesses, trade, farming and grants for companies.",
    ),
    Theme.PUBLIC_FINANCE: Term(
        "Overheidsfinanciën",
        "Public finance",
        "Belastingen, heffingen en hoe de overheid haar geld beheert.",
        "Taxes, levies and how government manages its money.",
    ),
    Theme.HOUSING: Term(
        "Wonen",
        "Housing",
        "Huren, kopen, bouwen en toezicht op woningen.",
        "Renting, buying, building and inspecting homes.",
    ),
    Theme.INTERNATIONAL: Term(
        "Internationaal",
        "International",
        "Europa, ontwikkelingshulp en Nederlanders in het buitenland.",
        "Europe, development aid and Dutch citizens abroad.",
    ),
    Theme.MIGRATION: Term(
        "Migratie en integratie",
        "Migration and integration",
        "Asiel, verblijf, inburgering en leren van de taal.",
        "Asylum, residence, civic integration and learning the language.",
    ),
    Theme.ENVIRONMENT: Term(
        "Natuur en milieu",
        "Nature and environment",
        "Water, lucht, afval, dieren en planten.",
        "Water, air, waste, animals and plants.",
    ),
    Theme.EDUCATION: Term(
        "Onderwijs en wetenschap",
        "Education and science",
        "Scholen, studiefinanciering en onderzoek.",
        "Schools, student finance and research.",
    ),
    Theme.SAFETY: Term(
        "Openbare orde en veiligheid",
        "Public order and safety",
        "Politie, brandweer, handhaving en rampen.",
        "Police, fire brigade, enforcement and disasters.",
    ),
    Theme.LAW: Term(
        "Recht",
        "Law",
        "Rechtspraak, boetes, straffen en rechtshulp.",
        "Courts, fines, sentences and legal aid.",
    ),
    Theme.SPACE: Term(
        "Ruimte en infrastructuur",
        "Space and infrastructure",
        "Vergunningen, wegen, riolen en de inrichting van stad en land.",
        "Permits, roads, sewers and the layout of town and country.",
    ),
    Theme.SOCIAL_SECURITY: Term(
        "Sociale zekerheid",
        "Social security",
        "Uitkeringen, toeslagen, pensioen en schulden.",
        "Benefits, allowances, pensions and debts.",
    ),
    Theme.TRAFFIC: Term(
        "Verkeer",
        "Traffic",
        "Auto’s, parkeren, openbaar vervoer en veiligheid op de weg.",
        "Cars, parking, public transport and road safety.",
    ),
    Theme.WORK: Term(
        "Werk",
        "Work",
        "Werk zoeken, werkloosheid en arbeidsomstandigheden.",
        "Finding work, unemployment and working conditions.",
    ),
    Theme.HEALTH: Term(
        "Zorg en gezondheid",
        "Care and health",
        "Zorg, jeugdhulp, ouderen en ziekte.",
        "Care, youth services, the elderly and illness.",
    ),
}

_STATUS: Table = {
    Status.EXPLORING: Term(
        "Verkenning",
        "Exploring",
        "De organisatie onderzoekt of dit iets is. Er is nog niets gemaakt.",
        "The organisation looks into whether this is worth doing. Nothing has been made yet.",
    ),
    Status.IN_DEVELOPMENT: Term(
        "In ontwikkeling",
        "In development",
        "Het wordt gemaakt of getest. Mensen merken er nog niets van.",
        "It is being made or tested. People notice nothing of it yet.",
    ),
    Status.PILOT: Term(
        "Proef",
        "Pilot",
        "Het wordt op kleine schaal echt gebruikt. Mensen kunnen er iets van merken.",
        "It is really used, on a small scale. People may notice it.",
    ),
    Status.IN_USE: Term("In gebruik", "In use", "Het hoort bij het gewone werk.", "It is part of everyday work."),
    Status.SUSPENDED: Term(
        "Tijdelijk uit", "Suspended", "Het staat nu uit en kan weer aangaan.", "It is switched off now and may be switched on again."
    ),
    Status.STOPPED: Term(
        "Gestopt voor gebruik",
        "Stopped before use",
        "Het is nooit in gebruik genomen. De les staat erbij.",
        "It was never taken into use. The lesson is given.",
    ),
    Status.RETIRED: Term("Niet meer in gebruik", "No longer in use", "Het is gebruikt en is nu gestopt.", "It was used and has ended."),
}

_AREA_LEVEL: Table = {
    AreaLevel.NATIONAL: Term("Heel Nederland", "The whole of the Netherlands"),
    AreaLevel.PROVINCE: Term("Provincie", "Province"),
    AreaLevel.MUNICIPALITY: Term("Gemeente", "Municipality"),
    AreaLevel.WATER_AUTHORITY: Term("Waterschap", "Water authority"),
    AreaLevel.REGION: Term("Regio", "Region"),
    AreaLevel.CARIBBEAN: Term("Caribisch Nederland", "Caribbean Netherlands"),
    AreaLevel.ABROAD: Term("Buitenland", "Abroad"),
}

_PARTNER_ROLE: Table = {
    PartnerRole.CONTROLLER: Term(
        "Verwerkingsverantwoordelijke",
        "Controller",
        "Bepaalt waarom en hoe persoonsgegevens gebruikt worden.",
        "Decides why and how personal data are used.",
    ),
    PartnerRole.JOINT_CONTROLLER: Term(
        "Gezamenlijk verwerkingsverantwoordelijke",
        "Joint controller",
        "Bepaalt dat samen met een ander.",
        "Decides that together with someone else.",
    ),
    PartnerRole.PROCESSOR: Term(
        "Verwerker",
        "Processor",
        "Gebruikt persoonsgegevens in opdracht van een ander.",
        "Uses personal data on the instructions of someone else.",
    ),
    PartnerRole.CLIENT: Term("Opdrachtgever", "Client"),
    PartnerRole.SUPPLIER: Term("Leverancier", "Supplier"),
}

_PILLAR: Table = {
    Pillar.COLLABORATION: Term("Samenwerken", "Working together"),
    Pillar.MONITORING: Term("Ontwikkelingen nauwlettend volgen", "Following developments closely"),
    Pillar.LAW: Term("Wet- en regelgeving vormgeven en toepassen", "Shaping and applying law and regulation"),
    Pillar.KNOWLEDGE: Term("Kennis en kunde vergroten", "Building knowledge and skills"),
    Pillar.INNOVATION: Term("Innoveren met generatieve AI", "Innovating with generative AI"),
    Pillar.SUPERVISION: Term("Sterk en duidelijk toezicht en handhaving", "Strong and clear supervision and enforcement"),
}

_SDG: Table = {
    Sdg.NO_POVERTY: Term("1. Geen armoede", "1. No poverty"),
    Sdg.ZERO_HUNGER: Term("2. Geen honger", "2. Zero hunger"),
    Sdg.GOOD_HEALTH: Term("3. Goede gezondheid en welzijn", "3. Good health and well-being"),
    Sdg.EDUCATION: Term("4. Kwaliteitsonderwijs", "4. Quality education"),
    Sdg.GENDER_EQUALITY: Term("5. Gendergelijkheid", "5. Gender equality"),
    Sdg.WATER: Term("6. Schoon water en sanitair", "6. Clean water and sanitation"),
    Sdg.ENERGY: Term("7. Betaalbare en duurzame energie", "7. Affordable and clean energy"),
    Sdg.WORK: Term("8. Waardig werk en economische groei", "8. Decent work and economic growth"),
    Sdg.INDUSTRY: Term("9. Industrie, innovatie en infrastructuur", "9. Industry, innovation and infrastructure"),
    Sdg.LESS_INEQUALITY: Term("10. Ongelijkheid verminderen", "10. Reduced inequalities"),
    Sdg.CITIES: Term("11. Duurzame steden en gemeenschappen", "11. Sustainable cities and communities"),
    Sdg.CONSUMPTION: Term("12. Verantwoorde consumptie en productie", "12. Responsible consumption and production"),
    Sdg.CLIMATE: Term("13. Klimaatactie", "13. Climate action"),
    Sdg.OCEANS: Term("14. Leven in het water", "14. Life below water"),
    Sdg.LAND: Term("15. Leven op het land", "15. Life on land"),
    Sdg.PEACE: Term("16. Vrede, justitie en sterke publieke diensten", "16. Peace, justice and strong institutions"),
    Sdg.PARTNERSHIPS: Term("17. Partnerschap om doelstellingen te bereiken", "17. Partnerships for the goals"),
}

TABLES: dict[type[StrEnum], Table] = {
    Kind: _KIND,
    Technique: _TECHNIQUE,
    Theme: _THEME,
    Status: _STATUS,
    AreaLevel: _AREA_LEVEL,
    PartnerRole: _PARTNER_ROLE,
    Pillar: _PILLAR,
    Sdg: _SDG,
}
