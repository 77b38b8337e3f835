"""The provider as a web application; refuses to exist in production and to answer anyone who is not on this machine."""

import logging
import secrets
import time
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import Forbidden

from register.adapters.keys import private_key_or_new
from register.dev_idp import clients, discovery, login, logout, token_endpoint
from register.dev_idp.memory import Memory
from register.dev_idp.provider import EXTENSION, Provider, Refused, provider
from register.settings import LOOPBACK, Settings, WrongSettings
from register.web import language

#: Cookies do not tell ports apart, so each program on this machine needs a name of its own.
COOKIE = "register_dev_idp"
DELIVERY_TIMEOUT = 3
MAX_REQUEST_BYTES = 64 * 1024

log = logging.getLogger(__name__)


def create_app(
    settings: Settings,
    *,
    now: Callable[[], int] = lambda: int(time.time()),
    deliver: Callable[[str, str], None] | None = None,
) -> Flask:
    """Make the application.

    Raises `WrongSettings` in production: it lets anyone in as anyone.
    """
    if settings.is_production:
        raise WrongSettings("The development identity provider lets anyone in as anyone; it does not start in production.")
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MAX_REQUEST_BYTES,
    )
    app.extensions[EXTENSION] = _provider(settings, now, deliver or _deliver)
    language.install(app.jinja_env)
    app.before_request(_only_this_machine)
    app.after_request(_guarded)
    app.register_error_handler(Refused, _refusal)
    for module in (discovery, login, logout, token_endpoint):
        app.register_blueprint(module.blueprint)
    return app


def issuer(settings: Settings) -> str:
    """Return the address of the provider: another site than the register's 127.0.0.1, as it will be in real life."""
    return f"http://localhost:{settings.dev_idp_port}"


def _provider(settings: Settings, now: Callable[[], int], deliver: Callable[[str, str], None]) -> Provider:
    return Provider(
        issuer=issuer(settings),
        audience=settings.token_audience,
        register_url=settings.base_url,
        key=private_key_or_new(clients.key_folder(settings) / "dev-idp.pem"),
        clients=clients.registered(settings),
        memory=Memory(now),
        now=now,
        deliver=deliver,
    )


def _only_this_machine() -> None:
    """Refuse other machines, and names that a stranger's site could point at this machine (DNS rebinding)."""
    if not ip_address(request.remote_addr or "0.0.0.0").is_loopback or urlsplit(request.host_url).hostname not in LOOPBACK:  # noqa: S104
        raise Forbidden("The development identity provider answers this machine only.")


def _guarded(response: Response) -> Response:
    """Let pages load nothing but their style sheet, and send forms nowhere but to the provider and back to a client."""
    addresses = [urlsplit(address) for client in provider().clients.values() for address in client.redirect_uris]
    back = sorted({f"{address.scheme}://{address.netloc}" for address in addresses})
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; form-action 'self' {' '.join(back)}; base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _refusal(problem: Refused) -> Response:
    response = jsonify(error=problem.error, error_description=problem.description)
    response.status_code = problem.status
    return response


def _deliver(address: str, token: str) -> None:
    """Send a logout token; a register that is not running has nobody to log out."""
    with requests.Session() as http:
        http.trust_env = False
        try:
            answer = http.post(address, data={"logout_token": token}, timeout=DELIVERY_TIMEOUT, allow_redirects=False)
        except requests.RequestException as problem:
            log.warning("the logout token did not reach %s: %s", address, type(problem).__name__)
            return
    if not answer.ok:
        log.warning("the logout token was refused by %s with status %s", address, answer.status_code)
