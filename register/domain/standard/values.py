"""The check of one value against its type: form, length, range and vocabulary.

`check_value` knows every type; there is one small function for each.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from register.domain.ai_act import codec
from register.domain.ai_act.documents import ProhibitedAction
from register.domain.standard import types as t
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem, too_long
from register.domain.standard.rich_text import visible_text
from register.domain.standard.vocabularies import Language
from register.errors import Problem

NUMBER = re.compile(r"[1-9][0-9]{8}")
ROW_ID = re.compile(r"[a-z0-9]{4,32}")
LANGUAGES = tuple(Language)

_MONTH = re.compile(r"(19[5-9]\d|20\d\d|2100)-(0[1-9]|1[0-2])")
_HOST = re.compile(r"(?=.{1,253}$)([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W_]([\w-]{0,61}[^\W_])?", re.UNICODE)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
#: What no text may hold: control characters but tab and newline, and halves of a pair (lone surrogates).
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: The longest stored form of a rich text: marks and link addresses come on top of the visible characters.
MARKUP_FACTOR = 8

Problems = Iterator[Problem]


def is_empty(value: Any) -> bool:
    """Say whether a value says nothing: absent, empty, or only empty parts."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_empty(part) for key, part in value.items() if key != "id")
    if isinstance(value, list):
        return all(is_empty(part) for part in value)
    return value is None


def check_value(value: Any, kind: t.Type, at: str) -> Problems:
    """Yield the problems of a value that should be of this type."""
    return _CHECKS[type(kind)](value, kind, at)


def check_characters(text: str, at: str) -> Problems:
    """Yield a problem when the text holds a character that databases and JSON cannot agree on."""
    found = _FORBIDDEN.search(text)
    if found:
        yield problem(at, "forbidden-character", character=f"U+{ord(found[0]):04X}")


def is_https(address: str) -> bool:
    """Say whether this is an https address with a host name and nothing that could deceive."""
    if any(sign.isspace() or sign in '<>"\\^`{|}' for sign in address):
        return False
    try:
        split = urlsplit(address)
        port = split.port
    except ValueError:
        return False
    return split.scheme == "https" and split.username is None and _HOST.fullmatch(split.hostname or "") is not None and port != 0


def _wrong(at: str, nl: str, en: str) -> Problems:
    yield problem(at, "wrong-type", wanted_nl=nl, wanted_en=en)


def _text(value: Any, limit: int, at: str) -> Problems:
    if not isinstance(value, str):
        yield from _wrong(at, "een tekst", "a text")
        return
    yield from check_characters(value, at)
    if len(value) > limit:
        yield too_long(at, len(value), limit=limit)


def _string(value: Any, kind: t.String, at: str) -> Problems:
    yield from _text(value, kind.limit, at)
    if isinstance(value, str) and "\n" in value:
        yield problem(at, "forbidden-character", character="U+000A")


def _localised(value: Any, kind: t.Text | t.Rich, at: str) -> Problems:
    if not isinstance(value, Mapping):
        yield from _wrong(at, 'een tekst per taal, zoals {"nl": "…"}', 'a text per language, like {"nl": "…"}')
        return
    for language, text in value.items():
        here = at + pointer(str(language))
        if language not in LANGUAGES:
            yield problem(here, "not-in-vocabulary", name=language, words=", ".join(LANGUAGES))
        elif isinstance(kind, t.Rich) and isinstance(text, str) and len(text) <= kind.limit * MARKUP_FACTOR:
            yield from check_characters(text, here)
            yield from _text(visible_text(text), kind.limit, here)
        else:
            yield from _text(text, kind.limit, here)


def _url(value: Any, kind: t.Url, at: str) -> Problems:
    yield from _text(value, kind.limit, at)
    if isinstance(value, str) and len(value) <= kind.limit and not is_https(value):
        yield problem(at, "not-a-web-address")


def _contact(value: Any, kind: t.Contact, at: str) -> Problems:
    yield from _text(value, kind.limit, at)
    if isinstance(value, str) and len(value) <= kind.limit and not (is_email(value) or is_https(value)):
        yield problem(at, "not-a-contact")


def _month(value: Any, kind: t.Month, at: str) -> Problems:
    if not isinstance(value, str) or not _MONTH.fullmatch(value):
        yield problem(at, "not-a-month")


def is_email(value: str) -> bool:
    """Say whether this is one e-mail address, as far as its form can tell."""
    return _EMAIL.fullmatch(value) is not None


