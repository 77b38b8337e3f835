"""`register clients …`: machines that use the API with a token of their own."""

import click

from register.cli.sentences import counted
from register.domain.permissions import MACHINE_PERMISSIONS, SYSTEM, Permission
from register.errors import NotFound
from register.ports import MachineIdentity
from register.queries import people as asked
from register.queries.organisations import organisation_by_number
from register.services import clients
from register.wiring import Wiring


@click.group("clients")
def group() -> None:
    """See machines, let one in, shut one out."""


@group.command("list")
@click.pass_obj
def list_(wiring: Wiring) -> None:
    """Print all machines: whose they are, and what they may do."""
    with wiring.database.reading() as session:
        for client, organisation in asked.machines(session):
            may = "revoked" if client.revoked_at else ", ".join(client.permissions)
            click.echo(f"{client.client_id}  {client.issuer}  {organisation.number} {organisation.names['nl']}  {may}")


@group.command()
@click.argument("issuer")
@click.argument("client_id")
@click.option("--organisation", metavar="NUMBER", required=True, help="The body for which it works.")
@click.option("--name", required=True, help="What people call it.")
@click.option(
    "--permission",
    "permissions",
    multiple=True,
    required=True,
    type=click.Choice([str(permission) for permission in MACHINE_PERMISSIONS]),
    help="What it may do; give it once for each.",
)
@click.pass_obj
def add(wiring: Wiring, *, issuer: str, client_id: str, organisation: str, name: str, permissions: tuple[str, ...]) -> None:
    """Let a machine work for a body. ISSUER gives out its tokens, CLIENT_ID is its name there."""
    issuers = wiring.settings.listed("token_issuers")
    if issuer.rstrip("/") not in issuers:
        raise click.ClickException(f"The register believes tokens of {', '.join(issuers)} only; REGISTER_TOKEN_ISSUERS sets that.")
    with wiring.database.transaction() as session:
        try:
            body = organisation_by_number(session, "".join(organisation.split()))
        except NotFound as refusal:
            raise click.ClickException(f"No organisation has the number {organisation}.") from refusal
        wanted = [Permission(permission) for permission in permissions]
        identity = MachineIdentity(issuer.rstrip("/"), client_id)
        clients.add(session, identity, body, wanted, name, actor=SYSTEM, now=wiring.clock.now())
        click.echo(f"{name} works for {body.names['nl']} now, with {counted(len(set(wanted)), 'permission', 'permissions')}.")


@group.command()
@click.argument("issuer")
@click.argument("client_id")
@click.pass_obj
def revoke(wiring: Wiring, *, issuer: str, client_id: str) -> None:
    """Shut a machine out, at once and for good."""
    with wiring.database.transaction() as session:
        try:
            client = clients.revoke(session, MachineIdentity(issuer.rstrip("/"), client_id), actor=SYSTEM, now=wiring.clock.now())
        except NotFound as refusal:
            raise click.ClickException("No machine that works here has this issuer and client id.") from refusal
        click.echo(f"{client.name} may do nothing any more.")
