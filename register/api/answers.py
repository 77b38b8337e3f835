"""Making answers: JSON bytes, links to other addresses of the API, pages of a list, and chosen members."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, request

from register.web.context import wiring

ROOT = "/api/v1"


def json(content: Any, status: int = 200, *, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer in JSON; moments are in UTC, and documents that are JSON already go as they are."""
    return Response(orjson.dumps(content, option=orjson.OPT_UTC_Z), status, headers, content_type="application/json")


def raw(document: bytes) -> orjson.Fragment:
    """Put a stored document in an answer without reading it."""
    return orjson.Fragment(document)


def address(*path: str | int) -> str:
    """Return the full address of a thing in the API."""
    return wiring().settings.base_url + ROOT + "".join(f"/{part}" for part in path)


def listed(items: Iterable[Any], *, total: int, next_cursor: str | None, **members: Any) -> Response:
    """Return a page of a list, with links (RFC 8288) to the first page and the next."""
    links = {"first": _here(cursor=None)}
    if next_cursor is not None:
        links["next"] = _here(cursor=next_cursor)
    content = {"total": total, "items": list(items), "next": links.get("next"), **members}
    return json(content, headers={"Link": link_header(links)})


def link_header(links: Mapping[str, str]) -> str:
    """Write links as one header."""
    return ", ".join(f'<{target}>; rel="{relation}"' for relation, target in links.items())


def chosen(content: dict[str, Any], names: Collection[str] | None) -> dict[str, Any]:
    """Return only these members of an answer; all when nobody chose. `document.name` is a member inside `document`."""
    if names is None:
        return content
    picked: dict[str, Any] = {}
    for name, value in content.items():
        inner = {each.removeprefix(f"{name}.") for each in names if each.startswith(f"{name}.")}
        if name in names:
            picked[name] = value
        elif inner:
            picked[name] = {key: part for key, part in value.items() if key in inner}
    return picked


def _here(*, cursor: str | None) -> str:
    """Return the address of this request, at another place in the list."""
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    if cursor is not None:
        asked.append(("cursor", cursor))
    query = urlencode(asked)
    return wiring().settings.base_url + request.path + (f"?{query}" if query else "")
