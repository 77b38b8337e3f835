"""`register import`: what the operator is told, and how the command ends."""

import subprocess
from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import func, select

from register.db import Database
from register.domain.lifecycle import PublicationState
from register.domain.standard import STANDARD
from register.models import Entry, PublicOrganisation, PublicRegistration
from register.ports import SearchIndex
from register.queries import registrations
from register.queries.registrations import Selection
from tests.cli.conftest import Command
from tests.cli.running import ROOT, command, environment
from tests.factories.nl_register import list_file, listed_row

IMPORT = ("import", "nl-register-list")
SCHEMA = ROOT / f"schemas/json/{STANDARD}.mirrored.json"
MIRRORED = Draft202012Validator(orjson.loads(SCHEMA.read_bytes()), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.json"


def write(file: Path, *rows: Any, **header: Any) -> str:
    file.write_bytes(list_file(*rows, **header).getvalue())
    return str(file)


class TestImport:
    def test_tells_what_it_did_and_that_a_second_run_did_nothing(self, register: Command, file: Path) -> None:
        name = write(file, listed_row("1"), listed_row("2"))

        first, second = register(*IMPORT, name), register(*IMPORT, name)

        assert first.exit_code == second.exit_code == 0
        assert "2 registrations, read from https://register.example/api/algoritme at 2026-08-08T06:20:11Z." in first.stdout
        assert "2 new, 0 changed, 0 withdrawn, 0 as they were, 0 left alone; 1 new organisations." in first.stdout
        assert "2 changes in " in first.stdout
        assert "MB of memory" in first.stdout
        assert "0 changes in " in second.stdout

    def test_reports_bad_rows_and_ends_with_3(self, register: Command, file: Path, database: Database) -> None:
        result = register(*IMPORT, write(file, listed_row("1"), listed_row("2", url="x", status="kapot"), listed_row("3")))

        assert result.exit_code == 3
        assert "row 2 (2) /status: ‘kapot’ is not in the list. Choose one of: in_gebruik, ontwikkeling, buiten_gebruik." in result.stderr
        assert "row 2 (2) /url: Start the web address with https://" in result.stderr
        assert "1 row was not imported." in result.stderr
        with database.reading() as session:
            assert session.scalars(select(Entry.source_id).order_by(Entry.source_id)).all() == ["1", "3"]

    def test_changes_nothing_in_a_dry_run(self, register: Command, file: Path, database: Database) -> None:
        result = register(*IMPORT, "--dry-run", write(file, listed_row("1")))

        assert "1 change would be made; this was a dry run" in result.stdout
        with database.reading() as session:
            assert session.scalar(select(func.count()).select_from(Entry)) == 0

    def test_names_what_it_does_not_read(self, register: Command, file: Path) -> None:
        result = register(*IMPORT, write(file, listed_row("1", nieuw="x")))

        assert "this format does not have it: nieuw." in result.stderr

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"", "The file ends too early"),
            (b"[1]", "The file has no list"),
            (b"<html>", "This file is not JSON"),
            (list_file(listed_row("1")).getvalue()[:-9], "The file ends too early, after row 1"),
        ],
    )
    def test_refuses_a_bad_file_with_a_sentence_and_imports_nothing(
        self, register: Command, file: Path, database: Database, content: bytes, sentence: str
    ) -> None:
        file.write_bytes(content)

        result = register(*IMPORT, str(file))

        assert result.exit_code == 1
        assert sentence in result.stderr
        with database.reading() as session:
            assert session.scalar(select(func.count()).select_from(Entry)) == 0

    def test_refuses_a_file_that_is_too_large(self, register: Command, file: Path) -> None:
        with file.open("wb") as opened:
            opened.truncate(65 * 1024 * 1024)  # a hole: it takes no room on the disk

        result = register(*IMPORT, str(file))

        assert result.exit_code == 1
        assert "larger than 64 megabytes" in result.stderr


