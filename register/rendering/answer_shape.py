"""The shape of an answer: what is said to a question, or why nothing is; `answers` fills it from a document."""

from dataclasses import dataclass
from enum import Enum

from register.domain.standard.fields import Section
from register.domain.standard.vocabularies import TranslationBy
from register.translations import Language


class Form(Enum):
    """How a piece of an answer is to be shown."""

    TEXT = "text"
    RICH = "rich"
    LINK = "link"
    LINKS = "links"
    WORDS = "words"
    REGISTRATION = "registration"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a vocabulary: its name, what it means when the name does not say enough, and the key of the glossary that tells more."""

    name: str
    meaning: str = ""
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said, in the form that `form` names.

    `text` is plain, or HTML when the form is `RICH`, or a number of the
    register; `language` is the text's own, or None when it has none.
    `is_foreign` when the reader asked for another one and must be told here;
    where no text at all is in the reader's language, the page says so once
    (`only_in`). `translated_by` is set when the text is a translation, and
    `is_stale` when its source changed since.
    """

    form: Form
    text: str = ""
    language: Language | None = None
    is_foreign: bool = False
    href: str = ""
    words: tuple[Word, ...] = ()
    translated_by: TranslationBy | None = None
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Why there is no answer yet, since when, when it is expected, and what the owner says about it. `told` says the first two at once."""

    state: Word
    told: str
    since: str
    expected: str
    note: Piece | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """On which ground something is not public, why, and before which day that is looked at again."""

    ground: Word
    reason: Piece | None
    review_on: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer with its name and key, which are "" when the answer has no parts; or why it is missing."""

    name: str
    piece: Piece | None = None
    gap: Gap | None = None
    withheld: Withheld | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The product, and the version of it, that an answer was taken over from."""

    number: str
    version: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and what the document says to it: one row of parts, or several when the answer is a list."""

    key: str
    question: str
    label: str
    rows: tuple[tuple[Part, ...], ...] = ()
    gap: Gap | None = None
    withheld: Withheld | None = None
    origin: Origin | None = None
    is_list: bool = False

    @property
    def is_blank(self) -> bool:
        """Say whether nothing at all was said, not even why."""
        return not (self.rows or self.gap or self.withheld)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as the public reads it."""

    section: Section
    heading: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a page: the first questions, and those to which the source of a mirrored registration holds no answer."""

    answers: tuple[Answer, ...]
    not_at_source: tuple[str, ...] = ()
