"""The command line, `register …`: one file for each group of commands."""

import click

from register.cli.serving import serve


@click.group()
def group() -> None:
    """Run and look after the register."""


group.add_command(serve)
