"""What happened in the register, newest first: the change feed for people."""

from itertools import groupby
from re import fullmatch

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.parameters import NOT_A_CHOICE, NotUnderstood, Problem
from register.domain.calendar import day_of
from register.queries import changes as asked
from register.queries import registrations
from register.web.context import reading
from register.web.links import with_query
from register.web.pages import page_url

PAGE_SIZE = 50


@page("/wijzigingen", "/changes")
def changes() -> ResponseReturnValue:
    """List the changes by day. `before` is the sequence from which to go on to older ones."""
    text, day = request.args.get("before", ""), as_of.day()
    if text and not fullmatch("[1-9][0-9]{0,17}", text):
        raise NotUnderstood([Problem("before", text, NOT_A_CHOICE)])
    before = int(text) if text else None
    rows = asked.newest(reading(), limit=PAGE_SIZE + 1, before=before, as_of=day)
    shown = rows[:PAGE_SIZE]
    older = [("before", str(shown[-1].sequence)), ("asOf", day.isoformat() if day else "")] if len(rows) > PAGE_SIZE else []
    return render_template(
        "public_site/changes.html",
        days=[(date, list(group)) for date, group in groupby(shown, key=lambda row: day_of(row.at))],
        bodies=registrations.organisation_names(reading(), [row.organisation_number for row in shown if row.object_kind == "registration"]),
        older=with_query(page_url("public_site.changes"), older) if older else "",
        is_newest=before is None,
    )
