"""The composition root: builds everything, wires it, and registers the doors. Knows all other modules."""

import logging
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from flask import Flask

import public_site
from register import api, backoffice, cli
from register.adapters.files import FolderStore
from register.adapters.mail import FolderMailer, NoMailer, SmtpMailer
from register.adapters.oidc import OpenIdProvider
from register.adapters.pdf import WeasyPrinter
from register.adapters.search_postgres import PostgresSearch
from register.adapters.search_sqlite import SqliteSearch
from register.adapters.tokens import BearerTokens
from register.db import Database
from register.jobs.commands import jobs
from register.ports import Clock, Mailer
from register.settings import Settings, WrongSettings, read
from register.web import compressing, context, errors, language, login, logins, pages, rate_limits, security
from register.web.assets import FOLDER, asset
from register.web.own_address import own_url
from register.wiring import SystemClock, Wiring


def wire(settings: Settings) -> Wiring:
    """Build the adapters that these settings ask for."""
    database = Database(settings.database_url, settings.replica_url)
    clock = SystemClock()
    return Wiring(
        settings=settings,
        database=database,
        search=SqliteSearch() if database.is_sqlite else PostgresSearch(),
        identity_provider=OpenIdProvider(settings, clock=clock),
        tokens=BearerTokens(settings, clock=clock),
        pdf=WeasyPrinter(FOLDER),
        files=FolderStore(settings.files_dir),
        mailer=_mailer(settings, clock),
        clock=clock,
        secret=_secret(settings),
    )


def create_app(wiring: Wiring | None = None) -> Flask:
    """Make the web application: public site, API and back office."""
    wiring = wiring or wire(read(os.environ))
    app = Flask(
        "register",
        static_folder=str(Path(__file__).parent / "web" / "static"),
        template_folder=str(Path(__file__).parent / "web" / "templates"),
    )
    app.extensions[context.EXTENSION] = wiring
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.url_map.strict_slashes = True
    app.url_map.merge_slashes = False
    security.install(app, wiring.settings)
    compressing.install(app)
    errors.install(app)
    rate_limits.install(app, wiring.settings)
    language.install(app.jinja_env)
    app.jinja_env.globals.update(asset=asset, csrf_token=logins.csrf_token, linked_page=pages.linked_page, own_url=own_url)
    app.jinja_env.globals.update(page_url=pages.page_url, lasting_url=pages.lasting_url, shown_day=pages.shown_day)
    app.jinja_env.filters["is_past"] = pages.is_past
    app.context_processor(pages.frame)
    app.teardown_request(context.close_reading)
    app.register_blueprint(login.blueprint)
    api.install(app)
    public_site.install(app)
    backoffice.install(app)
    return app


def main() -> None:
    """Run the command line: `register …`."""
    try:
        settings = read(os.environ)
    except WrongSettings as problem:
        sys.exit(str(problem))
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    wiring = wire(settings)
    cli.group.add_command(jobs)
    try:
        cli.group(obj=wiring, prog_name="register")
    finally:
        wiring.database.close()


def _mailer(settings: Settings, clock: Clock) -> Mailer:
    """Return the mail server of the settings; on one's own machine, a folder in its place."""
    if settings.smtp_host:
        return SmtpMailer(settings, clock=clock)
    return NoMailer() if settings.is_production else FolderMailer(settings.mail_dir, settings, clock=clock)


def _secret(settings: Settings) -> bytes:
    """Return the secret of the settings; on one's own machine, one that is made once and kept."""
    if settings.secret_key:
        return settings.secret_key.encode()
    path = Path(settings.oidc_private_key).parent / "secret.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes()


if __name__ == "__main__":
    main()
