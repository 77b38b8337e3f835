"""The provider as a process: where it refuses to start, how it stops, and one login over real sockets."""

import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from register.adapters.oidc import OpenIdProvider
from register.adapters.tokens import BearerTokens
from register.dev_idp.clients import CALLBACK_PATH
from tests.dev_idp.running import command, environment, running
from tests.dev_idp.wired import hidden_in


class Now:
    """The clock on the wall."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class TestStart:
    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "register.example"])  # noqa: S104  # what is refused
    def test_is_refused_on_an_address_that_others_can_reach(self, tmp_path: Path, host: str) -> None:
        ended = subprocess.run(command("--host", host), env=environment(tmp_path), capture_output=True, text=True, timeout=30, check=False)

        assert ended.returncode == 1
        assert "loopback address only" in ended.stderr

    def test_is_refused_in_production(self, tmp_path: Path) -> None:
        key = tmp_path / "register.pem"
        key.touch()
        production = environment(
            tmp_path,
            REGISTER_ENVIRONMENT="production",
            REGISTER_SECRET_KEY="x" * 32,
            REGISTER_BASE_URL="https://register.example",
            REGISTER_OIDC_ISSUER="https://login.example",
        )

        ended = subprocess.run(command(), env=production, capture_output=True, text=True, timeout=30, check=False)

        assert ended.returncode == 1
        assert "does not start in production" in ended.stderr

    def test_is_refused_on_a_taken_port(self, tmp_path: Path) -> None:
        with running(tmp_path) as first:
            ended = subprocess.run(command(), env=first.environment, capture_output=True, text=True, timeout=30, check=False)

        assert ended.returncode == 1
        assert "REGISTER_DEV_IDP_PORT" in ended.stderr


class TestStop:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_is_quick_and_quiet(self, tmp_path: Path, number: signal.Signals) -> None:
        with running(tmp_path) as provider:
            provider.process.send_signal(number)
            said, _ = provider.process.communicate(timeout=5)

        assert provider.process.returncode == 0
        assert "Traceback" not in said


class TestLogin:
    def test_works_over_the_wire_and_leaves_no_secret_in_the_log(self, tmp_path: Path) -> None:
        with running(tmp_path) as provider, requests.Session() as browser:
            oidc = OpenIdProvider(provider.settings, clock=Now())
            address = provider.settings.base_url + CALLBACK_PATH
            started = oidc.begin(redirect_uri=address)
            page = browser.get(started.url, timeout=10).text
            form = {"subject": "auditor", "csrf": hidden_in(page, "csrf"), "asked": hidden_in(page, "asked")}
            callback = browser.post(f"{provider.settings.oidc_issuer}/login", data=form, allow_redirects=False, timeout=10).headers[
                "Location"
            ]

            identity = oidc.finish(callback_url=callback, redirect_uri=address, started=started)

            logout = browser.get(
                oidc.logout_url(id_token=identity.id_token, return_to="http://127.0.0.1:8000/") or "", allow_redirects=False, timeout=10
            )
            provider.process.terminate()
            said, _ = provider.process.communicate(timeout=5)
        assert (identity.name, identity.email) == ("Arjen Spoorzoeker", "arjen.spoorzoeker@register.example")
        assert logout.headers["Location"] == "http://127.0.0.1:8000/"
        assert urlsplit(callback).netloc != urlsplit(started.url).netloc
        for secret in (started.state, started.nonce, identity.id_token[-40:], callback.partition("code=")[2][:20]):
            assert secret not in said

    def test_of_a_machine_takes_one_command(self, tmp_path: Path) -> None:
        with running(tmp_path) as provider:
            asked = [sys.executable, "-m", "register.dev_idp.machine", "waterlede-machine"]
            printed = subprocess.run(asked, env=provider.environment, capture_output=True, text=True, timeout=30, check=True)

            identity = BearerTokens(provider.settings, clock=Now()).read(printed.stdout.strip())

        assert identity.client_id == "waterlede-machine"
