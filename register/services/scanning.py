"""Finding in a text what should not become public: numbers and names of people. It points, a person decides.

Citizen service numbers are refused at once, by their check digit (BSN, the
"eleven test"); whatever else looks private is marked for the moderator.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session
from stdnum import iban
from stdnum.nl import bsn

from register.models import Number

Sort = Literal["citizen_number", "bank_account", "email", "phone", "address", "birth_date", "name"]

#: What people put between digits: spaces of every width, dots, dashes and slashes, and what nobody sees.
_BETWEEN = r"(?:[^\S\r\n]|[./\u00ad\u200b\u2060\u2010-\u2015\u2212-])*"
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(_BETWEEN)
_BEFORE_AMOUNT = re.compile(r"\d[.,]\Z")
_AFTER_AMOUNT = re.compile(r"[.,]\d")
#: Eight digits in groups like these are a day or two years; a number of which the first nought was left out is written in another way.
_DAYS = ([2, 2, 4], [4, 2, 2], [4, 4])
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_ABROAD = re.compile(r"(?<!\d)(?:\+|00)\d\d[\s(]{0,2}0?[\s)-]{0,2}[1-9](?:[\s.-]{0,3}\d){8}(?!\d)")
#: What gives a person away, by what it looks like. A capital after a title is taken for a name, and whatever follows "my name is".
_PATTERNS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("phone", _ABROAD),
    ("phone", re.compile(r"(?<!\d)\(?0[\s()-]{0,3}[1-9](?:[\s().\u2013-]{0,3}\d){8}(?!\d)")),
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
    (
        "name",
        re.compile(
            r"(?i:\b(?:mijn naam is|m[’']n naam is|ik heet|my name is|i am called)"
            r"(?:\s+(?!(?:en|and|ik|i|maar|but|uit|from|die|dat|who|met|with)\b)[^\W\d_][\w’'-]*){1,4})"
        ),
    ),
)

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_WITHIN_NAME = re.compile(r"[^\S\r\n]+|\.[^\S\r\n]*")
_PARTICLES = frozenset((
    "van", "von", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "el", "al", "la", "le", "du", "da", "di", "dos", "bin",
    "ben", "ibn", "op", "in",
))  # fmt: skip
#: With these a sentence begins, and no name.
_STARTERS = frozenset((
    "aan", "als", "an", "and", "are", "at", "beste", "bij", "but", "by", "can", "daarom", "dat", "deze", "die", "dit", "does", "door",
    "een", "en", "for", "from", "geachte", "had", "has", "have", "hebben", "heeft", "hello", "help", "het", "hoe", "how", "i", "if",
    "ik", "is", "it", "kan", "komt", "kunt", "maar", "mag", "mijn", "moet", "my", "na", "namens", "naar", "no", "of", "om", "omdat",
    "onze", "ook", "our", "over", "please", "sinds", "sommige", "that", "the", "there", "these", "they", "this", "toen", "tot", "u",
    "uit", "uw", "van", "volgens", "voor", "waar", "waarom", "wanneer", "want", "wat", "we", "welke", "werd", "what", "when", "where",
    "which", "who", "why", "wie", "wij", "will", "with", "wordt", "worden", "you", "your", "zijn", "zo", "zou",
))  # fmt: skip
#: From such a word on it is the name of a body, a law or a system.
_BODIES = frozenset((
    "act", "agentschap", "algemene", "autoriteit", "belastingdienst", "bureau", "centraal", "college", "dienst", "europese",
    "european", "gemeente", "inspectie", "kamer", "ministerie", "nationale", "nederland", "nederlandse", "omgevingswet", "politie",
    "provincie", "raad", "rechtbank", "rijk", "rijksdienst", "stichting", "tweede", "uitvoeringsinstituut", "veiligheidsregio",
    "verordening", "waterschap", "wet",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Something private in a text: from where to where, and what it looks like."""

    start: int
    end: int
    sort: Sort


