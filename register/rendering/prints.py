"""The printed registration: one HTML page that a `PdfPrinter` makes a tagged PDF of.

The first sheet is complete in itself; nothing in it depends on when it is
printed, so the same version always gives the same page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

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


def registration(document: Mapping[str, Any], edition: Edition, language: Language, *, stylesheet: str) -> str:
    """Return the page for a public document. `stylesheet` is the name of the built pdf.css, beside its fonts."""
    kind, status = document.get("kind"), document.get("status")
    return (
        _environment(language)
        .get_template("registration.html")
        .render(
            language=language,
            stylesheet=stylesheet,
            document=document,
            edition=edition,
            name=formats.localised(document.get("name"), language),
            organisation=formats.localised(document.get("organisation", {}).get("name"), language),
            product=formats.localised(document.get("product", {}).get("name"), language),
            kind=label(Kind(kind), language) if kind else "",
            status=label(Status(status), language) if status else "",
            opening=answers.opening(document, language),
            verdict=brief.verdict(document, language),
            steps=brief.steps(language),
            watchers=brief.watchers(document, language),
            chapters=answers.chapters(document, language),
            only_in=answers.only_in(document, language),
            outcome=act_outcome.outcome(document["classification"], language) if "classification" in document else None,
            tiles=principles.tiles(document["principles"], language) if "principles" in document else (),
        )
    )


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    templates.install(environment, lambda: language)
    return environment
