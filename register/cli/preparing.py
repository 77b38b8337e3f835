"""`register init`, `register seed` and `register public-key`: what a new register needs before it is served."""

import json
from pathlib import Path

import click
from sqlalchemy.engine import URL

from register.adapters.keys import private_key, private_key_or_new, public_key_set
from register.cli import indexes
from register.cli.sentences import counted
from register.demonstration import loading
from register.settings import Settings
from register.upgrade import revision, upgrade
from register.wiring import Wiring


@click.command()
@click.pass_obj
def init(wiring: Wiring) -> None:
    """Make what is missing: folders, a key, the database, its newest tables. Can be given again at any time."""
    settings = wiring.settings
    _folder(Path(settings.files_dir))
    _key(settings)
    before = revision(wiring.database)
    upgrade(wiring.database)
    filled = indexes.fill(wiring)
    after = revision(wiring.database)
    where = _shown(wiring.database.url)
    if before == after:
        click.echo(f"The database {where} was up to date ({after}).")
    else:
        click.echo(f"The database {where} went from {before or 'nothing'} to {after}.")
    if filled:
        click.echo(f"The search indexes were filled anew, for {counted(filled, 'text', 'texts')}.")


@click.command()
@click.option("--demonstration", is_flag=True, required=True, help="Load the examples: invented bodies and what they registered.")
@click.pass_obj
def seed(wiring: Wiring, *, demonstration: bool) -> None:
    """Fill an empty register with examples, to see and try it. Never in production."""
    if wiring.settings.is_production:
        raise click.ClickException("Examples do not belong in production. Nothing was done.")
    with wiring.database.reading() as session:
        is_loaded = loading.is_loaded(session)
    if is_loaded:
        click.echo("The examples are in the register already.")
        return
    with wiring.database.transaction() as session:
        loaded = loading.load(session, search=wiring.search, issuer=wiring.settings.oidc_issuer, now=wiring.clock.now())
    click.echo(
        f"Loaded {counted(loaded.registrations, 'example', 'examples')} of {counted(loaded.organisations, 'body', 'bodies')}, "
        f"with {counted(loaded.products, 'product', 'products')}."
    )


@click.command("public-key")
@click.pass_obj
def public_key(wiring: Wiring) -> None:
    """Print the public key by which the identity provider knows the register, as a JSON Web Key Set."""
    click.echo(json.dumps(public_key_set(private_key(Path(wiring.settings.oidc_private_key))), indent=2))


def _folder(path: Path) -> None:
    was_there = path.is_dir()
    path.mkdir(parents=True, exist_ok=True)
    click.echo(f"The folder {path} was there." if was_there else f"The folder {path} was made.")


def _key(settings: Settings) -> None:
    path = Path(settings.oidc_private_key)
    was_there = path.exists()
    private_key_or_new(path)
    click.echo(f"The private key {path} was there." if was_there else f"The private key {path} was made; keep it secret.")


def _shown(url: URL) -> str:
    """Return where a database is, without its password."""
    return url.render_as_string(hide_password=True)