class TestWithdrawMissing:
    def test_is_offered_and_not_done_unasked(self, register: Command, file: Path, database: Database) -> None:
        register(*IMPORT, write(file, listed_row("1"), listed_row("2")))

        result = register(*IMPORT, write(file, listed_row("1")))

        assert "2: no longer at the source, still public here as" in result.stderr
        assert "--withdraw-missing withdraws" in result.stderr
        assert states(database) == {"1": PublicationState.PUBLISHED, "2": PublicationState.PUBLISHED}

    def test_withdraws_when_asked(self, register: Command, file: Path, database: Database) -> None:
        register(*IMPORT, write(file, listed_row("1"), listed_row("2")))

        result = register(*IMPORT, "--withdraw-missing", write(file, listed_row("1")))

        assert "1 withdrawn" in result.stdout
        assert "1 change in" in result.stdout
        assert states(database) == {"1": PublicationState.PUBLISHED, "2": PublicationState.WITHDRAWN}

    def test_is_only_counted_in_a_dry_run(self, register: Command, file: Path, database: Database) -> None:
        register(*IMPORT, write(file, listed_row("1"), listed_row("2")))

        result = register(*IMPORT, "--withdraw-missing", "--dry-run", write(file, listed_row("1")))

        assert "1 withdrawn" in result.stdout
        assert states(database)["2"] is PublicationState.PUBLISHED

    @pytest.mark.parametrize(
        ("rows", "header"), [([listed_row("1")], {"count": 2}), ([listed_row("1"), {"title": "Naamloos"}], {}), ([], {})]
    )
    def test_is_refused_for_a_file_that_may_not_be_whole(
        self, register: Command, file: Path, database: Database, rows: list[Any], header: dict[str, Any]
    ) -> None:
        register(*IMPORT, write(file, listed_row("1"), listed_row("2")))

        result = register(*IMPORT, "--withdraw-missing", write(file, *rows, **header))

        assert result.exit_code == 1
        assert "Nothing was withdrawn" in result.stderr
        assert states(database)["2"] is PublicationState.PUBLISHED


class TestTheWholeList:
    """The list of the national register as it was on a day: 1,530 registrations of 336 organisations."""

    def test_goes_in_within_its_bounds_and_a_second_time_changes_nothing(
        self, real_data: Path, tmp_path: Path, database_url: str, database: Database, search: SearchIndex
    ) -> None:
        words = command(*IMPORT, str(real_data / "nl-register-2026-08-08.json"))
        settings = environment(tmp_path, database_url)

        first, second = (subprocess.run(words, env=settings, cwd=tmp_path, capture_output=True, text=True, check=True) for _ in range(2))

        assert "1,530 new, 0 changed, 0 withdrawn, 0 as they were, 0 left alone; 336 new organisations." in first.stdout
        assert "0 changes in" in second.stdout
        assert peak_megabytes(first.stdout) < 200
        with database.reading() as session:
            documents = session.scalars(select(PublicRegistration.document)).all()
            assert len(documents) == 1530
            assert [problem.message for content in documents for problem in MIRRORED.iter_errors(orjson.loads(content or b""))] == []
            assert session.scalar(select(func.count()).select_from(PublicOrganisation)) == 336
            copies = registrations.search(session, search, Selection("anonimiseren"), offset=0, limit=10)
            assert copies.total > 82, "that many bodies gave it this name alone"
            assert all("nonim" in row.title for row in copies.rows)
        verified = subprocess.run(command("verify"), env=settings, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "Everything agrees." in verified.stdout, verified.stdout + verified.stderr


def peak_megabytes(said: str) -> int:
    return int(said.rpartition("at most ")[2].split()[0])


def states(database: Database) -> dict[str | None, PublicationState]:
    with database.reading() as session:
        return {entry.source_id: entry.publication_state for entry in session.scalars(select(Entry))}
