"""The pages that explain: about, accessibility, privacy, and the API."""

from datetime import date
from enum import StrEnum

from flask import render_template
from flask.typing import ResponseReturnValue

from public_site.addresses import page
from register.domain.ai_act.outcome import RiskCategory
from register.domain.principles.outcome import PrincipleOutcome
from register.domain.standard.vocabularies import DecisionRole, Kind, Status
from register.labels import explanation, label
from register.rendering.answers import Word
from register.web import language
from register.web.context import wiring


@page("/over", "/about", here="about", is_timeless=True)
def about() -> ResponseReturnValue:
    """Say what is in the register, who fills it, and what the words mean."""
    return _text(
        "about",
        roles=_terms(DecisionRole),
        kinds=_terms(Kind),
        statuses=_terms(Status),
        categories=_terms(RiskCategory),
        outcomes=_terms(PrincipleOutcome),
    )


@page("/toegankelijkheid", "/accessibility", is_timeless=True)
def accessibility() -> ResponseReturnValue:
    """Say how accessible the site is, and what to do when something does not work: the model of Decision (EU) 2018/1523."""
    settings = wiring().settings
    made, reviewed = (date.fromisoformat(day) for day in (settings.accessibility_made, settings.accessibility_reviewed))
    return _text("accessibility", made=made, reviewed=reviewed)


@page("/privacy", "/privacy", is_timeless=True)
def privacy() -> ResponseReturnValue:
    """Say who keeps what of visitors and of those who work here, and on which ground: articles 13 and 14 of the GDPR."""
    settings = wiring().settings
    return _text("privacy", officer=settings.privacy_officer or settings.contact_email)


@page("/api", "/api", is_timeless=True)
def api_docs() -> ResponseReturnValue:
    """Say how programs read the register."""
    return _text("api_docs")


def _text(name: str, **told: object) -> str:
    """Show a page that explains. `publisher` is the body that runs this register, by name; "" when it was not filled in."""
    settings = wiring().settings
    return render_template(
        f"public_site/{name}.html",
        contact=settings.contact_email,
        base_url=settings.base_url,
        publisher=settings.publisher_name,
        **told,
    )


def _terms(vocabulary: type[StrEnum]) -> list[Word]:
    """Return the words of a vocabulary with what they mean."""
    chosen = language.current()
    return [Word(label(member, chosen), explanation(member, chosen)) for member in vocabulary]
