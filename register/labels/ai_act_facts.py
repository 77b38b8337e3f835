"""Names for the facts of the AI Act, in the words of whoever answers the questions."""

from enum import StrEnum

from register.domain.ai_act.facts import (
    AiSystem,
    AnnexIiiArea,
    AnnexIiiPoint,
    AnnexISection,
    Art2Exclusion,
    Art5Exception,
    Art5Practice,
    Art25Change,
    Art50Exception,
    Art50Trigger,
    Art63Condition,
    BodyKind,
    Domain,
    GpaiKind,
    Lifecycle,
    RealWorldTesting,
    SupplyRelation,
)
from register.labels.term import Table, Term

_SUPPLY_RELATION: Table = {
    SupplyRelation("develop_only"): Term("Zelf gemaakt, voor anderen", "Made ourselves, for others"),
    SupplyRelation("develop_for_self_and_others"): Term(
        "Zelf gemaakt, voor onszelf en anderen", "Made ourselves, for ourselves and others"
    ),
    SupplyRelation("develop_and_use_self"): Term("Zelf gemaakt, alleen voor onszelf", "Made ourselves, only for ourselves"),
    SupplyRelation("commissioned_development"): Term("Laten maken, onder onze eigen naam", "Had it made, under our own name"),
    SupplyRelation("built_on_third_party_model"): Term(
        "Zelf gebouwd op het model van een ander", "Built ourselves on somebody else's model"
    ),
    SupplyRelation("external_unmodified"): Term("Gekocht of gekregen, niet veranderd", "Bought or given, not changed"),
    SupplyRelation("external_modified"): Term("Gekocht of gekregen, en veranderd", "Bought or given, and changed"),
    SupplyRelation("import_from_outside_eu"): Term("Ingevoerd van buiten de EU", "Imported from outside the EU"),
    SupplyRelation("resell_within_eu"): Term("Doorverkocht binnen de EU", "Sold on within the EU"),
    SupplyRelation("none"): Term("Niets van dit alles", "None of these"),
}

_ART25_CHANGE: Table = {
    Art25Change("own_name_or_trademark"): Term("Onze naam of ons merk staat erop", "Our name or trademark is on it"),
    Art25Change("substantial_modification"): Term("Wij hebben het ingrijpend veranderd", "We changed it substantially"),
    Art25Change("purpose_made_high_risk"): Term("Wij gaven het een doel met hoog risico", "We gave it a high-risk purpose"),
}

_LIFECYCLE: Table = {
    Lifecycle("exploring"): Term("Verkennen", "Exploring"),
    Lifecycle("in_development"): Term("In ontwikkeling", "In development"),
    Lifecycle("pilot_real_effects"): Term("Proef met echte gevolgen", "Pilot with real effects"),
    Lifecycle("in_use"): Term("In gebruik", "In use"),
    Lifecycle("suspended"): Term("Stilgelegd", "Suspended"),
    Lifecycle("stopped"): Term("Gestopt voor gebruik", "Stopped before use"),
    Lifecycle("retired"): Term("Niet meer in gebruik", "Retired"),
}

_AI_SYSTEM: Table = {
    AiSystem("yes"): Term("Ja", "Yes"),
    AiSystem("no"): Term("Nee", "No"),
    AiSystem("unknown"): Term("Weet ik niet", "I don't know"),
}

_GPAI_KIND: Table = {
    GpaiKind("none"): Term(
        "Niet voor algemene doeleinden", "Not general-purpose", "Het is gemaakt voor één soort taak.", "It was made for one kind of task."
    ),
    GpaiKind("gpai_system"): Term(
        "Systeem voor algemene doeleinden",
        "General-purpose system",
        "Een toepassing op een model dat veel taken kan.",
        "An application on a model that can do many tasks.",
    ),
    GpaiKind("gpai_model"): Term(
        "Model voor algemene doeleinden",
        "General-purpose model",
        "Het model zelf, zonder toepassing eromheen.",
        "The model itself, without an application around it.",
    ),
}

