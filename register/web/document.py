"""One document as a page shows it: who and what, the opening block, the sections in the visitor's words.

The public registration page and the preview of a draft both take this and the
macros of `document.html`, so that a preview cannot differ from the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from register.domain.ai_act.codec import write
from register.domain.ai_act.documents import facts_of
from register.domain.standard.vocabularies import Kind, Status
from register.domain.standard.words import field_words
from register.labels import explanation, label
from register.rendering import answers, brief
from register.rendering.act_outcome import Duty, Outcome, outcome, told_in
from register.rendering.answers import Chapter, Opening
from register.rendering.brief import Watcher
from register.rendering.explanations import Explanation, explanation_of
from register.rendering.principles import Tile, tiles
from register.translations import Language
from register.translations.formats import Localised, localised
from register.web.act_answers import Told, pairs
from register.web.language import current
from register.web.links import with_query
from register.web.pages import page_url


@dataclass(frozen=True, slots=True)
class ProductLink:
    """The product that a document uses: its name, and its own page."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A document in words. `only_in` is the language that every text is in, when none is in the reader's."""

    document: Mapping[str, Any]
    name: Localised
    body: Localised
    product: ProductLink | None
    kind: str
    kind_meaning: str
    status: str
    opening: Opening
    verdict: str
    steps: list[tuple[str, str]]
    watchers: tuple[Watcher, ...]
    chapters: tuple[Chapter, ...]
    only_in: Language | None
    outcome: Outcome | None
    #: Empty where the body was not asked.
    tiles: tuple[Tile, ...]
    #: Where the facts behind the outcome are filled in, to calculate it oneself.
    try_it_href: str

    def told_in(self, duty: Duty) -> list[tuple[str, str]]:
        """Return the questions that say how a duty is met, with their anchors."""
        return [(f"#a-{key}", field_words(key, current()).show) for key in told_in(duty, self.document)]

    def explained(self, key: str) -> Explanation:
        """Return what explains a question. The owner of a mirrored registration was not asked it."""
        return explanation_of(key, current(), was_asked=not self.is_mirrored)

    @property
    def is_mirrored(self) -> bool:
        """Say whether it was taken over from another register, so that its owner was not asked."""
        return "provenance" in self.document


def shown(document: Mapping[str, Any], language: Language) -> Shown:
    """Put a document in words. It may be a working copy: what is not there yet is blank."""
    kind, status = document.get("kind"), document.get("status")
    return Shown(
        document=document,
        name=localised(document.get("name"), language),
        body=localised(document.get("organisation", {}).get("name"), language),
        product=_product(document, language),
        kind=label(Kind(kind), language) if kind in set(Kind) else "",
        kind_meaning=explanation(Kind(kind), language) if kind in set(Kind) else "",
        status=label(Status(status), language) if status in set(Status) else "",
        opening=answers.opening(document, language),
        verdict=brief.verdict(document, language),
        steps=brief.steps(language),
        watchers=brief.watchers(document, language),
        chapters=answers.chapters(document, language),
        only_in=answers.only_in(document, language),
        outcome=outcome(document["classification"], language) if "classification" in document else None,
        tiles=tiles(document["principles"], language) if "principles" in document else (),
        try_it_href=with_query(page_url("public_site.try_it_outcome"), pairs(told_by(document))) if "ai_act" in document else "",
    )


def _product(document: Mapping[str, Any], language: Language) -> ProductLink | None:
    product = document.get("product", {})
    if "name" not in product:
        return None
    return ProductLink(localised(product["name"], language).text, page_url("public_site.product", number=product["number"]))


def told_by(document: Mapping[str, Any]) -> Told:
    """Return what a document tells about the AI Act, with what its other fields say."""
    unsure = (document.get("ai_act") or {}).get("unsure", ())
    return Told(write(facts_of(document)), tuple(unsure))
