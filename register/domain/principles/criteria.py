"""The criteria, first set. `Criterion.sources` are articles of the AI Act, ids of the national framework (aia-NN), or other law.

A product may answer some for its deployments; a body that deploys it may
always answer for itself.
"""

from dataclasses import dataclass
from enum import StrEnum

CRITERIA_VERSION = "2026.1"


class Principle(StrEnum):
    """The four principles, in the order of the vision."""

    SAFE = "safe"
    FAIR = "fair"
    HUMAN = "human"
    SUSTAINABLE = "sust"


class CriterionAnswer(StrEnum):
    """How far a criterion is met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Asked(StrEnum):
    """Of what a criterion is asked; of anything else it is neither asked nor counted."""

    EVERYTHING = "everything"
    GENERATIVE = "generative"
    AGENTIC = "agentic"


#: The role in a decision with which nobody has to be told how it weighed, or be offered a way round it.
NO_ROLE = ("none",)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion. A core one applies to everybody, but for the roles in a decision (words of `DecisionRole`) that are named."""

    principle: Principle
    number: int
    sources: tuple[str, ...] = ()
    is_core: bool = False
    from_product: bool = False
    not_applicable_for: tuple[str, ...] = ()
    asked: Asked = Asked.EVERYTHING

    @property
    def id(self) -> str:
        """Return its permanent name."""
        return f"{self.principle}-{self.number}"

    @property
    def key(self) -> str:
        """Return the name of its field in the standard."""
        return f"{self.principle}_{self.number}"


_S, _F, _H, _P = Principle

CRITERIA: tuple[Criterion, ...] = (
    Criterion(_S, 1, ("9", "aia-03"), is_core=True),
    Criterion(_S, 2, ("15(5)", "aia-10"), is_core=True, from_product=True, asked=Asked.GENERATIVE),
    Criterion(_S, 3, ("15(1)", "26(5)", "aia-22"), is_core=True),
    Criterion(_S, 4, ("GDPR 28", "GDPR 32")),
    Criterion(_S, 5, (), from_product=True),
    Criterion(_S, 6),
    Criterion(_S, 7, ("26(5)", "73", "GDPR 33")),
    Criterion(_S, 8, ("51", "52", "53", "54", "55", "aia-30", "aia-31", "aia-32"), from_product=True, asked=Asked.GENERATIVE),
    Criterion(_S, 9, asked=Asked.AGENTIC),
    Criterion(_F, 1, ("27(1)(c)", "27(1)(d)", "aia-27"), is_core=True),
    Criterion(_F, 2, ("10(2)(f)", "10(2)(g)", "aia-05"), is_core=True, from_product=True),
    Criterion(_F, 3, ("4a", "GDPR 9")),
    Criterion(_F, 4, ("26(11)", "86", "aia-26", "Awb 3:46"), is_core=True, not_applicable_for=NO_ROLE),
    Criterion(_F, 5),
    Criterion(_F, 6, ("16(l)", "aia-19")),
    Criterion(_F, 7, ("53(1)(c)", "53(1)(d)", "aia-39"), from_product=True, asked=Asked.GENERATIVE),
    Criterion(_F, 8),
    Criterion(_H, 1, ("14", "26(2)", "aia-21"), is_core=True),
    Criterion(_H, 2, ("50", "aia-28"), is_core=True),
    Criterion(_H, 3, (), is_core=True, not_applicable_for=NO_ROLE),
    Criterion(_H, 4, ("14(4)(b)",)),
    Criterion(_H, 5, ("5(1)(a)", "5(1)(b)", "aia-00"), from_product=True),
    Criterion(_H, 6, ("26(7)", "aia-24")),
    Criterion(_H, 7, ("4", "aia-01")),
    Criterion(_H, 8, ("9(9)", "aia-04")),
    Criterion(_H, 9, ("26(9)",)),
    Criterion(_P, 1, (), is_core=True),
    Criterion(_P, 2, (), is_core=True),
    Criterion(_P, 3, ("Annex XI", "53(1)(a)", "95(2)(b)"), is_core=True, from_product=True),
    Criterion(_P, 4),
    Criterion(_P, 5),
    Criterion(_P, 6),
    Criterion(_P, 7),
    Criterion(_P, 8),
    Criterion(_P, 9),
)

BY_KEY = {each.key: each for each in CRITERIA}


def of(principle: Principle) -> tuple[Criterion, ...]:
    """Return the criteria of a principle, in order."""
    return tuple(each for each in CRITERIA if each.principle is principle)