_BODY_KIND: Table = {
    BodyKind("public_authority"): Term(
        "Overheidsinstantie",
        "Public authority",
        "Zoals een ministerie, gemeente, provincie, waterschap of uitvoeringsorganisatie.",
        "Such as a ministry, municipality, province, water board or agency.",
    ),
    BodyKind("body_governed_by_public_law"): Term(
        "Publiekrechtelijke instelling",
        "Body governed by public law",
        "Betaald of bestuurd door de overheid, voor een taak van algemeen belang.",
        "Paid or run by government, for a task of general interest.",
    ),
    BodyKind("acts_for_public_authority"): Term(
        "Handelt namens een overheid",
        "Acts for a public authority",
        "Een bedrijf of stichting die een overheidstaak uitvoert.",
        "A company or foundation that carries out a public task.",
    ),
    BodyKind("private_public_service"): Term(
        "Private aanbieder van publieke diensten",
        "Private provider of public services",
        "Zoals een particuliere school, zorginstelling of woningcorporatie.",
        "Such as a private school, care institution or housing association.",
    ),
    BodyKind("other"): Term("Andere organisatie", "Other body"),
}

_REAL_WORLD_TESTING: Table = {
    RealWorldTesting("none"): Term("Geen test in de praktijk", "No test in real conditions"),
    RealWorldTesting("art_60"): Term("Test in de praktijk (artikel 60)", "Test in real conditions (Article 60)"),
    RealWorldTesting("sandbox"): Term("Testomgeving van een toezichthouder", "Sandbox of a supervisor"),
}

_ART2_EXCLUSION: Table = {
    Art2Exclusion("2_3"): Term("Alleen voor defensie of nationale veiligheid", "Only for defence or national security"),
    Art2Exclusion("2_4"): Term("Overheid van buiten de EU, onder een verdrag", "Authority outside the EU, under an agreement"),
    Art2Exclusion("2_6"): Term("Alleen voor wetenschappelijk onderzoek", "Only for scientific research"),
    Art2Exclusion("2_8"): Term("Onderzoek en tests voordat het op de markt komt", "Research and tests before it comes on the market"),
    Art2Exclusion("2_10"): Term("Persoonlijk gebruik, buiten het werk", "Personal use, outside work"),
}

_ART5_PRACTICE: Table = {
    Art5Practice("a"): Term(
        "Heimelijk of misleidend beïnvloeden",
        "Covert or deceptive influence",
        "Het stuurt mensen zonder dat zij het merken, met kans op ernstige schade.",
        "It steers people without their noticing, and may do serious harm.",
    ),
    Art5Practice("b"): Term(
        "Misbruik maken van kwetsbare mensen",
        "Taking advantage of vulnerable people",
        "Het gebruikt leeftijd, handicap of armoede om mensen te sturen, met kans op ernstige schade.",
        "It uses age, disability or poverty to steer people, and may do serious harm.",
    ),
    Art5Practice("ba"): Term(
        "Intieme beelden maken zonder toestemming",
        "Making intimate images without consent",
        "Naakt- of seksbeelden van een herkenbaar mens.",
        "Nude or sexual images of a person who can be recognised.",
    ),
    Art5Practice("bb"): Term(
        "Beelden maken van misbruik van kinderen",
        "Making images of child abuse",
        "Materiaal van seksueel misbruik van kinderen.",
        "Material of sexual abuse of children.",
    ),
    Art5Practice("c"): Term(
        "Sociale score",
        "Social scoring",
        "Mensen beoordelen op gedrag of karakter, met nadeel ergens anders of te zwaar.",
        "Judging people by behaviour or character, with a disadvantage elsewhere or out of proportion.",
    ),
    Art5Practice("d"): Term(
        "Misdrijven voorspellen uit een profiel alleen",
        "Predicting crime from a profile alone",
        "Voorspellen wie een misdrijf pleegt, alleen uit profiel of karakter.",
        "Predicting who will commit a crime, from profile or character alone.",
    ),
    Art5Practice("e"): Term(
        "Zomaar gezichten verzamelen",
        "Untargeted collecting of faces",
        "Een bestand voor gezichtsherkenning vullen met beelden van internet of camera’s.",
        "Filling a facial recognition database with images from the internet or cameras.",
    ),
    Art5Practice("f"): Term(
        "Emoties lezen op werk of school",
        "Reading emotions at work or school",
        "Niet als het medisch is, of voor de veiligheid.",
        "Not when it is medical, or for safety.",
    ),
    Art5Practice("g"): Term(
        "Gevoelige eigenschappen afleiden uit het lichaam",
        "Inferring sensitive traits from the body",
        "Ras, politieke mening, vakbond, geloof of seksualiteit.",
        "Race, political opinion, trade union, belief or sex life.",
    ),
    Art5Practice("h"): Term(
        "Direct herkennen op openbare plaatsen, voor de politie",
        "Real-time identification in public, for law enforcement",
        "Gezichtsherkenning op afstand terwijl mensen voorbijlopen.",
        "Facial recognition at a distance while people pass by.",
    ),
}

