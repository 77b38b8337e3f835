"""What stands around the fields in a document: language, gaps, withholdings, translations and the like.

`ENVELOPE` names the keys of a working document; a published document holds
`PUBLISHED_ENVELOPE` beside its fields.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from register.domain.standard.catalogue import BY_KEY
from register.domain.standard.pointers import find, parts, pointer
from register.domain.standard.problems import problem
from register.domain.standard.types import Choice, Date, Month, Simple, String, Text
from register.domain.standard.values import check_value, is_empty
from register.domain.standard.vocabularies import GapState, Language, TranslationBy, WithholdingGround
from register.errors import Problem

#: What the owner may write around the fields.
ENVELOPE = ("standard", "language", "gaps", "withheld", "translations")
#: What a published document holds around its fields; `docs/standard.md` says what each is.
PUBLISHED_ENVELOPE = (
    "number", "version", "standard", "language", "organisation", "product",
    "origin", "gaps", "withheld", "translations", "provenance", "classification", "principles", "nonce",
)  # fmt: skip

#: Without these a registration says nothing, so they cannot stay open.
NEVER_A_GAP = ("name", "summary", "kind", "status", "ai_act", "change_note")

#: The parts of a gap, a withholding and a note on a translation, and which of them are always needed.
GAP: dict[str, Simple] = {"state": Choice(GapState), "since": Date(), "expected": Month(), "note": Text(500)}
WITHHOLDING: dict[str, Simple] = {"ground": Choice(WithholdingGround), "reason": Text(1000), "review_on": Date()}
#: `source` is the hash of the text that was translated, so that a translation of an older text can be told.
TRANSLATION: dict[str, Simple] = {"by": Choice(TranslationBy), "source": String(64)}
GAP_NEEDS, WITHHOLDING_NEEDS, TRANSLATION_NEEDS = ("state",), ("ground", "reason", "review_on"), ("by",)

Problems = Iterator[Problem]


def check_envelope(document: Mapping[str, Any]) -> Problems:
    """Yield the problems in the keys around the fields."""
    if "language" in document:
        yield from check_value(document["language"], Choice(Language), "/language")
    if not isinstance(document.get("standard", ""), str):
        yield problem("/standard", "wrong-type", wanted_nl="een versie van de standaard", wanted_en="a version of the standard")
    yield from _gaps(document)
    yield from _withheld(document)
    yield from _translations(document)


def _records(
    document: Mapping[str, Any], key: str, shape: Mapping[str, Simple], required: tuple[str, ...]
) -> Iterator[tuple[str, str] | Problem]:
    """Walk a map from pointer to record: yield each good address with where it stands, and each problem."""
    records = document.get(key)
    if records is None:
        return
    if not isinstance(records, Mapping):
        yield problem(pointer(key), "wrong-type", wanted_nl="een lijst van velden met uitleg", wanted_en="a map from field to explanation")
        return
    for address, record in records.items():
        here = pointer(key, address)
        if not _points_somewhere(document, address):
            yield problem(here, "unknown-pointer", name=str(address)[:100])
        elif not isinstance(record, Mapping):
            yield problem(here, "wrong-type", wanted_nl="een object met onderdelen", wanted_en="an object with parts")
        else:
            yield from _record(record, shape, required, here)
            yield address, here


def _record(record: Mapping[str, Any], shape: Mapping[str, Simple], required: tuple[str, ...], here: str) -> Problems:
    for name, value in record.items():
        if name in shape:
            yield from check_value(value, shape[name], here + pointer(str(name)))
        else:
            yield problem(here + pointer(str(name)), "unknown-key", name=name)
    for name in required:
        if is_empty(record.get(name)):
            yield problem(here + pointer(name), "required-part")


def _points_somewhere(document: Mapping[str, Any], address: Any) -> bool:
    """Say whether a pointer names a field of the standard, or something that is in this document."""
    if not isinstance(address, str) or not address.startswith("/"):
        return False
    key, *rest = parts(address)
    return key in BY_KEY and (not rest or find(document, address) is not None or _names_a_part(document, key, rest))


def _names_a_part(document: Mapping[str, Any], key: str, rest: list[str]) -> bool:
    """Say whether this is a part without a value yet: a member of a composite, or of a row that is there."""
    members = {member.key for member in BY_KEY[key].members}
    if len(rest) == 2 and find(document, pointer(key, rest[0])) is not None:
        return rest[1] in members
    return len(rest) == 1 and rest[0] in members


def _gaps(document: Mapping[str, Any]) -> Problems:
    for found in _records(document, "gaps", GAP, GAP_NEEDS):
        if isinstance(found, Problem):
            yield found
            continue
        address, here = found
        if parts(address)[0] in NEVER_A_GAP:
            yield problem(here, "no-gap-allowed")
        elif not is_empty(find(document, address)):
            yield problem(here, "gap-with-answer")


def _withheld(document: Mapping[str, Any]) -> Problems:
    for found in _records(document, "withheld", WITHHOLDING, WITHHOLDING_NEEDS):
        if isinstance(found, Problem):
            yield found
        elif not BY_KEY[parts(found[0])[0]].can_be_withheld:
            yield problem(found[1], "not-withholdable")


def _translations(document: Mapping[str, Any]) -> Problems:
    translations = document.get("translations")
    if translations is None:
        return
    if not isinstance(translations, Mapping):
        yield problem("/translations", "wrong-type", wanted_nl="een lijst per taal", wanted_en="a map per language")
        return
    for language in translations:
        if language not in tuple(Language):
            yield problem(pointer("translations", str(language)), "not-in-vocabulary", name=str(language)[:60], words=", ".join(Language))
            continue
        inner = {**document, "translations": translations[language]}
        for found in _records(inner, "translations", TRANSLATION, TRANSLATION_NEEDS):
            if isinstance(found, Problem):
                yield found
