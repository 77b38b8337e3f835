"""What changed besides the answers: whose the registration is, and what the register made of its answers."""

from collections.abc import Iterator, Mapping
from typing import Any

from register.domain.ai_act.outcome import NationalCategory, RiskCategory
from register.domain.history import ChangeKind
from register.labels import label
from register.rendering.answers import Answer, Form, Part, Piece
from register.rendering.principles import tiles
from register.translations import Language
from register.translations.formats import localised
from register.web import language
from register.web.differences import Difference
from register.web.language import _

Told = dict[str, tuple[str, str]]


def outcome_differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Return what differs in what two versions show beside their answers, in the order of the page."""
    old, new = dict(_told(before)), dict(_told(after))
    return [
        _difference(key, question, old.get(key, ("", ""))[1], new.get(key, ("", ""))[1])
        for key, (question, _words) in (old | new).items()
        if old.get(key) != new.get(key)
    ]


def _told(document: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the key of each outcome, with its name and what it is, in words."""
    chosen: Language = language.current()
    yield "organisation", (_("Organisation"), localised(document["organisation"]["name"], chosen).text)
    if "classification" in document:
        found = document["classification"]
        yield "riskCategory", (_("Risk under the AI Act"), label(RiskCategory(found["riskCategory"]), chosen))
        if found["nationalCategory"]:
            yield "nationalCategory", (_("National category"), label(NationalCategory(found["nationalCategory"]), chosen))
    if "principles" in document:
        yield from ((tile.principle, (tile.question, tile.words)) for tile in tiles(document["principles"], chosen))


def _difference(key: str, question: str, before: str, after: str) -> Difference:
    kind = ChangeKind.CHANGED if before and after else ChangeKind.ADDED if after else ChangeKind.REMOVED
    return Difference(key, question, kind, label(kind, language.current()), _answer(key, question, before), _answer(key, question, after))


def _answer(key: str, question: str, words: str) -> Answer:
    return Answer(key, question, question, ((Part("", Piece(Form.TEXT, words)),),) if words else ())
