"""Debian's Chromium, driven as a person would use it, and axe, which looks for what keeps people out of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PROGRAM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
#: The engine of IBM Equal Access: another set of rules by other people, for what axe does not see.
ACE = Path(__file__).parents[1] / "node_modules/accessibility-checker-engine/ace.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start the browser, and close it afterwards."""
    assert PROGRAM.exists(), f"There is no {PROGRAM}. Install it with: sudo apt install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        yield browser
        browser.close()


def violations(page: Page, *, at_least: int = 1) -> list[str]:
    """Name the rules of WCAG 2.2 AA and good practice that the page breaks, with the elements that do.

    `at_least` is how many rules the page must fulfil: one with nothing on it breaks none either.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    assert len(found["passes"]) >= at_least, f"axe saw too little on {page.url}"
    return [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in found["violations"]]


def second_opinion(page: Page, *, at_least: int = 1) -> list[str]:
    """Name what another engine finds on the page that breaks WCAG 2.2 AA for certain; what a person must judge is not counted."""
    page.evaluate(ACE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async () => (await new ace.Checker().check(document, ['WCAG_2_2'])).results.map((each) => [...each.value, each])"
    )
    passed = [each for _sort, outcome, each in found if outcome == "PASS"]
    assert len(passed) >= at_least, f"the second engine saw too little on {page.url}"
    return [f"{each['ruleId']}: {each['snippet']}" for sort, outcome, each in found if sort == "VIOLATION" and outcome == "FAIL"]
