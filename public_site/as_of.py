"""The day that a page is asked for: `asOf=YYYY-MM-DD`, today when nothing is said.

The form sends day, month and year apart, because dates are three plain fields
here; that becomes the one address of that day.
"""

from datetime import date
from re import fullmatch
from urllib.parse import urlencode

from flask import Request, g, redirect
from werkzeug.wrappers import Response

from register.domain.calendar import day_of
from register.web.context import now
from register.web.language import N_
from register.web.parameters import NotUnderstood, Problem

NAME = "asOf"
#: Where in a list somebody is, or between which versions: another day has others.
PLACES = ("page", "before", "from", "to")
PARTS = ("asOf-day", "asOf-month", "asOf-year")

NOT_A_DAY = N_("This is not a date. Give day, month and year, for example 31 3 2026.")
IN_THE_FUTURE = N_("This day is still to come. Choose today or an earlier day.")
TOO_EARLY = N_("Choose a day from the year 2000 on.")
EARLIEST = date(2000, 1, 1)


def day() -> date | None:
    """Return the day that is asked for; None is now, which today is too."""
    asked: date | None = g.get("as_of")
    return asked


def pairs() -> list[tuple[str, str]]:
    """Return the day as a part of an address that keeps it; nothing to keep when it is now."""
    asked = day()
    return [(NAME, asked.isoformat())] if asked else []


def take(request: Request) -> Response | None:
    """Read the day of a request; return where to go instead when it came in three parts. Raises `NotUnderstood`."""
    if any(part in request.args for part in PARTS):
        return _to_one_address(request)
    given = request.args.get(NAME, "").strip()
    if given:
        asked = _checked(given, given)
        g.as_of = asked if asked < day_of(now()) else None
    return None


def _to_one_address(request: Request) -> Response:
    day, month, year = (request.args.get(part, "").strip() for part in PARTS)
    rest = [(name, value) for name, value in request.args.items(multi=True) if name not in (*PARTS, NAME)]
    if day or month or year:
        shown = f"{day} {month} {year}".strip()
        padded = f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"
        rest.append((NAME, _checked(padded, shown).isoformat()))
    return redirect(request.path + (f"?{urlencode(rest)}" if rest else ""), 303)


def kept(request: Request) -> list[tuple[str, str]]:
    """Return what an address asks besides the day: what stays when another day is chosen. Where one was in a list does not."""
    return [pair for pair in request.args.items(multi=True) if pair[0] not in {*PARTS, NAME, *PLACES}]


def typed(request: Request) -> dict[str, str]:
    """Return day, month and year as they were typed, to be shown again."""
    given = {part.removeprefix("asOf-"): request.args.get(part, "")[:4] for part in PARTS}
    found = fullmatch("([0-9]{1,4})-([0-9]{1,2})-([0-9]{1,2})", request.args.get(NAME, "").strip())
    return given if any(given.values()) or found is None else dict(zip(("year", "month", "day"), found.groups(), strict=True))


def _checked(text: str, shown: str) -> date:
    try:
        asked = date.fromisoformat(text) if fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        asked = None
    if asked is None:
        raise NotUnderstood([Problem(NAME, shown, NOT_A_DAY)])
    if asked > day_of(now()):
        raise NotUnderstood([Problem(NAME, shown, IN_THE_FUTURE)])
    if asked < EARLIEST:
        raise NotUnderstood([Problem(NAME, shown, TOO_EARLY)])
    return asked
