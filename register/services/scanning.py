"""Finding in a text what should not become public: numbers and names of people. It points, a person decides.

Citizen service numbers are refused at once, by their check digit (BSN, the
"eleven test"); whatever else looks private is marked for the moderator.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stdnum import iban
from stdnum.iso7064 import mod_11_10
from stdnum.nl import bsn

Sort = Literal["citizen_number", "bank_account", "email", "phone", "address", "birth_date", "name"]

_NINE_DIGITS = re.compile(r"(?<![\d.,])\d(?:[ .-]?\d){7,8}(?![\d,])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
#: What gives a person away, by what it looks like. A capital after a title or "my name is" is taken for a name.
_PATTERNS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("phone", re.compile(r"(?<!\d)(?:\+31|0031|0)[ -]?[1-9](?:[ -]?\d){8}(?!\d)")),
    (
        "address",
        re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b(?:,? ?\d{1,5})?|\b[A-Z][a-z]+(?:straat|laan|weg|plein|gracht|kade|dijk|steeg|hof) \d{1,5}\b"),
    ),
    (
        "birth_date",
        re.compile(r"(?i:geboren|geboortedatum|born|date of birth)\W{1,3}(?:op |on )?\d{1,2}[ /.-]\w{1,9}[ /.-]\d{4}"),
    ),
    (
        "name",
        re.compile(
            r"(?i:\b(?:dhr|mevr|mw|mr|mrs|ms|dr|drs|ir|ing|prof)\b\.?|"
            r"\b(?:de heer|meneer|mevrouw|mijn naam is|ik ben|ik heet|my name is|i am)\b)"
            r"(?: (?:van|de|der|den|het|ten|ter|te|von|el|al))*(?: [A-Z]\.)*"
            r" [A-Z][\w’'-]+(?: (?:van|de|der|den|het|ten|ter|te)\b)*(?: [A-Z][\w’'-]+)*"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something private in a text: from where to where, and what it looks like."""

    start: int
    end: int
    sort: Sort


def scan(text: str) -> list[Finding]:
    """Return what looks private, in the order of the text, without overlaps."""
    found: list[Finding] = []
    for each in sorted(_found(text), key=lambda finding: (finding.start, -finding.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return found


def holds_citizen_number(text: str) -> bool:
    """Say whether a citizen service number is in the text. A number of this register is none, though it may pass the same test."""
    return any(each.sort == "citizen_number" for each in _numbers(text))


def _found(text: str) -> Iterator[Finding]:
    yield from _numbers(text)
    for match in _IBAN.finditer(text):
        if iban.is_valid(match.group()):
            yield Finding(match.start(), match.end(), "bank_account")
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Finding(match.start(), match.end(), sort)


def _numbers(text: str) -> Iterator[Finding]:
    for match in _NINE_DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        is_ours = len(digits) == 9 and not digits.startswith("0") and mod_11_10.is_valid(digits)
        if not is_ours and bsn.is_valid(digits):
            yield Finding(match.start(), match.end(), "citizen_number")
