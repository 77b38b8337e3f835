"""`register backup` and `register restore`: copies of the embedded database. PostgreSQL has better tools of its own; these are named."""

from pathlib import Path

import click
from sqlalchemy.engine import URL

from register.adapters import sqlite_copies
from register.adapters.sqlite_copies import NotACopy
from register.cli import indexes
from register.cli.listening import reason_against
from register.db import Database
from register.domain.permissions import SYSTEM
from register.queries import audit_events
from register.services import restoring
from register.upgrade import knows, upgrade
from register.wiring import Wiring


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.pass_obj
def backup(wiring: Wiring, *, path: Path) -> None:
    """Copy the database to PATH, a new file or a folder, while the register runs.

    A copy holds everything, drafts and names of people too: keep it as carefully as the database. The private key and the
    settings are not in it.
    """
    if not wiring.database.is_sqlite:
        raise click.ClickException(f"This register is on PostgreSQL. Copy it with:\n  {_pg_dump(wiring.database.url, path)}")
    target = path / f"register-{wiring.clock.now():%Y%m%d-%H%M%S}.sqlite3" if path.is_dir() else path
    try:
        sqlite_copies.take(_file(wiring), target)
    except FileExistsError as refusal:
        raise click.ClickException(f"{target} is there already; a backup never replaces a file.") from refusal
    except (NotACopy, OSError) as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"Copied to {target}, {target.stat().st_size / 1_000_000:.1f} MB.")
    copied = Database(f"sqlite:///{target}")
    try:
        with copied.reading() as session:
            verdict = audit_events.verify(session)
    finally:
        copied.close()
    if verdict.fault:
        raise click.ClickException(f"The audit trail in it does not hold: {verdict.fault}.")
    click.echo(f"Its audit trail holds: {verdict.events:,} events, head {verdict.head}")


@click.command()
@click.argument("path", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--done", is_flag=True, help="For PostgreSQL: the database was put back with pg_restore; note it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def restore(wiring: Wiring, *, path: Path | None, done: bool, yes: bool) -> None:
    """Put the database back from the copy at PATH. The register must not be running; what is there now is kept beside it."""
    if wiring.database.is_sqlite:
        if path is None or done:
            raise click.UsageError("Give the PATH of the copy.")
        _put_back(wiring, path, is_sure=yes)
    elif not done:
        raise click.ClickException(
            f"This register is on PostgreSQL. Stop it, put the database back with:\n  {_pg_restore(wiring.database.url, path)}\n"
            "and then give: register restore --done"
        )
    upgrade(wiring.database)
    indexes.fill(wiring)
    with wiring.database.transaction() as session:
        sequence = restoring.note(session, actor=SYSTEM, now=wiring.clock.now())
    click.echo(f"The publication sequence goes on at {sequence:,}, so that no copy elsewhere passes for a newer one.")
    click.echo("`register verify` proves that all agrees; `register doctor` that it can be served.")


def _put_back(wiring: Wiring, path: Path, *, is_sure: bool) -> None:
    settings = wiring.settings
    if reason_against(settings.host, settings.port):
        raise click.ClickException(f"Something answers on port {settings.port}. Stop the register first.")
    try:
        stands_at = sqlite_copies.check(path)
    except NotACopy as refusal:
        raise click.ClickException(str(refusal)) from refusal
    if not knows(stands_at):
        raise click.ClickException(f"{path} was made by a newer release ({stands_at}). Install that release first.")
    if not is_sure:
        click.confirm(f"Replace {_file(wiring)} with {path}?", abort=True)
    aside = _file(wiring).with_name(f"{_file(wiring).name}.before-{wiring.clock.now():%Y%m%d-%H%M%S}")
    wiring.database.close()
    if _file(wiring).exists():
        try:
            sqlite_copies.take(_file(wiring), aside)
        except NotACopy:  # it may be why somebody restores: keep it as it is
            sqlite_copies.put_aside(_file(wiring), aside)
        click.echo(f"What was there is kept at {aside}.")
    sqlite_copies.put_back(path, _file(wiring))
    click.echo(f"Put back from {path}.")


def _file(wiring: Wiring) -> Path:
    return Path(str(wiring.database.url.database))


def _pg_dump(url: URL, path: Path) -> str:
    return f"pg_dump --format=custom --file={path} {_without_password(url)}"


def _pg_restore(url: URL, path: Path | None) -> str:
    return f"pg_restore --clean --if-exists --single-transaction --dbname={_without_password(url)} {path or 'PATH'}"


def _without_password(url: URL) -> str:
    """Return the address as PostgreSQL's own tools read it; they take the password from PGPASSWORD or ~/.pgpass."""
    return url._replace(drivername="postgresql", password=None).render_as_string()
