"""`register doctor`: whether everything that the register needs is there and works; for each thing that is not, the remedy.

`CHECKS` is the whole list. A check returns what it found, or raises `Wrong`.
"""

import os
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import click
import requests
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from register.adapters import pdf, provider_http
from register.adapters.issuers import DISCOVERY
from register.adapters.keys import private_key
from register.cli.sentences import counted
from register.errors import RegisterError, Unavailable
from register.models import Mail
from register.settings import WrongSettings
from register.upgrade import is_current, revision
from register.web import assets
from register.wiring import Wiring

#: Less free space than this, and a busy day may fill the disk.
LEAST_FREE = 1_000_000_000
#: Tokens and logins carry times; a clock that is further off refuses honest ones.
MOST_OFF = timedelta(seconds=30)
#: A letter that waits longer does not get away.
LONGEST_WAIT = timedelta(hours=1)
#: What the database itself refuses to change or delete; each has a trigger or two.
PROTECTED = ("versions", "version_contents", "organisation_versions", "product_versions", "withdrawals", "redactions", "audit_events")


class Wrong(Exception):
    """Something is not as it should be; `remedy` says what to do."""

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(found)
        self.remedy = remedy


@click.command()
@click.pass_obj
def doctor(wiring: Wiring) -> None:
    """Check everything that the register needs. Ends with 1 when something is wrong."""
    wrong = 0
    for name, check in CHECKS:
        try:
            click.echo(f"ok     {name}: {check(wiring)}")
        except Wrong as fault:
            wrong += 1
            click.echo(f"WRONG  {name}: {fault}\n       {fault.remedy}")
    if wrong:
        raise click.ClickException(f"{wrong} of {len(CHECKS)} checks failed.")


def _settings(wiring: Wiring) -> str:
    return f"{wiring.settings.environment}, {wiring.settings.base_url}"


def _database(wiring: Wiring) -> str:
    database = wiring.database
    version = "SELECT sqlite_version()" if database.is_sqlite else "SELECT current_setting('server_version')"
    try:
        with database.write_engine.begin() as connection:  # on SQLite this takes the lock of writing too
            found = connection.execute(text(version)).scalar_one()
        with database.read_engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except DBAPIError as fault:
        raise Wrong(_first_line(fault), "Check REGISTER_DATABASE_URL, whether the database runs, and who may write there.") from fault
    return f"{'SQLite' if database.is_sqlite else 'PostgreSQL'} {found} at {database.url.render_as_string()}"


def _schema(wiring: Wiring) -> str:
    try:
        found = revision(wiring.database)
        if is_current(wiring.database):
            return str(found)
    except DBAPIError as fault:
        raise Wrong(_first_line(fault), "Mend the database first.") from fault
    raise Wrong(f"the tables stand at {found or 'nothing'}, which is not what this release needs", "Run: register init")


def _protection(wiring: Wiring) -> str:
    statement = (
        "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if wiring.database.is_sqlite
        else "SELECT DISTINCT event_object_table FROM information_schema.triggers"
    )
    try:
        with wiring.database.read_engine.connect() as connection:
            found = set(connection.execute(text(statement)).scalars())
    except DBAPIError as fault:
        raise Wrong(_first_line(fault), "Mend the database first.") from fault
    bare = sorted(set(PROTECTED) - found)
    if bare:
        raise Wrong(
            f"nothing protects {', '.join(bare)}", "Restore a backup made by `register backup` or pg_dump: copies by table lose triggers."
        )
    return f"triggers keep {len(PROTECTED)} tables from change"


def _search(wiring: Wiring) -> str:
    if not wiring.database.is_sqlite:
        return "tsvector"
    with wiring.database.read_engine.connect() as connection:
        options = set(connection.execute(text("PRAGMA compile_options")).scalars())
    if "ENABLE_FTS5" not in options:
        raise Wrong("this SQLite has no full-text search (FTS5)", "Use the SQLite of Debian, or PostgreSQL.")
    return "FTS5"


def _pdf(wiring: Wiring) -> str:
    if not pdf.is_available():
        raise Wrong("PDFs cannot be printed; everything else works", pdf.REMEDY)
    return "Pango is there"


