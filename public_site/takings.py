"""A selection to take along: the registrations that a search finds, as JSON, as CSV and as a feed.

They take the same keys as the search page, the day included, and hold exactly
what that page lists. JSON and CSV are sent while they are read, so that the
whole register takes no more memory than a page of it.
"""

from collections.abc import Iterator
from typing import Any

import orjson
from flask import Response, stream_with_context
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from public_site import as_of, feeds
from public_site.addresses import page
from public_site.search import Asked, as_searched
from register.domain.calendar import day_of
from register.queries import registrations
from register.queries.registrations import Sort
from register.rendering import tables
from register.web import language
from register.web.context import now, reading, wiring
from register.web.language import _
from register.web.pages import lasting_url, public_state

SEARCH = ("/zoeken", "/search")


@page(*(path + ".json" for path in SEARCH), representation="json")
def search_json() -> ResponseReturnValue:
    """Give all that a search finds as JSON: the published documents, with what is said of each."""
    return _sent(_as_json(as_searched()), "application/json", "json")


@page(*(path + ".csv" for path in SEARCH), representation="csv")
def search_csv() -> ResponseReturnValue:
    """Give all that a search finds as CSV, a row each."""
    return _sent(_as_csv(as_searched()), "text/csv", "csv")


@page(*(path + ".atom" for path in SEARCH), representation="atom")
def search_feed() -> ResponseReturnValue:
    """Give what a search finds as a feed, the newest change first."""
    asked = as_searched(sort=Sort.NEWEST)
    start = (asked.page - 1) * feeds.PAGE_SIZE
    rows = registrations.listed(reading(), wiring().search, asked.selection, offset=start, limit=feeds.PAGE_SIZE + 1)
    name, words = _("Algorithms and AI"), asked.selection.words
    feed = feeds.Feed(
        address=asked.address("search_feed", page=asked.page),
        page=asked.address(),
        following=asked.address("search_feed", page=asked.page + 1) if len(rows) > feeds.PAGE_SIZE else "",
        title=f"{name}: {words}" if words else name,
        updated=rows[0].valid_from if rows else public_state().at,
    )
    return feeds.sent(feed, [feeds.of_registration(row) for row in rows[: feeds.PAGE_SIZE]])


def _as_json(asked: Asked) -> Iterator[bytes]:
    base, day = wiring().settings.base_url, as_of.day() or day_of(now())
    total = registrations.counted(reading(), wiring().search, asked.selection)
    yield b'{"asOf":%s,"sequence":%d,"total":%d,"registrations":[' % (orjson.dumps(day), public_state().sequence, total)
    for place, row in enumerate(registrations.all_of(reading(), wiring().search, asked.selection)):
        yield (b",\n" if place else b"\n") + orjson.dumps(_said(row, base) | {"document": orjson.Fragment(row.document)})
    yield b"\n]}\n"


def _as_csv(asked: Asked) -> Iterator[bytes]:
    base, columns = wiring().settings.base_url, tables.columns(language.current())
    rows = registrations.all_of(reading(), wiring().search, asked.selection)
    cells = (
        {name: _cell(value) for name, value in _said(row, base).items()} | {name: cell(document) for name, cell in columns.items()}
        for row in rows
        for document in (orjson.loads(row.document),)
    )
    names = [*_SAID, *columns]
    yield from (line.encode() for line in tables.lines(cells, names))


_SAID = (
    "number", "version", "address", "validFrom", "firstPublishedAt", "mirrored", "example", "fourEyes", "completeness", "reviewDue",
    "sha256",
)  # fmt: skip


def _said(row: Row[Any], base: str) -> dict[str, Any]:
    """Say what stands beside a document."""
    values = (
        row.number, row.version, base + lasting_url("public_site.registration", number=row.number), row.valid_from, row.first_published_at,
        row.is_mirrored, row.is_example, row.is_four_eyes, row.completeness, row.review_due or None, row.public_sha256,
    )  # fmt: skip
    return dict(zip(_SAID, values, strict=True))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return orjson.dumps(value).decode().strip('"')


def _sent(content: Iterator[bytes], mimetype: str, ending: str) -> Response:
    """Send what is still being read, under a name that says of which day and state it is."""
    day = as_of.day() or day_of(now())
    response = Response(stream_with_context(content), mimetype=mimetype)
    name = f"register-{day.isoformat()}-{public_state().sequence}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
