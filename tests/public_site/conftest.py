"""A register with one of everything, for the pages to show."""

from dataclasses import replace

import pytest

from register.settings import Settings
from register.wiring import Wiring
from tests.factories import FixedClock
from tests.public_site.world import World, build


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Let the tests ask as often as they like."""
    return replace(settings, rate_limit_public="1000000/minute", rate_limit_asking="1000000/minute")


@pytest.fixture
def world(wiring: Wiring, clock: FixedClock) -> World:
    """Return the numbers of a register with one of everything."""
    return build(wiring, clock)
