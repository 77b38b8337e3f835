"""Every page of the work place, in both languages and on every screen: nothing for axe to find, nothing off the screen, nothing refused."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from register.models import Entry, Organisation, Product
from tests.browser.conftest import Walk
from tests.browser.site import Site, Walker, walking

pytestmark = pytest.mark.looks

E = "/backoffice/registrations/{entry}"
#: Account → pages. `{entry}` is a draft of a published registration, `{review}` one in review, `{body}` and `{product}` numbers.
PAGES = {
    "editor-waterlede": (
        "/backoffice", "/backoffice?tab=drafts", "/backoffice?tab=colleagues", "/backoffice/logged-in", "/backoffice/organisation",
        "/backoffice/registrations", "/backoffice/registrations?q=niets", "/backoffice/registrations/new",
        "/backoffice/registrations/new/products", "/backoffice/registrations/new/products/{product}",
        "/backoffice/registrations/new/copies", "/backoffice/registrations/new/copies/{entry}", E, f"{E}/sections/identification",
        f"{E}/sections/meaning?add=remedies:abcdef", f"{E}/sections/responsible_use", f"{E}/sections/operation",
        f"{E}/sections/generative_ai", f"{E}/ai-act", f"{E}/ai-act/aiSystem", f"{E}/ai-act/annexIiiPoints",
        f"{E}/ai-act/placedOnMarketOn", f"{E}/ai-act/art50Exceptions", f"{E}/sections/safe",
        f"{E}/sections/upkeep", f"{E}/missing", f"{E}/review", f"{E}/preview", f"{E}/product",
        f"{E}/discard", "/backoffice/products", "/backoffice/products/{product}", "/backoffice/team", "/backoffice/registrations/123456788",
    ),
    "reviewer-waterlede": ("/backoffice", "/backoffice/registrations/{review}/review", f"{E}/withdraw", f"{E}/restriction"),
    "admin-waterlede": ("/backoffice/team", "/backoffice/organisations/{body}", "/backoffice/redactions", f"{E}/versions/1/redaction"),
    "administrator": (
        "/backoffice", "/backoffice/organisations", "/backoffice/organisations/new", "/backoffice/organisations/{body}",
        "/backoffice/organisations/{body}/members", "/backoffice/people", "/backoffice/clients", "/backoffice/redactions",
        "/backoffice/products", "/backoffice/products/new", "/backoffice/products/{product}", "/backoffice/products/{product}/sections/own",
        "/backoffice/products/{product}/sections/operation",
    ),
    "regulator": ("/backoffice", "/backoffice/records?q=brieven", "/backoffice/records/{entry}"),
    "auditor": ("/backoffice", "/backoffice/audit?verify=1", "/backoffice/team"),
    "newcomer": ("/backoffice/welcome",),
}  # fmt: skip
SCREENS = ((1280, "nl", "light"), (320, "en", "dark"))


@pytest.fixture(scope="module")
def numbers(site: Site) -> dict[str, str]:
    """Return the numbers that the addresses need."""
    with site.wiring.database.reading() as session:
        body = session.scalars(select(Organisation).where(Organisation.folded_name == "gemeente waterlede")).one()
        of_body = select(Entry.number).where(Entry.organisation_id == body.id)
        return {
            "body": body.number,
            "entry": session.scalars(of_body.where(Entry.draft_state == "drafting", Entry.publication_state == "published")).first() or "",
            "review": session.scalars(of_body.where(Entry.draft_state == "in_review")).first() or "",
            "product": session.scalars(select(Product.number)).first() or "",
        }


@pytest.fixture
def look(chromium: Browser, site: Site) -> Iterator[Walk]:
    """Give somebody a browser that keeps what it refuses and complains of."""
    with ExitStack() as stack:

        def looking(account: str, *, width: int, scheme: str) -> Walker:
            walker = stack.enter_context(walking(chromium, site, width=width, scheme=scheme))
            walker.page.on("console", lambda message: walker.complain(message.type, message.text))
            walker.page.on("pageerror", lambda error: walker.complain("error", str(error)))
            walker.log_in(account)
            return walker

        yield looking


class TestEveryPage:
    @pytest.mark.parametrize(("width", "chosen", "scheme"), SCREENS)
    @pytest.mark.parametrize("account", PAGES)
    def test_can_be_used_by_everyone(self, look: Walk, numbers: dict[str, str], account: str, width: int, chosen: str, scheme: str) -> None:
        walker = look(account, width=width, scheme=scheme)
        speak(walker, chosen)
        wide = []

        for path in PAGES[account]:
            page = walker.go(path.format(**numbers))
            assert page.locator("html").get_attribute("lang") == chosen
            assert page.locator("h1").count() == 1, path
            if page.evaluate("document.documentElement.scrollWidth") != width:
                wide.append(path)

        assert walker.found == {}
        assert wide == []
        assert [each for each in walker.complaints if "404" not in each] == []


def speak(walker: Walker, chosen: str) -> None:
    """Choose the language at the foot of the page."""
    button = walker.page.get_by_role("button", name=re.compile("^(English|Nederlands)$"))
    if (button.inner_text() == "English") is (chosen == "en"):
        with walker.page.expect_navigation():
            button.click()