def is_date(value: Any) -> bool:
    """Say whether this is a day as `yyyy-mm-dd`, from 1950 to 2100."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return False
    try:
        return 1950 <= date.fromisoformat(value).year <= 2100
    except ValueError:
        return False


def is_month(value: Any) -> bool:
    """Say whether this is a month as `yyyy-mm`, from 1950 to 2100."""
    return isinstance(value, str) and _MONTH.fullmatch(value) is not None


def _date(value: Any, kind: t.Date, at: str) -> Problems:
    if not is_date(value):
        yield problem(at, "not-a-date")


def _integer(value: Any, kind: t.Integer, at: str) -> Problems:
    if not isinstance(value, int) or isinstance(value, bool):
        yield from _wrong(at, "een heel getal", "a whole number")
    elif not kind.minimum <= value <= kind.maximum:
        yield problem(at, "out-of-range", minimum=kind.minimum, maximum=kind.maximum)


def _choice(value: Any, kind: t.Choice, at: str) -> Problems:
    if not isinstance(value, str):
        yield from _wrong(at, "een woord uit de keuzelijst", "a word from the list")
    elif value not in tuple(kind.vocabulary):
        yield problem(at, "not-in-vocabulary", name=value[:60], words=", ".join(kind.vocabulary))


def _list(value: Any, at: str, maximum: int) -> Problems:
    if not isinstance(value, list):
        yield from _wrong(at, "een lijst", "a list")
    elif len(value) > maximum:
        yield problem(at, "too-many", over=len(value) - maximum, limit=maximum)


def _repeated(value: list[Any], at: str) -> Problems:
    seen: list[Any] = []
    for index, item in enumerate(value):
        if item in seen:
            yield problem(at + pointer(str(index)), "repeated")
        seen.append(item)


def _choices(value: Any, kind: t.Choices, at: str) -> Problems:
    yield from _list(value, at, len(kind.vocabulary))
    if isinstance(value, list) and len(value) <= len(kind.vocabulary):
        for index, item in enumerate(value):
            yield from _choice(item, t.Choice(kind.vocabulary), at + pointer(str(index)))
        yield from _repeated(value, at)


def _strings(value: Any, kind: t.Strings, at: str) -> Problems:
    yield from _list(value, at, kind.maximum)
    if isinstance(value, list) and len(value) <= kind.maximum:
        for index, item in enumerate(value):
            yield from _string(item, t.String(kind.limit), at + pointer(str(index)))
        yield from _repeated(value, at)


def _urls(value: Any, kind: t.Urls, at: str) -> Problems:
    yield from _list(value, at, kind.maximum)
    if isinstance(value, list) and len(value) <= kind.maximum:
        for index, item in enumerate(value):
            yield from _url(item, t.Url(kind.limit), at + pointer(str(index)))
        yield from _repeated(value, at)


def is_number(value: Any) -> bool:
    """Say whether this has the form of a register number."""
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None


def _registration(value: Any, kind: t.RegistrationReference, at: str) -> Problems:
    if not is_number(value):
        yield problem(at, "not-a-number")


def _product(value: Any, kind: t.ProductReference, at: str) -> Problems:
    if not isinstance(value, Mapping) or set(value) != {"number", "version"}:
        yield from _wrong(at, "een nummer en een versie", "a number and a version")
        return
    if not is_number(value["number"]):
        yield problem(at + "/number", "not-a-number")
    yield from _integer(value["version"], t.Integer(1, 1_000_000), at + "/version")


def _members(value: Mapping[str, Any], members: tuple[t.Member, ...], at: str) -> Problems:
    known = {member.key: member for member in members}
    for key, part in value.items():
        if key in known:
            yield from check_value(part, known[key].type, at + pointer(str(key)))
        elif key != "id":
            yield problem(at + pointer(str(key)), "unknown-key", name=key)
    for member in members:
        if member.is_required and is_empty(value.get(member.key)):
            yield problem(at + pointer(member.key), "required-part")


def _composite(value: Any, kind: t.Composite, at: str) -> Problems:
    if not isinstance(value, Mapping):
        yield from _wrong(at, "een object met onderdelen", "an object with parts")
        return
    if "id" in value:
        yield problem(at + "/id", "unknown-key", name="id")
    yield from _members(value, kind.members, at)


def _rows(value: Any, kind: t.Rows, at: str) -> Problems:
    yield from _list(value, at, kind.maximum)
    if not isinstance(value, list) or len(value) > kind.maximum:
        return
    seen = set()
    for index, row in enumerate(value):
        if not isinstance(row, Mapping):
            yield from _wrong(at + pointer(str(index)), "een object met onderdelen", "an object with parts")
            continue
        row_id = row.get("id")
        if not isinstance(row_id, str) or not ROW_ID.fullmatch(row_id) or row_id in seen:
            yield problem(at + pointer(str(index), "id"), "row-id")
            yield from _members(row, kind.members, at + pointer(str(index)))
        else:
            seen.add(row_id)
            yield from _members(row, kind.members, at + pointer(row_id))


def _act_facts(value: Any, kind: t.ActFacts, at: str) -> Problems:
    """Check the facts by their own codec; what is told elsewhere in the document may not be told twice."""
    if not isinstance(value, Mapping):
        yield from _wrong(at, "een object met ‘facts’ en ‘unsure’", "an object with ‘facts’ and ‘unsure’")
        return
    for key in value:
        if key not in {"facts", "unsure", "action"}:
            yield problem(at + pointer(str(key)), "unknown-key", name=key)
    yield from codec.check(value.get("facts", {}), at + "/facts", left_out=codec.TOLD_ELSEWHERE)
    yield from _unsure(value.get("unsure", []), at + "/unsure")
    if "action" in value:
        yield from _choice(value["action"], t.Choice(ProhibitedAction), at + "/action")


def _unsure(value: Any, at: str) -> Problems:
    yield from _list(value, at, len(codec.FACT_NAMES))
    if isinstance(value, list):
        for index, name in enumerate(value):
            if name not in codec.FACT_NAMES:
                yield problem(at + pointer(str(index)), "unknown-fact", name=str(name)[:60])
        yield from _repeated(value, at)


_CHECKS: dict[type, Callable[[Any, Any, str], Problems]] = {
    t.String: _string,
    t.Text: _localised,
    t.Rich: _localised,
    t.Url: _url,
    t.Contact: _contact,
    t.Month: _month,
    t.Date: _date,
    t.Integer: _integer,
    t.Choice: _choice,
    t.Choices: _choices,
    t.Strings: _strings,
    t.Urls: _urls,
    t.RegistrationReference: _registration,
    t.ProductReference: _product,
    t.Composite: _composite,
    t.Rows: _rows,
    t.ActFacts: _act_facts,
}
