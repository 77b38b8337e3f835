"""Where in a form a problem stands, and what is said there.

A problem points into a document (JSON pointer). In the form it belongs to the
input with the same name, and the summary on top links to that input's id.
"""

from collections.abc import Iterable

from register.domain.standard import BY_KEY
from register.domain.standard import types as t
from register.domain.standard.pointers import parts
from register.domain.standard.words import field_words, member_label
from register.errors import Problem
from register.translations import Language

#: In a form a date is three inputs, and nobody types field names.
_FORM_REMEDIES = {
    "not-a-date": {"nl": "Vul dag, maand en jaar in, bijvoorbeeld 31 3 2027.", "en": "Give day, month and year, for example 31 3 2027."},
    "not-a-month": {
        "nl": "Kies de maand en vul het jaar in, bijvoorbeeld 2027.",
        "en": "Choose the month and give the year, for example 2027.",
    },
    "wrong-type": {"nl": "", "en": ""},
    "not-in-vocabulary": {"nl": "Kies een van de antwoorden.", "en": "Choose one of the answers."},
    "unknown-pointer": {"nl": "", "en": ""},
}
_TAKEN = (
    {"nl": "Dit bestaat al.", "en": "This exists already."},
    {"nl": "Kies iets anders, of pas aan wat er al is.", "en": "Choose something else, or change what is there."},
)


def taken(pointer: str) -> Problem:
    """Say that something clashes with what exists already."""
    return Problem(pointer, "taken", *_TAKEN)


def place(pointer: str, own_language: str) -> str:
    """Return the name of the input that a pointer leads to; "" for the whole."""
    way = parts(pointer)
    if way[:1] in (["gaps"], ["withheld"]) and len(way) > 1:
        return _place_of_record(way)
    if way[:1] == ["translations"] and len(way) > 2:
        return f"{parts(way[2])[0]}.{way[1]}"
    if not way or way[0] not in BY_KEY:
        return ".".join(way)
    return _place_in(BY_KEY[way[0]].type, way, own_language)


def control_id(place: str) -> str:
    """Return the id of the input with this name, or of the first one when several answer together."""
    first, _, rest = place.partition(".")
    if first in {"gaps", "withheld"}:
        key, _, part = rest.partition(".")
        return f"f-{key}-{'gap' if first == 'gaps' else first}-{part}"
    field = BY_KEY.get(first)
    if field is not None and not rest and isinstance(field.type, t.Composite):
        return control_id(_place_in(field.type, [first, field.type.members[0].key], "nl"))
    return "f-" + place.replace(".", "-")


def sentences(problems: Iterable[Problem], language: Language, own_language: str) -> dict[str, list[str]]:
    """Return what to say at each input, by its name."""
    said: dict[str, list[str]] = {}
    for each in problems:
        said.setdefault(place(each.pointer, own_language), []).append(f"{each.message[language]} {remedy(each, language)}".strip())
    return said


def summary(problems: Iterable[Problem], language: Language, own_language: str) -> list[tuple[str, str]]:
    """Return what stands on top of the form: the id of an input, and what is wrong there."""
    lines = []
    for each in problems:
        at = place(each.pointer, own_language)
        name = label(at, language)
        lines.append((control_id(at) if at else "", f"{name}: {lower_first(each.message[language])}" if name else each.message[language]))
    return lines


def label(place: str, language: Language) -> str:
    """Return what people call the field, and the part of it, that an input is for; "" when it is none of the standard."""
    first, *rest = place.removeprefix("gaps.").removeprefix("withheld.").split(".")
    if first not in BY_KEY:
        return ""
    name = field_words(first, language).label
    member = next((part for part in rest if part in {each.key for each in BY_KEY[first].members}), None)
    return (
        f"{name}, {lower_first(member_label(first, member, language))}" if member and not place.startswith(("gaps.", "withheld.")) else name
    )


def remedy(each: Problem, language: Language) -> str:
    """Return what to do about a problem, in a form."""
    return _FORM_REMEDIES.get(each.rule, each.remedy)[language]


def _place_of_record(way: list[str]) -> str:
    key, *deeper = parts(way[1])
    if deeper:  # the form tells why for whole fields only
        return _place_in(BY_KEY[key].type, [key], "nl") if key in BY_KEY else key
    part = way[2] if len(way) > 2 else ("state" if way[0] == "gaps" else "ground")
    return f"{way[0]}.{key}.{'review' if part == 'review_on' else part}"


def _place_in(kind: t.Type, way: list[str], own_language: str) -> str:
    """Follow a pointer as far as there are inputs for it."""
    name, rest = way[0], way[1:]
    if isinstance(kind, t.Rows):
        members = {member.key: member.type for member in kind.members}
        known = len(rest) > 1 and rest[1] in members
        return _place_in(members[rest[1]], [f"{name}.{rest[0]}.{rest[1]}", *rest[2:]], own_language) if known else name
    if isinstance(kind, t.Composite):
        members = {member.key: member.type for member in kind.members}
        known = bool(rest) and rest[0] in members
        return _place_in(members[rest[0]], [f"{name}.{rest[0]}", *rest[1:]], own_language) if known else name
    if isinstance(kind, t.LOCALISED):
        return f"{name}.{rest[0] if rest else own_language}"
    return name


def lower_first(text: str) -> str:
    """Begin in the middle of a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