_ART5_EXCEPTION: Table = {
    Art5Exception("no_significant_harm"): Term("Geen ernstige schade", "No significant harm"),
    Art5Exception("not_purpose_with_safeguards"): Term("Niet het doel, en er zijn waarborgen", "Not its purpose, and safeguarded"),
    Art5Exception("consent"): Term("Uitdrukkelijke toestemming", "Explicit consent"),
    Art5Exception("lawful_defence"): Term("De wet staat het toe", "The law allows it"),
    Art5Exception("supports_human_assessment"): Term(
        "Steunt een oordeel van een mens op feiten", "Supports a person's assessment of facts"
    ),
    Art5Exception("medical_or_safety"): Term("Voor medische zorg of veiligheid", "For medical or safety reasons"),
    Art5Exception("lawful_labelling"): Term("Gegevens rechtmatig ordenen", "Lawful labelling of data"),
    Art5Exception("law_enforcement_categorising"): Term(
        "Indelen voor opsporing, zoals de wet toestaat", "Categorising for law enforcement, as the law allows"
    ),
    Art5Exception("strictly_necessary_objective"): Term(
        "Strikt nodig voor een doel uit de wet", "Strictly necessary for an aim in the law"
    ),
    Art5Exception("national_law"): Term("Er is een nationale wet", "There is a national law"),
    Art5Exception("authorisation"): Term("Er is vooraf toestemming", "There is prior authorisation"),
    Art5Exception("fria"): Term("Er is een toets op grondrechten", "There is a fundamental rights assessment"),
    Art5Exception("registration"): Term("Het is geregistreerd", "It is registered"),
}

_ANNEX_I_SECTION: Table = {
    AnnexISection("A"): Term(
        "Deel A: zoals speelgoed, liften en medische hulpmiddelen", "Section A: such as toys, lifts and medical devices"
    ),
    AnnexISection("B"): Term(
        "Deel B: zoals voertuigen, schepen, luchtvaart en machines", "Section B: such as vehicles, ships, aviation and machinery"
    ),
    AnnexISection("none"): Term("Geen product uit bijlage I", "No product of Annex I"),
}

