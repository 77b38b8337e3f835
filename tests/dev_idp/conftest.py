"""What the tests of the provider share: settings, the application, a browser without scripts."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.settings import Settings
from tests.dev_idp.wired import Hands, provider_app, settings_in


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture
def settings(key_folder: Path) -> Settings:
    return settings_in(key_folder)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def app(settings: Settings, hands: Hands) -> Flask:
    return provider_app(settings, hands)


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    return app.test_client()
