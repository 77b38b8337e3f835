"""What stands beside a registration: others that use its product and how they answer, others that are like it, and how to cite it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from public_site import as_of, proofs
from register.domain.ai_act.outcome import RiskCategory
from register.domain.calendar import day_of
from register.domain.standard.vocabularies import AssessmentKind, DecisionRole, Status
from register.labels import label
from register.queries import deployments, similar
from register.rendering import act_outcome
from register.translations import formats
from register.translations.formats import localised
from register.web import language
from register.web.context import reading, wiring
from register.web.language import N_, _
from register.web.links import with_query
from register.web.pages import page_url

MOST_DEPLOYMENTS = 5
MOST_SIMILAR = 5
#: In words, what two registrations share.
SHARED = {
    "name": N_("words in the name"),
    "theme": N_("theme"),
    "technique": N_("technique"),
    "decisionRole": N_("role in decisions"),
    "kind": N_("kind"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer in words, and whether it differs from that of the registration on the page."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Deployed:
    """Another deployment: what a list shows of it, and its answers in the order of the table."""

    row: Row[Any]
    cells: tuple[Cell, ...]
    #: Where the two stand side by side.
    compared: str


def deployed(row: Row[Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the other deployments of the product, with the headings of the table; none where it uses no product."""
    found, total = deployments.others(reading(), wiring().search, row, document, as_of.day(), limit=MOST_DEPLOYMENTS)
    here = deployments.answers(document)
    return {
        "headings": [_("Role in decisions"), _("Risk under the AI Act"), _("Status"), _("Assessments done")],
        "here": [_in_words(name, here[name]) for name in deployments.COMPARED],
        "rows": [
            Deployed(
                each.row,
                tuple(Cell(_in_words(name, each.answers[name]), name in each.differing) for name in deployments.COMPARED),
                with_query(page_url("public_site.comparison"), [("number", row.number), ("number", each.row.number)]),
            )
            for each in found
        ],
        "total": total,
        "all": with_query(page_url("public_site.search"), [("product", row.product_number or "")]),
    }


def alike(row: Row[Any], document: Mapping[str, Any]) -> list[tuple[Row[Any], str]]:
    """Return registrations that are like this one, each with what they share in words; only of what holds now."""
    if as_of.day() is not None:
        return []
    found = similar.similar(reading(), wiring().search, row, document, limit=MOST_SIMILAR)
    return [(each.row, ", ".join(_(SHARED[name]) for name in each.shared)) for each in found]


def citation(row: Row[Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of the sentence by which somebody can refer to a version, in a letter or in a text."""
    chosen = language.current()
    return {
        "body": localised((document.get("organisation") or {}).get("name"), chosen),
        "name": localised(document.get("name"), chosen),
        "version": row.version,
        "date": formats.day(day_of(row.valid_from), chosen),
        "number": formats.number_in_threes(row.number),
        "address": proofs.short_address(row.number),
        "proof": row.public_sha256[:12],
    }


def _in_words(name: str, answer: Any) -> str:
    chosen = language.current()
    if not answer:
        return _("Not filled in")
    if name == "category":
        return act_outcome.badge(RiskCategory(answer), chosen).name
    if name == "assessments":
        return ", ".join(label(AssessmentKind(kind), chosen) for kind in answer)
    vocabulary = DecisionRole if name == "decision_role" else Status
    return label(vocabulary(answer), chosen)
