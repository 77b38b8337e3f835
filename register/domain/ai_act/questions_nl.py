"""The questions in Dutch: what is asked, help, and examples. For people who are no lawyers."""

#: name of the fact → (question, help, examples).
QUESTIONS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "containsAlgorithm": (
        "Zit er een algoritme in?",
        "Een algoritme is een reeks stappen waarmee een computer tot een uitkomst komt.",
        ("Wel: een rekenregel, een zoekmachine, een chatbot.", "Niet: een opslagplek voor documenten."),
    ),
    "aiSystem": (
        "Is het een AI-systeem?",
        "Een AI-systeem leidt zelf af hoe het tot een uitkomst komt, bijvoorbeeld doordat het van gegevens leerde.",
        (
            "Wel: een taalmodel, beeldherkenning, een model dat met gegevens is getraind.",
            "Niet: een programma dat alleen vaste regels volgt.",
        ),
    ),
    "aiDefinitionTest.onlyHumanDefinedRules": (
        "Volgt het alleen regels die mensen hebben bedacht?",
        "Elke stap is dan door een mens opgeschreven. Het systeem maakt geen regels bij.",
        ("Wel: een beslisboom die uit de wet is overgenomen.", "Niet: een model waarvan de gewichten uit gegevens komen."),
    ),
    "aiDefinitionTest.makesInferences": (
        "Leidt het zelf iets af uit wat het krijgt?",
        "Denk aan voorspellen, herkennen, aanbevelen of tekst maken.",
        (),
    ),
    "aiDefinitionTest.influencesEnvironment": (
        "Heeft de uitkomst ergens gevolgen voor?",
        "Bijvoorbeeld doordat iemand de uitkomst leest en er iets mee doet.",
        (),
    ),
    "gpaiKind": (
        "Is het gemaakt voor algemene doeleinden?",
        "Zo’n model kan veel verschillende taken doen. Een systeem daarop heeft een scherm of een koppeling; het model zelf niet.",
        ("Systeem: een chatassistent waarmee u alles kunt vragen.", "Model: een taalmodel dat u zelf traint en uitbrengt."),
    ),
    "supplyRelation": (
        "Hoe kwam uw organisatie eraan?",
        "Kies wat het beste past. Wie maakt of laat maken, heeft andere plichten dan wie gebruikt.",
        (),
    ),
    "usesUnderOwnAuthority": (
        "Gebruikt uw organisatie het zelf, onder eigen gezag?",
        "Dat is zo als uw organisatie bepaalt dat en hoe het wordt gebruikt.",
        (),
    ),
    "bodyKind": ("Wat voor organisatie gebruikt het?", "Sommige plichten gelden alleen voor overheden.", ()),
    "lifecycle": ("Hoe ver is het?", "Een proef met gevolgen voor echte mensen telt als gebruik.", ()),
    "art2Exclusions": (
        "Past een van deze uitzonderingen?",
        "Dan geldt de AI-verordening niet. Kies alleen wat helemaal klopt.",
        ("Niet: onderzoek waarvan mensen nu al iets merken.",),
    ),
    "art5Practices": (
        "Doet het iets van deze lijst?",
        "Dit zijn de verboden praktijken. Kies ook als u denkt dat er een uitzondering is: daar vragen wij hierna naar.",
        (),
    ),
    "art5Exceptions": (
        "Geldt er een grens die in het verbod zelf staat?",
        "Het verbod geldt dan niet. Een hoog risico kan het nog wel zijn.",
        (),
    ),
    "annexI.section": (
        "Is het een product van deze lijst, of hoort het bij de veiligheid ervan?",
        "Bijlage I noemt producten met Europese regels voor veiligheid.",
        ("Wel: software die bepaalt wanneer een lift stopt.", "Niet: een planning voor het onderhoud van liften."),
    ),
    "annexI.thirdPartyAssessment": (
        "Moet een onafhankelijke instantie dat product keuren?",
        "Dat volgt uit de regels voor het product zelf.",
        (),
    ),
    "annexIiiPoints": (
        "Waarvoor wordt het gebruikt?",
        "Bijlage III noemt gebruik met hoog risico. Kies alles wat past, ook als een mens daarna beslist.",
        (
            "Punt 5a, wel: een samenvatting waarmee een arts beoordeelt of iemand kan werken.",
            "Punt 5a, niet: een chatbot die vertelt waar het formulier staat.",
        ),
    ),
    "domain": (
        "Op welk terrein wordt het gebruikt?",
        "Opsporing gaat alleen over strafbare feiten. Gemeentelijk toezicht en controle van uitkeringen horen daar niet bij.",
        (),
    ),
    "performsProfiling": (
        "Maakt het een profiel van mensen?",
        "Dat is: automatisch kenmerken van iemand beoordelen, zoals werk, geld, gezondheid, gedrag of betrouwbaarheid.",
        ("Wel: een score per persoon.", "Niet: het aantal aanvragen per week voorspellen."),
    ),
    "art6_3.conditions": (
        "Doet het alleen een van deze beperkte taken?",
        "Dan kan het zijn dat dit gebruik geen hoog risico heeft. De aanbieder beoordeelt dat en schrijft het op.",
        ("Wel: stukken indelen per soort.", "Niet: een advies over de aanvraag."),
    ),
    "art6_3.significantRisk": (
        "Kan het veel schade doen aan gezondheid, veiligheid of rechten van mensen?",
        "Denk aan wat er gebeurt als het fout gaat, en niemand dat merkt.",
        (),
    ),
    "art6_3.materiallyInfluences": (
        "Heeft het echt invloed op de beslissing?",
        "Dat is zo als de beslissing zonder het systeem anders kon uitvallen.",
        (),
    ),
    "art25Changes": (
        "Heeft uw organisatie er iets aan veranderd?",
        "Dan kan uw organisatie zelf aanbieder worden, met alle plichten daarvan.",
        (),
    ),
    "art50Triggers": (
        "Past hier iets van?",
        "Dan moeten mensen weten dat AI meedoet.",
        ("Wel: een chatbot, een brief die een taalmodel schrijft.",),
    ),
    "art50Exceptions": ("Geldt er een uitzondering?", "Kies alleen wat u kunt uitleggen.", ()),
    "publicCrimeReporting": ("Meldt het publiek er strafbare feiten mee?", "Dan moeten mensen altijd weten dat het AI is.", ()),
    "decisionRole": ("Welke rol heeft het in een besluit?", "Kies het verste dat het doet.", ()),
    "affectsNaturalPersons": ("Gaat het over mensen?", "Ook als een mens daarna beslist.", ()),
    "affectsOrganisations": ("Gaat het over bedrijven of andere organisaties?", "", ()),
    "legalOrSimilarEffect": (
        "Heeft de uitkomst gevolgen voor iemands rechten, of iets dat daarop lijkt?",
        "Denk aan geld, een vergunning, een controle of een boete.",
        (),
    ),
    "usedAtWorkplace": ("Gebruikt uw organisatie het op het werk, met gevolgen voor medewerkers?", "Zij moeten dat dan vooraf weten.", ()),
    "controlsInputData": ("Bepaalt uw organisatie welke gegevens erin gaan?", "", ()),
    "postRemoteBiometric": ("Herkent het mensen achteraf op beelden, voor opsporing?", "", ()),
    "biometricThirdPartyAssessment": (
        "Moet een onafhankelijke instantie de biometrie keuren?",
        "Dat is zo als de aanbieder geen Europese norm volgt.",
        (),
    ),
    "realWorldTesting": ("Wordt het in de praktijk getest?", "", ()),
    "openSource.licenceFreeOpen": (
        "Heeft het een vrije en open licentie?",
        "Iedereen mag het dan gebruiken, veranderen en verspreiden.",
        (),
    ),
    "openSource.sourcePublic": ("Is de broncode openbaar?", "Bij een model gaat het ook om de gewichten en de opbouw.", ()),
    "openSource.monetised": ("Verdient iemand eraan?", "Bijvoorbeeld met betaalde ondersteuning, of met gegevens van gebruikers.", ()),
    "gpai.trainingComputeFlop": (
        "Hoeveel berekeningen kostte het om het model te trainen?",
        "In drijvendekommabewerkingen, bijvoorbeeld 1e24.",
        (),
    ),
    "gpai.systemicDesignated": ("Heeft de Europese Commissie het aangewezen als model met systeemrisico?", "", ()),
    "intendedForPublicAuthority": ("Is het bedoeld voor overheden?", "Voor systemen die er al waren, geldt dan een andere datum.", ()),
    "placedOnMarketOn": ("Sinds wanneer is het op de markt?", "De dag waarop het voor het eerst te krijgen was.", ()),
    "inServiceSince": ("Sinds wanneer is het in gebruik?", "De eerste dag met echte gevallen.", ()),
    "significantDesignChangeOn": (
        "Is het ontwerp daarna sterk veranderd?",
        "Geef de dag van de laatste grote verandering. Was er geen? Kies dan ‘weet ik niet’.",
        (),
    ),
}
