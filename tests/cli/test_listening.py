"""A port that cannot be had is a sentence with a remedy, also when the one who has it shares it."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from register.cli.listening import main, reason_against, refusal

FILE = Path(__file__).parents[2] / "register/cli/listening.py"


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port on which somebody listens, in the way in which our own server does."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def free(taken: int) -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class TestReasonAgainst:
    def test_is_none_for_a_free_port(self, free: int) -> None:
        assert reason_against("127.0.0.1", free) is None

    def test_sees_a_server_that_would_share_its_port(self, taken: int) -> None:
        assert reason_against("127.0.0.1", taken) == "another program is using it"

    def test_does_not_mind_a_server_that_stopped_a_moment_ago(self, taken: int, free: int) -> None:
        with socket.create_server(("127.0.0.1", free)) as server, socket.create_connection(("127.0.0.1", free)):
            server.accept()[0].close()

        assert reason_against("127.0.0.1", free) is None

    def test_says_why_an_address_cannot_be_used(self) -> None:
        assert reason_against("192.0.2.1", 8000) == "Cannot assign requested address"


class TestRefusal:
    def test_names_the_port_and_the_setting(self, taken: int) -> None:
        sentence = refusal("127.0.0.1", taken, "REGISTER_PORT")

        assert (
            sentence
            == f"Port {taken} on 127.0.0.1 cannot be used: another program is using it. To use another port: REGISTER_PORT={taken + 10}"
        )


class TestMain:
    def test_lists_every_port_that_cannot_be_had(self, taken: int, free: int) -> None:
        refused = main([f"REGISTER_PORT=127.0.0.1:{taken}", f"OTHER=127.0.0.1:{free}", "REGISTER_DEV_IDP_PORT=127.0.0.1:eight"])

        assert refused is not None
        assert [line.split(" ")[1] for line in refused.splitlines()] == [str(taken), "'eight'"]

    def test_runs_by_its_path_without_anything_installed(self, taken: int) -> None:
        command = [sys.executable, "-P", "-I", "-S", str(FILE), f"REGISTER_PORT=127.0.0.1:{taken}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)

        assert done.returncode == 1
        assert done.stderr.startswith(f"Port {taken} on 127.0.0.1 cannot be used")
