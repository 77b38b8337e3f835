"""Products at work: described by administrators, published by a second one, taken over by whoever uses them."""

import pytest
from sqlalchemy import select

from register.domain.permissions import Role
from register.models import Entry, Organisation, Product
from register.services import products
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Page
from tests.factories import NOON, actor, draft

DOCUMENT = {
    "name": {"nl": "Dossierlezer"}, "summary": {"nl": "Leest dossiers."}, "kind": "generative_ai", "techniques": ["generative"],
    "methods": {"nl": "<p>Een groot taalmodel.</p>"}, "change_note": {"nl": "Eerste versie"},
}  # fmt: skip


@pytest.fixture
def writer(hire: Hire) -> Worker:
    return hire("Bregje Beheerder", (Role.ADMINISTRATOR, None))


@pytest.fixture
def second(hire: Hire) -> Worker:
    return hire("Tweede Beheerder", (Role.ADMINISTRATOR, None))


@pytest.fixture
def number(wiring: Wiring) -> str:
    """Return the number of a published product."""
    with wiring.database.transaction() as session:
        made = products.create(session, products.prepared(DOCUMENT, now=NOON), actor=actor(Role.ADMINISTRATOR), now=NOON)
        products.publish(session, made.number, revision=1, actor=actor(Role.ADMINISTRATOR), now=NOON)
        return made.number


def newer(wiring: Wiring, number: str, **changes: object) -> None:
    """Publish another version."""
    with wiring.database.transaction() as session:
        found = session.scalars(select(Product).where(Product.number == number)).one()
        document = {**found.document, "change_note": {"nl": "Nieuw model"}, **changes}
        saved = products.save(
            session, number, products.prepared(document, now=NOON), revision=found.revision, actor=actor(Role.ADMINISTRATOR), now=NOON
        )
        products.publish(session, number, revision=saved.revision, actor=actor(Role.ADMINISTRATOR), now=NOON)


class TestWrite:
    def test_goes_from_a_name_to_a_first_version(self, writer: Worker, second: Worker, wiring: Wiring) -> None:
        form = writer.page("/products/new").form("/products/new").put("name", "Dossierlezer")
        first, again = writer.send(form), writer.send(form)
        assert first.headers["Location"] == again.headers["Location"]
        own = writer.follow(first).form("/sections/own")
        number = own.action.split("/")[3]
        writer.follow(writer.send(own.put("summary.nl", "Leest dossiers.").put("change_note.nl", "Eerste versie"), ("then", "next")))
        kind = writer.page(f"/products/{number}/sections/identification").form("/identification").put("kind", "generative_ai")
        writer.follow(writer.send(kind))

        assert "U mag niet publiceren, want u schreef mee." in writer.page(f"/products/{number}").words
        press = second.page(f"/products/{number}").form("/publish")
        second.follow(second.send(press))
        page = second.follow(second.send(press))

        assert "Gepubliceerd als versie 1." in page.words
        with wiring.database.reading() as session:
            assert len(session.scalars(select(Product)).one().versions) == 1

    def test_lists_what_is_missing_to_publish(self, writer: Worker, second: Worker) -> None:
        writer.send(writer.page("/products/new").form("/products/new").put("name", "Dossierlezer"))
        number = second.page("/products").href("Dossierlezer").split("/")[-1]

        answer = second.send(second.page(f"/products/{number}").form("/publish"))

        page = Page(answer.text)
        assert answer.status_code == 400
        assert page.href("Samenvatting: vul dit in") == f"/backoffice/products/{number}/sections/own#f-summary-nl"
        assert page.href("Soort: vul dit in") == f"/backoffice/products/{number}/sections/identification#f-kind"

    def test_loses_nothing_when_two_write(self, writer: Worker, second: Worker, number: str) -> None:
        path = f"/products/{number}/sections/operation"
        mine, theirs = (worker.page(path).form("/operation") for worker in (writer, second))
        second.follow(second.send(theirs.put("methods.nl", "Een klein taalmodel.")))

        answer = writer.send(mine.put("methods.nl", "Twee taalmodellen."))

        page = Page(answer.text)
        assert answer.status_code == 412
        assert page.form("/operation").one("methods.nl") == "Twee taalmodellen."
        assert "klein" in page.words

    def test_says_what_a_product_needs(self, writer: Worker, number: str) -> None:
        page = writer.page(f"/products/{number}/sections/own")

        assert "Hoe heet het product? (nodig om te publiceren)" in page.words
        assert "indienen" not in page.words

    def test_asks_for_no_gap_and_no_withholding(self, writer: Worker, number: str) -> None:
        form = writer.page(f"/products/{number}/sections/operation").form("/operation")

        assert not any(name.startswith(("gaps.", "withheld.")) for name in form.values)

    @pytest.mark.parametrize("name", ["", "x" * 101])
    def test_needs_a_name(self, writer: Worker, name: str) -> None:
        assert writer.send(writer.page("/products/new").form("/products/new").put("name", name)).status_code == 400

    def test_shows_a_second_administrator_what_changed(self, writer: Worker, second: Worker, number: str) -> None:
        form = writer.page(f"/products/{number}/sections/operation").form("/operation").put("methods.nl", "Een klein taalmodel.")
        writer.follow(writer.send(form))

        page = second.page(f"/products/{number}")

        assert "Wat er verandert in versie 2" in page.words
        assert "klein" in page.words


