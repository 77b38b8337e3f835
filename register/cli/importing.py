"""`register import …`: take over registrations from other registers.

Rows that are wrong are reported and the others go in, in transactions of a
hundred. What was imported stays when the command is broken off; giving it
again goes on from there.
"""

import resource
import sys
import time
from pathlib import Path

import click

from register.cli.progress import progress
from register.cli.sentences import IN_PART, counted
from register.domain.permissions import SYSTEM
from register.exchange import nl_register_list
from register.services import imports, mirrors
from register.services.imports import Fault, Reading, Report
from register.services.mirrors import Decision, Mirrored, Missing, Plan, Reason
from register.wiring import Wiring

_REASONS = {
    Reason.OWN: "the body keeps this registration itself now",
    Reason.WITHDRAWN: "it was withdrawn here",
    Reason.REDACTED: "part of it was lawfully redacted here",
}
#: Lines of one kind that are printed; more are only counted.
_MOST_LINES = 200
_MEGABYTE = 1024 * 1024


@click.group("import")
def group() -> None:
    """Take over registrations from another register."""


@group.command("nl-register-list")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--withdraw-missing", is_flag=True, help="Withdraw what was taken over before and is not in the file any more.")
@click.pass_obj
@click.pass_context
def nl_register_list_command(context: click.Context, wiring: Wiring, *, file: Path, dry_run: bool, withdraw_missing: bool) -> None:
    """Mirror the list of the Dutch national Algorithm Register.

    A second time nothing happens but to what changed at the source. Ends with 3 when rows could not be used.
    """
    begun = time.monotonic()
    _require_size(wiring, file)
    report = Report()
    with file.open("rb") as opened:
        reading = Reading(opened, now=wiring.clock.now())
        _announce(reading)
        with progress("Dry run" if dry_run else "Importing") as advance:
            for batch in reading.batches():
                report.add(_planned(wiring, batch) if dry_run else _carried_out(wiring, batch))
                advance(batch[-1].row, reading.header.rows)
    missing = _missing(wiring, reading)
    doubt = _doubt(reading) if withdraw_missing else ""
    if withdraw_missing and not doubt:
        report.withdrawn = len(missing) if dry_run else _withdrawn(wiring, missing)
    if not dry_run:
        with wiring.database.transaction() as session:
            imports.note(session, report, reading, actor=SYSTEM, now=wiring.clock.now())
    _tell(report, reading, missing)
    _conclude(report, time.monotonic() - begun, is_dry=dry_run)
    if doubt:
        raise click.ClickException(doubt)
    if reading.faulty_rows:
        context.exit(IN_PART)


def _require_size(wiring: Wiring, file: Path) -> None:
    limit = wiring.settings.max_import_megabytes
    if file.stat().st_size > limit * _MEGABYTE:
        raise click.ClickException(f"{file} is larger than {limit} megabytes; REGISTER_MAX_IMPORT_MEGABYTES sets that limit.")


def _planned(wiring: Wiring, batch: list[Mirrored]) -> Plan:
    with wiring.database.reading() as session:
        return mirrors.plan(session, batch)


def _carried_out(wiring: Wiring, batch: list[Mirrored]) -> Plan:
    """Look first without a lock: when nothing changed at the source, nobody has to wait."""
    plan = _planned(wiring, batch)
    if plan.has_work:
        with wiring.database.transaction() as session:
            plan = mirrors.carry_out(session, batch, search=wiring.search, actor=SYSTEM, now=wiring.clock.now())
    return plan


def _missing(wiring: Wiring, reading: Reading) -> list[Missing]:
    with wiring.database.reading() as session:
        return mirrors.missing(session, nl_register_list.SOURCE, reading.seen)


def _doubt(reading: Reading) -> str:
    """Say why nothing may be withdrawn, or "" when the file is certain to be whole."""
    if reading.has_nameless or reading.is_short or not reading.seen:
        return "Nothing was withdrawn: rows of this file are missing or have no number, so nobody can say what left the source."
    return ""


def _withdrawn(wiring: Wiring, missing: list[Missing]) -> int:
    done = 0
    for start in range(0, len(missing), imports.BATCH):
        with wiring.database.transaction() as session:
            some = missing[start : start + imports.BATCH]
            done += mirrors.withdraw(session, some, search=wiring.search, actor=SYSTEM, now=wiring.clock.now())
    return done


def _announce(reading: Reading) -> None:
    header = reading.header
    click.echo(f"{counted(header.rows, 'registration', 'registrations')}, read from {header.source_url or 'an unnamed source'}", nl=False)
    click.echo(f" at {header.retrieved_at}." if header.retrieved_at else " at an unknown moment.")
    if reading.is_short:
        click.echo(f"The file says that it holds {header.announced:,}; it may not be whole.", err=True)


def _tell(report: Report, reading: Reading, missing: list[Missing]) -> None:
    if reading.unknown_keys:
        click.echo(f"Not read, because this format does not have it: {', '.join(sorted(reading.unknown_keys)[:20])}.", err=True)
    _lines([_fault(fault) for fault in reading.faults], len(reading.faults))
    if reading.faulty_rows:
        click.echo(f"{counted(reading.faulty_rows, 'row was', 'rows were')} not imported.", err=True)
    _lines([_left(decision) for decision in report.left], len(report.left))
    if missing and not report.withdrawn:
        _lines([f"{each.source_id}: no longer at the source, still public here as {each.number}" for each in missing], len(missing))
        click.echo("--withdraw-missing withdraws what is no longer at the source.", err=True)


def _lines(lines: list[str], total: int) -> None:
    for line in lines[:_MOST_LINES]:
        click.echo(line, err=True)
    if total > _MOST_LINES:
        click.echo(f"… and {total - _MOST_LINES:,} more like these.", err=True)


def _fault(fault: Fault) -> str:
    named = f" ({fault.source_id})" if fault.source_id else ""
    return f"row {fault.row}{named} {fault.problem.pointer or '/'}: {fault.problem.message['en']} {fault.problem.remedy['en']}"


def _left(decision: Decision) -> str:
    number = decision.entry.number if decision.entry else ""
    reason = _REASONS[decision.reason] if decision.reason else ""
    return f"row {decision.mirrored.row} ({decision.mirrored.source_id}): left alone, {reason} ({number})"


def _conclude(report: Report, seconds: float, *, is_dry: bool) -> None:
    click.echo(
        f"{report.created:,} new, {report.changed:,} changed, {report.withdrawn:,} withdrawn, {report.unchanged:,} as they were, "
        f"{len(report.left):,} left alone; {len(report.new_bodies):,} new organisations."
    )
    done = "would be made; this was a dry run:" if is_dry else "in"
    click.echo(
        f"{counted(report.changes, 'change', 'changes')} {done} {seconds:.1f} seconds, with at most {_peak_megabytes():.0f} MB of memory."
    )


def _peak_megabytes() -> float:
    """Return the most memory that this process held. Linux counts in kilobytes, macOS in bytes.

    Linux's `getrusage` remembers the memory of the process that started this
    one as well, so there the kernel's own account of this program is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (_MEGABYTE if sys.platform == "darwin" else 1024)
