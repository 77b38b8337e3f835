"""The provider and the register's login beside it in one process, joined without sockets."""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from flask import Flask
from flask.testing import FlaskClient
from requests.adapters import BaseAdapter
from werkzeug.test import TestResponse

from register.dev_idp import create_app
from register.dev_idp.clients import CALLBACK_PATH
from register.settings import Settings

PORT = 8001
VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


@dataclass
class Hands:
    """The clock of the provider, and the letterbox of the logout tokens that it sends."""

    moment: int = 1_795_176_000
    delivered: list[tuple[str, str]] = field(default_factory=list)

    def time(self) -> int:
        return self.moment

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.moment, UTC)

    def deliver(self, address: str, token: str) -> None:
        self.delivered.append((address, token))


class Wired(BaseAdapter):
    """Carries the requests of the register into the provider's application."""

    def __init__(self, app: Flask) -> None:
        super().__init__()
        self.app = app

    def send(self, request: requests.PreparedRequest, *more: Any, **options: Any) -> requests.Response:
        answer = self.app.test_client().open(
            str(request.url), method=request.method, headers=list(request.headers.items()), data=request.body
        )
        response = requests.Response()
        response.status_code, response.raw = answer.status_code, BytesIO(answer.data)
        response.url, response.request = str(request.url), request
        return response

    def close(self) -> None:
        """Do as a transport must; there is nothing to close."""


def settings_in(folder: Path, **changes: Any) -> Settings:
    """Return settings whose keys are in this folder."""
    return Settings(**{"oidc_private_key": str(folder / "register.pem"), "dev_idp_port": PORT, **changes})


def provider_app(settings: Settings, hands: Hands) -> Flask:
    return create_app(settings, now=hands.time, deliver=hands.deliver)


def request_for(settings: Settings, **changes: str | None) -> dict[str, str]:
    """Return what the register asks when somebody logs in."""
    asked = {
        "response_type": "code",
        "client_id": settings.oidc_client_id,
        "redirect_uri": settings.base_url + CALLBACK_PATH,
        "scope": "openid profile email",
        "state": "state-1",
        "nonce": "nonce-1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        **changes,
    }
    return {key: value for key, value in asked.items() if value is not None}


def hidden(page: TestResponse, name: str) -> str:
    """Return the value of a hidden field of a form."""
    return hidden_in(page.text, name)


def hidden_in(text: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', text)
    assert found, text
    return found[1]


def choose(browser: FlaskClient, page: TestResponse, subject: str) -> TestResponse:
    """Press the button of an account."""
    form = {"subject": subject, "csrf": hidden(page, "csrf"), "asked": hidden(page, "asked")}
    return browser.post("/login", data=form, base_url=f"http://localhost:{PORT}")


def said(answer: TestResponse) -> dict[str, str]:
    """Return what an answer tells the client in its address."""
    return {key: values[0] for key, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}
