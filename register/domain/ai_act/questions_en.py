"""The questions in English: what is asked, help, and examples. For people who are no lawyers."""

#: name of the fact → (question, help, examples).
QUESTIONS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "containsAlgorithm": (
        "Is there an algorithm in it?",
        "An algorithm is a series of steps by which a computer reaches an outcome.",
        ("Yes: a rule for a calculation, a search engine, a chatbot.", "No: a place where documents are kept."),
    ),
    "aiSystem": (
        "Is it an AI system?",
        "An AI system infers by itself how to reach an outcome, for instance because it learnt from data.",
        ("Yes: a language model, image recognition, a model trained on data.", "No: a program that only follows fixed rules."),
    ),
    "aiDefinitionTest.onlyHumanDefinedRules": (
        "Does it only follow rules that people made up?",
        "Then a person wrote down every step. The system adds no rules.",
        ("Yes: a decision tree taken from the law.", "No: a model whose weights come from data."),
    ),
    "aiDefinitionTest.makesInferences": (
        "Does it infer something from what it gets?",
        "Think of predicting, recognising, recommending or writing text.",
        (),
    ),
    "aiDefinitionTest.influencesEnvironment": (
        "Does the outcome have an effect on anything?",
        "For instance because somebody reads it and acts on it.",
        (),
    ),
    "gpaiKind": (
        "Was it made for general purposes?",
        "Such a model can do many different tasks. A system on top of it has a screen or an interface; the model itself has none.",
        ("System: a chat assistant that you can ask anything.", "Model: a language model that you train and release yourself."),
    ),
    "supplyRelation": ("How did your organisation come by it?", "Choose what fits best. Makers have other duties than users.", ()),
    "usesUnderOwnAuthority": (
        "Does your organisation use it itself, under its own authority?",
        "It does when it decides that and how it is used.",
        (),
    ),
    "bodyKind": ("What sort of body uses it?", "Some duties are for public authorities only.", ()),
    "lifecycle": ("How far is it?", "A pilot with effects on real people counts as use.", ()),
    "art2Exclusions": (
        "Does one of these exclusions fit?",
        "Then the AI Act does not apply. Choose only what is entirely so.",
        ("No: research that people already notice something of.",),
    ),
    "art5Practices": (
        "Does it do anything on this list?",
        "These are the prohibited practices. Choose also when you think there is an exception: we ask about that next.",
        (),
    ),
    "art5Exceptions": ("Is there a limit within the prohibition itself?", "Then it is not prohibited. It may still be high-risk.", ()),
    "annexI.section": (
        "Is it a product on this list, or part of the safety of one?",
        "Annex I lists products with European rules on safety.",
        ("Yes: software that decides when a lift stops.", "No: a schedule for the maintenance of lifts."),
    ),
    "annexI.thirdPartyAssessment": (
        "Must an independent body assess that product?",
        "The rules for the product itself say so.",
        (),
    ),
    "annexIiiPoints": (
        "What is it used for?",
        "Annex III lists high-risk uses. Choose all that fit, also when a person decides afterwards.",
        (
            "Point 5a, yes: a summary by which a doctor judges whether somebody can work.",
            "Point 5a, no: a chatbot that tells where to find the form.",
        ),
    ),
    "domain": (
        "In which field is it used?",
        "Law enforcement is about criminal offences only. Municipal supervision and checks of benefits are not part of it.",
        (),
    ),
    "performsProfiling": (
        "Does it profile people?",
        "That is: judging traits of a person automatically, such as work, money, health, behaviour or reliability.",
        ("Yes: a score for each person.", "No: predicting the number of applications a week."),
    ),
    "art6_3.conditions": (
        "Does it only do one of these limited tasks?",
        "Then this use may not be high-risk. The provider assesses that and writes it down.",
        ("Yes: sorting documents by kind.", "No: advice on the application."),
    ),
    "art6_3.significantRisk": (
        "Could it do much harm to people's health, safety or rights?",
        "Think of what happens when it goes wrong and nobody notices.",
        (),
    ),
    "art6_3.materiallyInfluences": (
        "Does it really influence the decision?",
        "It does when the decision could have been another without the system.",
        (),
    ),
    "art25Changes": (
        "Did your organisation change anything in it?",
        "Then it may become a provider itself, with all the duties of one.",
        (),
    ),
    "art50Triggers": (
        "Does any of this fit?",
        "Then people must know that AI takes part.",
        ("Yes: a chatbot, a letter written by a language model.",),
    ),
    "art50Exceptions": ("Is there an exception?", "Choose only what you can explain.", ()),
    "publicCrimeReporting": ("Does the public report crime through it?", "Then people must always know that it is AI.", ()),
    "decisionRole": ("Which part does it play in a decision?", "Choose the furthest that it does.", ()),
    "affectsNaturalPersons": ("Is it about people?", "Also when a person decides afterwards.", ()),
    "affectsOrganisations": ("Is it about companies or other organisations?", "", ()),
    "legalOrSimilarEffect": (
        "Does the outcome affect somebody's rights, or something like that?",
        "Think of money, a permit, an inspection or a fine.",
        (),
    ),
    "usedAtWorkplace": ("Does your organisation use it at work, with effects on staff?", "They must know beforehand.", ()),
    "controlsInputData": ("Does your organisation decide which data go in?", "", ()),
    "postRemoteBiometric": ("Does it identify people on images afterwards, for law enforcement?", "", ()),
    "biometricThirdPartyAssessment": (
        "Must an independent body assess the biometrics?",
        "It must when the provider follows no European standard.",
        (),
    ),
    "realWorldTesting": ("Is it tested in real conditions?", "", ()),
    "openSource.licenceFreeOpen": ("Has it a free and open licence?", "Then everyone may use, change and share it.", ()),
    "openSource.sourcePublic": ("Is the source code public?", "Of a model this includes the weights and the architecture.", ()),
    "openSource.monetised": ("Does anybody make money with it?", "For instance by paid support, or with data of users.", ()),
    "gpai.trainingComputeFlop": (
        "How many computations did it take to train the model?",
        "In floating point operations, for example 1e24.",
        (),
    ),
    "gpai.systemicDesignated": ("Did the European Commission designate it as a model with systemic risk?", "", ()),
    "intendedForPublicAuthority": (
        "Is it meant for public authorities?",
        "For systems that were there already, another date holds then.",
        (),
    ),
    "placedOnMarketOn": ("Since when is it on the market?", "The day on which it could first be had.", ()),
    "inServiceSince": ("Since when is it in use?", "The first day with real cases.", ()),
    "significantDesignChangeOn": (
        "Was its design changed much after that?",
        "Give the day of the last large change. Was there none? Then choose ‘I don't know’.",
        (),
    ),
}
