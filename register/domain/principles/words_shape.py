"""The shape of the words that belong to a criterion; the words themselves are in `words_nl` and `words_en`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """What a criterion is called, each way that people meet it.

    `label` is a short noun for tables and review; `question` is put to the
    civil servant, `show` is the heading for citizens; `help` says what counts
    as met, `evidence` what proves it.
    """

    label: str
    question: str
    show: str
    help: str
    evidence: str
