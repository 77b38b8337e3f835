"""How to read a registration: what stands there, what does not and why, and how it can be proved."""

from register.domain.standard.vocabularies import GapState, Status
from register.labels.glossary.shape import WOO, Concept, Said, Source

CONCEPTS = (
    Concept(
        "registration",
        Said("Registratie", "Wat een organisatie hier vertelt over één algoritme of AI-systeem."),
        Said("Registration", "What an organisation tells here about one algorithm or AI system."),
    ),
    Concept(
        "status",
        Said("Status", "Hoe ver het is: nog in de maak, op proef, in gebruik of gestopt."),
        Said("Status", "How far it is: still being made, on trial, in use or ended."),
        vocabulary=Status,
        fields=("status",),
    ),
    Concept(
        "number",
        Said("Nummer", "Negen cijfers die altijd bij dezelfde registratie horen. Noem het als u een brief schrijft."),
        Said("Number", "Nine digits that always belong to the same registration. Give it when you write a letter."),
    ),
    Concept(
        "version",
        Said("Versie", "Een registratie zoals die op één dag is gepubliceerd. Een versie verandert nooit meer."),
        Said("Version", "A registration as it was published on one day. A version never changes."),
        fields=("change_note",),
    ),
    Concept(
        "fingerprint",
        Said(
            "Vingerafdruk",
            "Een rij cijfers en letters die maar bij één tekst past. Verandert er één letter, dan past de rij niet meer.",
            ("hash", "SHA-256"),
        ),
        Said(
            "Fingerprint",
            "A row of figures and letters that fits one text only. Change one letter, and the row no longer fits.",
            ("hash", "SHA-256"),
        ),
    ),
    Concept(
        "not-filled-in",
        Said(
            "Niet ingevuld",
            "Niemand heeft deze vraag nog beantwoord. Er staat ook niet waarom. U kunt het aan de organisatie vragen.",
            ("leeg",),
        ),
        Said(
            "Not filled in",
            "Nobody answered this question yet. Nor does it say why. You can ask the organisation.",
            ("blank", "not supplied"),
        ),
    ),
    Concept(
        "gap",
        Said("Open antwoord", "De organisatie zegt waarom er nog geen antwoord is, en vaak wanneer het komt."),
        Said("Gap", "The organisation says why there is no answer yet, and often when it comes."),
        vocabulary=GapState,
        members=tuple(GapState),
    ),
    Concept(
        "withheld",
        Said(
            "Niet openbaar gemaakt",
            "De organisatie weet het antwoord, maar mag het volgens de wet achterhouden. De grond en de reden staan erbij.",
            ("achterhouden", "geheim"),
        ),
        Said(
            "Withheld",
            "The organisation knows the answer, but the law lets it keep that back. The ground and the reason are there.",
            ("not made public",),
        ),
        Source(WOO, "artikelen 5.1 en 5.2", "Articles 5.1 and 5.2"),
    ),
    Concept(
        "ground",
        Said("Grond", "Het artikel van de wet waarom iets niet openbaar is. Er is geen grond ‘overig’."),
        Said("Ground", "The article of law for which something is not public. There is no ground ‘other’."),
        Source(WOO, "artikel 5.1", "Article 5.1"),
    ),
    Concept(
        "open-government-act",
        Said(
            "Wet open overheid (Woo)", "De Nederlandse wet die zegt dat informatie van de overheid openbaar is, en wanneer niet.", ("Woo",)
        ),
        Said("Open Government Act", "The Dutch act that says when information of government is public, and when not.", ("Woo",)),
    ),
    Concept(
        "product",
        Said("Product", "Iets dat meer organisaties gebruiken. De tekst erover is één keer geschreven."),
        Said("Product", "Something that several organisations use. The text about it was written once."),
        fields=("product",),
    ),
    Concept(
        "deployment",
        Said("Inzet", "Het gebruik van een product door één organisatie. Elke organisatie heeft er een eigen registratie voor."),
        Said("Deployment", "The use of a product by one organisation. Each organisation has its own registration for it."),
    ),
    Concept(
        "origin",
        Said("Herkomst van de tekst", "Deze tekst komt van het product. De organisatie die het gebruikt, nam hem over."),
        Said("Origin", "This text comes from the product. The organisation that uses it took it over.", ("product text",)),
    ),
    Concept(
        "mirrored",
        Said("Gespiegelde registratie", "Een registratie die uit een ander register komt. De organisatie heeft die hier niet bevestigd."),
        Said("Mirrored registration", "A registration that comes from another register. The organisation has not confirmed it here."),
    ),
    Concept(
        "example",
        Said("Voorbeeld", "Een verzonnen registratie die laat zien hoe dit register werkt."),
        Said("Example", "A made-up registration that shows how this register works."),
    ),
    Concept(
        "completeness",
        Said("Volledigheid", "Hoeveel van de vragen een antwoord hebben. Het zegt niet of het antwoord goed is."),
        Said("Completeness", "How many of the questions have an answer. It does not say whether the answer is right."),
    ),
    Concept(
        "review",
        Said("Controle te laat", "De organisatie beloofde om opnieuw te kijken of alles nog klopt. Die dag is voorbij."),
        Said("Review overdue", "The organisation promised to look again whether all is still true. That day has passed."),
        selection=("overdue", "true"),
        fields=("review_by",),
    ),
    Concept(
        "four-eyes",
        Said("Vier ogen", "Wie een registratie publiceert, heeft die niet geschreven. Er kijken dus altijd twee mensen naar."),
        Said("Four eyes", "Whoever publishes a registration did not write it. So two people always look at it."),
    ),
    Concept(
        "translation-by-computer",
        Said(
            "Vertaald door een computer", "Een programma maakte deze vertaling. Er kunnen fouten in staan. De tekst in de eigen taal geldt."
        ),
        Said("Translated by a computer", "A program made this translation. It may hold mistakes. The text in the original language holds."),
    ),
    Concept(
        "as-of",
        Said("Stand op een dag", "Het register zoals het op die dag was. Kies een dag, en u ziet wat er toen stond."),
        Said("As of", "The register as it was on that day. Choose a day, and you see what it said then."),
    ),
    Concept(
        "tombstone",
        Said(
            "Ingetrokken",
            "De organisatie haalde de registratie terug. De bladzijde blijft, met de reden en de oude versies.",
            ("intrekken",),
        ),
        Said(
            "Tombstone",
            "The organisation withdrew the registration. The page stays, with the reason and the earlier versions.",
            ("withdrawn",),
        ),
    ),
    Concept(
        "redacted",
        Said(
            "Rechtmatig verwijderd",
            "De inhoud van een versie is weg, omdat de wet dat eist. Dat die er was, blijft te zien.",
            ("onleesbaar maken",),
        ),
        Said(
            "Lawfully removed",
            "The content of a version is gone, because the law demands it. That it was there stays visible.",
            ("redacted",),
        ),
    ),
    Concept(
        "tooi",
        Said("TOOI", "Landelijke lijst met een vast kenmerk voor elke overheidsorganisatie."),
        Said("TOOI", "National list with a fixed identifier for each public body."),
    ),
    Concept(
        "upl",
        Said("Uniforme Productnamenlijst (UPL)", "Landelijke lijst met namen van diensten van de overheid.", ("UPL",)),
        Said("Uniform Product Names list", "National list of the names of public services.", ("UPL",)),
        fields=("service",),
    ),
    Concept(
        "json",
        Said("JSON", "Een bestand dat computers goed kunnen lezen. Er staat hetzelfde in als op de bladzijde."),
        Said("JSON", "A file that computers read well. It says the same as the page."),
    ),
    Concept(
        "api",
        Said("API", "De manier waarop een computerprogramma dit register leest."),
        Said("API", "The way in which a computer program reads this register."),
    ),
    Concept(
        "feed",
        Said("Feed", "Een adres dat uw leesprogramma volgt. U ziet dan vanzelf wat er nieuw is.", ("Atom",)),
        Said("Feed", "An address that your reading program follows. It then shows what is new.", ("Atom",)),
    ),
)
