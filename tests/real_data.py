"""Real data, for tests that need more than examples: folders outside the repository, named by variables.

REGISTER_TEST_DATA names what other registers gave, REGISTER_TEST_SHAPES the SHACL shapes of DCAT-AP-NL.

Without it those tests are not run, and the run ends by saying how many they were. That is the one reason for which a
test may be left out: any other skip is a failure, because something that should have been installed is missing.
"""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

VARIABLE = "REGISTER_TEST_DATA"
SHAPES = "REGISTER_TEST_SHAPES"
NO_DATA = "no data"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Give the folder with real data, or leave the test out where there is none."""
    return _folder(VARIABLE)


@pytest.fixture(scope="session")
def shapes() -> Path:
    """Give the folder with the shapes, or leave the test out where there is none."""
    return _folder(SHAPES)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn every skip into a failure, except for want of data."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and NO_DATA not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out."""
    left_out = [report for report in terminalreporter.stats.get("skipped", []) if NO_DATA in str(report.longrepr)]
    if left_out:
        terminalreporter.write_line(f"{len(left_out)} tests not run: {NO_DATA}. {VARIABLE} and {SHAPES} can name folders with it.")


def _folder(variable: str) -> Path:
    name = os.environ.get(variable, "")
    if not name:
        pytest.skip(NO_DATA)
    folder = Path(name)
    assert folder.is_dir(), f"{variable} names a folder that is not there: {name}"
    return folder
