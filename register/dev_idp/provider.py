"""The provider of this process: who it is, whom it knows, and what it remembers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from flask import current_app

from register.adapters.keys import PrivateKey
from register.dev_idp.clients import Client
from register.dev_idp.memory import Memory

EXTENSION = "dev_idp"


@dataclass(frozen=True, slots=True)
class Provider:
    """Everything that the pages and endpoints need."""

    issuer: str
    #: For whom access tokens of machines are made: the API of the register.
    audience: str
    #: Where people go from here.
    register_url: str
    key: PrivateKey
    clients: Mapping[str, Client]
    memory: Memory
    now: Callable[[], int]
    #: Delivers a logout token at an address.
    deliver: Callable[[str, str], None]


class Refused(Exception):
    """A request that the protocol refuses: its error code, a sentence for the developer, and the status."""

    def __init__(self, error: str, description: str, *, status: int = 400) -> None:
        super().__init__(description)
        self.error = error
        self.description = description
        self.status = status


def provider() -> Provider:
    """Return the provider that answers this request."""
    return cast("Provider", current_app.extensions[EXTENSION])