_ANNEX_III_POINT: Table = {
    AnnexIiiPoint("1a"): Term(
        "Mensen op afstand herkennen",
        "Identifying people at a distance",
        "Zoals gezichten van voorbijgangers vergelijken met een lijst. Niet: nagaan of iemand is wie hij zegt te zijn.",
        "Such as comparing faces of passers-by with a list. Not: checking that somebody is who they say they are.",
    ),
    AnnexIiiPoint("1b"): Term(
        "Mensen indelen naar gevoelige eigenschappen",
        "Categorising people by sensitive traits",
        "Zoals herkomst of geloof afleiden uit een gezicht of stem.",
        "Such as inferring origin or belief from a face or voice.",
    ),
    AnnexIiiPoint("1c"): Term(
        "Emoties herkennen",
        "Recognising emotions",
        "Uit gezicht, stem of lichaam afleiden wat iemand voelt.",
        "Inferring from face, voice or body what somebody feels.",
    ),
    AnnexIiiPoint("2"): Term(
        "Veiligheid van vitale infrastructuur",
        "Safety of critical infrastructure",
        "Onderdeel dat zorgt voor de veiligheid van verkeer, water, gas, warmte, elektriciteit of digitale infrastructuur.",
        "A part that keeps traffic, water, gas, heating, electricity or digital infrastructure safe.",
    ),
    AnnexIiiPoint("3a"): Term(
        "Toelating tot onderwijs",
        "Access to education",
        "Bepalen wie wordt toegelaten, of bij welke opleiding iemand wordt geplaatst.",
        "Deciding who is admitted, or where somebody is placed.",
    ),
    AnnexIiiPoint("3b"): Term(
        "Leerresultaten beoordelen",
        "Evaluating learning outcomes",
        "Ook als het stuurt hoe iemand verder leert.",
        "Also when it steers how somebody goes on learning.",
    ),
    AnnexIiiPoint("3c"): Term(
        "Bepalen welk onderwijs past",
        "Deciding on the level of education",
        "Inschatten welk niveau iemand aankan of krijgt.",
        "Judging which level somebody can do or gets.",
    ),
    AnnexIiiPoint("3d"): Term(
        "Toezicht bij examens",
        "Watching over tests",
        "Spieken of ander verboden gedrag opmerken.",
        "Noticing cheating or other forbidden behaviour.",
    ),
    AnnexIiiPoint("4a"): Term(
        "Werving en selectie",
        "Recruitment and selection",
        "Zoals advertenties richten, brieven selecteren of sollicitanten beoordelen.",
        "Such as targeting advertisements, sorting letters or judging applicants.",
    ),
    AnnexIiiPoint("4b"): Term(
        "Beslissen over werk en werknemers",
        "Decisions on work and workers",
        "Zoals promotie, ontslag, taken verdelen naar gedrag, of prestaties volgen.",
        "Such as promotion, dismissal, dividing tasks by behaviour, or watching performance.",
    ),
    AnnexIiiPoint("5a"): Term(
        "Uitkeringen en publieke diensten",
        "Public benefits and services",
        "Een overheid bepaalt of iemand een uitkering, toeslag of dienst krijgt, houdt of moet terugbetalen.",
        "A public body decides whether somebody gets, keeps or must repay a benefit, allowance or service.",
    ),
    AnnexIiiPoint("5b"): Term(
        "Kredietwaardigheid",
        "Creditworthiness",
        "Beoordelen of iemand krediet krijgt. Niet: fraude opsporen.",
        "Judging whether somebody gets credit. Not: detecting fraud.",
    ),
    AnnexIiiPoint("5c"): Term(
        "Levens- en zorgverzekering",
        "Life and health insurance",
        "Risico en prijs bepalen voor een persoon.",
        "Setting the risk and the price for a person.",
    ),
    AnnexIiiPoint("5d"): Term(
        "Noodoproepen en triage",
        "Emergency calls and triage",
        "Meldingen beoordelen, hulpdiensten sturen, of de volgorde van patiënten bepalen.",
        "Judging calls, sending emergency services, or deciding the order of patients.",
    ),
    AnnexIiiPoint("6a"): Term(
        "Kans om slachtoffer te worden",
        "Risk of becoming a victim",
        "Inschatten of iemand slachtoffer wordt van een strafbaar feit.",
        "Judging whether somebody will become a victim of crime.",
    ),
    AnnexIiiPoint("6b"): Term(
        "Leugendetectie bij opsporing", "Lie detection in law enforcement", "Zoals een leugendetector.", "Such as a polygraph."
    ),
    AnnexIiiPoint("6c"): Term(
        "Betrouwbaarheid van bewijs",
        "Reliability of evidence",
        "Beoordelen hoe betrouwbaar bewijs is in een strafzaak.",
        "Judging how reliable evidence is in a criminal case.",
    ),
    AnnexIiiPoint("6d"): Term(
        "Kans op (nieuwe) misdrijven",
        "Risk of (re)offending",
        "Niet alleen uit een profiel; ook karaktertrekken of eerder gedrag van mensen of groepen.",
        "Not from a profile alone; also traits or earlier behaviour of people or groups.",
    ),
    AnnexIiiPoint("6e"): Term(
        "Profielen bij opsporing en vervolging",
        "Profiling in detection and prosecution",
        "Profielen van mensen bij opsporen, onderzoeken of vervolgen van strafbare feiten.",
        "Profiles of people in detecting, investigating or prosecuting crime.",
    ),
    AnnexIiiPoint("7a"): Term(
        "Leugendetectie bij migratie",
        "Lie detection in migration",
        "Zoals een leugendetector aan de grens.",
        "Such as a polygraph at the border.",
    ),
    AnnexIiiPoint("7b"): Term(
        "Risico van wie het land in wil",
        "Risk of those who want to enter",
        "Risico voor veiligheid, gezondheid of verblijf zonder papieren.",
        "A risk to security or health, or of staying without papers.",
    ),
    AnnexIiiPoint("7c"): Term(
        "Asiel, visum en verblijf beoordelen",
        "Examining asylum, visa and residence",
        "Helpen beslissen over een aanvraag, ook over het bewijs daarbij.",
        "Helping to decide on an application, its evidence included.",
    ),
    AnnexIiiPoint("7d"): Term(
        "Mensen herkennen bij migratie en grens",
        "Identifying people in migration and at the border",
        "Mensen vinden of herkennen. Niet: reisdocumenten controleren.",
        "Finding or recognising people. Not: checking travel documents.",
    ),
    AnnexIiiPoint("8a"): Term(
        "Helpen bij rechtspraak",
        "Assisting in justice",
        "Feiten en recht onderzoeken voor een rechter, of bij bemiddeling.",
        "Examining facts and law for a judge, or in mediation.",
    ),
    AnnexIiiPoint("8b"): Term(
        "Verkiezingen beïnvloeden",
        "Influencing elections",
        "De uitslag of het stemgedrag beïnvloeden. Niet: hulp bij het organiseren van een campagne.",
        "Influencing the result or how people vote. Not: help in organising a campaign.",
    ),
}

