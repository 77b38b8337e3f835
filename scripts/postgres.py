"""Run a command beside a PostgreSQL that exists only as long as the command does.

    .venv/bin/python scripts/postgres.py pytest -n 2

The command finds the server in REGISTER_TEST_POSTGRES. It listens on a spare port of this machine alone, keeps its data
in a temporary folder, and does not wait for the disk: nothing in it has to survive.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from register.cli.processes import end_with

Command = list[str | Path]

#: Seconds in which the server must be up.
LIMIT = 30
UNSAFE_AND_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0")


def main(command: list[str]) -> int:
    """Start the server, run the command, stop the server, and return how the command ended."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # as an exception, so that the server is stopped then too
    with server() as url:
        environment = os.environ | {"REGISTER_TEST_POSTGRES": url}
        tied = partial(end_with, os.getpid())
        return subprocess.run(command, check=False, env=environment, preexec_fn=tied).returncode


@contextmanager
def server() -> Iterator[str]:
    """Give the address at which an administrator of a fresh server logs in, as SQLAlchemy writes it."""
    programs = newest_programs()
    owner = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name  # PostgreSQL refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="register-postgres-"))
    shutil.chown(folder, owner)
    try:
        initdb: Command = [programs / "initdb", "--pgdata", folder / "data", "--username=postgres", "--auth=trust", "--encoding=UTF8"]
        made = subprocess.run([*initdb, "--locale=C.UTF-8", "--no-sync"], user=owner, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            sys.exit(f"PostgreSQL could not make its data folder: {made.stderr}")
        with running(programs, folder, owner) as port:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(programs: Path, folder: Path, owner: str) -> Iterator[int]:
    """Run the server over a data folder, and give the port on which it answers."""
    port = spare_port()
    options = ["listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=", "max_connections=200", *UNSAFE_AND_FAST]
    command: Command = [programs / "postgres", "-D", folder / "data", *(word for option in options for word in ("-c", option))]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            user=owner,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C is for the command; the server goes after it
            preexec_fn=partial(end_with, os.getpid()),  # noqa: PLW1509  # no thread runs here
        )
    try:
        wait_until_ready([programs / "pg_isready", "--quiet", "--host=127.0.0.1", f"--port={port}"], process, log)
        yield port
    finally:
        process.send_signal(signal.SIGINT)  # a fast shutdown: it breaks off what is still connected
        process.wait()


def wait_until_ready(question: Command, process: subprocess.Popen[bytes], log: Path) -> None:
    """Ask until the server accepts connections; give up with its own messages."""
    deadline = time.monotonic() + LIMIT
    while subprocess.run(question, check=False).returncode != 0:
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.1)


def newest_programs() -> Path:
    """Find the folder with PostgreSQL's programs, where Debian keeps them or where PATH leads."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    elsewhere = shutil.which("initdb")
    if not debian and elsewhere is None:
        sys.exit("PostgreSQL is missing. Install it and start again: sudo apt install postgresql")
    return debian[-1].parent if debian else Path(str(elsewhere)).resolve().parent


def spare_port() -> int:
    """Find a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
