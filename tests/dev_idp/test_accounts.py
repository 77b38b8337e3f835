"""The demonstration accounts: complete, invented, and the same for whoever reads the file."""

import json
from pathlib import Path

import register.dev_idp
from register.dev_idp.accounts import ACCOUNTS, MACHINES, ORGANISATIONS, ROLES

BODY_ROLES = ["editor", "reviewer", "organisation_admin"]
REGISTER_ROLES = ["administrator", "moderator", "regulator", "legal_reviewer", "auditor"]


class TestAccounts:
    def test_hold_every_role_of_an_organisation_in_both(self) -> None:
        held = [(account.organisation, account.role) for account in ACCOUNTS.values() if account.organisation]

        assert held == [(organisation, role) for organisation in ("waterlede", "werkherstel") for role in BODY_ROLES]

    def test_hold_every_role_of_the_register_and_one_person_without(self) -> None:
        assert [account.role for account in ACCOUNTS.values() if account.organisation is None] == [*REGISTER_ROLES, None]

    def test_have_addresses_that_can_never_exist(self) -> None:
        assert all(account.email.endswith(".example") for account in ACCOUNTS.values())
        assert len({account.email for account in ACCOUNTS.values()}) == len(ACCOUNTS) == len({a.name for a in ACCOUNTS.values()})

    def test_are_named_in_both_languages(self) -> None:
        words = [
            *ORGANISATIONS.values(),
            *(r.name for r in ROLES.values()),
            *(r.task for r in ROLES.values()),
            *(m.name for m in MACHINES.values()),
        ]

        assert all(said.keys() == {"nl", "en"} and all(said.values()) for said in words)

    def test_can_be_read_without_this_program(self) -> None:
        path = Path(register.dev_idp.__file__).parent / "accounts.json"

        rows = json.loads(path.read_text(encoding="utf-8"))["accounts"]

        assert [row["subject"] for row in rows] == list(ACCOUNTS)
