"""Names for the four principles, answers to their criteria, and outcomes: said as how far it is, never as a bare fail."""

from enum import StrEnum

from register.domain.principles.criteria import Asked, CriterionAnswer, Principle
from register.domain.principles.outcome import PrincipleOutcome
from register.labels.term import Table, Term

_PRINCIPLE: Table = {
    Principle("safe"): Term("Veilig", "Safe"),
    Principle("fair"): Term("Rechtvaardig", "Fair"),
    Principle("human"): Term("Welzijn en zelf beslissen", "Well-being and autonomy"),
    Principle("sust"): Term("Duurzaam en welvarend", "Sustainable and prosperous"),
}

_ASKED: Table = {
    Asked("everything"): Term("Alles", "Everything"),
    Asked("generative"): Term("Generatieve AI", "Generative AI"),
    Asked("agentic"): Term("Wat zelf handelt", "What acts by itself"),
}

_CRITERION_ANSWER: Table = {
    CriterionAnswer("met"): Term("In orde", "Met"),
    CriterionAnswer("partly"): Term("Deels in orde", "Partly met"),
    CriterionAnswer("not_met"): Term("Nog niet in orde", "Not met yet"),
    CriterionAnswer("not_applicable"): Term("Niet van toepassing", "Not applicable"),
}

_PRINCIPLE_OUTCOME: Table = {
    PrincipleOutcome("not_assessed"): Term(
        "Niet beoordeeld",
        "Not assessed",
        "De organisatie heeft hier nog niets over gezegd.",
        "The organisation has not said anything on this yet.",
    ),
    PrincipleOutcome("not_applicable"): Term(
        "Niet van toepassing", "Not applicable", "Wat is beantwoord, is hier niet van toepassing.", "What was answered does not apply here."
    ),
    PrincipleOutcome("in_progress"): Term(
        "Mee bezig",
        "In progress",
        "Nog niet alle punten zijn beantwoord of helemaal in orde.",
        "Not all criteria are answered or fully met yet.",
    ),
    PrincipleOutcome("not_met"): Term(
        "Nog niet in orde",
        "Not in order yet",
        "De organisatie zegt zelf wat er nog niet goed is.",
        "The organisation itself says what is not right yet.",
    ),
    PrincipleOutcome("claimed"): Term(
        "Gesteld, bewijs ontbreekt",
        "Claimed, evidence missing",
        "Wat is beantwoord, is in orde volgens de organisatie. Niet bij elk punt staat bewijs.",
        "What was answered is in order, says the organisation. Not every point comes with evidence.",
    ),
    PrincipleOutcome("substantiated"): Term(
        "Onderbouwd",
        "Substantiated",
        "Wat is beantwoord, is in orde volgens de organisatie, met bewijs erbij.",
        "What was answered is in order, says the organisation, with evidence attached.",
    ),
}

TABLES: dict[type[StrEnum], Table] = {
    Asked: _ASKED,
    Principle: _PRINCIPLE,
    CriterionAnswer: _CRITERION_ANSWER,
    PrincipleOutcome: _PRINCIPLE_OUTCOME,
}
