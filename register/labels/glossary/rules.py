"""The AI Act: what it calls a use of AI, whom it binds, and what it asks."""

from register.domain.ai_act.facts import AnnexIiiArea
from register.domain.ai_act.outcome import ActRole, NationalCategory, RiskCategory
from register.labels.glossary.shape import AI_ACT, Concept, Said, Source

CONCEPTS = (
    Concept(
        "ai-act",
        Said("AI-verordening", "De Europese wet over AI. Hoe groter het risico voor mensen, hoe strenger de regels.", ("AI Act", "AI-wet")),
        Said("AI Act", "The European law on AI. The larger the risk to people, the stricter the rules.", ("Artificial Intelligence Act",)),
        Source(AI_ACT, "Verordening (EU) 2024/1689", "Regulation (EU) 2024/1689"),
        fields=("ai_act",),
    ),
    Concept(
        "risk-category",
        Said(
            "Risicocategorie",
            "In welke groep van de AI-verordening iets valt. Het register berekent dat uit feiten die de organisatie geeft.",
            ("indeling", "classificatie"),
        ),
        Said(
            "Risk category",
            "The group of the AI Act to which something belongs. The register computes it from facts that the organisation gives.",
            ("classification",),
        ),
        vocabulary=RiskCategory,
        fields=("ai_act",),
    ),
    Concept(
        "prohibited-practice",
        Said("Verboden praktijk", "Gebruik van AI dat de wet verbiedt. Bijvoorbeeld mensen stiekem sturen of punten geven voor gedrag."),
        Said("Prohibited practice", "A use of AI that the law forbids. For example steering people in secret or scoring their behaviour."),
        Source(AI_ACT, "artikel 5", "Article 5"),
        ("category", RiskCategory.PROHIBITED),
        members=(RiskCategory.PROHIBITED,),
    ),
    Concept(
        "high-risk",
        Said("Hoog risico", "AI die veel invloed kan hebben op gezondheid, veiligheid of rechten. Daarvoor gelden strenge eisen."),
        Said("High risk", "AI that can have much influence on health, safety or rights. Strict requirements apply to it.", ("high-risk",)),
        Source(AI_ACT, "artikel 6 en bijlage III", "Article 6 and Annex III"),
        ("category", RiskCategory.HIGH_RISK_ANNEX_III),
        members=(RiskCategory.HIGH_RISK_ANNEX_III,),
    ),
    Concept(
        "high-risk-product",
        Said(
            "Hoog risico door een product", "AI die een product veilig moet houden. Zoals een lift, een machine of een medisch hulpmiddel."
        ),
        Said("High risk because of a product", "AI that has to keep a product safe. Such as a lift, a machine or a medical device."),
        Source(AI_ACT, "artikel 6, lid 1, en bijlage I", "Article 6(1) and Annex I"),
        ("category", RiskCategory.HIGH_RISK_ANNEX_I),
        members=(RiskCategory.HIGH_RISK_ANNEX_I,),
    ),
    Concept(
        "annex-iii",
        Said(
            "Bijlage III",
            "De lijst van gebruik met hoog risico. Zoals bij werk, onderwijs, uitkeringen, politie en grenzen.",
        ),
        Said("Annex III", "The list of high-risk uses. Such as in work, education, benefits, police and borders."),
        Source(AI_ACT, "bijlage III", "Annex III"),
        vocabulary=AnnexIiiArea,
        fields=("ai_act",),
    ),
    Concept(
        "exemption",
        Said(
            "Uitzondering op hoog risico",
            "AI op een gevoelig terrein die daar alleen een kleine, vaste taak doet. De strenge eisen gelden dan niet.",
        ),
        Said(
            "Exemption from high risk",
            "AI in a sensitive field that only does a small, fixed task there. The strict requirements then do not apply.",
        ),
        Source(AI_ACT, "artikel 6, lid 3", "Article 6(3)"),
        ("category", RiskCategory.ANNEX_III_EXEMPT),
        members=(RiskCategory.ANNEX_III_EXEMPT,),
    ),
    Concept(
        "limited-risk",
        Said(
            "Beperkt risico",
            "Mensen moeten kunnen weten dat zij met AI te maken hebben. Een chatbot moet dat dus zeggen.",
            ("openheid nodig", "transparantieplicht"),
        ),
        Said(
            "Limited risk",
            "People must be able to know that they are dealing with AI. So a chatbot has to say what it is.",
            ("transparency needed", "transparency duty"),
        ),
        Source(AI_ACT, "artikel 50", "Article 50"),
        ("category", RiskCategory.TRANSPARENCY),
        fields=("labelling", "when_you_meet_it", "human_2"),
        members=(RiskCategory.TRANSPARENCY,),
    ),
    Concept(
        "minimal-risk",
        Said("Laag risico", "AI waaraan de wet geen bijzondere eisen stelt. Andere wetten, zoals die over privacy, gelden wel."),
        Said("Minimal risk", "AI on which the act makes no special demands. Other laws, such as those on privacy, do apply."),
        selection=("category", RiskCategory.MINIMAL),
        members=(RiskCategory.MINIMAL,),
    ),
    Concept(
        "systemic-risk",
        Said("Systeemrisico", "Het risico van een heel krachtig model. Een fout daarin kan in heel Europa gevolgen hebben."),
        Said("Systemic risk", "The risk of a very powerful model. A mistake in it may have effects throughout Europe."),
        Source(AI_ACT, "artikel 3, punt 65, en artikel 51", "Articles 3(65) and 51"),
        ("category", RiskCategory.GPAI_SYSTEMIC),
        members=(RiskCategory.GPAI_SYSTEMIC,),
    ),
    Concept(
        "national-category",
        Said("Nationale indeling", "Naast de Europese wet deelt Nederland algoritmes in met een letter. A is het zwaarst."),
        Said("National category", "Beside the European law the Netherlands sort algorithms by a letter. A is the heaviest."),
        vocabulary=NationalCategory,
        members=tuple(NationalCategory),
    ),
    Concept(
        "provider",
        Said(
            "Aanbieder",
            "Maakt een AI-systeem of laat het maken, en brengt het onder eigen naam uit. De meeste eisen gelden voor de aanbieder.",
        ),
        Said(
            "Provider",
            "Makes an AI system, or has it made, in its own name. Most requirements bind the provider.",
        ),
        Source(AI_ACT, "artikel 3, punt 3", "Article 3(3)"),
        ("role", ActRole.PROVIDER),
        members=(ActRole.PROVIDER,),
    ),
    Concept(
        "deployer",
        Said(
            "Gebruiksverantwoordelijke", "Wie een AI-systeem gebruikt voor het eigen werk. Bij de overheid is dat vaak de organisatie zelf."
        ),
        Said("Deployer", "Whoever uses an AI system for their own work. In government that is often the organisation itself."),
        Source(AI_ACT, "artikel 3, punt 4", "Article 3(4)"),
        ("role", ActRole.DEPLOYER),
        members=(ActRole.DEPLOYER,),
    ),
    Concept(
        "importer",
        Said("Importeur", "Wie een AI-systeem van buiten de Europese Unie hier op de markt brengt."),
        Said("Importer", "Whoever brings an AI system from outside the European Union onto the market here."),
        Source(AI_ACT, "artikel 3, punt 6", "Article 3(6)"),
        ("role", ActRole.IMPORTER),
        members=(ActRole.IMPORTER,),
    ),
    Concept(
        "distributor",
        Said("Distributeur", "Wie een AI-systeem doorverkoopt of doorgeeft, en het niet zelf maakte of invoerde."),
        Said("Distributor", "Whoever sells or passes on an AI system that they neither made nor imported."),
        Source(AI_ACT, "artikel 3, punt 7", "Article 3(7)"),
        ("role", ActRole.DISTRIBUTOR),
        members=(ActRole.DISTRIBUTOR,),
    ),
    Concept(
        "human-oversight",
        Said("Menselijk toezicht", "Mensen kunnen een systeem met hoog risico begrijpen, bijsturen en stopzetten. Zij leren hoe dat moet."),
        Said("Human oversight", "People can understand, correct and stop a high-risk system. They learn how to do so."),
        Source(AI_ACT, "artikelen 14 en 26", "Articles 14 and 26"),
        fields=("human_1", "human_intervention"),
    ),
    Concept(
        "ai-literacy",
        Said(
            "Kennis van AI",
            "Weten wat AI kan en wat er mis kan gaan. Wie AI gebruikt, helpt de eigen medewerkers daarbij.",
            ("AI-geletterdheid",),
        ),
        Said("AI literacy", "Knowing what AI can do and what can go wrong. Whoever uses AI helps their own staff with that."),
        Source(AI_ACT, "artikel 4", "Article 4"),
        fields=("operator_training", "human_7"),
    ),
    Concept(
        "european-database",
        Said("Europese databank", "De lijst van de Europese Unie met AI-systemen met hoog risico. Overheden melden zich daar aan."),
        Said("European database", "The list of the European Union of high-risk AI systems. Public authorities register there."),
        Source(AI_ACT, "artikelen 49 en 71", "Articles 49 and 71"),
        fields=("source_registration",),
    ),
)
