"""The first seconds of a server: wait until every part answers, then say so; or stop, and say why not."""

import http.client
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from granian.server.common import AbstractServer

#: Seconds in which every part must answer.
LIMIT = 60
#: Addresses that stand for every address of this machine, and the one on which to ask then.
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # recognised, not bound


@dataclass(frozen=True, slots=True)
class Part:
    """A server that must answer before the start is complete."""

    name: str
    host: str
    port: int
    path: str
    #: Its process, when it is not the server's own.
    process: subprocess.Popen[bytes] | None = None

    def status(self) -> int | None:
        """Ask once, and return the status of the answer, or None when there is none yet."""
        connection = http.client.HTTPConnection(EVERYWHERE.get(self.host, self.host), self.port, timeout=10)
        try:
            connection.request("GET", self.path)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def has_ended(self) -> bool:
        """Say whether it can never answer any more."""
        return self.process is not None and self.process.poll() is not None


class Startup:
    """Watches a server start; `failure` tells afterwards what went wrong, or is None."""

    def __init__(self, parts: Sequence[Part], *, ready: Callable[[], None]) -> None:
        self.failure: str | None = None
        self._parts = parts
        self._ready = ready

    def watch(self, server: AbstractServer[Any]) -> None:
        """Begin to watch, from a thread that does nothing until all workers are forked."""
        threading.Thread(target=self._watch, args=(server,), daemon=True).start()

    def _watch(self, server: AbstractServer[Any]) -> None:
        while len(server.wrks) < server.workers:
            time.sleep(0.05)
        deadline = time.monotonic() + LIMIT
        for part in self._parts:
            self.failure = self._wait_for(part, deadline)
            if self.failure:
                os.kill(os.getpid(), signal.SIGTERM)
                return
        server.respawn_failed_workers = True  # not before: an application that cannot start would be started over and over
        self._ready()

    @staticmethod
    def _wait_for(part: Part, deadline: float) -> str | None:
        """Wait until the part answers; say what went wrong when it never will."""
        while (status := part.status()) is None:
            if part.has_ended():
                return f"{part.name} stopped while it was starting; its own messages above say why."
            if time.monotonic() > deadline:
                return f"{part.name} did not answer on port {part.port} within {LIMIT} seconds."
            time.sleep(0.05)
        if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            return f"{part.name} answers its first page with a fault ({status}); its own messages above say why."
        return None
