"""What a body weighs and checks beforehand: assessments, principles, and the data that it uses about people."""

from register.domain.principles.outcome import PrincipleOutcome
from register.domain.standard.vocabularies import AssessmentKind, PersonalData
from register.labels.glossary.shape import AI_ACT, BSN_ACT, EQUAL_TREATMENT, GDPR, Concept, Said, Source

CONCEPTS = (
    Concept(
        "impact-assessment",
        Said("Toets vooraf", "De organisatie onderzoekt wat iets met mensen kan doen, voordat zij het gebruikt.", ("impactassessment",)),
        Said("Impact assessment", "The organisation examines what something can do to people before it uses it."),
        vocabulary=AssessmentKind,
        fields=("impact_assessments",),
    ),
    Concept(
        "dpia",
        Said(
            "Gegevensbeschermingseffectbeoordeling (DPIA)",
            "Toets op privacy. Die is nodig als het gebruik van gegevens veel risico geeft voor mensen.",
            ("DPIA", "privacytoets"),
        ),
        Said(
            "Data protection impact assessment (DPIA)",
            "Assessment of privacy. It is needed when the use of data brings a large risk to people.",
            ("DPIA",),
        ),
        Source(GDPR, "artikel 35", "Article 35"),
        ("assessment", "dpia.done"),
        fields=("impact_assessments",),
        members=(AssessmentKind.DPIA,),
    ),
    Concept(
        "iama",
        Said(
            "Mensenrechtentoets (IAMA)",
            "Vragenlijst van de overheid. Daarmee bespreekt een organisatie wat een algoritme doet met rechten van mensen.",
            ("IAMA", "Impact Assessment Mensenrechten en Algoritmes"),
        ),
        Said(
            "Human rights assessment (IAMA)",
            "A list of questions of Dutch government. With it an organisation discusses what an algorithm does to people's rights.",
            ("IAMA",),
        ),
        selection=("assessment", "iama.done"),
        fields=("impact_assessments",),
        members=(AssessmentKind.IAMA,),
    ),
    Concept(
        "fria",
        Said(
            "Toets op grondrechten (FRIA)",
            "Toets die overheden doen voordat zij AI met hoog risico gebruiken. Die gaat over de rechten van mensen.",
            ("FRIA",),
        ),
        Said(
            "Fundamental rights impact assessment (FRIA)",
            "Assessment that public bodies make before they use high-risk AI. It is about people's rights.",
            ("FRIA",),
        ),
        Source(AI_ACT, "artikel 27", "Article 27"),
        ("assessment", "fria.done"),
        fields=("impact_assessments",),
        members=(AssessmentKind.FRIA,),
    ),
    Concept(
        "fundamental-rights",
        Said("Grondrechten", "De rechten die voor iedereen gelden. Zoals gelijk behandeld worden, privacy en een eerlijk proces."),
        Said("Fundamental rights", "The rights that everyone has. Such as equal treatment, privacy and a fair trial."),
        fields=("risks",),
    ),
    Concept(
        "necessity",
        Said("Noodzaak", "Het doel kan niet worden bereikt zonder dit systeem."),
        Said("Necessity", "The purpose cannot be reached without this system."),
        fields=("necessity",),
    ),
    Concept(
        "proportionality",
        Said("Evenredigheid", "Het doel is zwaar genoeg voor de nadelen die mensen ervan hebben.", ("proportionaliteit",)),
        Said("Proportionality", "The purpose weighs enough for the drawbacks that people have of it."),
        fields=("proportionality",),
    ),
    Concept(
        "subsidiarity",
        Said("Lichter middel", "Er is geen manier die mensen minder raakt en even goed werkt.", ("subsidiariteit",)),
        Said("Subsidiarity", "There is no way that touches people less and works as well.", ("lighter means",)),
        fields=("subsidiarity",),
    ),
    Concept(
        "legal-basis",
        Said("Wettelijke grondslag", "De wet die de organisatie deze taak geeft. Zonder zo'n wet mag het meestal niet.", ("grondslag",)),
        Said("Legal basis", "The law that gives the organisation this task. Without such a law it mostly may not."),
        fields=("legal_basis", "legal_bases"),
    ),
    Concept(
        "principles",
        Said(
            "Uitgangspunten", "Vier vragen uit de visie van de overheid op generatieve AI. Is het veilig, eerlijk, menselijk en het waard?"
        ),
        Said("Principles", "Four questions from the government's vision on generative AI. Is it safe, fair, humane and worth it?"),
        vocabulary=PrincipleOutcome,
    ),
    Concept(
        "substantiated",
        Said("Onderbouwd", "De organisatie zegt dat een punt in orde is, en wijst het bewijs aan. Het register keurt dat bewijs niet."),
        Said("Substantiated", "The organisation says that a point is in order, and shows the evidence. The register does not judge it."),
        members=(PrincipleOutcome.SUBSTANTIATED,),
    ),
    Concept(
        "pillars",
        Said("Actielijnen", "De zes lijnen waarlangs de overheid werkt aan generatieve AI."),
        Said("Pillars", "The six lines of action of Dutch government on generative AI."),
        fields=("pillars",),
    ),
    Concept(
        "personal-data",
        Said("Persoonsgegevens", "Gegevens die over u gaan, of waarmee iemand kan uitzoeken dat u het bent."),
        Said("Personal data", "Data about you, or from which somebody can find out that it is you."),
        Source(GDPR, "artikel 4, punt 1", "Article 4(1)"),
        ("personalData", PersonalData.ORDINARY),
        fields=("personal_data",),
        members=(PersonalData.ORDINARY,),
    ),
    Concept(
        "special-categories",
        Said(
            "Bijzondere persoonsgegevens",
            "Gegevens die extra bescherming krijgen. Zoals uw gezondheid, geloof, afkomst of politieke mening.",
        ),
        Said(
            "Special categories of personal data", "Data with extra protection. Such as your health, religion, origin or political opinion."
        ),
        Source(GDPR, "artikel 9", "Article 9"),
        ("personalData", PersonalData.SPECIAL_CATEGORY),
        fields=("personal_data",),
        members=(PersonalData.SPECIAL_CATEGORY,),
    ),
    Concept(
        "citizen-service-number",
        Said("Burgerservicenummer (BSN)", "Het nummer waarmee de overheid u herkent.", ("BSN",)),
        Said("Citizen service number", "The number by which Dutch government knows who you are.", ("BSN",)),
        Source(BSN_ACT, "artikel 1", "Article 1"),
        ("personalData", PersonalData.NATIONAL_ID),
        fields=("personal_data",),
        members=(PersonalData.NATIONAL_ID,),
    ),
    Concept(
        "pseudonymised",
        Said(
            "Gegevens onder een schuilnummer",
            "De naam is vervangen door een code. Met een sleutel is nog te vinden om wie het gaat.",
            ("gepseudonimiseerd",),
        ),
        Said("Pseudonymised data", "The name was replaced by a code. With a key one can still find out who it is."),
        Source(GDPR, "artikel 4, punt 5", "Article 4(5)"),
        ("personalData", PersonalData.PSEUDONYMISED),
        fields=("personal_data",),
        members=(PersonalData.PSEUDONYMISED,),
    ),
    Concept(
        "protected-traits",
        Said(
            "Beschermde kenmerken",
            "Kenmerken waarop niemand ongelijk mag worden behandeld. Zoals afkomst, geslacht, geloof en nationaliteit.",
        ),
        Said(
            "Protected characteristics",
            "Characteristics for which nobody may be treated unequally. Such as origin, sex, religion and nationality.",
        ),
        Source(EQUAL_TREATMENT, "artikel 1", "Article 1"),
        fields=("protected_traits", "fair_3"),
    ),
    Concept(
        "purpose-limitation",
        Said("Doelbinding", "Gegevens zijn alleen bedoeld voor het doel waarvoor ze zijn gevraagd."),
        Said("Purpose limitation", "Data are only meant for the purpose for which they were asked."),
        Source(GDPR, "artikel 5, lid 1, onder b", "Article 5(1)(b)"),
        fields=("data_sources", "human_9"),
    ),
    Concept(
        "controller",
        Said("Verwerkingsverantwoordelijke", "De organisatie die bepaalt waarom en hoe gegevens over mensen worden gebruikt."),
        Said("Controller", "The organisation that decides why and how data about people are used."),
        Source(GDPR, "artikel 4, punt 7", "Article 4(7)"),
        fields=("processing_register",),
    ),
    Concept(
        "processor",
        Said("Verwerker", "Een bedrijf of organisatie die gegevens gebruikt in opdracht van een ander."),
        Said("Processor", "A company or organisation that uses data on the instructions of another."),
        Source(GDPR, "artikel 4, punt 8", "Article 4(8)"),
        fields=("processing_register",),
    ),
    Concept(
        "data-protection-officer",
        Said(
            "Functionaris gegevensbescherming (FG)",
            "Let binnen een organisatie op het gebruik van gegevens over mensen. U kunt die een vraag stellen.",
            ("FG",),
        ),
        Said(
            "Data protection officer (DPO)",
            "Watches inside an organisation over the use of data about people. You can ask them a question.",
            ("DPO",),
        ),
        Source(GDPR, "artikelen 37 tot en met 39", "Articles 37 to 39"),
    ),
    Concept(
        "processing-register",
        Said("Register van verwerkingen", "De lijst waarin een organisatie bijhoudt welke gegevens over mensen zij gebruikt, en waarvoor."),
        Said("Record of processing activities", "The list of which data about people an organisation uses, and what for."),
        Source(GDPR, "artikel 30", "Article 30"),
        fields=("processing_register",),
    ),
)
