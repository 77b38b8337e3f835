"""Yes, no and unknown (None): what may be concluded while some facts are unknown, after Kleene.

An answer that is yes or no stays so whatever the unknown facts turn out to be.
"""

from collections.abc import Callable, Iterable

Answer = bool | None


def all_of(answers: Iterable[Answer]) -> Answer:
    """Say whether all hold: one no decides, else one unknown leaves it open."""
    result: Answer = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def any_of(answers: Iterable[Answer]) -> Answer:
    """Say whether one holds: one yes decides, else one unknown leaves it open."""
    result: Answer = False
    for answer in answers:
        if answer:
            return True
        if answer is None:
            result = None
    return result


def opposite(answer: Answer) -> Answer:
    """Turn yes and no around."""
    return None if answer is None else not answer


Predicate = Callable[..., Answer]
