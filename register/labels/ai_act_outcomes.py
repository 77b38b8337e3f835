"""Names for what follows under the AI Act. What a category means is said without saying that its duties apply already."""

from enum import StrEnum

from register.domain.ai_act.dates import Part
from register.domain.ai_act.documents import ProhibitedAction
from register.domain.ai_act.outcome import (
    ActRole,
    AnnexViii,
    Applicability,
    Art50Duty,
    DutyStatus,
    NationalCategory,
    ObjectKind,
    Regime,
    RegistrationSection,
    RiskCategory,
)
from register.labels.term import Table, Term

_APPLICABILITY: Table = {
    Applicability("applies"): Term("Van toepassing", "Applies"),
    Applicability("excluded"): Term("Uitgezonderd", "Excluded"),
    Applicability("not_ai"): Term("Geen AI", "Not AI"),
    Applicability("no_role"): Term("Geen rol", "No role"),
    Applicability("no_algorithm"): Term("Geen algoritme", "No algorithm"),
    Applicability("undetermined"): Term("Nog niet te zeggen", "Cannot be told yet"),
}

_REGIME: Table = {
    Regime("full"): Term("De hele verordening", "The whole act"),
    Regime("annex_i_section_b"): Term("Vooral andere productregels (bijlage I, deel B)", "Mainly other product rules (Annex I, Section B)"),
}

_OBJECT_KIND: Table = {
    ObjectKind("ai_system"): Term("AI-systeem", "AI system"),
    ObjectKind("gpai_system"): Term("AI-systeem voor algemene doeleinden", "General-purpose AI system"),
    ObjectKind("gpai_model"): Term("AI-model voor algemene doeleinden", "General-purpose AI model"),
    ObjectKind("algorithm_not_ai"): Term("Algoritme, geen AI", "Algorithm, not AI"),
    ObjectKind("no_algorithm"): Term("Geen algoritme", "No algorithm"),
}

_ACT_ROLE: Table = {
    ActRole("provider"): Term("Aanbieder", "Provider", "Maakt het systeem of laat het maken.", "Makes the system or has it made."),
    ActRole("deployer"): Term(
        "Gebruiksverantwoordelijke", "Deployer", "Gebruikt het systeem onder eigen gezag.", "Uses the system under its own authority."
    ),
    ActRole("importer"): Term("Importeur", "Importer", "Haalt het van buiten de EU.", "Brings it in from outside the EU."),
    ActRole("distributor"): Term("Distributeur", "Distributor", "Verkoopt het door.", "Sells it on."),
    ActRole("authorised_representative"): Term(
        "Gemachtigde",
        "Authorised representative",
        "Vertegenwoordigt een aanbieder van buiten de EU.",
        "Represents a provider outside the EU.",
    ),
    ActRole("product_manufacturer"): Term(
        "Fabrikant van het product",
        "Product manufacturer",
        "Brengt een product uit met het systeem erin.",
        "Brings out a product with the system in it.",
    ),
}

_RISK_CATEGORY: Table = {
    RiskCategory("prohibited"): Term(
        "Verboden",
        "Prohibited",
        "De wet verbiedt dit, omdat het mensen te veel schaadt.",
        "The law forbids this, because it harms people too much.",
    ),
    RiskCategory("high_risk_annex_i"): Term(
        "Hoog risico (product)",
        "High-risk (product)",
        "Het hoort bij de veiligheid van een product. Een fout kan mensen schaden.",
        "It is part of the safety of a product. A mistake can harm people.",
    ),
    RiskCategory("high_risk_annex_iii"): Term(
        "Hoog risico",
        "High-risk",
        "Het kan veel invloed hebben op gezondheid, veiligheid of rechten van mensen.",
        "It can have much influence on people's health, safety or rights.",
    ),
    RiskCategory("annex_iii_exempt_6_3"): Term(
        "Uitgezonderd van hoog risico",
        "Exempt from high-risk",
        "Het wordt gebruikt op een gevoelig terrein, maar doet er alleen een beperkte taak.",
        "It is used in a sensitive field, but only does a limited task there.",
    ),
    RiskCategory("transparency"): Term(
        "Openheid nodig",
        "Transparency needed",
        "Mensen moeten kunnen weten dat zij met AI te maken hebben.",
        "People must be able to know that they are dealing with AI.",
    ),
    RiskCategory("minimal"): Term(
        "Laag risico", "Minimal risk", "De wet stelt hieraan geen bijzondere eisen.", "The law makes no special demands on this."
    ),
    RiskCategory("gpai_systemic"): Term(
        "Model met systeemrisico",
        "Model with systemic risk",
        "Een model met zoveel vermogen dat fouten overal gevolgen kunnen hebben.",
        "A model of so much ability that mistakes may have effects everywhere.",
    ),
    RiskCategory("gpai"): Term(
        "Model voor algemene doeleinden",
        "General-purpose model",
        "Een model dat veel verschillende taken kan doen.",
        "A model that can do many different tasks.",
    ),
    RiskCategory("out_of_scope"): Term(
        "Buiten de AI-verordening", "Outside the AI Act", "De AI-verordening gaat hier niet over.", "The AI Act is not about this."
    ),
    RiskCategory("not_ai"): Term(
        "Geen AI", "Not AI", "Het is een algoritme, maar geen AI-systeem.", "It is an algorithm, but not an AI system."
    ),
    RiskCategory("undetermined"): Term(
        "Nog niet bepaald", "Not determined yet", "Er zijn feiten nodig die nog niet bekend zijn.", "It takes facts that are not known yet."
    ),
}

