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
#: Both engines tell a megabyte of all that is well, which takes longer to read here than to find there: only its number is fetched.
_AXE_LOOKS = """async (rules) => {
  const found = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  return [found.passes.length, found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.html)])];
}"""
_ACE_LOOKS = """async () => {
  const found = (await new ace.Checker().check(document, ["WCAG_2_2"])).results;
  const wrong = found.filter(({ value: [sort, outcome] }) => sort === "VIOLATION" && outcome === "FAIL");
  return [found.filter(({ value }) => value[1] === "PASS").length, wrong.map((each) => [each.ruleId, each.snippet])];
}"""


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
    passed, wrong = page.evaluate(_AXE_LOOKS, RULES)
    assert passed >= at_least, f"axe saw too little on {page.url}"
    return [f"{rule}: {nodes}" for rule, nodes in wrong]


def second_opinion(page: Page, *, at_least: int = 1) -> list[str]:
    """Name what another engine finds on the page that breaks WCAG 2.2 AA for certain; what a person must judge is not counted."""
    page.evaluate(ACE.read_text(encoding="utf-8"))
    passed, wrong = page.evaluate(_ACE_LOOKS)
    assert passed >= at_least, f"the second engine saw too little on {page.url}"
    return [f"{rule}: {snippet}" for rule, snippet in wrong]
