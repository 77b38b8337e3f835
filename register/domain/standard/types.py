"""The kinds of value that a field can hold.

A localised value (`Text`, `Rich`) is an object with a text per language:
`{"nl": "…", "en": "…"}`. Every other value is the same in all languages.
"""

from dataclasses import dataclass
from enum import StrEnum

from register.domain.standard.visibility import Visibility


@dataclass(frozen=True, slots=True)
class String:
    """A text of at most `limit` characters that is not translated: an identifier, a name, a value."""

    limit: int


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of at most `limit` characters, per language."""

    limit: int


@dataclass(frozen=True, slots=True)
class Rich:
    """Text with paragraphs, lists and links to https, per language; `limit` counts the visible characters."""

    limit: int


@dataclass(frozen=True, slots=True)
class Url:
    """A web address; https only."""

    limit: int = 2000


@dataclass(frozen=True, slots=True)
class Contact:
    """An e-mail address of a function, or an https address."""

    limit: int = 254


@dataclass(frozen=True, slots=True)
class Month:
    """A month as `yyyy-mm`, from 1950 to 2100."""


@dataclass(frozen=True, slots=True)
class Date:
    """A day as `yyyy-mm-dd`, from 1950 to 2100."""


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number within bounds."""

    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a vocabulary."""

    vocabulary: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Choices:
    """One or more different words of a vocabulary."""

    vocabulary: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Strings:
    """A list of at most `maximum` different untranslated texts of at most `limit` characters."""

    limit: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Urls:
    """A list of at most `maximum` different web addresses; https only."""

    maximum: int
    limit: int = 2000


@dataclass(frozen=True, slots=True)
class RegistrationReference:
    """The number of another registration."""


@dataclass(frozen=True, slots=True)
class ProductReference:
    """A product and the version of it that is used: `{"number": "…", "version": 2}`."""


@dataclass(frozen=True, slots=True)
class ActFacts:
    """The facts of the AI Act questions: `{"facts": {…}, "unsure": […], "action": "…"}`.

    `facts` is as the classification takes them, less what other fields say.
    `unsure` names those to which the owner answered "I don't know"; `action`
    says what is done about what the law prohibits (`ACTIONS`).
    """


Simple = (
    String
    | Text
    | Rich
    | Url
    | Contact
    | Month
    | Date
    | Integer
    | Choice
    | Choices
    | Strings
    | Urls
    | RegistrationReference
    | ProductReference
)


@dataclass(frozen=True, slots=True)
class Member:
    """A named part of a composite or of a list row."""

    key: str
    type: Simple
    is_required: bool = False
    visibility: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Composite:
    """An object with named members."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of at most `maximum` objects with named members; each has a stable `id`."""

    members: tuple[Member, ...]
    maximum: int


Type = Simple | Composite | Rows | ActFacts

LOCALISED = (Text, Rich)
