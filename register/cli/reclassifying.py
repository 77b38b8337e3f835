"""`register reclassify`: when the law's dates pass or the rules change, find whose outcome is another one now."""

import click

from register.cli.sentences import counted
from register.domain.ai_act.outcome import RiskCategory
from register.labels import label
from register.services import classifications
from register.services.classifications import Change
from register.wiring import Wiring


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would change, and why.")
@click.pass_obj
def reclassify(wiring: Wiring, *, dry_run: bool) -> None:
    """Determine the outcome under the AI Act of all that is published anew.

    What was published keeps its outcome. Where another one follows now, that is
    kept beside it, and its owners see it among their work.
    """
    now = wiring.clock.now()
    with wiring.database.reading() if dry_run else wiring.database.transaction() as session:
        found = [*classifications.changed(session, now)] if dry_run else classifications.reclassify(session, now=now)
        for each in found:
            click.echo(_line(each))
    entries = counted(len(found), "registration", "registrations")
    click.echo(f"{entries} would change; nothing was written." if dry_run else f"{entries} changed, and their owners will see it.")


def _line(change: Change) -> str:
    """Say which registration, in what its outcome differs, and why."""
    before, after = (label(RiskCategory(each["riskCategory"]), "en") for each in (change.before, change.after))
    category = f"{before} → {after}" if before != after else before
    why = "other rules" if change.is_of_the_rules else "a date of the law passed"
    return f"{change.entry.number}  {change.entry.title}: {category}; differs in {', '.join(change.differs)}; {why}"
