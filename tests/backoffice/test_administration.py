"""Bodies, people, machines: who gives whom which role, and what is told of a body."""

import pytest
from sqlalchemy import select

from register.domain.permissions import Permission, Role
from register.models import Client, Membership, Organisation, Person
from register.ports import MachineIdentity
from register.services import clients
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.backoffice.pages import Form, Page
from tests.factories import NOON, actor


@pytest.fixture
def manager(hire: Hire, waterlede: Organisation) -> Worker:
    return hire("Anouk Regelaar", (Role.ORGANISATION_ADMIN, waterlede))


@pytest.fixture
def administrator(hire: Hire) -> Worker:
    return hire("Bregje Beheerder", (Role.ADMINISTRATOR, None))


def held(wiring: Wiring, name: str) -> set[tuple[str, int | None]]:
    with wiring.database.reading() as session:
        found = session.execute(select(Membership.role, Membership.organisation_id).join(Person).where(Person.name == name))
        return {(str(role), organisation) for role, organisation in found}


def body(wiring: Wiring, number: str) -> Organisation:
    with wiring.database.reading() as session:
        return session.scalars(select(Organisation).where(Organisation.number == number)).one()


class TestTeam:
    def test_gives_a_role_by_code(self, manager: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation) -> None:
        code = hire("Nina Nieuwkomer").person.code
        form = manager.page("/team").form("/members").put("code", f" {code[:4].lower()} {code[4:]}").put("role", "editor")

        manager.follow(manager.send(form))
        page = manager.follow(manager.send(form))

        assert "De rol is gegeven. Die werkt meteen." in page.words
        assert "Nina Nieuwkomer" in page.words
        assert held(wiring, "Nina Nieuwkomer") == {("editor", waterlede.id)}

    @pytest.mark.parametrize("code", ["", "NIEMAND8", "a\x00b", "☃"])
    def test_knows_only_codes_that_were_read_out(self, manager: Worker, code: str) -> None:
        form = manager.page("/team").form("/members").put("code", code).put("role", "reviewer")

        answer = manager.send(form)

        page = Page(answer.text)
        assert answer.status_code == 400
        assert page.href("Er is niemand met deze code.") == "#f-code"
        assert page.form("/members").values["role"] == ["reviewer"]

    @pytest.mark.parametrize("role", ["", "administrator", "auditor", "nonsense"])
    def test_gives_only_roles_of_a_body(self, manager: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation, role: str) -> None:
        code = hire("Nina Nieuwkomer").person.code

        assert manager.post(f"/organisations/{waterlede.number}/members", code=code, role=role).status_code == 400
        assert held(wiring, "Nina Nieuwkomer") == set()

    def test_takes_a_role_away_after_asking(self, manager: Worker, editor: Worker, wiring: Wiring) -> None:
        question = manager.page(manager.page("/team").href("Neem af: Redacteur, Sanne Schrijver"))
        form = question.form("/editor")

        manager.follow(manager.send(form))
        page = manager.follow(manager.send(form))

        assert "Wilt u Sanne Schrijver de rol van Redacteur afnemen?" in question.words
        assert "De rol is afgenomen." in page.words
        assert held(wiring, "Sanne Schrijver") == set()
        assert editor.get("/registrations").headers["Location"] == "/backoffice/welcome"

    def test_shows_colleagues_but_no_buttons_to_an_editor(self, editor: Worker, manager: Worker) -> None:
        page = editor.page("/team")

        assert "Anouk Regelaar" in page.words
        assert not any("Neem af" in words for words, _ in page.links)

    def test_of_another_body_is_not_there(self, manager: Worker, delta: Organisation) -> None:
        assert manager.get(f"/organisations/{delta.number}/members").status_code == 404

    def test_leads_administrators_to_all_bodies(self, administrator: Worker) -> None:
        assert "Organisaties" in administrator.follow(administrator.get("/team")).words

    def test_says_so_to_those_without_one(self, hire: Hire) -> None:
        assert "U hebt geen team bij een organisatie." in hire("Iemand", (Role.AUDITOR, None)).page("/team").words


