"""The server answers, says where and for whom, replaces a worker that dies, and leaves nothing behind however it ends."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
import requests

from tests.cli.running import command, environment, eventually, is_running, running

WITH_PROVIDER = ("serve", "--with-development-provider")
READY = "Ctrl-C stops it"


def refused(environment: dict[str, str], *words: str) -> str:
    """Run a command that must fail, and return what it says."""
    done = subprocess.run(command(*words), env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0, done.stdout
    return done.stderr.strip().splitlines()[-1]


def answers(address: str) -> bool:
    try:
        return requests.get(address, timeout=10).ok
    except requests.ConnectionError:
        return False


class TestServe:
    def test_answers_replaces_a_dead_worker_and_stops_when_told_to(self, tmp_path: Path, database_url: str) -> None:
        with running(tmp_path, environment(tmp_path, database_url), *WITH_PROVIDER) as server:
            assert eventually(lambda: READY in server.said() or server.process.poll() is not None)
            assert server.url in server.said()
            assert "Sanne Schrijver    Editor" in server.said()
            assert requests.get(server.url, timeout=10).ok
            assert requests.get(f"{server.provider_url}/.well-known/openid-configuration", timeout=10).ok
            children, workers = server.children(), server.workers()
            assert (len(children), len(workers)) == (4, 2), "two workers, the provider and the jobs"

            os.kill(workers[0], signal.SIGKILL)

            assert eventually(lambda: len({*server.workers()} - {workers[0]}) == 2)
            assert eventually(lambda: answers(server.url)), "what waited for the dead worker is lost, what comes after it is not"
            children += server.children()

            server.process.send_signal(signal.SIGINT)

            assert server.process.wait(timeout=30) == 0
            assert [pid for pid in children if is_running(pid)] == []

    def test_takes_everything_along_when_it_is_killed_outright(self, tmp_path: Path, database_url: str) -> None:
        with running(tmp_path, environment(tmp_path, database_url), *WITH_PROVIDER) as server:
            assert eventually(lambda: READY in server.said() or server.process.poll() is not None)
            children = server.children()
            assert len(children) == 4, "two workers, the provider and the jobs"

            server.process.kill()
            server.process.wait()

            assert eventually(lambda: [pid for pid in children if is_running(pid)] == [])
            with pytest.raises(requests.ConnectionError):
                requests.get(server.url, timeout=10)

    def test_stops_when_the_provider_cannot_start(self, tmp_path: Path, database_url: str) -> None:
        not_a_key = tmp_path / "keys" / "dev-idp.pem"
        not_a_key.parent.mkdir()
        not_a_key.write_text("no key")

        with running(tmp_path, environment(tmp_path, database_url), *WITH_PROVIDER) as server:
            assert server.process.wait(timeout=60) == 1
            assert "identity provider stopped while it was starting" in server.said()


class TestRefusals:
    def test_a_taken_port_is_a_sentence(self, tmp_path: Path, database_url: str) -> None:
        settings = environment(tmp_path, database_url)
        settings["REGISTER_DEV_IDP_PORT"] = settings["REGISTER_PORT"]
        with running(tmp_path, environment(tmp_path, database_url, REGISTER_PORT=settings["REGISTER_PORT"]), "serve") as server:
            assert eventually(lambda: "answers" in server.said() or server.process.poll() is not None)

            said = refused(settings, "serve")

        assert said.startswith(f"Error: Port {settings['REGISTER_PORT']} on 127.0.0.1 cannot be used: another program is using it.")

    def test_a_database_of_another_release_is_not_served(self, tmp_path: Path) -> None:
        said = refused(environment(tmp_path, f"sqlite:///{tmp_path}/empty.sqlite3"), "serve")

        assert said.endswith("Run this first: register init")

    def test_production_has_no_development_provider(self, tmp_path: Path, database_url: str) -> None:
        key = tmp_path / "key.pem"
        key.write_text("a key")
        production = environment(
            tmp_path,
            database_url,
            REGISTER_ENVIRONMENT="production",
            REGISTER_SECRET_KEY="s" * 32,
            REGISTER_BASE_URL="https://register.example",
            REGISTER_OIDC_ISSUER="https://login.example",
            REGISTER_OIDC_PRIVATE_KEY=str(key),
        )

        assert "production cannot have it" in refused(production, *WITH_PROVIDER)
