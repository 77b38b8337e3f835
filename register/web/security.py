"""What every answer carries: a request id, security headers, and a log line without personal data."""

import logging
import secrets
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from register.settings import Settings

log = logging.getLogger("register.access")

#: No inline styles or scripts, nothing from elsewhere. Browsers hold redirects after a form to `form-action` too, so
#: logging out at the identity provider needs its origin there.
CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' {provider}"
)


def install(app: Flask, settings: Settings) -> None:
    """Give the app its limits, headers and log."""
    app.config["MAX_CONTENT_LENGTH"] = settings.max_request_kilobytes * 1024
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_request_kilobytes * 1024
    app.config["MAX_FORM_PARTS"] = 5000
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]  # as Flask's documentation does it
    app.before_request(_begin)
    app.after_request(_secure(settings))


def _begin() -> None:
    g.request_id = secrets.token_hex(6)
    g.began = time.perf_counter()


def _secure(settings: Settings) -> Callable[[Response], Response]:
    provider = urlsplit(settings.oidc_issuer)
    policy = CSP.format(provider=f"{provider.scheme}://{provider.netloc}")

    def secure(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        headers.setdefault("X-Request-Id", g.get("request_id", ""))
        if settings.is_https:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        milliseconds = (time.perf_counter() - g.get("began", time.perf_counter())) * 1000
        log.info(
            "%s %s %s %.1f ms %s", request.method, request.url_rule or "-", response.status_code, milliseconds, g.get("request_id", "-")
        )
        return response

    return secure
