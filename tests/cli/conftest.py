"""The register's command line inside the test's own process, on the test's own database."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from register.cli import group
from register.wiring import Wiring

Command = Callable[..., Result]


@pytest.fixture
def register(wiring: Wiring) -> Command:
    """Give a function that runs `register …` with the words that it gets."""

    def run(*words: str, answer: str = "") -> Result:
        result = CliRunner().invoke(group, list(words), obj=wiring, input=answer)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
