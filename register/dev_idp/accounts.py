"""Who can log in here: invented people, and machines that work for invented organisations.

The list is `accounts.json`, so that the seed of the register can grant these
people their roles without loading this program.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Account:
    """An invented person; `role` and `organisation` are only words here, the register keeps its own list."""

    subject: str
    name: str
    email: str
    locale: str
    role: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Machine:
    """A program of an invented organisation that uses the API."""

    client_id: str
    organisation: str
    name: Words


@dataclass(frozen=True, slots=True)
class Role:
    """What a role is called, and what somebody who holds it does."""

    name: Words
    task: Words


_DATA = json.loads(files(__package__).joinpath("accounts.json").read_text(encoding="utf-8"))

ORGANISATIONS: Mapping[str, Words] = _DATA["organisations"]
ROLES: Mapping[str, Role] = {key: Role({"nl": row["nl"], "en": row["en"]}, row["task"]) for key, row in _DATA["roles"].items()}
ACCOUNTS: Mapping[str, Account] = {row["subject"]: Account(**row) for row in _DATA["accounts"]}
MACHINES: Mapping[str, Machine] = {row["client_id"]: Machine(**row) for row in _DATA["machines"]}
