"""What a part of the register comes to in numbers, for the page of a body, a theme or a product: each number leads to its list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from register.domain.principles.criteria import Principle
from register.domain.standard.vocabularies import Kind
from register.queries.facets import Counts
from register.queries.statistics import HIGH
from register.web.language import _
from register.web.selections import TITLES, VOCABULARIES, text_of

#: The filters that a profile shows, in this order.
SHOWN = ("category", "decisionRole", "status", *Principle, "assessment", "completeness")
#: As many words of a filter as are shown.
MOST = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a filter, how many registrations have it, and the list of those. `width` is the length of its bar, of 100."""

    text: str
    count: int
    href: str
    width: float


@dataclass(frozen=True, slots=True)
class Profile:
    """The numbers of a part of the register."""

    total: int
    generative: int
    high_risk: int
    overdue: int
    mirrored: int
    figures: tuple[tuple[str, tuple[Row, ...]], ...]

    listed: Callable[..., str]
    #: The filter words of what is high-risk.
    high: tuple[str, ...] = tuple(str(category) for category in HIGH)


def profile(counts: Counts, listed: Callable[..., str]) -> Profile:
    """Put counts in words. `listed` gives the address of the list with more filters on."""
    return Profile(
        total=counts.total,
        generative=counts.words["kind"][Kind.GENERATIVE_AI],
        high_risk=sum(counts.words["category"][category] for category in HIGH),
        overdue=counts.overdue[True],
        mirrored=counts.mirrored[True],
        figures=tuple((_(TITLES[name]), rows) for name in SHOWN if (rows := _rows(name, counts.words[name], listed))),
        listed=listed,
    )


def _rows(name: str, words: Mapping[str, int], listed: Callable[..., str]) -> tuple[Row, ...]:
    most = max(words.values(), default=0)
    return tuple(Row(text_of(name, word), words[word], listed(**{name: word}), 100 * words[word] / most) for word in _ordered(name, words))


def _ordered(name: str, words: Mapping[str, int]) -> list[str]:
    """Put words in the order of their vocabulary; of assessments, the most usual first."""
    if name == "assessment":
        return sorted(words, key=lambda word: (-words[word], word))[:MOST]
    return [member.value for member in VOCABULARIES[name] if words.get(member.value)]
