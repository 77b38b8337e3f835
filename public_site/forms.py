"""What the templates of this door say in forms of their own: marked words, words of vocabularies, and what is late."""

from collections.abc import Mapping
from enum import StrEnum

from flask import current_app, request

from public_site import as_of
from public_site.addresses import blueprint
from public_site.marks import marked
from public_site.registrations import overdue_months
from register.domain.ai_act.outcome import RiskCategory
from register.domain.public_records import PublicChangeKind
from register.labels import label
from register.rendering import act_outcome
from register.rendering.act_outcome import Badge
from register.web import language
from register.web.selections import VOCABULARIES

NAMED: Mapping[str, type[StrEnum]] = {**VOCABULARIES, "change": PublicChangeKind}


@blueprint.app_template_filter()
def word(value: str, vocabulary: str) -> str:
    """Name a word of a vocabulary; one that this release does not know goes by itself."""
    members = NAMED[vocabulary]
    return label(members(value), language.current()) if value in set(members) else value


@blueprint.app_template_filter()
def risk_badge(value: str) -> Badge:
    """Return the badge of a category of the AI Act."""
    return act_outcome.badge(RiskCategory(value), language.current())


@blueprint.app_template_filter()
def is_late(review_due: str) -> bool:
    """Say whether the day of a review is past."""
    return overdue_months(review_due) is not None


@blueprint.app_template_filter()
def months_late(review_due: str) -> int:
    """Return how many whole months a review is late."""
    return overdue_months(review_due) or 0


blueprint.add_app_template_filter(marked)


@blueprint.context_processor
def day() -> dict[str, object]:
    """Give every page the day that it shows, None is now; and, where it has days, what stays when another is chosen."""
    has_days = request.endpoint is not None and not getattr(current_app.view_functions[request.endpoint], "is_timeless", True)
    return {"as_of_day": as_of.day(), "kept_pairs": as_of.kept(request) if has_days else None}