_ANNEX_III_AREA: Table = {
    AnnexIiiArea("1"): Term("Biometrie", "Biometrics"),
    AnnexIiiArea("2"): Term("Vitale infrastructuur", "Critical infrastructure"),
    AnnexIiiArea("3"): Term("Onderwijs", "Education"),
    AnnexIiiArea("4"): Term("Werk", "Employment"),
    AnnexIiiArea("5"): Term("Uitkeringen en diensten die mensen nodig hebben", "Benefits and services that people need"),
    AnnexIiiArea("6"): Term("Opsporing", "Detection of crime"),
    AnnexIiiArea("7"): Term("Migratie, asiel en grenzen", "Migration, asylum and borders"),
    AnnexIiiArea("8"): Term("Rechtspraak en democratie", "Justice and democracy"),
}

_DOMAIN: Table = {
    Domain("law_enforcement"): Term(
        "Opsporing van strafbare feiten",
        "Law enforcement",
        "Alleen strafbare feiten. Geen toezicht door gemeenten, geen bestuurlijke controle.",
        "Criminal offences only. No municipal supervision, no administrative checks.",
    ),
    Domain("migration_asylum_border"): Term("Migratie, asiel en grens", "Migration, asylum and border"),
    Domain("justice"): Term("Rechtspraak", "Justice"),
    Domain("other"): Term("Ander terrein", "Another field"),
}

