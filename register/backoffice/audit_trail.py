"""The audit trail for auditors: what was done, by which random id, and whether the chain holds. It names nobody."""

from flask import render_template, request, url_for

from register.backoffice import asking
from register.backoffice.door import blueprint
from register.domain.permissions import Permission, require
from register.queries import audit_events as asked
from register.web.context import reading
from register.web.logins import current_actor

PER_PAGE = 100
LONGEST_NUMBER = 40


@blueprint.get("/audit")
def audit_trail() -> str:
    """Show the newest events, of everything or of one thing; and verify the chain when asked to."""
    require(Permission.AUDIT_READ, current_actor(), None)
    number = "".join(asking.words("number").split())[:LONGEST_NUMBER]
    given = request.args.get("before", "")
    before = int(given) if asking.is_whole(given) else None
    events = asked.listed(reading(), number, before=before, limit=PER_PAGE)
    expected = asking.words("head").lower()
    return render_template(
        "backoffice/audit_trail.html",
        here="work",
        events=events,
        number=number,
        older=url_for("backoffice.audit_trail", number=number or None, before=events[-1].sequence) if len(events) == PER_PAGE else "",
        is_first=before is None,
        verdict=asked.verify(reading(), expected) if "verify" in request.args else None,
        head=expected,
    )
