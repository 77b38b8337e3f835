"""The shape of the words that belong to a field, a member and a section; the words themselves are in `words_nl` and `words_en`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What a field is called, each way that people meet it.

    `label` is a short noun for tables, files and review; `ask` the question
    to the civil servant; `show` the heading for citizens; `help` says what to
    write; `example` is a good, invented answer.
    """

    label: str
    ask: str
    show: str
    help: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class MemberWords:
    """What a part of a composite or of a list row is called, and what to write there."""

    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What a section is called in the form (`title`) and on the public page (`heading`), and its first sentence in the form."""

    title: str
    heading: str
    lead: str
