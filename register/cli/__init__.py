"""The command line, `register …`: one file for each group of commands."""

import logging

import click

from register.cli import backups, clients, doctor, importing, organisations, preparing, reclassifying, users, verifying
from register.cli.sentences import Commands
from register.cli.serving import serve

#: Libraries that tell every step at INFO; here their warnings are enough.
CHATTY = ("alembic", "fontTools", "weasyprint")


@click.group(cls=Commands)
def group() -> None:
    """Run and look after the register."""
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


for command in (
    preparing.init,
    preparing.seed,
    serve,
    doctor.doctor,
    importing.group,
    organisations.group,
    users.group,
    clients.group,
    reclassifying.reclassify,
    verifying.verify,
    verifying.verify_audit,
    verifying.verify_extract,
    verifying.rebuild_public,
    backups.backup,
    backups.restore,
    preparing.public_key,
):
    group.add_command(command)
