"""`register organisations …`: the public bodies of the register."""

import click
from sqlalchemy import select

from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM
from register.models import Organisation
from register.services import organisations
from register.services.organisations import Details
from register.wiring import Wiring


@click.group("organisations")
def group() -> None:
    """See public bodies and add one."""


@group.command("list")
@click.pass_obj
def list_(wiring: Wiring) -> None:
    """Print all bodies by name."""
    with wiring.database.reading() as session:
        for body in session.scalars(select(Organisation).order_by(Organisation.folded_name)):
            example = "  example" if body.is_example else ""
            click.echo(f"{body.number}  {body.names['nl']}  {body.type}{example}")


@group.command()
@click.argument("name")
@click.option(
    "--type", "type_", required=True, type=click.Choice([str(each) for each in OrganisationType]), help="What sort of body it is."
)
@click.option("--name-en", default="", help="Its name in English.")
@click.option("--abbreviation", default="")
@click.option("--tooi", default="", help="Its identifier in the national list of government organisations.")
@click.option("--parent", metavar="NUMBER", default="", help="The body of which it is a part.")
@click.option("--website", default="", help="An https address.")
@click.option("--contact", default="", help="An e-mail address of a function, or an https address.")
@click.pass_obj
def add(  # noqa: PLR0913  # a body has that many parts
    wiring: Wiring, *, name: str, type_: str, name_en: str, abbreviation: str, tooi: str, parent: str, website: str, contact: str
) -> None:
    """Add a body under its Dutch NAME; it is public at once."""
    names = {"nl": name} | ({"en": name_en} if name_en else {})
    details = Details(names, OrganisationType(type_), abbreviation, "".join(parent.split()), tooi, website, contact)
    with wiring.database.transaction() as session:
        body = organisations.create(session, details, actor=SYSTEM, now=wiring.clock.now())
        click.echo(f"{body.names['nl']} has the number {body.number}.")
