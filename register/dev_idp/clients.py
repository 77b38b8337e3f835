"""The programs that may ask this provider for tokens: the register itself, and the demonstration machines.

Each is known by the public half of a key pair on this machine, which is made
by whoever needs it first; so there is nothing to exchange by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from joserfc.jwk import KeySet

from register.adapters import keys
from register.dev_idp.accounts import MACHINES
from register.settings import Settings

CODE_GRANT = "authorization_code"
MACHINE_GRANT = "client_credentials"

#: Where the register receives the browser after a login, after a logout, and a logout token.
CALLBACK_PATH = "/auth/callback"
AFTER_LOGOUT_PATHS = ("/", "/nl", "/en")
LOGOUT_RECEIVER_PATH = "/auth/backchannel-logout"


@dataclass(frozen=True, slots=True)
class Client:
    """One program, and the only addresses to which this provider sends anything for it."""

    id: str
    keys: KeySet
    grant: str
    redirect_uris: frozenset[str] = field(default_factory=frozenset)
    after_logout: frozenset[str] = field(default_factory=frozenset)
    logout_receiver: str = ""


def registered(settings: Settings) -> Mapping[str, Client]:
    """Return the clients by their id."""
    own = Client(
        id=settings.oidc_client_id,
        keys=_public(Path(settings.oidc_private_key)),
        grant=CODE_GRANT,
        redirect_uris=frozenset({settings.base_url + CALLBACK_PATH}),
        after_logout=frozenset(settings.base_url + path for path in AFTER_LOGOUT_PATHS),
        logout_receiver=settings.base_url + LOGOUT_RECEIVER_PATH,
    )
    machines = [Client(id=name, keys=_public(machine_key_path(settings, name)), grant=MACHINE_GRANT) for name in MACHINES]
    return {client.id: client for client in (own, *machines)}


def key_folder(settings: Settings) -> Path:
    """Return where the keys of this machine are kept: beside that of the register."""
    return Path(settings.oidc_private_key).parent


def machine_key_path(settings: Settings, client_id: str) -> Path:
    """Return where the private key of a demonstration machine is kept."""
    return key_folder(settings) / f"{client_id}.pem"


def _public(path: Path) -> KeySet:
    return KeySet.import_key_set({"keys": keys.public_key_set(keys.private_key_or_new(path))["keys"]})
