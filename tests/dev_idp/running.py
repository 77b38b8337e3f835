"""The provider as a process of its own on a spare port, as `scripts/run` starts it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from register.settings import Settings, read

STARTS_WITHIN = 30


@dataclass(frozen=True)
class Running:
    """A provider that answers."""

    process: subprocess.Popen[str]
    settings: Settings
    environment: dict[str, str]


def spare_port() -> int:
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """Return what the provider reads its settings from, and nothing of the settings of whoever runs the tests."""
    port = spare_port()
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("REGISTER_")}
    return {
        **inherited,
        "REGISTER_DEV_IDP_PORT": str(port),
        "REGISTER_OIDC_ISSUER": f"http://localhost:{port}",
        "REGISTER_TOKEN_ISSUERS": f"http://localhost:{port}",
        "REGISTER_OIDC_PRIVATE_KEY": str(folder / "register.pem"),
        "REGISTER_LOG_LEVEL": "DEBUG",
        **changes,
    }


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "register.dev_idp", *words]


@contextmanager
def running(folder: Path, **changes: str) -> Iterator[Running]:
    """Start the provider, wait until it answers, and stop it afterwards."""
    given = environment(folder, **changes)
    settings = read(given)
    process = subprocess.Popen(command(), env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        _wait(process, settings)
        yield Running(process, settings, given)
    finally:
        process.terminate()
        process.communicate(timeout=10)


def _wait(process: subprocess.Popen[str], settings: Settings) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, process.communicate()[0]
        try:
            requests.get(f"{settings.oidc_issuer}/jwks", timeout=2).raise_for_status()
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the provider does not answer within {STARTS_WITHIN} seconds")