_NATIONAL_CATEGORY: Table = {
    NationalCategory("A"): Term("Categorie A", "Category A", "AI-systeem met hoog risico.", "High-risk AI system."),
    NationalCategory("B"): Term("Categorie B", "Category B", "Impactvol algoritme.", "Impactful algorithm."),
    NationalCategory("C"): Term("Categorie C", "Category C", "Overig algoritme.", "Other algorithm."),
}

_ART50_DUTY: Table = {
    Art50Duty("50_1"): Term("Zeggen dat het AI is", "Say that it is AI"),
    Art50Duty("50_2"): Term("Merken wat AI maakt", "Mark what AI makes"),
    Art50Duty("50_3"): Term("Vertellen over emoties en indelen", "Tell of emotions and categories"),
    Art50Duty("50_4_deepfake"): Term("Melden dat beeld of geluid nep is", "Say that images or sound are not real"),
    Art50Duty("50_4_text"): Term("Melden dat AI de tekst schreef", "Say that AI wrote the text"),
}

_ANNEX_VIII: Table = {
    AnnexViii("A"): Term("Registratie door de aanbieder", "Registration by the provider"),
    AnnexViii("B"): Term("Registratie van de uitzondering", "Registration of the exemption"),
    AnnexViii("C"): Term("Registratie van het gebruik", "Registration of the use"),
}

_REGISTRATION_SECTION: Table = {
    RegistrationSection("public"): Term("In het openbare deel", "In the public part"),
    RegistrationSection("non_public"): Term("In het deel dat niet openbaar is", "In the part that is not public"),
    RegistrationSection("national"): Term("In Nederland", "Nationally"),
}

_DUTY_STATUS: Table = {
    DutyStatus("applies"): Term("Geldt", "Applies"),
    DutyStatus("later"): Term("Geldt later", "Applies later"),
    DutyStatus("only_after_change"): Term("Geldt pas na een grote verandering", "Applies only after a significant change"),
}

_PROHIBITED_ACTION: Table = {
    ProhibitedAction("stopping"): Term("Wij stoppen ermee", "We are stopping it"),
    ProhibitedAction("suspending"): Term("Wij leggen het stil", "We are suspending it"),
    ProhibitedAction("contested"): Term(
        "Wij betwisten het",
        "We contest it",
        "De organisatie vindt dat het verbod hier niet geldt, en legt dat uit.",
        "The body holds that the prohibition does not apply here, and explains why.",
    ),
}

_PART: Table = {
    Part("prohibitions"): Term("Verboden praktijken", "Prohibited practices"),
    Part("prohibitions_of_2026"): Term("Verboden praktijken die in 2026 zijn toegevoegd", "Prohibited practices added in 2026"),
    Part("literacy"): Term("Kennis van AI", "AI literacy"),
    Part("gpai"): Term("Modellen voor algemene doeleinden", "General-purpose models"),
    Part("transparency"): Term("Openheid", "Transparency"),
    Part("marking_of_earlier"): Term("Merken, voor systemen van voor 2 augustus 2026", "Marking, for systems from before 2 August 2026"),
    Part("annex_iii"): Term("Hoog risico van bijlage III", "High risk of Annex III"),
    Part("annex_i"): Term("Hoog risico van bijlage I", "High risk of Annex I"),
    Part("gpai_of_earlier"): Term("Modellen van voor 2 augustus 2025", "Models from before 2 August 2025"),
    Part("high_risk_of_earlier"): Term(
        "Systemen met hoog risico die er al waren, voor overheden", "High-risk systems that were there already, for public authorities"
    ),
}

TABLES: dict[type[StrEnum], Table] = {
    Applicability: _APPLICABILITY,
    Regime: _REGIME,
    ObjectKind: _OBJECT_KIND,
    ActRole: _ACT_ROLE,
    RiskCategory: _RISK_CATEGORY,
    NationalCategory: _NATIONAL_CATEGORY,
    Art50Duty: _ART50_DUTY,
    AnnexViii: _ANNEX_VIII,
    RegistrationSection: _REGISTRATION_SECTION,
    DutyStatus: _DUTY_STATUS,
    Part: _PART,
    ProhibitedAction: _PROHIBITED_ACTION,
}