class TestRead:
    def test_hides_what_was_never_published(self, writer: Worker, editor: Worker) -> None:
        writer.send(writer.page("/products/new").form("/products/new").put("name", "Dossierlezer"))
        number = writer.page("/products").href("Dossierlezer").split("/")[-1]

        assert "Dossierlezer" not in editor.page("/products").words
        assert editor.get(f"/products/{number}").status_code == 404
        assert editor.get(f"/products/{number}/sections/own").status_code == 404
        assert editor.get(f"/registrations/new/products/{number}").status_code == 404

    def test_shows_only_what_it_says(self, editor: Worker, number: str) -> None:
        assert "Niet ingevuld" not in editor.page(f"/products/{number}").words

    def test_is_for_everyone_at_work(self, editor: Worker, number: str) -> None:
        page = editor.page(f"/products/{number}")

        assert "Een groot taalmodel." in page.words
        assert page.href("Registreer het") == f"/backoffice/registrations/new/products/{number}"


class TestTakeOver:
    @pytest.fixture
    def entry(self, wiring: Wiring, editor: Worker, waterlede: Organisation, number: str) -> str:
        with wiring.database.transaction() as session:
            pin = {"number": number, "version": 1}
            return draft(session, waterlede, by=editor.actor, product=pin, kind=None, techniques=None).number

    def document(self, wiring: Wiring, entry: str) -> dict[str, object]:
        with wiring.database.reading() as session:
            return session.scalars(select(Entry).where(Entry.number == entry)).one().document

    def test_tells_what_a_newer_version_changes(self, editor: Worker, wiring: Wiring, number: str, entry: str) -> None:
        newer(wiring, number, methods={"nl": "<p>Een klein taalmodel.</p>"})

        work, product, page = editor.page(""), editor.page(f"/products/{number}"), editor.page(f"/registrations/{entry}/product")

        assert "Dossierlezer heeft een nieuwe versie." in work.words
        assert "Gebruikt versie 1." in product.words
        assert "Overnemen verandert 1 antwoord van deze registratie." in page.words
        assert "klein" in page.words

    def test_is_an_edit_like_any_other(self, editor: Worker, wiring: Wiring, number: str, entry: str) -> None:
        newer(wiring, number)
        form = editor.page(f"/registrations/{entry}/product").forms[1].put("product", f"{number}:2")

        editor.follow(editor.send(form))
        page = editor.follow(editor.send(form))

        assert "De versie van het product is aangepast." in page.words
        assert self.document(wiring, entry)["product"] == {"number": number, "version": 2}

    def test_can_end(self, editor: Worker, wiring: Wiring, entry: str) -> None:
        form = next(form for form in editor.page(f"/registrations/{entry}/product").forms if form.action.endswith("/product"))

        editor.follow(editor.send(form.put("product", "none")))

        assert "product" not in self.document(wiring, entry)

    @pytest.mark.parametrize("chosen", ["", "x:1", "123456788:1", "\x00:1"])
    def test_of_what_is_not_there_is_refused(self, editor: Worker, entry: str, chosen: str) -> None:
        assert editor.post(f"/registrations/{entry}/product", product=chosen, revision="1").status_code == 404

    def test_of_an_unpublished_version_is_refused(self, editor: Worker, entry: str, number: str) -> None:
        assert editor.post(f"/registrations/{entry}/product", product=f"{number}:9", revision="1").status_code == 404

    def test_after_a_colleague_saved_asks_again(self, editor: Worker, wiring: Wiring, number: str, entry: str) -> None:
        newer(wiring, number)

        answer = editor.post(f"/registrations/{entry}/product", product=f"{number}:2", revision="99")

        assert answer.status_code == 412
        assert "Een collega bewaarde intussen iets." in Page(answer.text).words
