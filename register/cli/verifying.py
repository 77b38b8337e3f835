"""`register verify`, `verify-audit` and `rebuild-public`: prove that all that was written agrees, and make the read model anew."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import click
import orjson
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from register.adapters.search_sqlite import SqliteSearch
from register.cli.progress import progress
from register.cli.sentences import counted
from register.db import Database
from register.queries import audit_events, verification
from register.rendering import extracts
from register.services import rebuilding
from register.upgrade import upgrade
from register.wiring import Wiring

#: Differences that are printed; more are only counted.
_MOST_LINES = 200


@click.command()
@click.pass_obj
def verify(wiring: Wiring) -> None:
    """Compare versions with their hashes, what the public reads with what was published, and both with the audit trail.

    Changes nothing, and stops nobody: what the public should read is made anew in a temporary file. Ends with 1 when something differs.
    """
    with wiring.database.reading() as session:
        differences = [
            *_compared("Versions and their hashes", verification.versions(session)),
            *_compared("Product versions and their hashes", verification.product_versions(session)),
            *_compared("Versions and the audit trail", verification.audited(session)),
            *_compared("The chain of the audit trail", _chain(session)),
            *_compared("The search indexes", verification.search(session, wiring.search)),
            *_compared("What the public reads", _read_model(session)),
        ]
    if differences:
        raise click.ClickException(f"{counted(len(differences), 'difference', 'differences')}.")
    click.echo("Everything agrees.")


@click.command("verify-audit")
@click.option("--expect-head", metavar="HASH", default="", help="A head that was noted earlier: it must still be in the chain.")
@click.pass_obj
def verify_audit(wiring: Wiring, *, expect_head: str) -> None:
    """Prove that no event of the audit trail was changed or left out. Ends with 1 when one was."""
    with wiring.database.reading() as session:
        verdict = audit_events.verify(session, expect_head.strip().lower())
    if verdict.fault:
        raise click.ClickException(f"The audit trail does not hold: {verdict.fault}. {verdict.events:,} events before that do.")
    click.echo(f"The audit trail holds: {counted(verdict.events, 'event', 'events')}, head {verdict.head}")


@click.command("verify-extract")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def verify_extract(wiring: Wiring, *, file: Path) -> None:
    """Prove a regulator's extract (JSON) by its file alone, and say whether it was taken here. Ends with 1 when it was changed."""
    content = file.read_bytes()
    faults = extracts.faults(content)
    if faults:
        raise click.ClickException("\n".join(faults))
    proof = orjson.loads(content)["sha256"]
    click.echo(f"Every document is what its SHA-256 says, and so is the whole: {proof}")
    with wiring.database.reading() as session:
        taken = audit_events.extract_taken(session, proof)
    click.echo(
        f"First taken from this register on {taken:%Y-%m-%d at %H:%M} UTC."
        if taken
        else "The audit trail of this register does not know it."
    )


@click.command("rebuild-public")
@click.pass_obj
def rebuild_public(wiring: Wiring) -> None:
    """Make what the public reads anew from what was published. Publishing waits meanwhile, reading does not."""
    with progress("Rebuilding") as advance, wiring.database.transaction() as session:
        acts = rebuilding.rebuild(session, wiring.search, progress=advance)
    click.echo(f"Made anew from {counted(acts, 'act', 'acts')}.")


def _compared(what: str, differences: Iterable[str]) -> list[str]:
    found = list(differences)
    click.echo(f"{'differs' if found else 'agrees ':<8} {what}")
    for difference in found[:_MOST_LINES]:
        click.echo(f"  {difference}", err=True)
    if len(found) > _MOST_LINES:
        click.echo(f"  … and {len(found) - _MOST_LINES:,} more like these.", err=True)
    return found


def _chain(session: Session) -> list[str]:
    fault = audit_events.verify(session).fault
    return [fault] if fault else []


def _read_model(session: Session) -> list[str]:
    """Make the read model anew in a temporary database of its own, and compare."""
    with tempfile.TemporaryDirectory(prefix="register-verify-") as folder:
        scratch = Database(f"sqlite:///{Path(folder) / 'anew.sqlite3'}")
        try:
            upgrade(scratch)
            with progress("Making the read model anew") as advance, scratch.transaction() as anew:
                rebuilding.replay(session, anew, SqliteSearch(), progress=advance)
            with scratch.reading() as anew:
                return list(verification.read_model(session, anew))
        except SQLAlchemyError as fault:
            return [f"the read model cannot be made anew from what was published: {fault}"]
        finally:
            scratch.close()
