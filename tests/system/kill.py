"""`kill -9` of every process of the server in the middle of many concurrent publications, and what must be true afterwards.

    .venv/bin/python -m tests.system.kill --publications 200
    .venv/bin/python -m tests.system.kill --publications 200 --database postgresql+psycopg://…/a_database_of_its_own

The test run does the same with fewer publications.
"""

import argparse
import os
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import requests
from click.testing import CliRunner
from sqlalchemy import select

from register.app import wire
from register.cli import group
from register.db import Database
from register.domain.lifecycle import DraftState
from register.models import Entry, Version
from register.settings import Settings, read
from register.upgrade import upgrade
from tests.cli.running import Running, environment, eventually, is_running, running
from tests.system.publishing import Publishing, prepare, revisions, token

SERVE = ("serve", "--with-development-provider")
READY = "Ctrl-C stops it"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many publications there were to do and were answered before the kill, and what became of those that were under way."""

    planned: int
    answered: int
    under_way: int
    of_which_published: int
    processes: int


def kill_in_the_middle(folder: Path, database_url: str, *, publications: int) -> Outcome:
    """Publish, kill, check, restart and go on. Raises `AssertionError` for whatever does not hold."""
    variables = environment(folder, database_url, REGISTER_RATE_LIMIT_PUBLIC="1000000/minute")
    settings, database = read(variables), Database(database_url)
    upgrade(database)
    numbers = prepare(database, settings, publications)
    with running(folder, variables, *SERVE) as server:
        _wait(server)
        publishing = Publishing(server.url, token(settings), revisions(database), wanted=max(1, publications // 3))
        processes = _kill_when_reached(server, publishing, numbers)
    assert publishing.refusals == []
    assert publishing.unanswered, "the kill came too late: nothing was under way"
    published = _published(database, publishing)
    _everything_agrees(settings)
    _go_on(folder, variables, settings, database, numbers)
    database.close()
    lost = set(publishing.unanswered)
    return Outcome(publications, len(publishing.answers), len(lost), len(published & lost), processes)


def _wait(server: Running) -> None:
    assert eventually(lambda: READY in server.said() or server.process.poll() is not None), server.said()
    assert server.process.poll() is None, server.said()


def _kill_when_reached(server: Running, publishing: Publishing, numbers: list[str]) -> int:
    """Kill every process once enough was answered, prove that none lives, and return how many there were."""
    pids = [*server.children(), server.process.pid]
    programs = threading.Thread(target=publishing.run, args=(numbers,))
    programs.start()
    assert publishing.reached.wait(120), publishing.refusals[:3]
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    server.process.wait()
    programs.join(120)
    assert not programs.is_alive()
    assert eventually(lambda: [pid for pid in pids if is_running(pid)] == []), "something of the server still runs"
    assert not _answers(server.url), "something still answers on the server's port"
    return len(pids)


def _answers(url: str) -> bool:
    try:
        requests.get(url, timeout=5)
    except requests.ConnectionError:
        return False
    return True


def _published(database: Database, publishing: Publishing) -> set[str]:
    """Return what is published; whatever got an answer is, with the hash that the answer told."""
    with database.reading() as session:
        found = {version.entry.number: version.public_sha256 for version in session.scalars(select(Version))}
    told = {number: answer["publicSha256"] for number, answer in publishing.answers.items()}
    assert {number: found.get(number) for number in told} == told, "an answered publication is not there"
    return set(found)


def _everything_agrees(settings: Settings) -> None:
    """Let the register's own commands compare versions, read model, search and audit trail, before and after a rebuild."""
    wiring = wire(settings)
    for command in ("verify", "verify-audit", "rebuild-public", "verify"):
        done = CliRunner().invoke(group, [command], obj=wiring)
        assert done.exit_code == 0, f"register {command}: {done.output}"
    wiring.database.close()


def _go_on(folder: Path, variables: dict[str, str], settings: Settings, database: Database, numbers: list[str]) -> None:
    """Start again, publish what was left, and find all of it in public."""
    with running(folder, variables, *SERVE) as server:
        _wait(server)
        with database.reading() as session:
            left = list(session.scalars(select(Entry.number).where(Entry.draft_state == DraftState.IN_REVIEW)))
        rest = Publishing(server.url, token(settings), revisions(database))
        rest.run(left)
        assert (rest.refusals, rest.unanswered, set(rest.answers)) == ([], [], set(left))
        for number in numbers:
            public = requests.get(f"{server.url}/api/v1/registrations/{number}", timeout=30)
            assert (public.status_code, public.json()["version"]) == (requests.codes.ok, 1), number
    _everything_agrees(settings)


def main() -> None:
    """Do it once and say how it went."""
    parser = argparse.ArgumentParser(description="Kill the server in the middle of many publications, and check everything.")
    parser.add_argument("--publications", type=int, default=200)
    parser.add_argument("--database", help="an empty PostgreSQL database of its own; SQLite when left out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="register-kill-") as folder:
        begun = time.monotonic()
        url = asked.database or f"sqlite:///{folder}/register.sqlite3"
        outcome = kill_in_the_middle(Path(folder), url, publications=asked.publications)
    sys.stdout.write(f"{outcome}\nEverything agrees, after {time.monotonic() - begun:.0f} seconds.\n")


if __name__ == "__main__":
    main()
