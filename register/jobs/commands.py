"""The command `register jobs`, which `register serve` starts beside itself."""

import click

from register.jobs import clock
from register.wiring import Wiring


@click.command()
@click.pass_obj
def jobs(wiring: Wiring) -> None:
    """Do what has its time until Ctrl-C or SIGTERM: send mail, delete what is private.

    `register serve` starts it by itself. On more machines one is enough, and more do no harm.
    """
    clock.run(wiring)
