"""The register and the development identity provider as they run on one's own machine, on spare ports, with the demonstration in it.

The provider is a process and is called `localhost`, the register is `127.0.0.1`: two sites to a browser, as in real life.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

from register.app import create_app, wire
from register.demonstration import loading
from register.settings import Settings
from register.wiring import Wiring
from tests.chromium import violations
from tests.dev_idp.running import running, spare_port

#: What the pages of the work place show at least: a check that axe saw them at all.
RULES_AT_LEAST = 15


class Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Site:
    """A register that answers."""

    wiring: Wiring

    @property
    def address(self) -> str:
        return self.wiring.settings.base_url


@dataclass
class Walker:
    """Somebody with a browser, who looks with axe at every page that they come to."""

    site: Site
    context: BrowserContext
    page: Page
    found: dict[str, list[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def complain(self, kind: str, words: str) -> None:
        """Keep what the browser refused or could not do."""
        if kind in {"error", "warning"}:
            self.complaints.append(words)

    def open(self, path: str) -> Page:
        """Open an address."""
        self.page.goto(self.site.address + path)
        return self.page

    def go(self, path: str) -> Page:
        """Open an address and look at it."""
        self.open(path)
        return self.look()

    def press(self, name: str | re.Pattern[str], *, role: str = "button", exact: bool = False) -> Page:
        """Press a button, or follow a link, and look at where that leads."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=exact).first.click()  # type: ignore[arg-type]  # button or link
        return self.look()

    def look(self) -> Page:
        """Let axe look at the page as it is."""
        self.page.wait_for_load_state()
        self.page.evaluate("document.fonts.ready")
        wrong = violations(self.page, at_least=RULES_AT_LEAST)
        if wrong:
            self.found[self.page.url] = wrong
        return self.page

    def log_in(self, account: str, path: str = "/backoffice") -> Page:
        """Log in at the provider by choosing an account."""
        self.page.goto(self.site.address + path)
        with self.page.expect_navigation(url=lambda url: url.startswith(self.site.address)):
            self.page.locator(f"button[value='{account}']").click()
        return self.page


@contextmanager
def standing(database_url: str, folder: Path, **others: Any) -> Iterator[Site]:
    """Start both, with the demonstration loaded, and stop both afterwards. `others` are more settings."""
    port = spare_port()
    address = f"http://127.0.0.1:{port}"
    changes = {"REGISTER_BASE_URL": address, "REGISTER_PORT": str(port), "REGISTER_TOKEN_AUDIENCE": f"{address}/api/v1"}
    with running(folder, **changes) as provider:
        known = provider.settings
        settings = Settings(
            database_url=database_url,
            base_url=address,
            port=port,
            files_dir=str(folder / "files"),
            oidc_issuer=known.oidc_issuer,
            token_issuers=known.token_issuers,
            oidc_private_key=known.oidc_private_key,
            rate_limit_login="1000/minute",
            rate_limit_public="10000/minute",
            **others,
        )
        wiring = wire(settings)
        with wiring.database.transaction() as session:
            loading.load(session, search=wiring.search, issuer=settings.oidc_issuer, now=wiring.clock.now())
        try:
            with serving(create_app(wiring), port):
                yield Site(wiring)
        finally:
            wiring.database.close()


@contextmanager
def serving(app: WSGIApplication, port: int = 0) -> Iterator[str]:
    """Let a browser reach an application, and return its address. What is being answered at the end is answered first.

    A browser that leaves may have asked for something that nobody waits for. Who closes the database while it is read
    leaves a connection behind, which is a warning, and so the end of whichever test was busy.
    """
    answers = Answers(app)
    server = make_server("127.0.0.1", port, answers, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        answers.end()


class Answers:
    """An application that gives each answer whole, and can be waited for.

    A browser that leaves a page hangs up in the middle of a font; the server would then forget to close the file.
    """

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app
        self._busy = 0
        self._is_over = False
        self._changed = threading.Condition()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        with self._changed:
            if self._is_over:
                raise ConnectionAbortedError
            self._busy += 1
        try:
            with closing(ClosingIterator(self._app(environ, start_response))) as parts:
                return list(parts)
        finally:
            with self._changed:
                self._busy -= 1
                self._changed.notify_all()

    def end(self) -> None:
        """Wait for what is being answered, and answer nothing more."""
        with self._changed:
            self._is_over = True
            if not self._changed.wait_for(lambda: self._busy == 0, timeout=60):
                raise TimeoutError("an answer does not end")


@contextmanager
def walking(browser: Browser, site: Site, *, width: int = 1280, scripts: bool = True, scheme: str = "light") -> Iterator[Walker]:
    """Give somebody a browser of their own."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        java_script_enabled=scripts,
        locale="nl-NL",
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    yield Walker(site, context, page)
    context.close()
