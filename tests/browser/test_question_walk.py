"""A question from a citizen to its answer: through the form, the mail server, the moderator and the body, as each of them sees it."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from register.jobs.clock import send_mail
from register.models import Entry, Mail, Question
from register.settings import MailSecurity
from tests.browser.conftest import Walk
from tests.browser.site import Site, Walker, standing
from tests.conftest import fresh_database
from tests.mail_server import Sink, listening

NAME = "Brieven herschrijven in begrijpelijke taal"
CITIZEN = "burger@post.example"
ASKED = "Kan ik ook zonder deze hulp een brief krijgen? Bel mij op 06 12345678."
PUBLIC = "Kan ik ook zonder deze hulp een brief krijgen? […]"
ANSWER = "Ja. Vraag het aan de balie, dan schrijft een medewerker de brief zelf."


@pytest.fixture(scope="module")
def sink() -> Sink:
    return Sink()


@pytest.fixture(scope="module")
def site(template_database: str, tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with fresh_database(template_database, folder) as url, listening(sink) as port:
        mail = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": MailSecurity.NONE}
        with standing(url, folder, **mail) as site:
            yield site


def deliver(site: Site) -> None:
    """Do what `register jobs` does each minute."""
    send_mail(site.wiring, site.wiring.clock.now())


def ask(citizen: Walker, path: str) -> None:
    """Write a question; it takes longer than a robot does."""
    citizen.go(f"{path}/vraag")
    citizen.page.locator("input[name='kind']").first.check(force=True)
    citizen.page.get_by_label("Uw vraag of melding").fill(ASKED)
    citizen.page.get_by_label("Uw e-mailadres").fill(CITIZEN)
    citizen.page.wait_for_timeout(3_100)
    citizen.press("Verstuur")


def public(reader: Walker, path: str) -> str:
    """Return what everyone reads; a browser may show for a minute what it has, unless it is asked to look again."""
    reader.open(path)
    reader.page.reload()
    return reader.look().inner_text("main").replace("\u00ad", "")


class TestQuestion:
    def test_goes_all_the_way_to_its_answer(self, walk: Walk, site: Site, sink: Sink) -> None:
        with site.wiring.database.reading() as session:
            published = select(Entry).where(Entry.publication_state == "published", Entry.title == NAME)
            entry = session.scalars(published).one()
            path, contact = f"/nl/registraties/{entry.number}", str(entry.published_document["contact"])
        citizen, moderator, editor = walk(), walk("moderator"), walk("editor-waterlede")

        ask(citizen, path)
        deliver(site)
        citizen.go(sink.link(CITIZEN, "/nl/vragen/"))
        assert ASKED in citizen.page.inner_text("main")
        citizen.press("Bevestig", exact=True)
        assert "Uw vraag telt mee" in citizen.page.inner_text("main")
        assert ASKED not in public(citizen, path), "nobody let it through yet"

        moderator.go("/backoffice/questions")
        moderator.press(re.compile("^Kan ik ook zonder"), role="link")
        assert moderator.page.locator("mark").all_inner_texts() == ["06 12345678 (telefoonnummer)"], "what looks private is marked"
        moderator.page.locator("#f-accept-text").fill(PUBLIC)
        moderator.press("Maak openbaar", exact=True)
        deliver(site)
        assert sink.letters(CITIZEN)[-1].startswith("Uw vraag is geplaatst")
        assert PUBLIC in public(citizen, path)

        assert PUBLIC in sink.letters(contact)[-1]
        assert CITIZEN not in sink.letters(contact)[-1], "the address is passed on to nobody who was not allowed it"
        editor.go(sink.link(contact, "/backoffice/questions/"))
        assert "06 12345678" not in editor.page.content()
        editor.page.get_by_label("Uw antwoord").fill(ANSWER)
        editor.press("Verstuur het antwoord")
        assert ANSWER not in public(citizen, path), "a moderator looks at the answer too"

        moderator.go("/backoffice/questions")
        moderator.press(re.compile("^Kan ik ook zonder"), role="link")
        moderator.press("Maak het antwoord openbaar", exact=True)
        deliver(site)
        assert ANSWER in public(citizen, path)
        assert ANSWER in sink.letters(CITIZEN)[-1]
        assert "06 12345678" not in citizen.page.content()

        with site.wiring.database.reading() as session:
            assert session.scalars(select(Mail)).all() == [], "a letter that was sent is not kept"
            assert session.scalars(select(Question.email)).one() == CITIZEN
