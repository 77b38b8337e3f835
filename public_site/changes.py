"""What happened in the register, newest first: the change log for people, to be narrowed down by kind, body and month."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from re import fullmatch
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from public_site import as_of, feeds, names
from public_site.addresses import page
from register.domain.calendar import day_of
from register.domain.public_records import PublicChangeKind
from register.labels import label
from register.queries import changes as asked
from register.queries import public_organisations, public_products
from register.queries.changes import Asked
from register.translations.formats import Localised, localised, month
from register.web import language
from register.web.context import now, reading
from register.web.language import _
from register.web.links import Pairs, with_query
from register.web.pages import lasting_url, public_state
from register.web.parameters import NOT_A_CHOICE, NotUnderstood, Problem, Reader

PAGE_SIZE = 50
API = "/api/v1/changes"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks: which changes, older than which, and the pairs of its one address."""

    asked: Asked
    before: int | None
    month: str
    pairs: Pairs

    def address(self, *more: tuple[str, str], without: tuple[str, str] = ("", ""), view: str = "changes") -> str:
        """Return the address of these changes, less one filter, as a page or as a feed."""
        rest = [pair for pair in self.pairs if pair != without]
        return with_query(lasting_url(f"public_site.{view}"), [*rest, *more])


@page("/wijzigingen", "/changes")
def changes() -> ResponseReturnValue:
    """List the changes by day. `before` is the sequence from which to go on to older ones."""
    session, wanted = reading(), _read()
    shown, following = _found(wanted, PAGE_SIZE)
    return render_template(
        "public_site/changes.html",
        days=[(each, list(group)) for each, group in groupby(shown, key=lambda row: day_of(row.at))],
        bodies=_bodies(shown),
        titles=names.of_changes(shown),
        older=wanted.address(*following) if following else "",
        newest=wanted.address(),
        is_newest=wanted.before is None,
        asked=wanted.asked,
        pairs=wanted.pairs,
        month=wanted.month,
        kinds=[(kind.value, label(kind, language.current())) for kind in PublicChangeKind],
        months=_months(asked.first_day(session), as_of.day() or day_of(now())),
        chips=list(_chips(wanted)),
        api=with_query(API, _as_api(wanted.asked)),
        feed=wanted.address(view="changes_feed"),
    )


@page("/wijzigingen.atom", "/changes.atom", representation="atom")
def changes_feed() -> ResponseReturnValue:
    """Give the same changes as a feed."""
    wanted = _read()
    shown, following = _found(wanted, feeds.PAGE_SIZE)
    here = [("before", str(wanted.before))] if wanted.before else []
    feed = feeds.Feed(
        address=wanted.address(*here, view="changes_feed"),
        page=wanted.address(),
        following=wanted.address(*following, view="changes_feed") if following else "",
        title=": ".join([_("What changed in the register"), *(str(text) for text, _href in _chips(wanted))]),
        updated=shown[0].at if shown else public_state().at,
    )
    bodies, titles, log = _bodies(shown), names.of_changes(shown), wanted.address()
    return feeds.sent(feed, [feeds.of_change(row, titles.get(row.sequence), bodies, log) for row in shown])


def _found(wanted: Wanted, size: int) -> tuple[Sequence[Row[Any]], Pairs]:
    """Return a page of the changes, and what the address of the next one adds; nothing after the last."""
    rows = asked.newest(reading(), asked=wanted.asked, limit=size + 1, before=wanted.before, as_of=as_of.day())
    shown = rows[:size]
    return shown, (("before", str(shown[-1].sequence)),) if len(rows) > size else ()


def _bodies(rows: Sequence[Row[Any]]) -> names.Names:
    """Return the names of the bodies whose registrations changed."""
    return names.of_bodies([row.organisation_number for row in rows if row.object_kind == "registration"])


def _read() -> Wanted:
    given = Reader(request.args)
    kinds, organisation, number = given.words("kind", PublicChangeKind), given.number("organisation"), given.number("number")
    given.finish()
    before, of_month = request.args.get("before", ""), request.args.get("month", "")
    problems = [
        Problem(name, text, NOT_A_CHOICE)
        for name, text, pattern in (("before", before, "[1-9][0-9]{0,17}"), ("month", of_month, "20[0-9]{2}-(0[1-9]|1[0-2])"))
        if text and not fullmatch(pattern, text)
    ]
    if problems:
        raise NotUnderstood(problems)
    first, last = _days_of(of_month) if of_month else (None, None)
    pairs = (
        *(("kind", kind) for kind in kinds),
        ("organisation", organisation),
        ("number", number),
        ("month", of_month),
        *as_of.pairs(),
    )
    wanted = Asked(kinds=kinds, organisation=organisation, number=number, first=first, last=last)
    return Wanted(wanted, int(before) if before else None, of_month, tuple(pair for pair in pairs if pair[1]))


def _days_of(of_month: str) -> tuple[date, date]:
    year, number = (int(part) for part in of_month.split("-"))
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def _months(first: date | None, last: date) -> list[str]:
    """Return the months in which something may have happened, the newest first."""
    if first is None:
        return []
    whole = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{each // 12}-{each % 12 + 1:02}" for each in reversed(whole)]


def _chips(wanted: Wanted) -> Iterator[tuple[Localised | str, str]]:
    """Yield each filter that is on, in words, and the address without it."""
    chosen = language.current()
    for kind in wanted.asked.kinds:
        yield label(PublicChangeKind(kind), chosen), wanted.address(without=("kind", kind))
    if wanted.asked.organisation:
        body = public_organisations.by_number(reading(), wanted.asked.organisation, as_of.day())
        name = localised(body["names"], chosen) if body else wanted.asked.organisation
        yield name, wanted.address(without=("organisation", wanted.asked.organisation))
    if wanted.asked.number:
        row = public_products.by_number(reading(), wanted.asked.number, as_of.day())
        text = localised(row.document["name"], chosen) if row else wanted.asked.number
        yield text, wanted.address(without=("number", wanted.asked.number))
    if wanted.month:
        yield month(wanted.month, chosen), wanted.address(without=("month", wanted.month))


def _as_api(wanted: Asked) -> list[tuple[str, str]]:
    """Return the same question as the API asks it."""
    ends = [day for day in (wanted.last, as_of.day()) if day]
    days = (("from", wanted.first), ("until", min(ends, default=None)))
    return [
        *(("kind", kind) for kind in wanted.kinds),
        ("organisation", wanted.organisation),
        ("number", wanted.number),
        *((name, each.isoformat() if each else "") for name, each in days),
    ]
