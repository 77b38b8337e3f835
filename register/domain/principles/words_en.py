"""The criteria in English: a short name, the question to the civil servant, and what counts as evidence."""

#: key → (name, question, evidence).
CRITERIA: dict[str, tuple[str, str, str]] = {
    "safe_1": (
        "Misuse known and limited",
        "Do you know how staff, outsiders or the supplier could misuse it, and have you limited that?",
        "A threat analysis with a date and measures.",
    ),
    "safe_2": (
        "Tested against attacks",
        "Was your own set-up tested for hidden instructions, data leaks and ways round its limits, and were the findings fixed?",
        "A report since the last change of the model.",
    ),
    "safe_3": (
        "Errors measured on own cases",
        "Do you know how often it is wrong on your own cases, and at what level you stop?",
        "A sample, the rate of errors, and the limit at which you stop.",
    ),
    "safe_4": (
        "Limits on what goes in",
        "What may never be typed in, and what prevents it?",
        "Settings, an access list, the processing agreement.",
    ),
    "safe_5": (
        "Told before the model changes",
        "Are you told before the model changes, and do you test again first?",
        "The clause in the contract and a log of changes.",
    ),
    "safe_6": (
        "Work goes on without it",
        "Can the work go on the same day when it fails?",
        "A plan to fall back on, with the day on which it was tried.",
    ),
    "safe_7": (
        "Incidents soon with the right people",
        "Does everyone know which incident goes to whom, and how fast?",
        "The procedure and the last exercise.",
    ),
    "safe_8": (
        "Systemic risk of the model",
        "Has the model systemic risk, and what did its provider do about it?",
        "The provider's safety documents, the code of practice.",
    ),
    "safe_9": (
        "Acting with few rights",
        "If it can act by itself: are its rights minimal, is all of it logged, and can it be undone?",
        "The list of rights and the log.",
    ),
    "fair_1": (
        "Groups that could be worse off",
        "Which groups could be worse off, and was that examined?",
        "The chapter about it in an IAMA, FRIA or HUDERIA.",
    ),
    "fair_2": (
        "Differences measured",
        "Were differences measured between groups, languages or dialects?",
        "The test set, the figures per group, and what was done.",
    ),
    "fair_3": (
        "Sensitive traits kept out",
        "Are protected traits and stand-ins for them, such as postcode or name, kept out or justified?",
        "The list of inputs with reasons.",
    ),
    "fair_4": (
        "Explained to people",
        "Can a person be told plainly that it was used and how it weighed?",
        "The text of the letter or the notice.",
    ),
    "fair_5": (
        "Errors corrected by a person",
        "Can somebody have an error corrected by a person, and are complaints counted?",
        "The way to do so and the number a year.",
    ),
    "fair_6": (
        "Usable for everyone",
        "Can everyone use it: who finds reading hard, has a disability, speaks another language, or has no computer?",
        "A report on accessibility, a test with users, another way.",
    ),
    "fair_7": (
        "Open about training",
        "What does the provider disclose about training data and copyright?",
        "The summary of the training, and the policy.",
    ),
    "fair_8": (
        "Who gains",
        "Who gains by it and who does not, and what narrows the gap?",
        "An analysis of benefits, with measures.",
    ),
    "human_1": (
        "A person checks, corrects and stops",
        "Does a trained person check, correct and stop it, with time and a mandate?",
        "The work instruction and the mandate.",
    ),
    "human_2": (
        "People know that it is AI",
        "Do people know at first contact that it is AI, and is generated content marked?",
        "The notice, the mark, or a picture of the screen.",
    ),
    "human_3": (
        "Reaching a person, or refusing",
        "Can somebody reach a person, or refuse, without disadvantage?",
        "The way to do so, and how often it was used.",
    ),
    "human_4": (
        "Not followed blindly",
        "What stops staff from following it blindly, and is that measured?",
        "The share that staff change, a sample.",
    ),
    "human_5": (
        "No steering or flattery",
        "Was it examined for steering, flattery, posing as a human, or exploiting weakness?",
        "The review of the design, and the tests.",
    ),
    "human_6": (
        "Staff involved",
        "Were staff and the works council involved, and is it described what it does to the work?",
        "The dates and the description.",
    ),
    "human_7": (
        "Users know its limits",
        "Do users know what it can and cannot do?",
        "The training, and the share that followed it.",
    ),
    "human_8": (
        "Children and vulnerable people",
        "Are children and vulnerable people specially protected?",
        "The assessment and the measures.",
    ),
    "human_9": (
        "Necessary data only",
        "Is only necessary personal data used, and does nobody train on people's words without a legal basis?",
        "The DPIA, and the clause in the contract.",
    ),
    "sust_1": (
        "A public problem",
        "Which public problem does it solve, and what was measured before?",
        "The baseline and the measurement after it.",
    ),
    "sust_2": (
        "A simpler way",
        "Was a simpler or smaller way, or one without AI, considered?",
        "The comparison and the reason.",
    ),
    "sust_3": (
        "Energy and water known",
        "Are energy, CO2 and water per use known, or asked for?",
        "The figure with its method, or the dated request.",
    ),
    "sust_4": (
        "Costs known and steered",
        "Are total and unit costs known, and do you steer by them?",
        "The real costs, the cost of one unit.",
    ),
    "sust_5": (
        "Able to switch",
        "Can you switch, and do you know who controls data and model?",
        "The chain of suppliers, the exit plan, the day of its test.",
    ),
    "sust_6": (
        "Open and European considered",
        "Were open and European options weighed when buying?",
        "The procurement file.",
    ),
    "sust_7": (
        "Hours that come free",
        "Does it relieve a shortage of people, and where do the hours go?",
        "The hours, and the quality of the work.",
    ),
    "sust_8": (
        "Shared with others",
        "Are code, prompts, tests or lessons shared?",
        "The place where it is, the description of the product.",
    ),
    "sust_9": (
        "A goal for the world",
        "Which development goal or pillar does it serve, and how would you notice?",
        "A measure by which you see it.",
    ),
}

MEMBERS: dict[str, tuple[str, str]] = {
    "answer": ("Answer", ""),
    "explanation": ("Explanation", "Say in a few sentences how it is, also when it is not right yet."),
    "evidence": ("Evidence", "A web address on each line, each beginning with https://."),
    "evidence_withheld": ("Ground for not showing the evidence", "Only when the evidence cannot be public."),
    "evidence_seen_on": ("Evidence seen by the reviewer on", "The day on which a colleague saw the document."),
}

SECTIONS: dict[str, tuple[str, str, str]] = {
    "safe": ("Safe", "Is it safe?", "This is about misuse, accidents and risks of the system. A bad answer stops nothing."),
    "fair": ("Fair", "Is it fair?", "This is about equal chances, discrimination and explanation. A bad answer stops nothing."),
    "human": ("Well-being and autonomy", "Do people stay in charge?", "This is about people's well-being, and about deciding for oneself."),
    "sust": (
        "Sustainable and prosperous",
        "Is it worth its price?",
        "This is about energy, costs, choices of our own, and what it brings.",
    ),
}
