"""What an index is asked for: words that are there, and how they go together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word as the index keeps it, or all words that begin with it."""

    text: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words, one right after the other."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of these."""

    parts: tuple["Lookup", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these."""

    parts: tuple["Lookup", ...]


Lookup = Token | Phrase | AllOf | AnyOf
