"""A mail server on this machine that delivers nothing, and keeps what it was given."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.dev_idp.running import spare_port


class Sink:
    """Keeps what a mail server would deliver; knows no box at `nobody@`."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[Any]) -> str:  # noqa: N802  # aiosmtpd names it
        if address.startswith("nobody@"):
            return "550 no such box"
        if address.startswith("busy@"):
            return "450 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd names it
        self.envelopes.append(envelope)
        return "250 OK"

    def letters(self, to: str) -> list[str]:
        """Return the texts of the letters to somebody, the oldest first, each with its subject as the first line."""
        found = []
        for envelope in self.envelopes:
            if to in envelope.rcpt_tos:
                letter = message_from_bytes(envelope.content or b"", policy=policy.default)  # type: ignore[arg-type]  # aiosmtpd gives bytes
                body = letter.get_body()
                found.append(f"{letter['Subject']}\n{body.get_content() if body else ''}")
        return found

    def link(self, to: str, path: str) -> str:
        """Return the path of an address in the last letter to somebody: the one that begins with `path`."""
        found = re.search(rf"https?://[^/\s]+({re.escape(path)}\S*)", self.letters(to)[-1])
        assert found is not None
        return found[1]


@contextmanager
def listening(sink: Sink) -> Iterator[int]:
    """Let the server listen, and give its port."""
    port = spare_port()
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()
