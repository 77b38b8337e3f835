"""`register init`, `seed` and `public-key`: a new register is ready after one command, and no command spoils an old one."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from register.cli import group
from register.db import Database
from register.settings import Environment
from register.wiring import Wiring
from tests.cli.conftest import Command
from tests.cli.running import command, environment


class TestInit:
    def test_makes_all_that_is_missing_and_says_so(self, tmp_path: Path) -> None:
        settings = environment(tmp_path, f"sqlite:///{tmp_path}/var/register.sqlite3")

        first, second = (
            subprocess.run(command("init"), env=settings, cwd=tmp_path, capture_output=True, text=True, check=True).stdout for _ in range(2)
        )

        assert f"The folder {tmp_path}/files was made." in first
        assert f"The private key {tmp_path}/keys/register.pem was made; keep it secret." in first
        assert "went from nothing to 0" in first
        assert "was made" not in second
        assert "was up to date" in second
        assert (tmp_path / "keys" / "register.pem").stat().st_mode & 0o077 == 0, "others can read the key"

    def test_keeps_the_password_of_the_database_to_itself(self, register: Command, wiring: Wiring) -> None:
        url = wiring.database.url.set(password="verysecret") if not wiring.database.is_sqlite else wiring.database.url
        wiring.database.url = url

        assert "verysecret" not in register("init").output

    def test_says_in_a_sentence_that_the_database_cannot_be_reached(self, wiring: Wiring) -> None:
        nowhere = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing?connect_timeout=2")

        result = CliRunner().invoke(group, ["init"], obj=replace(wiring, database=nowhere))

        assert result.exit_code == 1
        assert "The database refuses" in result.stderr
        assert "register doctor" in result.stderr


class TestSeed:
    def test_loads_the_examples_once(self, register: Command) -> None:
        first, second = register("seed", "--demonstration"), register("seed", "--demonstration")

        assert "Loaded 5" in first.stdout
        assert "8 bodies" in first.stdout
        assert second.exit_code == 0
        assert "in the register already" in second.stdout
        assert register("verify").stdout.endswith("Everything agrees.\n")

    def test_is_refused_in_production(self, wiring: Wiring, database: Database) -> None:
        settings = replace(wiring.settings, environment=Environment.PRODUCTION)

        result = CliRunner().invoke(group, ["seed", "--demonstration"], obj=replace(wiring, settings=settings))

        assert result.exit_code == 1
        assert "do not belong in production" in result.stderr

    def test_wants_to_be_told_what_to_load(self, register: Command) -> None:
        assert register("seed").exit_code == 2


class TestPublicKey:
    def test_prints_nothing_secret(self, register: Command) -> None:
        register("init")

        (key,) = json.loads(register("public-key").stdout)["keys"]

        assert key["kty"] == "EC"
        assert "d" not in key

    def test_says_that_there_is_none(self, register: Command) -> None:
        result = register("public-key")

        assert result.exit_code == 1
        assert "no readable private key" in result.stderr


class TestHelp:
    @pytest.mark.parametrize("words", [(), *((name,) for name in group.commands)])
    def test_explains_every_command(self, register: Command, words: tuple[str, ...]) -> None:
        result = register(*words, "--help")

        assert result.exit_code == 0
        assert len(result.stdout.splitlines()[2].strip()) > 20
