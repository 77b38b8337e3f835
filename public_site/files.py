"""The small files that programs look for at fixed addresses."""

from datetime import timedelta

from flask import Response, make_response, redirect
from flask.typing import ResponseReturnValue

from public_site.addresses import blueprint
from register.domain.calendar import day_of
from register.web.assets import asset
from register.web.context import now, wiring

ROBOTS = """\
User-agent: *
Disallow: /backoffice
Disallow: /auth/
Disallow: /*?
Allow: /
"""
#: A security.txt has to say until when it holds (RFC 9116).
HOLDS_DAYS = 180


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep robots from pages that are endless or not public."""
    return _plain(ROBOTS)


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
