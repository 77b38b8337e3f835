"""The provider as a process of its own on a spare port, as `scripts/run` starts it, and a place for it to send people back to."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

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


class Receiver(ThreadingHTTPServer):
    """A place to be sent back to, where the register would be; it keeps what is posted to it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.posted: list[tuple[str, dict[str, str]]] = []


class _Answer(BaseHTTPRequestHandler):
    server: Receiver

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.posted.append((self.path, {key: values[0] for key, values in fields.items()}))
        self._answer()

    def _answer(self) -> None:
        body = b"<!doctype html><title>Back</title>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that http.server gives it
        """Be quiet."""


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Answer on a spare port until the test is over."""
    with Receiver() as receiver:
        thread = threading.Thread(target=receiver.serve_forever, daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            receiver.shutdown()
            thread.join()


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
