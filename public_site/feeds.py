"""A list of registrations as an Atom feed (RFC 4287), in pages (RFC 5005)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from sqlalchemy import Row

from register.translations.formats import localised
from register.web import language
from register.web.context import wiring
from register.web.language import _
from register.web.pages import page_url

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself. `title` are the words that were searched for; `following` is the next page, "" on the last."""

    address: str
    page: str
    following: str
    title: str
    updated: datetime


def written(feed: Feed, rows: Sequence[Row[Any]]) -> bytes:
    """Write a feed."""
    ElementTree.register_namespace("", _ATOM)
    root = _element(None, "feed", {_XML + "lang": language.current()})
    name = _("Algorithms and AI")
    _element(root, "title", text=f"{name}: {feed.title}" if feed.title else name)
    _element(root, "id", text=feed.address)
    _element(root, "updated", text=_moment(feed.updated))
    _element(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.address})
    _element(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    if feed.following:
        _element(root, "link", {"rel": "next", "type": "application/atom+xml", "href": feed.following})
    for row in rows:
        _entry(root, row)
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _entry(root: ElementTree.Element, row: Row[Any]) -> None:
    base = wiring().settings.base_url
    entry = _element(root, "entry")
    name = localised(row.card.get("name"), language.current())
    summary = localised(row.card.get("summary") or row.card.get("excerpt"), language.current())
    _element(entry, "id", text=f"tag:{urlsplit(base).hostname},2026:registrations/{row.number}/versions/{row.version}")
    _element(entry, "title", {_XML + "lang": name.language}, text=name.text or row.number)
    _element(entry, "updated", text=_moment(row.valid_from))
    _element(entry, "published", text=_moment(row.first_published_at))
    _element(_element(entry, "author"), "name", text=row.organisation_name)
    _element(
        entry, "link", {"rel": "alternate", "type": "text/html", "href": base + page_url("public_site.registration", number=row.number)}
    )
    document = base + page_url("public_site.version_json", number=row.number, version=row.version)
    _element(entry, "link", {"rel": "enclosure", "type": "application/json", "href": document})
    for term in _terms(row):
        _element(entry, "category", {"term": term})
    if summary.text:
        _element(entry, "summary", {_XML + "lang": summary.language}, text=summary.text)


def _terms(row: Row[Any]) -> list[str]:
    flags = [word for word, holds in (("mirrored", row.is_mirrored), ("example", row.is_example)) if holds]
    return [*flags, *(word for word in (row.kind, row.status) if word), *(row.card.get("themes") or ())]


def _element(
    parent: ElementTree.Element | None, name: str, attributes: dict[str, str] | None = None, text: str = ""
) -> ElementTree.Element:
    made = ElementTree.Element(f"{{{_ATOM}}}{name}", attributes or {})
    made.text = text or None
    if parent is not None:
        parent.append(made)
    return made


def _moment(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
