"""Names for the facts of the AI Act, in the words of whoever answers the questions."""

from enum import StrEnum

from register.domain.ai_act.facts import (
    AiSystem,
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
    GpaiKind("none"): Term("Niet voor algemene doeleinden", "Not general-purpose"),
    GpaiKind("gpai_system"): Term("Systeem voor algemene doeleinden", "General-purpose system"),
    GpaiKind("gpai_model"): Term("Model voor algemene doeleinden", "General-purpose model"),
}

_BODY_KIND: Table = {
    BodyKind("public_authority"): Term("Overheidsinstantie", "Public authority"),
    BodyKind("body_governed_by_public_law"): Term("Publiekrechtelijke instelling", "Body governed by public law"),
    BodyKind("acts_for_public_authority"): Term("Handelt namens een overheid", "Acts for a public authority"),
    BodyKind("private_public_service"): Term("Private aanbieder van publieke diensten", "Private provider of public services"),
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
    Art5Practice("a"): Term("Heimelijk of misleidend beïnvloeden", "Covert or deceptive influence"),
    Art5Practice("b"): Term("Misbruik maken van kwetsbare mensen", "Taking advantage of vulnerable people"),
    Art5Practice("ba"): Term("Intieme beelden maken zonder toestemming", "Making intimate images without consent"),
    Art5Practice("bb"): Term("Beelden maken van misbruik van kinderen", "Making images of child abuse"),
    Art5Practice("c"): Term("Sociale score", "Social scoring"),
    Art5Practice("d"): Term("Misdrijven voorspellen uit een profiel alleen", "Predicting crime from a profile alone"),
    Art5Practice("e"): Term("Zomaar gezichten verzamelen", "Untargeted collecting of faces"),
    Art5Practice("f"): Term("Emoties lezen op werk of school", "Reading emotions at work or school"),
    Art5Practice("g"): Term("Gevoelige eigenschappen afleiden uit het lichaam", "Inferring sensitive traits from the body"),
    Art5Practice("h"): Term(
        "Direct herkennen op openbare plaatsen, voor de politie", "Real-time identification in public, for law enforcement"
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
    AnnexIiiPoint("1a"): Term("Mensen op afstand herkennen", "Identifying people at a distance"),
    AnnexIiiPoint("1b"): Term("Mensen indelen naar gevoelige eigenschappen", "Categorising people by sensitive traits"),
    AnnexIiiPoint("1c"): Term("Emoties herkennen", "Recognising emotions"),
    AnnexIiiPoint("2"): Term("Veiligheid van vitale infrastructuur", "Safety of critical infrastructure"),
    AnnexIiiPoint("3a"): Term("Toelating tot onderwijs", "Access to education"),
    AnnexIiiPoint("3b"): Term("Leerresultaten beoordelen", "Evaluating learning outcomes"),
    AnnexIiiPoint("3c"): Term("Bepalen welk onderwijs past", "Deciding on the level of education"),
    AnnexIiiPoint("3d"): Term("Toezicht bij examens", "Watching over tests"),
    AnnexIiiPoint("4a"): Term("Werving en selectie", "Recruitment and selection"),
    AnnexIiiPoint("4b"): Term("Beslissen over werk en werknemers", "Decisions on work and workers"),
    AnnexIiiPoint("5a"): Term("Uitkeringen en publieke diensten", "Public benefits and services"),
    AnnexIiiPoint("5b"): Term("Kredietwaardigheid", "Creditworthiness"),
    AnnexIiiPoint("5c"): Term("Levens- en zorgverzekering", "Life and health insurance"),
    AnnexIiiPoint("5d"): Term("Noodoproepen en triage", "Emergency calls and triage"),
    AnnexIiiPoint("6a"): Term("Kans om slachtoffer te worden", "Risk of becoming a victim"),
    AnnexIiiPoint("6b"): Term("Leugendetectie bij opsporing", "Lie detection in law enforcement"),
    AnnexIiiPoint("6c"): Term("Betrouwbaarheid van bewijs", "Reliability of evidence"),
    AnnexIiiPoint("6d"): Term("Kans op (nieuwe) misdrijven", "Risk of (re)offending"),
    AnnexIiiPoint("6e"): Term("Profielen bij opsporing en vervolging", "Profiling in detection and prosecution"),
    AnnexIiiPoint("7a"): Term("Leugendetectie bij migratie", "Lie detection in migration"),
    AnnexIiiPoint("7b"): Term("Risico van wie het land in wil", "Risk of those who want to enter"),
    AnnexIiiPoint("7c"): Term("Asiel, visum en verblijf beoordelen", "Examining asylum, visa and residence"),
    AnnexIiiPoint("7d"): Term("Mensen herkennen bij migratie en grens", "Identifying people in migration and at the border"),
    AnnexIiiPoint("8a"): Term("Helpen bij rechtspraak", "Assisting in justice"),
    AnnexIiiPoint("8b"): Term("Verkiezingen beïnvloeden", "Influencing elections"),
}

_DOMAIN: Table = {
    Domain("law_enforcement"): Term("Opsporing van strafbare feiten", "Law enforcement"),
    Domain("migration_asylum_border"): Term("Migratie, asiel en grens", "Migration, asylum and border"),
    Domain("justice"): Term("Rechtspraak", "Justice"),
    Domain("other"): Term("Ander terrein", "Another field"),
}

_ART63_CONDITION: Table = {
    Art63Condition("a"): Term("Een beperkte, procedurele taak", "A narrow procedural task"),
    Art63Condition("b"): Term("Werk van mensen verbeteren dat al af is", "Improving work that people finished"),
    Art63Condition("c"): Term("Patronen of afwijkingen in besluiten vinden", "Finding patterns or deviations in decisions"),
    Art63Condition("d"): Term("Een voorbereidende taak", "A preparatory task"),
}

_ART50_TRIGGER: Table = {
    Art50Trigger("interaction"): Term("Mensen praten of schrijven ermee", "People talk or write with it"),
    Art50Trigger("synthetic_content"): Term("Het maakt tekst, beeld, geluid of video", "It makes text, images, sound or video"),
    Art50Trigger("emotion_recognition"): Term("Het herkent emoties", "It recognises emotions"),
    Art50Trigger("biometric_categorisation"): Term("Het deelt mensen in naar hun lichaam", "It categorises people by their body"),
    Art50Trigger("deepfake"): Term("Het maakt beeld of geluid dat echt lijkt", "It makes images or sound that seem real"),
    Art50Trigger("public_interest_text"): Term("Het schrijft teksten voor het publiek", "It writes texts for the public"),
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
    AnnexIiiPoint: _ANNEX_III_POINT,
    Domain: _DOMAIN,
    Art63Condition: _ART63_CONDITION,
    Art50Trigger: _ART50_TRIGGER,
    Art50Exception: _ART50_EXCEPTION,
}
