"""What explains a question of the standard to whoever reads the answer: the words in it, and what its owner was asked."""

from dataclasses import dataclass
from functools import cache

from register.domain.standard.words import field_words
from register.labels import glossary
from register.translations import Language


@dataclass(frozen=True, slots=True)
class Told:
    """A word of the glossary: its key, its name and what it means."""

    key: str
    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words that one needs to understand a question, and what the owner was asked; "" when the owner was not."""

    concepts: tuple[Told, ...]
    asked: str
    advice: str

    def __bool__(self) -> bool:
        """Say whether there is anything to explain."""
        return bool(self.concepts or self.asked)


@cache
def explanation_of(key: str, language: Language, *, was_asked: bool) -> Explanation:
    """Explain a question. `was_asked` is False of what was taken over from another register, whose owner answered other questions."""
    words = field_words(key, language)
    concepts = tuple(Told(each.key, each.said(language).name, each.said(language).means) for each in glossary.of_field(key))
    return Explanation(concepts, words.ask if was_asked else "", words.help if was_asked else "")
