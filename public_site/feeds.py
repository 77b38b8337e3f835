"""Atom feeds (RFC 4287), in pages (RFC 5005): of the registrations that a search finds, and of what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from flask import Response
from sqlalchemy import Row

from public_site import names
from register.labels import explanation, label
from register.translations.formats import Localised, localised
from register.web import language
from register.web.context import wiring
from register.web.language import _
from register.web.pages import lasting_url

MEDIA_TYPE = "application/atom+xml"
#: So many entries has a page of a feed.
PAGE_SIZE = 50
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; `following` is the address of the next page, "" on the last. Addresses are paths of this site."""

    address: str
    page: str
    following: str
    title: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `name` is its permanent name in this register, `page` and `document` are paths of this site; "" is none."""

    name: str
    title: Localised
    updated: datetime
    page: str
    published: datetime | None = None
    author: str = ""
    document: str = ""
    terms: Sequence[str] = ()
    summary: Localised | None = None


def sent(feed: Feed, entries: Sequence[Entry]) -> Response:
    """Answer with a feed."""
    return Response(written(feed, entries), mimetype=MEDIA_TYPE)


def written(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Write a feed."""
    base = wiring().settings.base_url
    ElementTree.register_namespace("", _ATOM)
    root = _element(None, "feed", {_XML + "lang": language.current()})
    _element(root, "title", text=feed.title)
    _element(root, "id", text=base + feed.address)
    _element(root, "updated", text=_moment(feed.updated))
    _link(root, "self", MEDIA_TYPE, base + feed.address)
    _link(root, "alternate", "text/html", base + feed.page)
    if feed.following:
        _link(root, "next", MEDIA_TYPE, base + feed.following)
    _element(_element(root, "author"), "name", text=_("Algorithms and AI"))
    for entry in entries:
        _write(root, entry, base)
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def of_registration(row: Row[Any]) -> Entry:
    """Return the entry of a registration as it stands in a list."""
    flags = [word for word, holds in (("mirrored", row.is_mirrored), ("example", row.is_example)) if holds]
    name = localised(row.card.get("name"), language.current())
    return Entry(
        name=f"registrations/{row.number}/versions/{row.version}",
        title=name if name.text else Localised(row.number, name.language),
        updated=row.valid_from,
        page=lasting_url("public_site.registration", number=row.number),
        published=row.first_published_at,
        author=names.of_body(row).text,
        document=lasting_url("public_site.version_json", number=row.number, version=row.version),
        terms=[*flags, *(word for word in (row.kind, row.status) if word), *(row.card.get("themes") or ())],
        summary=localised(row.card.get("summary") or row.card.get("excerpt"), language.current()),
    )


def of_change(row: Row[Any], title: Localised | None, bodies: names.Names, log: str) -> Entry:
    """Return the entry of a line of the change log. `bodies` are names by number; `log` is the page of a line that names nothing."""
    chosen = language.current()
    what = label(row.kind, chosen)
    author = str(title if row.object_kind == "organisation" else bodies.get(row.organisation_number, ""))
    facts = [_("Version %(n)s", n=row.version) if row.version else "", author, explanation(row.kind, chosen)]
    return Entry(
        name=f"changes/{row.sequence}",
        title=Localised(f"{what}: {title or row.number}" if row.number else what, chosen),
        updated=row.at,
        page=lasting_url(f"public_site.{row.object_kind}", number=row.number) if row.number else log,
        author=author,
        terms=(row.kind.value,),
        summary=Localised(" · ".join(fact for fact in facts if fact), chosen),
    )


def _write(root: ElementTree.Element, entry: Entry, base: str) -> None:
    made = _element(root, "entry")
    _element(made, "id", text=f"tag:{urlsplit(base).hostname},2026:{entry.name}")
    _element(made, "title", {_XML + "lang": entry.title.language}, text=entry.title.text)
    _element(made, "updated", text=_moment(entry.updated))
    if entry.published:
        _element(made, "published", text=_moment(entry.published))
    if entry.author:
        _element(_element(made, "author"), "name", text=entry.author)
    _link(made, "alternate", "text/html", base + entry.page)
    if entry.document:
        _link(made, "enclosure", "application/json", base + entry.document)
    for term in entry.terms:
        _element(made, "category", {"term": term})
    if entry.summary and entry.summary.text:
        _element(made, "summary", {_XML + "lang": entry.summary.language}, text=entry.summary.text)


def _link(parent: ElementTree.Element, relation: str, media_type: str, href: str) -> None:
    _element(parent, "link", {"rel": relation, "type": media_type, "href": href})


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
