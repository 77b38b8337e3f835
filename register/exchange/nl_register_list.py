"""The list view of the Dutch national Algorithm Register, and what it says in the words of our standard.

A file is `{count, fetched_at, source_url, algoritmes: [row, …]}` with ten keys
a row. `to_document` maps a row; what the source does not hold stays absent, and
nothing is classified or scored.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import Any, BinaryIO, cast
from unicodedata import normalize

from register.domain.organisations import folded_name
from register.domain.standard import BY_KEY
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem, too_long
from register.domain.standard.rich_text import canonical
from register.domain.standard.types import Date, Rich, String, Text, Url
from register.domain.standard.values import check_characters, check_value, is_https
from register.domain.standard.vocabularies import AssessmentKind, AssessmentStatus, Status
from register.errors import Invalid, Problem
from register.exchange import json_rows

FORMAT = "nl-register-list"
#: The name of the source in `provenance`, and the licence under which it gives its texts.
SOURCE = "nl-algoritmeregister"
LICENCE = "CC0-1.0"

LIST = "algoritmes"
KEYS = (
    "id", "title", "organisatie", "doel", "juridische_basis", "impactassessment", "status", "geregistreerd", "toegevoegd", "url",
)  # fmt: skip
#: Which of our fields holds which of their texts.
TEXTS = {"title": "name", "doel": "purpose", "juridische_basis": "legal_basis"}
ONE_LINE = ("title", "organisatie")
REQUIRED = ("id", "title", "organisatie", "url")
ORGANISATION_LENGTH = 300
#: What is longer than our own field is cut; what is longer than this is no text of that register.
LONGEST = 20_000

STATUSES = {"in_gebruik": Status.IN_USE, "ontwikkeling": Status.IN_DEVELOPMENT, "buiten_gebruik": Status.RETIRED}
ASSESSMENTS = {"Ja": AssessmentStatus.DONE, "Nee": AssessmentStatus.NOT_DONE, "Onbekend": AssessmentStatus.UNKNOWN}
#: The row of `impact_assessments` keeps this id, so that the same source always gives the same document.
ASSESSMENT_ROW = "nlregister"


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself: where and when it was read, and how many rows it has and should have."""

    source_url: str
    retrieved_at: str
    rows: int
    announced: int | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One row in our own words: whose it is, the working document, and where it came from."""

    source_id: str
    organisation: str
    document: dict[str, Any]
    provenance: dict[str, Any]


def header(file: BinaryIO) -> Header:
    """Walk the whole file and return what it says of itself. Raises `Invalid` when it cannot be this format."""
    outline = json_rows.outline(file, LIST)
    source_url, count = outline.values.get("source_url"), outline.values.get("count")
    return Header(
        source_url=source_url if isinstance(source_url, str) and is_https(source_url) else "",
        retrieved_at=_moment(outline.values.get("fetched_at")),
        rows=outline.rows,
        announced=count if isinstance(count, int) and not isinstance(count, bool) else None,
    )


def rows(file: BinaryIO) -> Iterator[Any]:
    """Yield the rows as they stand there, one by one."""
    return json_rows.rows(file, LIST)


def source_id(row: Any) -> str:
    """Return the number that a row has at the source, "" when it has none that can be used."""
    value = row.get("id") if isinstance(row, Mapping) else None
    return value if isinstance(value, str) and value and not [*check_value(value, String(100), "/id")] else ""


def to_document(row: Any, header: Header) -> Listed:
    """Say a row in our own words. Raises `Invalid` with every problem, at the names that the source uses."""
    texts = _texts(row)
    document: dict[str, Any] = {"language": "nl"}
    shortened = []
    for theirs, ours in TEXTS.items():
        if theirs in texts:
            kept = _cut(texts[theirs], _kind(ours).limit)
            document[ours] = {"nl": _written(kept, _kind(ours))}
            shortened += [pointer(ours)] if kept != texts[theirs] else []
    if "status" in texts:
        document["status"] = str(STATUSES[texts["status"]])
    if "impactassessment" in texts:
        done = ASSESSMENTS[texts["impactassessment"]]
        document["impact_assessments"] = [{"id": ASSESSMENT_ROW, "kind": str(AssessmentKind.OTHER), "status": str(done)}]
    return Listed(texts["id"], texts["organisatie"], document, _provenance(texts, header, shortened))


def _provenance(texts: Mapping[str, str], header: Header, shortened: list[str]) -> dict[str, Any]:
    """Return where a row came from. `shortened` names the fields of which the source holds more."""
    found: dict[str, Any] = {
        "source": SOURCE,
        "source_id": texts["id"],
        "url": texts["url"],
        "registered_on": texts.get("geregistreerd"),
        "added_on": texts.get("toegevoegd"),
        "source_url": header.source_url,
        "retrieved_at": header.retrieved_at,
        "licence": LICENCE,
        "shortened": shortened,
    }
    return {key: value for key, value in found.items() if value}


def _kind(key: str) -> Text | Rich:
    return cast("Text | Rich", BY_KEY[key].type)


def _written(text: str, kind: Text | Rich) -> str:
    """Return a text as its field keeps it. The source has no mark-up: its signs are just signs."""
    return canonical(f"<p>{escape(text, quote=False)}</p>") if isinstance(kind, Rich) else text


def _cut(text: str, limit: int) -> str:
    """Return a text of at most so many characters, cut after a whole word."""
    if len(text) <= limit:
        return text
    begun = text[: limit - 1]
    whole = begun if text[limit - 1].isspace() else (begun.rsplit(maxsplit=1) or [""])[0]
    return whole.rstrip(" \n\t,;:.–-") + "…"


def _texts(row: Any) -> dict[str, str]:
    """Return the texts of a row that say something, tidied. Raises `Invalid`."""
    if not isinstance(row, Mapping):
        raise Invalid([problem("", "wrong-type", wanted_nl="een object met namen en teksten", wanted_en="an object with names and texts")])
    problems = [found for key in KEYS for found in _form(row.get(key), pointer(key))]
    if problems:
        raise Invalid(problems)
    texts = {key: normalize("NFC", row[key]).strip() for key in KEYS if (row.get(key) or "").strip()}
    texts |= {key: " ".join(texts[key].split()) for key in ONE_LINE if key in texts}
    problems = [problem(pointer(key), "required-part") for key in REQUIRED if key not in texts]
    for key, text in texts.items():
        problems += _CHECKS[key](text, pointer(key)) if key in _CHECKS else ()
    if problems:
        raise Invalid(problems)
    return texts


def _form(value: Any, at: str) -> Iterator[Problem]:
    """Yield what keeps a value from being read as a text at all."""
    if value is not None and not isinstance(value, str):
        yield problem(at, "wrong-type", wanted_nl="een tekst", wanted_en="a text")
    elif value is not None and len(value) > LONGEST:
        yield too_long(at, len(value), limit=LONGEST)
    elif value is not None:
        yield from check_characters(value.replace("\r\n", "\n").replace("\r", "\n"), at)


def _organisation(text: str, at: str) -> Iterator[Problem]:
    if not folded_name(text):
        yield problem(at, "required-part")
    yield from check_value(text, String(ORGANISATION_LENGTH), at)


def _word(text: str, at: str, words: Mapping[str, str]) -> Iterator[Problem]:
    if text not in words:
        yield problem(at, "not-in-vocabulary", name=text[:60], words=", ".join(words))


_CHECKS: dict[str, Callable[[str, str], Iterator[Problem]]] = {
    "id": lambda text, at: check_value(text, String(100), at),
    "organisatie": _organisation,
    "url": lambda text, at: check_value(text, Url(), at),
    "geregistreerd": lambda text, at: check_value(text, Date(), at),
    "toegevoegd": lambda text, at: check_value(text, Date(), at),
    "status": partial(_word, words=STATUSES),
    "impactassessment": partial(_word, words=ASSESSMENTS),
}


def _moment(value: Any) -> str:
    """Return a moment in UTC as it is written in documents, "" when the file does not tell one."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return ""
    if moment is None or moment.tzinfo is None:
        return ""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
