"""A register with one of everything, for the pages to show."""

import pytest

from register.wiring import Wiring
from tests.factories import FixedClock
from tests.public_site.world import World, build


@pytest.fixture
def world(wiring: Wiring, clock: FixedClock) -> World:
    """Return the numbers of a register with one of everything."""
    return build(wiring, clock)
