"""What it means for somebody: who decides, who checks, and what one can do about it."""

from register.domain.standard.vocabularies import DecisionRole, RemedyKind
from register.labels.glossary.shape import AI_ACT, AWB, GDPR, Concept, Said, Source

CONCEPTS = (
    Concept(
        "decision",
        Said("Besluit", "Een brief waarin de overheid iets bepaalt over u. Bijvoorbeeld of u een uitkering of vergunning krijgt."),
        Said("Decision", "A letter in which government settles something about you. For example whether you get a benefit or a permit."),
        Source(AWB, "artikel 1:3", "Article 1:3"),
        fields=("decision_role", "service"),
    ),
    Concept(
        "decision-role",
        Said("Rol in het besluit", "Hoeveel het systeem meedoet als er over mensen wordt besloten. Er zijn zes stappen."),
        Said("Role in the decision", "How much the system takes part when something is decided about people. There are six steps."),
        vocabulary=DecisionRole,
        fields=("decision_role",),
    ),
    Concept(
        "automated-decision",
        Said(
            "Geautomatiseerde besluitvorming",
            "De computer besluit, en geen mens kijkt naar de inhoud. Meestal mag dat niet zonder wet of toestemming.",
        ),
        Said(
            "Automated decision-making",
            "The computer decides, and no person looks at the content. Mostly that takes a law or your consent.",
        ),
        Source(GDPR, "artikel 22", "Article 22"),
        ("decisionRole", DecisionRole.DECIDES),
        fields=("automated_decision",),
        members=(DecisionRole.DECIDES,),
    ),
    Concept(
        "risk-selection",
        Said("Risicoselectie", "Het systeem kiest wie wordt gecontroleerd of bezocht. Wie het kiest, heeft niet altijd iets fout gedaan."),
        Said("Risk selection", "The system chooses who is checked or visited. Whoever it chooses has not always done something wrong."),
        selection=("decisionRole", DecisionRole.SELECTS),
        fields=("decision_role",),
        members=(DecisionRole.SELECTS,),
    ),
    Concept(
        "human-intervention",
        Said("Menselijke tussenkomst", "Een mens kijkt zelf naar uw zaak. Die mag de uitkomst verbeteren of het systeem stoppen."),
        Said("Human intervention", "A person looks at your case. They may correct the output or stop the system."),
        Source(GDPR, "artikel 22, lid 3", "Article 22(3)"),
        fields=("human_intervention", "automated_decision"),
        members=(RemedyKind.HUMAN_REVIEW,),
    ),
    Concept(
        "objection",
        Said("Bezwaar", "U vraagt de organisatie om haar besluit opnieuw te bekijken. Meestal moet dat binnen zes weken."),
        Said("Objection", "You ask the organisation to reconsider its decision. Mostly you have six weeks for that."),
        Source(AWB, "artikelen 1:5 en 6:7", "Articles 1:5 and 6:7"),
        fields=("remedies",),
        members=(RemedyKind.OBJECTION,),
    ),
    Concept(
        "appeal",
        Said("Beroep", "U vraagt de rechter om naar een besluit te kijken. Meestal maakt u eerst bezwaar."),
        Said("Appeal", "You ask a court to look at a decision. Mostly you object first."),
        Source(AWB, "artikelen 1:5 en 8:1", "Articles 1:5 and 8:1"),
        fields=("remedies",),
    ),
    Concept(
        "complaint",
        Said("Klacht", "U vertelt de organisatie dat u niet goed bent behandeld. Het besluit zelf verandert daar niet door."),
        Said("Complaint", "You tell the organisation that you were not treated properly. That does not change a decision."),
        Source(AWB, "artikel 9:1", "Article 9:1"),
        fields=("remedies",),
        members=(RemedyKind.COMPLAINT,),
    ),
    Concept(
        "ombudsman",
        Said("Ombudsman", "Onderzoekt uw klacht als u er met de organisatie niet uitkomt. Dat kost niets."),
        Said("Ombudsman", "Looks into your complaint if you cannot settle it with the organisation. It costs nothing."),
        Source(AWB, "artikel 9:18", "Article 9:18"),
        fields=("remedies",),
        members=(RemedyKind.OMBUDSMAN,),
    ),
    Concept(
        "right-to-explanation",
        Said("Uitleg over een besluit", "U vraagt welke rol AI met hoog risico had in een besluit over u."),
        Said("Explanation of a decision", "You ask what part high-risk AI had in a decision about you."),
        Source(AI_ACT, "artikel 86", "Article 86"),
        fields=("remedies",),
        members=(RemedyKind.EXPLANATION,),
    ),
    Concept(
        "right-of-access",
        Said("Inzage", "U vraagt welke gegevens een organisatie van u heeft. Zijn ze fout, dan vraagt u om verbetering."),
        Said("Access", "You ask which data an organisation has about you. If they are wrong, you ask to have them corrected."),
        Source(GDPR, "artikelen 15, 16 en 21", "Articles 15, 16 and 21"),
        fields=("remedies",),
        members=(RemedyKind.GDPR,),
    ),
    Concept(
        "data-subject",
        Said("Betrokkene", "De mens over wie gegevens gaan."),
        Said("Data subject", "The person whom data are about."),
        Source(GDPR, "artikel 4, punt 1", "Article 4(1)"),
        fields=("affected_groups",),
    ),
    Concept(
        "regulator",
        Said("Toezichthouder", "Een organisatie die van de wet moet nagaan of anderen zich aan de regels houden."),
        Said("Regulator", "An organisation that has to see by law that others keep the rules.", ("supervisor",)),
        fields=("remedies",),
        members=(RemedyKind.SUPERVISOR,),
    ),
    Concept(
        "gdpr",
        Said("Algemene verordening gegevensbescherming (AVG)", "De Europese wet over gegevens van mensen.", ("AVG", "privacywet")),
        Said("General Data Protection Regulation (GDPR)", "The European law on data about people.", ("GDPR",)),
        Source(GDPR, "Verordening (EU) 2016/679", "Regulation (EU) 2016/679"),
    ),
    Concept(
        "general-administrative-law-act",
        Said("Algemene wet bestuursrecht (Awb)", "De Nederlandse wet over besluiten, bezwaar, beroep en klachten.", ("Awb",)),
        Said("General Administrative Law Act", "The Dutch act on decisions, objections, appeals and complaints.", ("Awb",)),
    ),
)
