"""Algorithms and AI: what they are, what they are made of, and what can go wrong with them."""

from register.domain.standard.vocabularies import DataPurpose, Kind, SelfLearning, Technique
from register.labels.glossary.shape import AI_ACT, GDPR, Concept, Said, Source

CONCEPTS = (
    Concept(
        "algorithm",
        Said("Algoritme", "Vaste regels of een berekening die mensen hebben bedacht. Een computer voert ze stap voor stap uit."),
        Said("Algorithm", "Fixed rules or a calculation that people thought up. A computer carries them out step by step."),
        selection=("kind", Kind.ALGORITHM),
        fields=("kind",),
        members=(Kind.ALGORITHM,),
    ),
    Concept(
        "ai-system",
        Said(
            "AI-systeem",
            "Een systeem dat uit gegevens zelf afleidt wat eruit moet komen. Dat kan een voorspelling, advies, tekst of besluit zijn.",
            ("AI", "kunstmatige intelligentie"),
        ),
        Said(
            "AI system",
            "A system that works out from data by itself what should come out. That may be a prediction, advice, a text or a decision.",
            ("AI", "artificial intelligence"),
        ),
        Source(AI_ACT, "artikel 3, punt 1", "Article 3(1)"),
        ("kind", Kind.AI_SYSTEM),
        fields=("kind",),
        members=(Kind.AI_SYSTEM,),
    ),
    Concept(
        "generative-ai",
        Said(
            "Generatieve AI",
            "AI die zelf tekst, beeld, geluid of code maakt. Wat eruit komt, kan echt lijken en toch fout zijn.",
            ("genAI",),
        ),
        Said(
            "Generative AI",
            "AI that makes text, images, sound or code. What comes out may look right and still be wrong.",
            ("genAI",),
        ),
        selection=("kind", Kind.GENERATIVE_AI),
        fields=("kind",),
        members=(Kind.GENERATIVE_AI,),
    ),
    Concept(
        "machine-learning",
        Said(
            "Machinaal leren",
            "De computer zoekt zelf patronen in voorbeelden. Mensen schrijven de regels dus niet zelf op.",
            ("machine learning",),
        ),
        Said("Machine learning", "The computer looks for patterns in examples. So people do not write the rules themselves.", ("ML",)),
        selection=("technique", Technique.MACHINE_LEARNING),
        fields=("techniques", "methods", "self_learning"),
        members=(Technique.MACHINE_LEARNING, SelfLearning.RETRAINED, SelfLearning.CONTINUOUS),
    ),
    Concept(
        "language-model",
        Said(
            "Taalmodel",
            "Een model dat heeft geleerd welke woorden vaak op elkaar volgen. Daarmee maakt het zinnen. Het weet niet wat waar is.",
            ("groot taalmodel", "LLM"),
        ),
        Said(
            "Language model",
            "A model that has learned which words often follow one another. With that it makes sentences. It does not know what is true.",
            ("large language model", "LLM"),
        ),
        fields=("model_name", "model_version"),
    ),
    Concept(
        "general-purpose-ai-model",
        Said(
            "AI-model voor algemene doeleinden",
            "Een model dat veel verschillende taken kan doen. Anderen bouwen het in hun eigen systeem in.",
            ("GPAI",),
        ),
        Said(
            "General-purpose AI model",
            "A model that can do many different tasks. Others build it into systems of their own.",
            ("GPAI",),
        ),
        Source(AI_ACT, "artikel 3, punt 63", "Article 3(63)"),
        ("category", "gpai"),
        fields=("model_name",),
    ),
    Concept(
        "model-provider",
        Said("Maker van het model", "Het bedrijf of de organisatie die het model heeft gemaakt. Dat is vaak een ander dan de leverancier."),
        Said("Provider of the model", "The company or organisation that made the model. Often that is not the supplier."),
        fields=("model_provider",),
    ),
    Concept(
        "supplier",
        Said("Leverancier", "Wie het systeem aan de organisatie verkoopt of levert. Een organisatie kan het ook zelf maken."),
        Said("Supplier", "Whoever sells or delivers the system to the organisation. An organisation may also make it itself."),
        fields=("supplier", "procurement"),
    ),
    Concept(
        "training-data",
        Said("Trainingsdata", "De voorbeelden waarvan een model heeft geleerd. Zitten daar fouten in, dan leert het model die ook."),
        Said("Training data", "The examples from which a model has learned. If they hold mistakes, the model learns those, too."),
        Source(AI_ACT, "artikel 3, punt 29", "Article 3(29)"),
        fields=("data_sources", "fair_7"),
        members=(DataPurpose.TRAINING,),
    ),
    Concept(
        "fine-tuning",
        Said(
            "Bijtrainen", "Een bestaand model verder laten leren met extra voorbeelden. Zo past het beter bij één taak.", ("fine-tuning",)
        ),
        Said("Fine-tuning", "Letting an existing model learn further from extra examples. That makes it fit one task better."),
        fields=("adaptation",),
    ),
    Concept(
        "retrieval",
        Said(
            "Eigen bronnen erbij",
            "Het systeem zoekt eerst stukken op in eigen documenten. Het model antwoordt daarna met die stukken.",
            ("retrieval", "RAG"),
        ),
        Said(
            "Retrieval",
            "The system first looks up pieces in documents of its own. The model then answers from those.",
            ("RAG", "retrieval-augmented generation"),
        ),
        fields=("adaptation",),
    ),
    Concept(
        "weights",
        Said("Gewichten", "De getallen die een model heeft geleerd. Wie ze heeft, kan het model zelf laten werken."),
        Said("Weights", "The numbers that a model has learned. Whoever has them can run the model."),
        fields=("weights",),
    ),
    Concept(
        "prompt",
        Said("Opdracht", "De vraag of tekst die iemand aan een model geeft.", ("prompt",)),
        Said("Prompt", "The question or text that somebody gives to a model."),
        fields=("prompt_retention", "input_policy"),
    ),
    Concept(
        "output",
        Said("Uitkomst", "Wat er uit een systeem komt: een score, tekst, beeld, advies of besluit."),
        Said("Output", "What comes out of a system: a score, text, image, advice or decision."),
        fields=("output_review",),
    ),
    Concept(
        "hallucination",
        Said(
            "Verzinsel van AI",
            "Een antwoord dat goed klinkt maar niet klopt. Een taalmodel kan ook bronnen verzinnen.",
            ("hallucinatie",),
        ),
        Said("Hallucination", "An answer that sounds right but is not. A language model may make up sources, too."),
        fields=("output_review",),
    ),
    Concept(
        "guardrails",
        Said("Waarborgen", "Wat fouten en misbruik moet voorkomen. Bijvoorbeeld een filter dat namen tegenhoudt.", ("guardrails",)),
        Said("Safeguards", "What should prevent mistakes and misuse. For example a filter that holds back names.", ("guardrails",)),
        fields=("guardrails",),
    ),
    Concept(
        "bias",
        Said(
            "Vertekening",
            "Het systeem zit er bij sommige groepen vaker naast dan bij andere. Dat kan mensen ongelijk behandelen.",
            ("bias", "vooringenomenheid"),
        ),
        Said("Bias", "The system is wrong more often for some groups than for others. That may treat people unequally."),
        fields=("fair_1", "fair_2"),
    ),
    Concept(
        "profiling",
        Said(
            "Profilering",
            "De computer gebruikt gegevens over u om iets van u te beoordelen of te voorspellen. Zoals uw gedrag, werk of gezondheid.",
        ),
        Said(
            "Profiling",
            "The computer uses data about you to judge or predict something of you. Such as your behaviour, work or health.",
        ),
        Source(GDPR, "artikel 4, punt 4", "Article 4(4)"),
        fields=("protected_traits",),
    ),
    Concept(
        "deepfake",
        Said("Deepfake", "Beeld of geluid dat met AI is gemaakt en dat echt lijkt. Wie het laat zien, moet dat erbij zeggen."),
        Said("Deepfake", "Images or sound made with AI that look or sound real. Whoever shows them has to say so."),
        Source(AI_ACT, "artikel 3, punt 60", "Article 3(60)"),
        fields=("labelling",),
    ),
    Concept(
        "source-code",
        Said("Broncode", "De tekst van een computerprogramma. Is die openbaar, dan kan iedereen nagaan hoe het werkt."),
        Said("Source code", "The text of a computer program. If it is public, everyone can check how it works."),
        fields=("source_code",),
    ),
    Concept(
        "metric",
        Said("Meting", "Een getal dat zegt hoe goed iets werkt. Er hoort bij waarop en wanneer het is gemeten."),
        Said("Measurement", "A number that says how well something works. It comes with what was measured, and when."),
        fields=("metrics", "monitoring"),
    ),
)
