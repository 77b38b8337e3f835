"""The list of a body's registrations: by words in the title and by state, a page at a time."""

from flask import render_template, request, url_for

from register.backoffice import asking, workplace
from register.backoffice.door import blueprint
from register.domain.lifecycle import DraftState
from register.domain.permissions import Permission
from register.labels import label
from register.queries import entries as asked
from register.queries import work as asked_work
from register.queries.entries import Selection
from register.web import language
from register.web.context import now, reading
from register.web.language import _
from register.web.logins import current_actor

PER_PAGE = 25


@blueprint.get("/registrations")
def registrations() -> str:
    """Show the registrations of the body for which this person works."""
    own = workplace.body()
    words = asking.words()
    state = request.args.get("state", "")
    chosen = DraftState(state) if state in set(DraftState) else None
    selection = Selection(own.id if own else 0, chosen, words)
    total = asked.counted(reading(), current_actor(), selection) if own else 0
    page, last = asking.page(total, PER_PAGE)
    found = asked.listed(reading(), current_actor(), selection, offset=(page - 1) * PER_PAGE, limit=PER_PAGE) if own else []
    return render_template(
        "backoffice/registrations.html",
        here="registrations",
        body=own,
        bodies=workplace.bodies(),
        q=words,
        state=chosen,
        states=[(each.value, label(each, language.current())) for each in DraftState],
        entries=found,
        remarks=asked_work.open_remarks(reading(), found),
        total=total,
        page=page,
        last=last,
        address=lambda n: url_for("backoffice.registrations", q=words or None, state=chosen, page=n if n > 1 else None),
        words=lambda member: label(member, language.current()),
        now=now(),
        may_begin=own is not None and current_actor().may(Permission.ENTRY_CREATE, own.id),
        done=_("The draft was thrown away.") if request.args.get("done") == "discard" else "",
    )