def scan(session: Session, text: str) -> list[Finding]:
    """Return what looks private, in the order of the text, without overlaps."""
    found: list[Finding] = []
    for each in sorted(_found(session, text), key=lambda finding: (finding.start, -finding.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return found


def holds_citizen_number(session: Session, text: str) -> bool:
    """Say whether a citizen service number is in the text. A number that was given out here is none, though it may pass the test too."""
    return bool(_citizen_numbers(session, text))


def _found(session: Session, text: str) -> Iterator[Finding]:
    yield from _citizen_numbers(session, text)
    for match in _IBAN.finditer(text):
        if iban.is_valid(match.group()):
            yield Finding(match.start(), match.end(), "bank_account")
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Finding(match.start(), match.end(), sort)
    yield from _names(text)


def _citizen_numbers(session: Session, text: str) -> list[Finding]:
    """Return what passes the eleven test and was not given out here.

    Who gave a number out cannot be read from it: one in ten citizen service
    numbers has the check digit of ours too.
    """
    numbers = dict(_eleven_tested(text))
    ours = set(session.scalars(select(Number.number).where(Number.number.in_(set(numbers.values()))))) if numbers else set()
    return [finding for finding, digits in numbers.items() if digits not in ours]


def _eleven_tested(text: str) -> Iterator[tuple[Finding, str]]:
    abroad = [match.span() for match in _ABROAD.finditer(text)]
    groups = list(_DIGITS.finditer(text))
    for first in range(len(groups)):
        for window in _windows(text, groups[first : first + 9]):
            digits, start, end = "".join(group.group() for group in window), window[0].start(), window[-1].end()
            is_amount = _BEFORE_AMOUNT.search(text, max(start - 2, 0), start) or _AFTER_AMOUNT.match(text, end)
            is_telephone = any(begin < start and end <= stop for begin, stop in abroad)
            if not is_amount and not is_telephone and bsn.is_valid(digits):
                yield Finding(start, end, "citizen_number"), digits


def _windows(text: str, groups: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the groups of digits from the first on that are eight or nine digits together, with nothing but what stands within numbers."""
    count = 0
    for at, group in enumerate(groups):
        if at and not _GAP.fullmatch(text, groups[at - 1].end(), group.start()):
            return
        count += len(group.group())
        window = groups[: at + 1]
        if count == 9 or (count == 8 and [len(each.group()) for each in window] not in _DAYS):
            yield window
        if count >= 9:
            return


def _names(text: str) -> Iterator[Finding]:
    """Yield runs of two and more words with a capital, with what stands between the parts of names."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and not _is_next(text, run[-1], word):
            yield from _as_name(run)
            run = []
        if not _is_part(word.group(), is_first=not run):
            yield from _as_name(run)
            run = []
            continue
        run.append(word)
    yield from _as_name(run)


def _is_next(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Say whether a word goes on where another ended; a full stop is part of a name behind an initial only."""
    between = text[before.end() : word.start()]
    return bool(_WITHIN_NAME.fullmatch(between)) and ("." not in between or len(before.group()) == 1)


def _is_part(word: str, *, is_first: bool) -> bool:
    folded = word.casefold()
    if is_first:
        return _is_named(word) and folded not in _STARTERS and folded not in _PARTICLES
    return folded in _PARTICLES or _is_named(word)


def _is_named(word: str) -> bool:
    """Say whether a word is written like a name or an initial; all capitals are an abbreviation."""
    return word[0].isupper() and (len(word) == 1 or any(sign.islower() for sign in word))


def _as_name(run: list[re.Match[str]]) -> Iterator[Finding]:
    people = takewhile(lambda word: word.group().casefold() not in _BODIES, run)
    named = [word for word in people if _is_named(word.group()) and word.group().casefold() not in _PARTICLES]
    if len(named) >= 2 and any(len(word.group()) > 1 for word in named):
        yield Finding(run[0].start(), named[-1].end(), "name")
