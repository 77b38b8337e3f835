"""The map for search engines: an index and its parts (sitemaps.org 0.9), each page in both languages."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from flask import Response, url_for
from flask.typing import ResponseReturnValue

from public_site.addresses import blueprint
from public_site.themes import slug
from register.domain.standard.vocabularies import Theme
from register.errors import NotFound
from register.queries import indexable
from register.web.caching import cacheable
from register.web.context import reading, wiring
from register.web.language import LANGUAGES

#: A part holds at most 50,000 addresses; each page has one a language.
PAGES_A_PART = 50_000 // len(LANGUAGES)
#: Pages that are always there, by the name of their view.
ALWAYS = (
    "home", "search", "organisations", "products", "statistics", "themes", "changes", "try_it", "about", "accessibility", "privacy",
    "api_docs", "glossary_page",
)  # fmt: skip

_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
#: What is asked of an address, and when it last changed; "" when nobody knows.
_Page = tuple[str, dict[str, Any], str]


@blueprint.get("/sitemap.xml")
@cacheable("xml")
def sitemap() -> ResponseReturnValue:
    """Say where the parts are."""
    ElementTree.register_namespace("", _MAP)
    root = ElementTree.Element(f"{{{_MAP}}}sitemapindex")
    for part in range(1, _parts() + 1):
        _add(_added(root, "sitemap"), "loc", wiring().settings.base_url + url_for("public_site.sitemap_part", part=part))
    return _written(root)


@blueprint.get("/sitemap-<int(min=1, max=100000):part>.xml")
@cacheable("xml")
def sitemap_part(part: int) -> ResponseReturnValue:
    """List the addresses of one part: the pages that are always there come first."""
    if part > _parts():
        raise NotFound
    ElementTree.register_namespace("", _MAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_MAP}}}urlset")
    for page in _pages(part):
        _add_page(root, page)
    return _written(root)


def _parts() -> int:
    return 1 + -(-indexable.counted(reading()) // PAGES_A_PART)


def _pages(part: int) -> Iterator[_Page]:
    if part == 1:
        yield from ((f"public_site.{name}", {}, "") for name in ALWAYS)
        yield from (("public_site.theme", {"name": slug(theme)}, "") for theme in Theme)
        return
    found = indexable.some(reading(), offset=(part - 2) * PAGES_A_PART, limit=PAGES_A_PART)
    yield from ((f"public_site.{kind}", {"number": number}, at.date().isoformat()) for kind, number, at in found)


def _add_page(root: ElementTree.Element, page: _Page) -> None:
    """Add a page once for each language, and name the others beside it."""
    view, values, changed = page
    base = wiring().settings.base_url
    addresses = {language: base + url_for(view, language=language, **values) for language in LANGUAGES}
    for address in addresses.values():
        entry = _added(root, "url")
        _add(entry, "loc", address)
        if changed:
            _add(entry, "lastmod", changed)
        for language, other in addresses.items():
            ElementTree.SubElement(entry, f"{{{_XHTML}}}link", {"rel": "alternate", "hreflang": language, "href": other})


def _added(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_MAP}}}{name}")


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    _added(parent, name).text = text


def _written(root: ElementTree.Element) -> Response:
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(content, mimetype="application/xml")
