"""What an address asks for after its question mark: read with care, and answered with a page that says what is wrong.

Keys that mean nothing here are left alone, because others put theirs in links
to us; a key of ours with a value that cannot be is never guessed at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from re import fullmatch
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from register.domain.search.words import without_controls
from register.web.language import N_

#: Longer searches are no searches.
LONGEST = 200
NUMBER = "[1-9][0-9]{8}"

TOO_LONG = N_("This is too long. Use fewer words.")
NO_PAGE = N_("There is no such page of results.")
NOT_A_CHOICE = N_("You cannot choose this here.")

Chosen = TypeVar("Chosen", bound=StrEnum)
Value = TypeVar("Value")


class Flag(StrEnum):
    """Yes or no, as addresses write them."""

    TRUE = "true"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Problem:
    """A key whose value cannot be; `sentence` is still to be translated."""

    name: str
    value: str
    sentence: str


class NotUnderstood(Exception):
    """The address asks for something that cannot be; the page says what, and keeps what was typed."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(", ".join(f"{problem.name}={problem.value!r}" for problem in problems))
        self.problems = problems


class Reader:
    """Reads the keys of one address and gathers what is wrong; `finish` raises it all at once."""

    def __init__(self, given: MultiDict[str, str]) -> None:
        self._given = given
        self._problems: list[Problem] = []

    def text(self, name: str) -> str:
        """Return a short text, without signs that no text has; "" when there is none."""
        text = " ".join(without_controls(self._given.get(name, "")).split())
        return self._refused(name, text, TOO_LONG, "") if len(text) > LONGEST else text

    def page(self) -> int:
        """Return the number of a page of a list."""
        text = self._given.get("page", "1")
        if not fullmatch("[1-9][0-9]{0,4}", text):
            return self._refused("page", text, NO_PAGE, 1)
        return int(text)

    def number(self, name: str) -> str:
        """Return a number of the register; "" when there is none."""
        text = self._given.get(name, "")
        return self._refused(name, text, NOT_A_CHOICE, "") if text and not fullmatch(NUMBER, text) else text

    def words(self, name: str, vocabulary: type[StrEnum] | None) -> tuple[str, ...]:
        """Return the different words chosen of a vocabulary, or of all numbers of the register."""
        words = tuple(dict.fromkeys(word for word in self._given.getlist(name) if word))
        for word in words:
            if word not in set(vocabulary) if vocabulary is not None else not fullmatch(NUMBER, word):
                self._refused(name, word, NOT_A_CHOICE, None)
        return words

    def several(self, name: str, can_be: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the different words chosen of those that can be."""
        words = tuple(dict.fromkeys(word for word in self._given.getlist(name) if word))
        for word in words:
            if not can_be(word):
                self._refused(name, word, NOT_A_CHOICE, None)
        return words

    def choice(self, name: str, vocabulary: type[Chosen], otherwise: Chosen) -> Chosen:
        """Return the one word chosen of a vocabulary."""
        text = self._given.get(name, "") or otherwise
        return vocabulary(text) if text in set(vocabulary) else self._refused(name, text, NOT_A_CHOICE, otherwise)

    def flag(self, name: str) -> bool | None:
        """Return yes, no, or None when nothing is said or both are."""
        words = set(self.words(name, Flag))
        return words == {Flag.TRUE} if len(words) == 1 else None

    def finish(self) -> None:
        """Raise `NotUnderstood` when anything is wrong."""
        if self._problems:
            raise NotUnderstood(self._problems)

    def _refused(self, name: str, value: str, sentence: str, otherwise: Value) -> Value:
        self._problems.append(Problem(name, value[:LONGEST], sentence))
        return otherwise
