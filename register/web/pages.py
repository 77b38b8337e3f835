"""What every page is given by its frame: languages, the state of the register, and addresses in the right language."""

from datetime import date
from typing import Any

from flask import current_app, g, request, url_for
from markupsafe import Markup

from register.domain.calendar import day_of
from register.queries import public_state as asked
from register.rendering import linked_data
from register.web import language
from register.web.context import now, reading, wiring


def page_url(endpoint: str, **values: Any) -> str:
    """Return the address of a public page in the language of this request, as of the day that is shown."""
    is_timeless = getattr(current_app.view_functions.get(endpoint), "is_timeless", False)
    return url_for(endpoint, **{"language": language.current(), "asOf": None if is_timeless else shown_day(), **values})


def lasting_url(endpoint: str, **values: Any) -> str:
    """Return the address at which a public page stands whatever day is shown: to be quoted, kept or read by programs."""
    return page_url(endpoint, **values, asOf=None)


def shown_day() -> str | None:
    """Return the day as of which the register is shown, or None when it is shown as it is now."""
    shown: date | None = g.get("as_of")
    return shown.isoformat() if shown else None


def frame() -> dict[str, Any]:
    """Return what `page.html` and `work.html` need; see README.md of this folder."""
    given: dict[str, Any] = {"language": language.current(), "other_language_url": _in_other_language(), "here": g.get("here", "")}
    if g.get("is_fault"):  # the page that tells of a fault must not need what may be at fault
        return given | {"public_sequence": None, "as_of_date": None, "demonstration": False}
    return given | {
        "public_sequence": public_state().sequence,
        "as_of_date": g.get("as_of") or day_of(now()),
        "demonstration": asked.has_examples(reading()),
    }


def linked_page(title: str) -> Markup:
    """Return what a page says of itself to programs. `title` is mark-up, as it stands in the head."""
    base = wiring().settings.base_url
    name = Markup(title).unescape().replace("\u00ad", "").strip()  # noqa: S704  # only taken apart, and escaped again
    site = f"{base}/{language.current()}"
    return linked_data.script(linked_data.page(name, address=base + request.path, site=site, language=language.current()))


def is_past(day: str) -> bool:
    """Say whether a day is past, on the day that the page shows."""
    return day < (shown_day() or day_of(now()).isoformat())


def public_state() -> asked.State:
    """Return the state of the public register in this request's snapshot. Ask for it before any data."""
    if "public_state" not in g:
        g.public_state = asked.state(reading())
    state: asked.State = g.public_state
    return state


def _in_other_language() -> str | None:
    """Return the address of this page in the other language, where its address holds a language."""
    arguments = request.view_args or {}
    if request.endpoint is None or "language" not in arguments:
        return None
    other = language.other(language.current())
    query = request.query_string.decode(errors="replace")
    return url_for(request.endpoint, **{**arguments, "language": other}) + (f"?{query}" if query else "")
