"""`register doctor`: each thing that is wrong is named with its remedy, and nothing that is wrong stops the other checks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from register.cli import doctor, group
from register.db import Database
from register.ports import Letter
from register.services import outbox
from register.settings import Settings
from register.wiring import Wiring
from tests.cli.conftest import Command
from tests.conftest import fresh_database
from tests.dev_idp.running import spare_port
from tests.factories import NOON


def lines(output: str) -> dict[str, str]:
    """Return what is said of each check, by its name."""
    found = [line for line in output.splitlines() if line.startswith(("ok ", "WRONG "))]
    return {line.split(None, 1)[1].split(":")[0]: line.split()[0] for line in found}


@pytest.fixture
def database_url(template_database: str, tmp_path: Path) -> Iterator[str]:
    """Return a database of the test's own, because the tests here take away what protects it."""
    with fresh_database(template_database, tmp_path) as url:
        yield url


@pytest.fixture
def wiring(wiring: Wiring) -> Wiring:
    """Return a register whose identity provider is nowhere, also when a real one runs on this machine."""
    return replace(wiring, settings=replace(wiring.settings, oidc_issuer=f"http://localhost:{spare_port()}"))


@pytest.fixture
def prepared(register: Command) -> Command:
    register("init")
    return register


class TestDoctor:
    def test_goes_through_all_checks_and_names_what_is_wrong(self, prepared: Command) -> None:
        result = prepared("doctor")

        assert lines(result.stdout) == dict.fromkeys((name for name, _ in doctor.CHECKS), "ok") | {
            "Identity provider": "WRONG",
            "Clock": "WRONG",
        }
        assert result.exit_code == 1
        assert "2 of 12 checks failed." in result.stderr
        assert "Check REGISTER_OIDC_ISSUER" in result.stdout

    def test_survives_a_database_that_is_not_there(self, wiring: Wiring) -> None:
        nowhere = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing?connect_timeout=2")

        result = CliRunner().invoke(group, ["doctor"], obj=replace(wiring, database=nowhere))

        said = lines(result.stdout)
        assert len(said) == len(doctor.CHECKS)
        assert [name for name in ("Database", "Tables", "Protection") if said[name] != "WRONG"] == []

    def test_says_how_to_make_the_tables(self, wiring: Wiring, tmp_path: Path) -> None:
        empty = Database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")

        result = CliRunner().invoke(group, ["doctor"], obj=replace(wiring, database=empty))

        assert "the tables stand at nothing" in result.stdout
        assert "Run: register init" in result.stdout

    def test_sees_that_the_protection_is_gone(self, prepared: Command, database: Database) -> None:
        with database.transaction() as session:
            on = "" if database.is_sqlite else " ON withdrawals"
            for verb in ("update", "delete") if database.is_sqlite else ("update_or_delete", "truncate"):
                session.execute(text(f"DROP TRIGGER withdrawals_no_{verb}{on}"))

        assert "nothing protects withdrawals" in prepared("doctor").stdout

    def test_sees_a_key_that_others_can_read(self, prepared: Command, settings: Settings) -> None:
        Path(settings.oidc_private_key).chmod(0o644)

        assert f"Run: chmod 600 {settings.oidc_private_key}" in prepared("doctor").stdout

    def test_sees_that_the_folder_for_files_is_missing(self, register: Command) -> None:
        assert lines(register("doctor").stdout)["Disk"] == "WRONG"

    def test_says_that_letters_do_not_get_away(self, prepared: Command, database: Database) -> None:
        with database.transaction() as session:
            outbox.post(session, Letter("Vraag", "Tekst", "nl"), "burger@post.example", about="question 1", now=NOON - timedelta(hours=2))

        result = prepared("doctor")

        assert lines(result.stdout)["Mail"] == "WRONG"
        assert "1 letter waits, the oldest since 2026-11-20 09:00 UTC" in result.stdout
        assert "burger@post.example" not in result.stdout
