"""The printed registration: one HTML page that a `PdfPrinter` makes a tagged PDF of.

The first sheet is complete in itself; nothing in it depends on when it is
printed, so the same version always gives the same page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from register.domain.standard.vocabularies import Kind, Status
from register.labels import label
from register.rendering import act_outcome, answers, brief, principles
from register.translations import Language, formats, templates

FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a print says about its version beside the document: when it was published, its proof, and where to find it."""

    published_at: datetime
    sha256: str
    #: The short address, without https://: what somebody types who holds the paper.
    address: str
    is_example: bool
    is_four_eyes: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first sheet of a selection says: what was chosen, in words, and where it can be found again."""

    title: str
    lead: str
    #: The short line in the foot of every sheet: of when this is.
    stamp: str
    #: Where the selection is, without https://.
    address: str
    facts: Sequence[tuple[str, str]]
    #: Who may read it, where not everyone may.
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One registration of a selection. `document` is None when its content is not there (any more), and `remark` says why."""

    number: str
    version: int
    name: str
    organisation: str
    edition: Edition
    document: Mapping[str, Any] | None
    remark: str = ""


def registration(document: Mapping[str, Any], edition: Edition, language: Language, *, stylesheet: str) -> str:
    """Return the page for a public document. `stylesheet` is the name of the built pdf.css, beside its fonts."""
    context = _context(document, edition, language)
    return _environment(language).get_template("registration.html").render(**context, stylesheet=stylesheet, body=_body(context, language))


def selection(cover: Cover, items: Sequence[Item], language: Language, *, stylesheet: str) -> str:
    """Return the pages for several registrations, in the order in which they come."""
    told = [
        {
            "number": item.number,
            "version": item.version,
            "name": item.name,
            "organisation": item.organisation,
            "published_at": item.edition.published_at,
            "sha256": item.edition.sha256,
            "remark": item.remark,
            "body": "" if item.document is None else _body(_context(item.document, item.edition, language), language),
        }
        for item in items
    ]
    return _environment(language).get_template("selection.html").render(language=language, cover=cover, items=told, stylesheet=stylesheet)


def _body(context: Mapping[str, Any], language: Language) -> Markup:
    return Markup(_environment(language).get_template("registration_body.html").render(**context))  # noqa: S704  # rendered with escaping


def _context(document: Mapping[str, Any], edition: Edition, language: Language) -> dict[str, Any]:
    kind, status = document.get("kind"), document.get("status")
    return {
        "language": language,
        "document": document,
        "edition": edition,
        "name": formats.localised(document.get("name"), language),
        "organisation": formats.localised(document.get("organisation", {}).get("name"), language),
        "product": formats.localised(document.get("product", {}).get("name"), language),
        "kind": label(Kind(kind), language) if kind else "",
        "status": label(Status(status), language) if status else "",
        "opening": answers.opening(document, language),
        "verdict": brief.verdict(document, language),
        "steps": brief.steps(language),
        "watchers": brief.watchers(document, language),
        "chapters": answers.chapters(document, language),
        "only_in": answers.only_in(document, language),
        "outcome": act_outcome.outcome(document["classification"], language) if "classification" in document else None,
        "tiles": principles.tiles(document["principles"], language) if "principles" in document else (),
    }


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    templates.install(environment, lambda: language)
    return environment