def _styles(wiring: Wiring) -> str:
    try:
        return f"{len(assets.manifest(assets.FOLDER))} files were built"
    except Unavailable as fault:
        raise Wrong(str(fault), str(fault.details["remedy"])) from fault


def _key(wiring: Wiring) -> str:
    path = Path(wiring.settings.oidc_private_key)
    try:
        key = private_key(path)
    except WrongSettings as fault:
        raise Wrong(str(fault), "On your own machine `register init` makes one; in production see docs/operations.md.") from fault
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) & ~stat.S_IRGRP:
        raise Wrong(f"others can read or change {path}", f"Run: chmod 600 {path}")
    return f"{path} ({key.alg}, {key.kid})"


def _provider(wiring: Wiring) -> str:
    try:
        wiring.identity_provider.begin(redirect_uri=wiring.settings.base_url + "/auth/callback")
    except (RegisterError, WrongSettings) as fault:
        remedy = "Check REGISTER_OIDC_ISSUER, and whether this machine can reach it. On your own machine scripts/run starts one."
        raise Wrong(f"{wiring.settings.oidc_issuer} cannot be used: {fault}", remedy) from fault
    return f"{wiring.settings.oidc_issuer} answers"


def _mail(wiring: Wiring) -> str:
    if not wiring.mailer.is_available:
        return "there is no mail server, so questions and following by mail are not offered"
    try:
        with wiring.database.reading() as session:
            waiting, oldest = session.execute(select(func.count(), func.min(Mail.created_at))).one()
    except DBAPIError as fault:
        raise Wrong(_first_line(fault), "Mend the database first.") from fault
    if oldest is not None and wiring.clock.now() - oldest > LONGEST_WAIT:
        remedy = "Does `register jobs` run? Its log says why the mail server does not take them (REGISTER_SMTP_HOST and its neighbours)."
        raise Wrong(f"{counted(waiting, 'letter waits', 'letters wait')}, the oldest since {oldest:%Y-%m-%d %H:%M} UTC", remedy)
    return counted(waiting, "letter waits", "letters wait") if waiting else "nothing waits"


def _clock(wiring: Wiring) -> str:
    try:
        answer = requests.get(wiring.settings.oidc_issuer + DISCOVERY, timeout=provider_http.TIMEOUT, allow_redirects=False)
        theirs = parsedate_to_datetime(answer.headers["Date"])
    except (requests.RequestException, KeyError, ValueError) as fault:
        raise Wrong("there is no other clock to compare with, because the identity provider does not answer", "Mend that first.") from fault
    off = abs(datetime.now(UTC) - theirs)
    if off > MOST_OFF:
        raise Wrong(f"this machine and the identity provider are {off.total_seconds():.0f} seconds apart", "Let both follow NTP.")
    return "in step with the identity provider"


def _disk(wiring: Wiring) -> str:
    folders = [Path(wiring.settings.files_dir)]
    folders += [Path(str(wiring.database.url.database)).parent] if wiring.database.is_sqlite else []
    told = []
    for folder in folders:
        if not folder.is_dir():
            raise Wrong(f"the folder {folder} is not there", "Run: register init")
        if not os.access(folder, os.W_OK):
            raise Wrong(f"nothing can be written in {folder}", "Give the user that runs the register that right.")
        free = shutil.disk_usage(folder).free
        if free < LEAST_FREE:
            raise Wrong(f"{free / 1e9:.1f} GB is free at {folder}", f"Make room: at least {LEAST_FREE / 1e9:.0f} GB.")
        told.append(f"{free / 1e9:.0f} GB free at {folder}")
    return ", ".join(told)


def _first_line(fault: DBAPIError) -> str:
    return str(fault.orig).strip().splitlines()[0]


CHECKS: tuple[tuple[str, Callable[[Wiring], str]], ...] = (
    ("Settings", _settings),
    ("Database", _database),
    ("Tables", _schema),
    ("Protection", _protection),
    ("Search", _search),
    ("PDF", _pdf),
    ("Style sheets", _styles),
    ("Private key", _key),
    ("Identity provider", _provider),
    ("Mail", _mail),
    ("Clock", _clock),
    ("Disk", _disk),
)
