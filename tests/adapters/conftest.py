"""What the tests of logins and tokens share: an identity provider without sockets, and the adapter that trusts it."""

from pathlib import Path

import pytest

from register.adapters.oidc import OpenIdProvider
from tests.adapters.forged_provider import ForgedProvider, settings


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "register.pem"


@pytest.fixture
def forged() -> ForgedProvider:
    return ForgedProvider()


@pytest.fixture
def oidc(forged: ForgedProvider, key_file: Path) -> OpenIdProvider:
    return OpenIdProvider(settings(str(key_file)), clock=forged.clock, transport=forged.wire)
