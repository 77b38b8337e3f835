"""`register serve`: answer requests until told to stop, and leave no process behind however this one ends.

The server is granian (docs/decisions/0003-wsgi-server.md). This process only watches its workers: each of them is tied
to it, so that even `kill -9` ends them all. On one's own machine the development identity provider runs beside them.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from register.cli import indexes
from register.cli.listening import refusal
from register.cli.processes import end_with
from register.cli.starting import Part, Startup
from register.settings import Settings
from register.upgrade import is_current, upgrade
from register.wiring import Wiring

#: Requests that one worker works on at once; the rest waits. More threads only wait for the same database.
THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
ACCOUNTS = Path(__file__).parent.parent / "dev_idp" / "accounts.json"
DISCOVERY = "/.well-known/openid-configuration"
#: Seconds that a process gets to finish what it is doing when the server is told to stop.
GRACE = 10


@click.command()
@click.option("--with-development-provider", is_flag=True, help="Also start the identity provider for one's own machine.")
@click.pass_obj
def serve(wiring: Wiring, *, with_development_provider: bool) -> None:
    """Serve the public site, the API and the back office until Ctrl-C or SIGTERM."""
    settings = wiring.settings
    if with_development_provider and settings.is_production:
        raise click.UsageError("The development identity provider is for one's own machine only; production cannot have it.")
    refusals = [refusal(settings.host, settings.port, "REGISTER_PORT")]
    if with_development_provider:
        refusals.append(refusal("127.0.0.1", settings.dev_idp_port, "REGISTER_DEV_IDP_PORT"))
    if any(refusals):
        raise click.ClickException("\n".join(filter(None, refusals)))
    _prepare(wiring, on_ones_own_machine=with_development_provider)
    with ExitStack() as beside:
        provider = beside.enter_context(_beside("register.dev_idp")) if with_development_provider else None
        beside.enter_context(_beside("register.app", "jobs"))
        _serve(settings, beside=provider)


def _prepare(wiring: Wiring, *, on_ones_own_machine: bool) -> None:
    """See to it that the database has the tables of this release, before any worker opens it."""
    database = wiring.database
    if on_ones_own_machine:
        upgrade(database)
        indexes.fill(wiring)
    elif not is_current(database):
        raise click.ClickException("The database does not have the tables of this release. Run this first: register init")
    database.close()  # a connection must not be shared with the workers, which are forks


def _serve(settings: Settings, *, beside: subprocess.Popen[bytes] | None = None) -> None:
    """Run the server until it is told to stop. Raises `ClickException` when it did not come to answering."""
    server = Server(
        "wsgi:application",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=THREADS,
        websockets=False,
        workers_kill_timeout=GRACE,
        log_level=LogLevels.warning,
    )
    parts = [Part("The register", settings.host, settings.port, "/")]
    if beside is not None:
        parts.append(Part("The development identity provider", "127.0.0.1", settings.dev_idp_port, DISCOVERY, beside))
        # Closing the terminal ends everything; without a provider SIGHUP starts fresh workers, as a service manager expects.
        server.on_startup(partial(signal.signal, signal.SIGHUP, server.signal_handler_interrupt))
    startup = Startup(parts, ready=partial(_announce, settings, with_accounts=beside is not None))
    server.on_startup(partial(startup.watch, server))
    server.serve(target_loader=partial(_application, os.getpid()), wrap_loader=False)
    if startup.failure:
        raise click.ClickException(startup.failure)


def _application(parent: int) -> Callable[..., Any]:
    """Load the application, inside a worker that ends with its parent, and at once when told to before it serves."""
    end_with(parent)
    for number in (signal.SIGINT, signal.SIGTERM):  # a fork inherits the parent's handlers, which would swallow them here
        signal.signal(number, signal.SIG_DFL)
    application: Callable[..., Any] = importlib.import_module("wsgi").application
    return application


@contextmanager
def _beside(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of ours as a process of its own, and end it with this one."""
    # A session of its own keeps Ctrl-C from reaching it twice.
    process = subprocess.Popen([sys.executable, "-m", *command], start_new_session=True, preexec_fn=partial(end_with, os.getpid()))  # noqa: S603, PLW1509  # our own module; no thread runs yet
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _announce(settings: Settings, *, with_accounts: bool) -> None:
    """Say where everything is, once it answers."""
    click.echo(f"""
The register answers. Ctrl-C stops it.

  Public site        {settings.base_url}/
  Back office        {settings.base_url}/backoffice
  API                {settings.base_url}/api/v1
  Identity provider  {settings.oidc_issuer}
""")
    if with_accounts:
        _announce_accounts()


def _announce_accounts() -> None:
    """Name the people who can log in at the development provider: it knows no passwords."""
    accounts = json.loads(ACCOUNTS.read_text(encoding="utf-8"))
    click.echo("Demonstration accounts; choose one on the login page, there are no passwords:\n")
    for account in accounts["accounts"]:
        role = accounts["roles"][account["role"]]["en"] if account["role"] else "No role yet"
        organisation = accounts["organisations"][account["organisation"]]["en"] if account["organisation"] else ""
        click.echo(f"  {account['name']:<18} {role:<30} {organisation}".rstrip())