class TestOrganisation:
    def form(self, worker: Worker, number: str) -> Form:
        return worker.page(f"/organisations/{number}").form(number)

    def test_changes_website_and_contact_itself(self, manager: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        form = self.form(manager, waterlede.number).put("website", "https://www.waterlede.example").put("contact", "ai@waterlede.example")

        manager.follow(manager.send(form))
        page = manager.follow(manager.send(form))

        assert "Opgeslagen. Het staat op de openbare bladzijde." in page.words
        assert body(wiring, waterlede.number).website == "https://www.waterlede.example"

    def test_does_not_change_its_name_itself(self, manager: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        form = self.form(manager, waterlede.number)
        assert "names.nl" not in form.values

        assert manager.send(form.put("names.nl", "Rijk")).status_code == 403
        assert body(wiring, waterlede.number).names["nl"] == "Gemeente Waterlede"

    def test_gives_back_what_cannot_be(self, manager: Worker, waterlede: Organisation) -> None:
        answer = manager.send(self.form(manager, waterlede.number).put("website", "www.waterlede.example").put("contact", "niemand"))

        page = Page(answer.text)
        assert answer.status_code == 400
        assert page.title.startswith("Fout: 2 velden.")
        assert page.form(waterlede.number).one("website") == "www.waterlede.example"

    def test_keeps_both_texts_when_somebody_was_first(
        self, manager: Worker, administrator: Worker, wiring: Wiring, waterlede: Organisation
    ) -> None:
        mine, theirs = self.form(manager, waterlede.number), self.form(administrator, waterlede.number)
        administrator.follow(administrator.send(theirs.put("website", "https://een.example")))

        answer = manager.send(mine.put("website", "https://twee.example"))

        page = Page(answer.text)
        assert answer.status_code == 412
        assert "https://een.example" in page.words
        again = page.form(waterlede.number)
        assert again.one("website") == "https://twee.example"
        manager.follow(manager.send(again))
        assert body(wiring, waterlede.number).website == "https://twee.example"

    def test_chooses_the_single_flow_once_it_is_allowed(
        self, manager: Worker, administrator: Worker, wiring: Wiring, waterlede: Organisation
    ) -> None:
        path = f"/organisations/{waterlede.number}"
        assert manager.post(f"{path}/flow", what="choose", flow="single").status_code == 409
        assert manager.post(f"{path}/flow", what="allow", flow="single").status_code == 403

        administrator.follow(administrator.post(f"{path}/flow", what="allow", flow="single"))
        page = manager.follow(manager.post(f"{path}/flow", what="choose", flow="single"))

        assert "Opgeslagen. Op de openbare bladzijde staat hoe u publiceert." in page.words
        assert body(wiring, waterlede.number).is_single_flow

    def test_is_added_by_an_administrator(self, administrator: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        form = administrator.page("/organisations/new").form("/organisations/new")
        form.put("names.nl", "Dienst Sluizen").put("names.en", "Locks Agency").put("type", "agency").put("parent", waterlede.number)
        form.put("tooi", "https://identifier.overheid.nl/tooi/id/oorg/oorg10001")

        page = administrator.follow(administrator.send(form))

        assert "De organisatie is toegevoegd." in page.words
        with wiring.database.reading() as session:
            made = session.scalars(select(Organisation).where(Organisation.folded_name == "dienst sluizen")).one()
        assert (made.type, made.parent_id, made.names["en"]) == ("agency", waterlede.id, "Locks Agency")

    @pytest.mark.parametrize(
        ("name", "typed", "at"),
        [
            ("names.nl", "", "names-nl"),
            ("names.nl", "Gemeente WATERLEDE", "names-nl"),
            ("tooi", "gm0001", "tooi"),
            ("names.nl", "a\x00b", "names-nl"),
        ],
    )
    def test_that_cannot_be_added_comes_back(self, administrator: Worker, waterlede: Organisation, name: str, typed: str, at: str) -> None:
        form = administrator.page("/organisations/new").form("/organisations/new").put("names.nl", "Dienst Sluizen")

        answer = administrator.send(form.put(name, typed))

        assert answer.status_code == 400
        assert f'href="#f-{at}"' in answer.text
        assert Page(answer.text).form("/organisations/new").one(name) == typed.strip()

    def test_is_found_by_words(self, administrator: Worker, waterlede: Organisation, delta: Organisation) -> None:
        page = administrator.page("/organisations?q=wátersch")

        assert "Waterschap Delta" in page.words
        assert "Gemeente Waterlede" not in page.words


class TestPeople:
    def test_get_a_role_in_the_whole_register(self, administrator: Worker, hire: Hire, wiring: Wiring) -> None:
        code = hire("Arjen Spoorzoeker").person.code
        form = administrator.page("/people").form("/people").put("code", code).put("role", "auditor")

        administrator.follow(administrator.send(form))
        administrator.follow(administrator.send(form))

        assert held(wiring, "Arjen Spoorzoeker") == {("auditor", None)}

    def test_who_regulate_get_a_remit(
        self, administrator: Worker, hire: Hire, wiring: Wiring, waterlede: Organisation, delta: Organisation
    ) -> None:
        code = hire("Tarik Toezicht").person.code
        form = administrator.page("/people").form("/people").put("code", code).put("role", "regulator")

        administrator.follow(administrator.send(form.put("organisations", delta.number).put("themes", "law", "nonsense")))

        with wiring.database.reading() as session:
            remit = session.scalars(select(Membership.remit).where(Membership.role == Role.REGULATOR)).one()
        assert remit == {"organisations": [delta.number], "points": [], "themes": ["law"]}

    def test_lose_it_after_asking(self, administrator: Worker, hire: Hire, wiring: Wiring) -> None:
        hire("Arjen Spoorzoeker", (Role.AUDITOR, None))
        question = administrator.page(administrator.page("/people").href("Neem af: Auditor, Arjen Spoorzoeker"))

        administrator.follow(administrator.send(question.form("/auditor")))

        assert held(wiring, "Arjen Spoorzoeker") == set()

    @pytest.mark.parametrize("role", ["editor", "", "nonsense"])
    def test_get_no_role_of_a_body_here(self, administrator: Worker, hire: Hire, role: str) -> None:
        assert administrator.post("/people", code=hire("Nina").person.code, role=role).status_code == 400


class TestClients:
    def form(self, worker: Worker, waterlede: Organisation) -> Form:
        form = worker.page("/clients").form("/clients").put("name", "Koppeling").put("organisation", waterlede.number)
        return form.put("client_id", "machine-1").put("permissions", "entry.read", "entry.edit")

    def test_are_added(self, administrator: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        administrator.follow(administrator.send(self.form(administrator, waterlede)))

        with wiring.database.reading() as session:
            made = session.scalars(select(Client)).one()
        assert (made.client_id, made.permissions, made.organisation_id) == ("machine-1", ["entry.edit", "entry.read"], waterlede.id)

    def test_twice_are_known_already(self, administrator: Worker, waterlede: Organisation) -> None:
        form = self.form(administrator, waterlede)
        administrator.send(form)

        answer = administrator.send(form)

        assert answer.status_code == 400
        assert Page(answer.text).href("Deze koppeling is al bekend.") == "#f-client_id"
        assert Page(answer.text).form("/clients").values["permissions"] == ["entry.read", "entry.edit"]

    @pytest.mark.parametrize(
        ("name", "typed"),
        [
            ("name", ""),
            ("client_id", " "),
            ("client_id", "a\x00b"),
            ("organisation", "x"),
            ("issuer", "https://evil.example"),
            ("permissions", "role.grant"),
        ],
    )
    def test_that_cannot_be_come_back(self, administrator: Worker, wiring: Wiring, waterlede: Organisation, name: str, typed: str) -> None:
        answer = administrator.send(self.form(administrator, waterlede).put(name, typed))

        assert answer.status_code == 400
        with wiring.database.reading() as session:
            assert session.scalars(select(Client)).all() == []

    def test_lose_their_rights_for_good(self, administrator: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            identity = MachineIdentity(wiring.settings.token_issuers, "machine-1")
            clients.add(session, identity, waterlede, [Permission.ENTRY_READ], "Koppeling", actor=actor(Role.ADMINISTRATOR), now=NOON)
        form = administrator.page("/clients").form("/clients/revoke")

        administrator.follow(administrator.send(form))
        page = administrator.follow(administrator.send(form))

        assert "De koppeling heeft geen rechten meer." in page.words
        assert "Zonder rechten sinds 20 november 2026" in page.words
