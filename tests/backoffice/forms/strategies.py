"""Any working document that meets the standard's form: every field with any value of its type, gaps and withholdings included."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from register.domain.standard import FIELDS, Field
from register.domain.standard import types as t
from register.domain.standard.pointers import pointer
from register.domain.standard.values import ROW_ID
from register.domain.standard.vocabularies import GapState, WithholdingGround
from register.errors import Invalid
from register.services.cleaning import clean

#: Letters, signs of mark-up, spaces and line ends: what could get lost between a document and a form.
SIGNS = st.sampled_from([*"aé ë\n\t-*[]()\\<>&\"'.,:;1̈ß€", "- ", "1. ", "**", "https://a.example/x_(y)", "\n\n", "\u00a0", "🏛"])
TEXT = st.lists(SIGNS, min_size=1, max_size=30).map("".join)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31)).map(date.isoformat)
MONTHS = st.dates(date(1950, 1, 1), date(2100, 12, 31)).map(lambda day: day.isoformat()[:7])
URLS = st.sampled_from(["https://a.example", "https://www.waterlede.example/a?b=c&d=%20#e", "https://a.example/é"])
ROW_IDS = st.from_regex(ROW_ID, fullmatch=True)


def _texts(kind: t.Text | t.Rich) -> SearchStrategy[Any]:
    return st.dictionaries(st.sampled_from(["nl", "en"]), TEXT.map(lambda text: text[: kind.limit]), min_size=1)


def _words(kind: t.Choices) -> SearchStrategy[Any]:
    return st.lists(st.sampled_from(list(kind.vocabulary)).map(str), min_size=1, unique=True)


def _rows(kind: t.Rows) -> SearchStrategy[Any]:
    row = st.builds(lambda row_id, parts: {"id": row_id, **parts}, ROW_IDS, members(kind.members))
    return st.lists(row, min_size=1, max_size=3, unique_by=lambda each: str(each["id"]))


VALUES: dict[type, Callable[[Any], SearchStrategy[Any]]] = {
    t.Text: _texts,
    t.Rich: _texts,
    t.String: lambda kind: TEXT.map(lambda text: text.replace("\n", " ").replace("\t", " ")[: kind.limit]),
    t.Strings: lambda _kind: st.lists(st.sampled_from(["bezwaar", "brieven", "a b", "é"]), min_size=1, unique=True),
    t.Url: lambda _kind: URLS,
    t.Urls: lambda _kind: st.lists(URLS, min_size=1, unique=True),
    t.Contact: lambda _kind: URLS,
    t.Month: lambda _kind: MONTHS,
    t.Date: lambda _kind: DAYS,
    t.Integer: lambda kind: st.integers(kind.minimum, kind.maximum),
    t.Choice: lambda kind: st.sampled_from(list(kind.vocabulary)).map(str),
    t.Choices: _words,
    t.Composite: lambda kind: members(kind.members),
    t.Rows: _rows,
    t.RegistrationReference: lambda _kind: st.just("123456788"),
    t.ProductReference: lambda _kind: st.just({"number": "123456788", "version": 2}),
    t.ActFacts: lambda _kind: st.just({"facts": {"aiSystem": "yes", "art5Practices": []}, "unsure": ["performsProfiling"]}),
}


def value(kind: t.Type) -> SearchStrategy[Any]:
    """Return values of a type; a type that is not in the table has no test, and stops here."""
    return VALUES[type(kind)](kind)


def members(parts: tuple[t.Member, ...]) -> SearchStrategy[dict[str, Any]]:
    """Return objects with some of the members, and with all that are required."""
    return st.fixed_dictionaries(
        {part.key: value(part.type) for part in parts if part.is_required},
        optional={part.key: value(part.type) for part in parts if not part.is_required},
    )


def gap() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"state": st.sampled_from(list(GapState)).map(str), "since": DAYS}, optional={"expected": MONTHS, "note": value(t.Text(500))}
    )


def withholding() -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"ground": st.sampled_from(list(WithholdingGround)).map(str), "reason": value(t.Text(1000)), "review_on": DAYS}
    )


@st.composite
def documents(draw: st.DrawFn, fields: tuple[Field, ...] = FIELDS) -> dict[str, Any]:
    """Return cleaned documents."""
    chosen = draw(st.lists(st.sampled_from(fields), min_size=1, max_size=8, unique_by=lambda field: field.key))
    language = draw(st.sampled_from(["nl", "en"]))
    document: dict[str, Any] = {"language": language}
    gaps, withheld = {}, {}
    for field in chosen:
        how = draw(st.sampled_from(["answered", "answered", "open", "withheld"]))
        if how == "open":
            gaps[pointer(field.key)] = draw(gap())
        else:
            document[field.key] = draw(value(field.type))
        if how == "withheld":
            withheld[pointer(field.key)] = draw(withholding())
    document |= {"gaps": gaps} if gaps else {}
    document |= {"withheld": withheld} if withheld else {}
    try:
        return clean(document)
    except Invalid:  # a text that cannot be kept is no document
        return {"language": language}