_ART63_CONDITION: Table = {
    Art63Condition("a"): Term(
        "Een beperkte, procedurele taak",
        "A narrow procedural task",
        "Zoals documenten in een vaste vorm zetten of dubbele stukken vinden.",
        "Such as putting documents in a fixed form, or finding duplicates.",
    ),
    Art63Condition("b"): Term(
        "Werk van mensen verbeteren dat al af is",
        "Improving work that people finished",
        "Zoals de taal verbeteren van een brief die al klaar is.",
        "Such as improving the language of a letter that is finished.",
    ),
    Art63Condition("c"): Term(
        "Patronen of afwijkingen in besluiten vinden",
        "Finding patterns or deviations in decisions",
        "Zonder het oordeel van een mens te vervangen.",
        "Without replacing a person's judgement.",
    ),
    Art63Condition("d"): Term(
        "Een voorbereidende taak",
        "A preparatory task",
        "Zoals zoeken, vertalen of stukken ordenen voor een beoordeling.",
        "Such as searching, translating or sorting documents for an assessment.",
    ),
}

_ART50_TRIGGER: Table = {
    Art50Trigger("interaction"): Term("Mensen praten of schrijven ermee", "People talk or write with it"),
    Art50Trigger("synthetic_content"): Term("Het maakt tekst, beeld, geluid of video", "It makes text, images, sound or video"),
    Art50Trigger("emotion_recognition"): Term(
        "Het herkent emoties", "It recognises emotions", "Uit gezicht, stem of lichaam.", "From face, voice or body."
    ),
    Art50Trigger("biometric_categorisation"): Term(
        "Het deelt mensen in naar hun lichaam",
        "It categorises people by their body",
        "Zoals leeftijd of herkomst uit een gezicht.",
        "Such as age or origin from a face.",
    ),
    Art50Trigger("deepfake"): Term(
        "Het maakt beeld of geluid dat echt lijkt",
        "It makes images or sound that seem real",
        "Van bestaande mensen, plaatsen of gebeurtenissen.",
        "Of existing people, places or events.",
    ),
    Art50Trigger("public_interest_text"): Term(
        "Het schrijft teksten voor het publiek",
        "It writes texts for the public",
        "Teksten die worden gepubliceerd om mensen te informeren over zaken van algemeen belang.",
        "Texts that are published to inform people on matters of public interest.",
    ),
}

_ART50_EXCEPTION: Table = {
    Art50Exception("obvious"): Term("Het is duidelijk dat het AI is", "It is obvious that it is AI"),
    Art50Exception("standard_editing"): Term("Gewone hulp bij bewerken", "Standard editing"),
    Art50Exception("no_substantial_change"): Term("Het verandert niets wezenlijks", "It changes nothing substantial"),
    Art50Exception("criminal_law"): Term("Toegestaan voor opsporing van misdrijven", "Allowed by criminal law"),
    Art50Exception("artistic_limited"): Term("Kunst of satire: beperkte melding", "Art or satire: limited notice"),
    Art50Exception("editorial_responsibility"): Term(
        "Een mens controleert, en iemand is verantwoordelijk", "A person checks, and somebody is responsible"
    ),
}

TABLES: dict[type[StrEnum], Table] = {
    SupplyRelation: _SUPPLY_RELATION,
    Art25Change: _ART25_CHANGE,
    Lifecycle: _LIFECYCLE,
    AiSystem: _AI_SYSTEM,
    GpaiKind: _GPAI_KIND,
    BodyKind: _BODY_KIND,
    RealWorldTesting: _REAL_WORLD_TESTING,
    Art2Exclusion: _ART2_EXCLUSION,
    Art5Practice: _ART5_PRACTICE,
    Art5Exception: _ART5_EXCEPTION,
    AnnexISection: _ANNEX_I_SECTION,
    AnnexIiiArea: _ANNEX_III_AREA,
    AnnexIiiPoint: _ANNEX_III_POINT,
    Domain: _DOMAIN,
    Art63Condition: _ART63_CONDITION,
    Art50Trigger: _ART50_TRIGGER,
    Art50Exception: _ART50_EXCEPTION,
}
