"""The register as `scripts/run` starts it: processes of its own, on spare ports, with a database and folders of the test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.dev_idp.running import spare_port

ROOT = Path(__file__).parents[2]
#: Seconds in which what is waited for must have happened.
LIMIT = 60


@dataclass(frozen=True, slots=True)
class Running:
    """A started server: its process, where it answers, and what it has said."""

    process: subprocess.Popen[bytes]
    url: str
    provider_url: str
    log: Path

    def children(self) -> list[int]:
        """List the processes that it started and that still run."""
        pids = (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit())
        return [pid for pid in pids if parent_of(pid) == self.process.pid and is_running(pid)]

    def workers(self) -> list[int]:
        """List those of them that answer requests to the register."""
        beside = (b"register.dev_idp", b"register.app\0jobs")
        return [pid for pid in self.children() if not any(name in Path(f"/proc/{pid}/cmdline").read_bytes() for name in beside)]

    def said(self) -> str:
        """Return what it has printed until now."""
        return self.log.read_text(encoding="utf-8")


@contextmanager
def running(folder: Path, environment: dict[str, str], *options: str) -> Iterator[Running]:
    """Start `register serve`, and see to it afterwards that nothing of it is left."""
    log = folder / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command(*options), cwd=ROOT, env=environment, stdout=output, stderr=output)
    server = Running(process, environment["REGISTER_BASE_URL"], environment["REGISTER_OIDC_ISSUER"], log)
    try:
        yield server
    finally:
        process.kill()
        process.wait()


def command(*words: str) -> list[str]:
    """Give the words that run the register's command line."""
    return [str(Path(sys.executable).parent / "register"), *words]


def environment(folder: Path, database_url: str, **changes: str) -> dict[str, str]:
    """Give all settings of a register of its own, and none of whoever runs the tests."""
    port, provider_port = spare_port(), spare_port()
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("REGISTER_")}
    return inherited | {
        "REGISTER_DATABASE_URL": database_url,
        "REGISTER_FILES_DIR": str(folder / "files"),
        "REGISTER_OIDC_PRIVATE_KEY": str(folder / "keys" / "register.pem"),
        "REGISTER_PORT": str(port),
        "REGISTER_DEV_IDP_PORT": str(provider_port),
        "REGISTER_BASE_URL": f"http://127.0.0.1:{port}",
        "REGISTER_TOKEN_AUDIENCE": f"http://127.0.0.1:{port}/api/v1",
        "REGISTER_OIDC_ISSUER": f"http://localhost:{provider_port}",
        "REGISTER_TOKEN_ISSUERS": f"http://localhost:{provider_port}",
        **changes,
    }


def eventually(condition: Callable[[], object]) -> bool:
    """Wait until something is so; say whether it came to that in time."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def is_running(pid: int) -> bool:
    """Say whether a process does anything still; one that ended and was not yet fetched by its parent does not."""
    return _status(pid)[:1] not in ([], ["Z"])


def parent_of(pid: int) -> int | None:
    """Name the process that started this one."""
    status = _status(pid)
    return int(status[1]) if status else None


def _status(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
