"""The small files that programs look for at fixed addresses."""

from datetime import timedelta

from flask import Response, make_response, redirect
from flask.typing import ResponseReturnValue
from markupsafe import escape

from public_site.addresses import blueprint, page
from register.domain.calendar import day_of
from register.web import language
from register.web.assets import asset
from register.web.context import now, wiring
from register.web.language import _
from register.web.pages import lasting_url

ROBOTS = """\
User-agent: *
Disallow: /backoffice
Disallow: /auth/
Disallow: /*?
Allow: /

Sitemap: {base}/sitemap.xml
"""
#: How a browser adds the search of the register to its own (OpenSearch 1.1). Names of at most 16 and 1,024 signs.
OPEN_SEARCH = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{short}</ShortName>
<Description>{description}</Description>
<Language>{language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">{sign}</Image>
<Url type="text/html" template="{search}?q={{searchTerms}}"/>
<Url type="application/atom+xml" template="{feed}?q={{searchTerms}}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="{own}"/>
</OpenSearchDescription>
"""
_VIEWS = {"search": "search", "feed": "search_feed", "own": "open_search"}
#: A security.txt has to say until when it holds (RFC 9116).
HOLDS_DAYS = 180


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep robots from pages that are endless or not public."""
    return _plain(ROBOTS.format(base=wiring().settings.base_url))


@page("/opensearch.xml", "/opensearch.xml", representation="opensearch", is_timeless=True)
def open_search() -> ResponseReturnValue:
    """Describe the search to browsers."""
    base = wiring().settings.base_url
    told = {
        "short": _("AI register"),
        "description": _("Public register of the algorithms and generative AI that public bodies use."),
        "language": language.current(),
        "sign": base + asset("sign.svg"),
        **{name: base + lasting_url(f"public_site.{view}") for name, view in _VIEWS.items()},
    }
    content = OPEN_SEARCH.format(**{name: escape(text) for name, text in told.items()})
    return Response(content, mimetype="application/opensearchdescription+xml")


@blueprint.get("/.well-known/security.txt")
def security() -> Response:
    """Say where to report a weakness."""
    settings = wiring().settings
    expires = day_of(now()) + timedelta(days=HOLDS_DAYS)
    lines = (
        f"Contact: mailto:{settings.contact_email}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.base_url}/.well-known/security.txt",
    )
    return _plain("\n".join(lines) + "\n")


@blueprint.get("/favicon.ico")
def favicon() -> ResponseReturnValue:
    """Send browsers that ask for the old name on to the sign."""
    return redirect(asset("sign.svg"), 301)


def _plain(text: str) -> Response:
    response = make_response(text)
    response.mimetype = "text/plain"
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
