"""When a field is asked for, as data: conditions on the other fields of the same document.

A condition can be asked of a document, and can be written as JSON Schema, so
that the check and the published schema cannot differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from register.domain.standard.vocabularies import DecisionRole, Kind, Status, Technique


class Stage(StrEnum):
    """How far a document is on its way; each stage asks for all that the ones before it ask."""

    DRAFT = "draft"
    SUBMIT = "submit"
    PUBLISH = "publish"

    def covers(self, other: "Stage") -> bool:
        """Say whether what `other` asks for is asked for at this stage."""
        return _ORDER.index(self) >= _ORDER.index(other)


_ORDER = (Stage.DRAFT, Stage.SUBMIT, Stage.PUBLISH)


class Condition(Protocol):
    """A statement on a document that holds or does not."""

    def holds(self, document: Mapping[str, Any]) -> bool:
        """Say whether the statement is true of the document."""
        ...

    def json_schema(self) -> dict[str, Any]:
        """Return a JSON Schema that accepts exactly the documents of which the statement is true."""
        ...


@dataclass(frozen=True, slots=True)
class Is:
    """The field holds one of these words."""

    key: str
    words: tuple[str, ...]

    def holds(self, document: Mapping[str, Any]) -> bool:
        """Say whether the field is there and holds one of the words."""
        return document.get(self.key) in self.words

    def json_schema(self) -> dict[str, Any]:
        """Require the field and restrict it to the words."""
        return {"required": [self.key], "properties": {self.key: {"enum": list(self.words)}}}


@dataclass(frozen=True, slots=True)
class Has:
    """The field is a list with this word in it."""

    key: str
    word: str

    def holds(self, document: Mapping[str, Any]) -> bool:
        """Say whether the word is in the list."""
        words = document.get(self.key)
        return isinstance(words, list) and self.word in words

    def json_schema(self) -> dict[str, Any]:
        """Require the list and the word in it."""
        return {"required": [self.key], "properties": {self.key: {"contains": {"const": self.word}}}}


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions holds."""

    conditions: tuple[Condition, ...]

    def holds(self, document: Mapping[str, Any]) -> bool:
        """Say whether one of them holds."""
        return any(condition.holds(document) for condition in self.conditions)

    def json_schema(self) -> dict[str, Any]:
        """Accept what one of them accepts."""
        return {"anyOf": [condition.json_schema() for condition in self.conditions]}


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of the conditions holds."""

    conditions: tuple[Condition, ...]

    def holds(self, document: Mapping[str, Any]) -> bool:
        """Say whether all of them hold."""
        return all(condition.holds(document) for condition in self.conditions)

    def json_schema(self) -> dict[str, Any]:
        """Accept what all of them accept."""
        return {"allOf": [condition.json_schema() for condition in self.conditions]}


@dataclass(frozen=True, slots=True)
class Needed:
    """A field is needed from this stage on: always, or only when the condition holds."""

    stage: Stage
    when: Condition | None = None

    def applies(self, document: Mapping[str, Any], stage: Stage) -> bool:
        """Say whether the field is needed in this document at this stage."""
        return stage.covers(self.stage) and (self.when is None or self.when.holds(document))


#: A pilot with real effects counts as in use for the AI Act, so it answers the same questions.
IN_USE = Is("status", (Status.PILOT, Status.IN_USE))
STARTED = Is("status", (Status.PILOT, Status.IN_USE, Status.SUSPENDED, Status.RETIRED))
#: Whoever has not stopped says what it is for the AI Act; while one explores, a first answer will do.
ACTIVE = Is("status", (Status.EXPLORING, Status.IN_DEVELOPMENT, Status.PILOT, Status.IN_USE))
ENDED = Is("status", (Status.STOPPED, Status.RETIRED))
RETIRED = Is("status", (Status.RETIRED,))
GENERATIVE = AnyOf((Is("kind", (Kind.GENERATIVE_AI,)), Has("techniques", Technique.GENERATIVE)))
AGENTIC = Has("techniques", Technique.AGENTIC)
GENERATIVE_IN_USE = AllOf((IN_USE, GENERATIVE))
#: Everything but `none`, spelt out, so that silence about the role does not read as a role.
HAS_A_ROLE = Is("decision_role", tuple(role for role in DecisionRole if role is not DecisionRole.NONE))
WITH_A_ROLE_IN_USE = AllOf((IN_USE, HAS_A_ROLE))

TO_SUBMIT = Needed(Stage.SUBMIT)
TO_PUBLISH = Needed(Stage.PUBLISH)
TO_PUBLISH_ACTIVE = Needed(Stage.PUBLISH, ACTIVE)
TO_PUBLISH_IN_USE = Needed(Stage.PUBLISH, IN_USE)
