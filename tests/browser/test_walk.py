"""The main job, end to end, as people do it: from a product to a second version, through the eyes of two colleagues and of the public."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import requests
from playwright.sync_api import Page
from pypdf import PdfReader

from register.domain.principles.criteria import Principle, of
from tests.browser.conftest import Walk
from tests.browser.site import Walker

NAME = "Brieven over bijstand herschrijven"
REMARK = "Welke brieven zijn dit?"

#: What is answered about the AI Act; the rest is not known.
ACT = {
    "aiSystem": "yes",
    "gpaiKind": "gpai_system",
    "supplyRelation": "external_unmodified",
    "usesUnderOwnAuthority": "true",
    "bodyKind": "public_authority",
    "art2Exclusions": "none",
    "art5Practices": "none",
    "annexI.section": "none",
    "annexIiiPoints": "none",
    "art50Triggers": "synthetic_content",
}
EXCEPTIONS = ("art5Exceptions", "art50Exceptions")


def fill(page: Page, texts: dict[str, str]) -> None:
    """Type into the controls with these ids."""
    for control, text in texts.items():
        page.locator(f"[id='f-{control}']").fill(text)


def choose(page: Page, words: str) -> None:
    """Choose an answer by its words: the whole row of a choice can be pressed."""
    page.locator(".reg-choice label").get_by_text(words, exact=True).click()


def begin_from_product(editor: Walker) -> str:
    """Begin a registration with a product that is generative AI; return its number."""
    editor.press("Nieuwe registratie", role="link")
    editor.press("Met een product", role="link")
    editor.press("Dossierlezer", role="link")
    editor.page.get_by_label("Hoe heet het?").fill(NAME)
    editor.press("Begin", exact=True)
    return editor.page.url.split("/registrations/")[1].split("/")[0]


def write(editor: Walker) -> None:
    """Fill in all that is asked of generative AI in use, section by section."""
    page = editor.page
    fill(page, {"summary-nl": "Herschrijft brieven over bijstand in begrijpelijke taal.", "contact": "algoritmes@waterlede.example"})
    choose(page, "Sociale zekerheid")
    choose(page, "In gebruik")
    page.locator("#f-start_month").select_option("3")
    page.locator("#f-start_month-year").fill("2026")
    editor.press("Opslaan en verder")
    choose(page, "Helpt")
    fill(page, {"affected_groups-nl": "Mensen met bijstand.", "human_intervention-nl": "Een medewerker leest elke brief."})
    choose(page, "Gewone persoonsgegevens")
    editor.press("Voeg een rij toe")
    remedy = page.locator("fieldset.reg-set__row").first
    remedy.locator("select").select_option("objection")
    remedy.locator("textarea").first.fill("Schrijf binnen zes weken een brief.")
    editor.press("Opslaan en verder")
    fill(page, {"purpose-nl": "Mensen begrijpen de brief meteen.", "legal_basis-nl": "Artikel 4:1 van de Algemene wet bestuursrecht."})
    page.locator("#f-impact_assessments").click()
    page.wait_for_load_state()
    toets = page.locator("fieldset.reg-set__row").first
    toets.locator("select").nth(0).select_option("dpia")
    toets.locator("select").nth(1).select_option("done")
    editor.press("Opslaan en verder")
    editor.press("Opslaan en verder")
    fill(page, {"permitted_uses-nl": "Brieven herschrijven.", "input_policy-nl": "Geen gegevens over kinderen."})
    editor.press("Opslaan en verder")
    answer_about_the_act(editor)
    assess(editor)
    fill(page, {"review_by": "1", "review_by-month": "9", "review_by-year": "2027"})


def answer_about_the_act(editor: Walker) -> None:
    """Answer the questions about the AI Act until none is left."""
    editor.press("Begin met de vragen", role="link")
    while "/ai-act/" in editor.page.url:
        name = editor.page.url.rsplit("/", 1)[1]
        for control in {str(each.get_attribute("name")) for each in editor.page.locator("fieldset input").all()}:
            is_day = control.endswith(("-day", "-month", "-year"))
            if not is_day and (control != name or name not in EXCEPTIONS):
                answer = ACT.get(control, "none" if control.startswith(EXCEPTIONS) else "unknown")
                editor.page.locator(f"input[name='{control}'][value='{answer}']").first.check(force=True)
        editor.press("Bewaar en ga verder")
    assert "Alle vragen die ertoe doen, zijn beantwoord." in editor.page.content()
    assert "Openheid nodig" in editor.page.content()


def assess(editor: Walker) -> None:
    """Answer the core criteria of the four principles that the product leaves open."""
    entry = editor.page.url.split("/ai-act")[0].removeprefix(editor.site.address)
    for principle in Principle:
        editor.go(f"{entry}/sections/{principle}")
        for criterion in of(principle):
            if criterion.is_core and not criterion.from_product:
                editor.page.locator(f"input[name='{criterion.key}.answer'][value='met']").check(force=True)
        editor.press("Opslaan en verder")


def submit(editor: Walker, number: str) -> None:
    editor.go(f"/backoffice/registrations/{number}/missing")
    assert "Alles wat nodig is om te publiceren, is er." in editor.page.content(), editor.page.locator("main").inner_text()
    editor.press("Dien in")
    assert "Ingediend. Een collega kan het nu nakijken." in editor.page.content()


def changes(address: str) -> Iterator[dict[str, Any]]:
    """Give every change that the API tells of, page after page."""
    page: str | None = f"{address}/api/v1/changes?since=0&limit=100"
    while page:
        told = requests.get(page, timeout=10).json()
        yield from told["items"]
        page = told["next"]


class TestMainJob:
    def test_goes_from_a_product_to_a_second_version(self, walk: Walk) -> None:
        editor, reviewer, citizen = walk("editor-waterlede"), walk("reviewer-waterlede"), walk()

        number = begin_from_product(editor)
        write(editor)
        editor.press("Opslaan en verder")
        assert editor.page.url.endswith("/missing")
        submit(editor, number)

        reviewer.go("/backoffice")
        reviewer.press(re.compile(f"Nakijken.*{NAME}"), role="link")
        reviewer.page.locator("summary", has_text="bij ‘Wat doet het?’").click()
        reviewer.page.locator("#f-remark-summary").fill(REMARK)
        choose(reviewer.page, "Stuur terug")
        reviewer.page.get_by_label("Waarom stuurt u terug?").fill("Bijna goed.")
        reviewer.press("Bevestig besluit")
        assert "Teruggestuurd naar de schrijvers, met 1 opmerking." in reviewer.page.content()

        editor.go("/backoffice")
        assert "Teruggestuurd met 1 opmerking" in editor.page.content()
        editor.press(re.compile(f"Verbeteren.*{NAME}"), role="link")
        editor.press("Wijzig", role="link", exact=True)
        editor.go(f"/backoffice/registrations/{number}/sections/identification")
        assert REMARK in editor.page.content()
        fill(editor.page, {"summary-nl": "Herschrijft brieven over het toekennen van bijstand in begrijpelijke taal."})
        editor.press("Sla op, en handel deze opmerking af")
        assert REMARK not in editor.page.content()
        submit(editor, number)

        reviewer.go(f"/backoffice/registrations/{number}/review")
        choose(reviewer.page, "Goed, publiceer")
        reviewer.press("Bevestig besluit")
        assert "Gepubliceerd als versie 1." in reviewer.page.content()
        reviewer.press("Bekijk de openbare bladzijde", role="link")
        assert "toekennen van bijstand" in reviewer.page.content()

        self.is_public_at_once(citizen, number)

        editor.go(f"/backoffice/registrations/{number}/sections/meaning")
        fill(editor.page, {"affected_groups-nl": "Mensen met bijstand en hun partners."})
        editor.press("Opslaan en verder")
        editor.go(f"/backoffice/registrations/{number}/sections/upkeep")
        fill(editor.page, {"change_note-nl": "Ook partners krijgen een brief."})
        editor.press("Opslaan", exact=True)
        submit(editor, number)
        reviewer.go(f"/backoffice/registrations/{number}/review")
        assert reviewer.page.locator(".reg-diff__body ins").first.inner_text().strip() == "en hun partners"
        choose(reviewer.page, "Goed, publiceer")
        reviewer.press("Bevestig besluit")
        assert "Gepubliceerd als versie 2." in reviewer.page.content()

        citizen.go(f"/nl/registraties/{number}/versies?from=1&to=2")
        assert citizen.page.locator(".reg-diff__body ins").first.inner_text().strip() == "en hun partners"
        assert "Ook partners krijgen een brief." in citizen.page.content()

    @staticmethod
    def is_public_at_once(citizen: Walker, number: str) -> None:
        """See it on the page in two languages, as JSON, as PDF, and among the changes."""
        address = citizen.site.address
        citizen.go(f"/nl/registraties/{number}")
        assert NAME in citizen.page.content()
        citizen.go(f"/en/registrations/{number}")
        document = requests.get(f"{address}/nl/registraties/{number}.json", timeout=10).json()
        assert document["number"] == number
        served = requests.get(f"{address}/api/v1/registrations/{number}", timeout=10)
        assert served.status_code == 200
        assert NAME in served.text
        printed = requests.get(f"{address}/nl/registraties/{number}.pdf", timeout=60)
        assert printed.headers["Content-Type"] == "application/pdf"
        assert NAME in PdfReader(BytesIO(printed.content)).pages[0].extract_text().replace("\n", " ")
        citizen.go("/nl/wijzigingen")
        assert NAME in citizen.page.content()
        assert number in {change["object"]["number"] for change in changes(address) if change["object"]}
