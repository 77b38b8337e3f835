"""Who may open which page: every address of the work place, for every role, in one's own body and in another.

The expectation comes from the permission table alone. What somebody may not
read is not there (404); what they may read but not do, is refused (403).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from register.domain.permissions import ORGANISATION_ROLES, Permission, Role
from register.domain.standard.vocabularies import Theme
from register.models import AuditEvent, Entry, Organisation
from register.services import entries, products
from register.wiring import Wiring
from tests.backoffice.conftest import Hire, Worker
from tests.factories import NOON, accepted, actor, draft, generative_document, published, published_all_the_same, submitted

P = Permission
ENTRY, BODY, REGISTER, ANYONE, QUESTION = "entry", "body", "register", "anyone", "question"
DRAFT, REVIEW, PUBLIC, SECRET = "draft", "review", "public", "secret"
#: What an allowed act answers: it was done, or it was understood and something else was wrong with it.
DONE = {200, 303, 400, 409, 412}


@dataclass(frozen=True)
class Door:
    """A page or an act: where it is, what it needs, and in which state an entry must be for it."""

    path: str
    needs: Permission | None
    where: str = ENTRY
    method: str = "GET"
    state: str = DRAFT
    reading: Permission = P.ENTRY_READ


E = "/registrations/{entry}"
B = "/organisations/{body}"
Q = "/questions/{question}"
DOORS = {
    "work": Door("", None, ANYONE),
    "welcome": Door("/welcome", None, ANYONE),
    "back": Door("/logged-in", None, ANYONE),
    "choose_language": Door("/language", None, ANYONE, "POST"),
    "organisation": Door("/organisation", None, ANYONE),
    "registrations": Door("/registrations", None, ANYONE),
    "products": Door("/products", None, ANYONE),
    "product": Door("/products/{product}", None, ANYONE),
    "entry": Door(E, P.ENTRY_READ),
    "fill_in": Door(f"{E}/sections", P.ENTRY_EDIT),
    "section": Door(f"{E}/sections/meaning", P.ENTRY_EDIT),
    "save_section": Door(f"{E}/sections/meaning", P.ENTRY_EDIT, method="POST"),
    "ai_act": Door(f"{E}/ai-act", P.ENTRY_READ),
    "choose_action": Door(f"{E}/ai-act", P.ENTRY_EDIT, method="POST"),
    "act_question": Door(f"{E}/ai-act/gpaiKind", P.ENTRY_EDIT),
    "answer_question": Door(f"{E}/ai-act/gpaiKind", P.ENTRY_EDIT, method="POST"),
    "missing": Door(f"{E}/missing", P.ENTRY_READ),
    "preview": Door(f"{E}/preview", P.ENTRY_READ),
    "review": Door(f"{E}/review", P.ENTRY_READ),
    "decide": Door(f"{E}/review", P.ENTRY_SEND_BACK, method="POST", state=REVIEW),
    "settle": Door(f"{E}/remarks/1/settle", P.ENTRY_REMARK, method="POST"),
    "submit": Door(f"{E}/submit", P.ENTRY_SUBMIT, method="POST"),
    "take_back": Door(f"{E}/take-back", P.ENTRY_SUBMIT, method="POST", state=REVIEW),
    "discard": Door(f"{E}/discard", P.ENTRY_EDIT),
    "confirm_discard": Door(f"{E}/discard", P.ENTRY_EDIT, method="POST"),
    "restriction": Door(f"{E}/restriction", P.ENTRY_WITHDRAW),
    "choose_restriction": Door(f"{E}/restriction", P.ENTRY_WITHDRAW, method="POST"),
    "confirm_restriction": Door(f"{E}/restriction/confirmation", P.ENTRY_WITHDRAW, method="POST", state=SECRET),
    "ask_restriction": Door(f"{E}/restriction/request", P.ENTRY_WITHDRAW, method="POST", state=SECRET),
    "withdraw": Door(f"{E}/withdraw", P.ENTRY_WITHDRAW, state=PUBLIC),
    "confirm_withdraw": Door(f"{E}/withdraw", P.ENTRY_WITHDRAW, method="POST", state=PUBLIC),
    "entry_product": Door(f"{E}/product", P.ENTRY_EDIT),
    "choose_product": Door(f"{E}/product", P.ENTRY_EDIT, method="POST"),
    "new_with_copy": Door("/registrations/new/copies/{entry}", P.ENTRY_CREATE),
    "begin_with_copy": Door("/registrations/new/copies/{entry}", P.ENTRY_CREATE, method="POST"),
    "redaction": Door(f"{E}/versions/1/redaction", P.ENTRY_REDACT, state=PUBLIC, reading=P.ENTRY_REDACT),
    "ask_redaction": Door(f"{E}/versions/1/redaction", P.ENTRY_REDACT, method="POST", state=PUBLIC, reading=P.ENTRY_REDACT),
    "members_of": Door(f"{B}/members", P.MEMBER_READ, BODY, reading=P.MEMBER_READ),
    "grant": Door(f"{B}/members", P.MEMBER_GRANT, BODY, "POST", reading=P.MEMBER_READ),
    "ask_revoke": Door(f"{B}/members/0123456789abcdef/editor", P.MEMBER_GRANT, BODY, reading=P.MEMBER_READ),
    "revoke": Door(f"{B}/members/0123456789abcdef/editor", P.MEMBER_GRANT, BODY, "POST", reading=P.MEMBER_READ),
    "organisation_details": Door(B, P.ORGANISATION_EDIT, BODY, reading=P.MEMBER_READ),
    "change_organisation": Door(B, P.ORGANISATION_EDIT, BODY, "POST", reading=P.MEMBER_READ),
    "choose_flow": Door(f"{B}/flow", P.ORGANISATION_EDIT, BODY, "POST", reading=P.MEMBER_READ),
    "organisations": Door("/organisations", P.ORGANISATION_ADMINISTER, REGISTER),
    "new_organisation": Door("/organisations/new", P.ORGANISATION_ADMINISTER, REGISTER),
    "create_organisation": Door("/organisations/new", P.ORGANISATION_ADMINISTER, REGISTER, "POST"),
    "people": Door("/people", P.ROLE_GRANT, REGISTER),
    "grant_register_wide": Door("/people", P.ROLE_GRANT, REGISTER, "POST"),
    "ask_revoke_register_wide": Door("/people/0123456789abcdef/auditor", P.ROLE_GRANT, REGISTER),
    "revoke_register_wide": Door("/people/0123456789abcdef/auditor", P.ROLE_GRANT, REGISTER, "POST"),
    "clients": Door("/clients", P.CLIENT_ADMINISTER, REGISTER),
    "add_client": Door("/clients", P.CLIENT_ADMINISTER, REGISTER, "POST"),
    "revoke_client": Door("/clients/revoke", P.CLIENT_ADMINISTER, REGISTER, "POST"),
    "new_product": Door("/products/new", P.PRODUCT_EDIT, REGISTER),
    "begin_product": Door("/products/new", P.PRODUCT_EDIT, REGISTER, "POST"),
    "product_sheet": Door("/products/{product}/sections/own", P.PRODUCT_EDIT, REGISTER),
    "save_product_sheet": Door("/products/{product}/sections/own", P.PRODUCT_EDIT, REGISTER, "POST"),
    "publish_product": Door("/products/{product}/publish", P.PRODUCT_PUBLISH, REGISTER, "POST"),
    "records": Door("/records", P.FULL_RECORD_READ, REGISTER),
    "record": Door("/records/{entry}", P.FULL_RECORD_READ, REGISTER, state=PUBLIC),
    "extract": Door("/extracts", P.FULL_RECORD_READ, REGISTER),
    "extract_json": Door("/extracts.json", P.FULL_RECORD_READ, REGISTER, "POST"),
    "extract_pdf": Door("/extracts.pdf", P.FULL_RECORD_READ, REGISTER, "POST"),
    "question": Door(Q, P.QUESTION_READ, QUESTION, reading=P.QUESTION_READ),
    "question_step": Door(f"{Q}/answer", P.QUESTION_ANSWER, QUESTION, "POST", reading=P.QUESTION_READ),
    "audit_trail": Door("/audit", P.AUDIT_READ, REGISTER),
}
#: What depends on the body that somebody works for now, not on one in the address; and a list that shows each only their own.
ELSEWHERE = {
    "choose_organisation", "team", "new", "begin", "new_from_product", "new_with_product", "begin_with_product", "new_from_copy",
    "redactions", "find_version", "confirm_redaction", "questions",
}  # fmt: skip


@dataclass
class World:
    """One body with an entry in each state, a question that waits for its answer, and a product."""

    body: Organisation
    entries: dict[str, str]
    product: str
    question: str

    def path(self, door: "Door") -> str:
        """Return where a door is in this world."""
        number = self.entries[door.state]
        return "/backoffice" + door.path.format(entry=number, body=self.body.number, product=self.product, question=self.question)


@pytest.fixture
def world(wiring: Wiring, waterlede: Organisation) -> World:
    with wiring.database.transaction() as session:
        administrator = actor(Role.ADMINISTRATOR)
        document = {"name": {"nl": "P"}, "summary": {"nl": "S"}, "kind": "algorithm", "change_note": {"nl": "Nieuw"}}
        product = products.create(session, products.prepared(document, now=NOON), actor=administrator, now=NOON)
        products.publish(session, product.number, revision=1, actor=actor(Role.ADMINISTRATOR), now=NOON)
        found = {
            DRAFT: draft(session, waterlede, **generative_document()).number,
            REVIEW: submitted(session, waterlede).number,
            PUBLIC: published(session, waterlede, wiring.search).entry.number,
            SECRET: published_all_the_same(session, waterlede, wiring.search).entry.number,
        }
        question = accepted(session, found[PUBLIC], links=wiring.mail_links)
        return World(waterlede, found, product.number, question.number)


def roles() -> Iterator[tuple[str, Role, bool]]:
    for role in Role:
        yield f"{role}-own", role, True
        if role in ORGANISATION_ROLES:
            yield f"{role}-other", role, False


def expected(door: Door, worker: Worker, world: World) -> int:
    """Return 200 when the table allows it, 404 when not even reading is allowed, else 403."""
    if door.where == ANYONE or door.needs is None:
        return 200
    where = None if door.where == REGISTER else world.body.id
    if worker.actor.may(door.needs, where):
        return 200
    if door.where != REGISTER and not worker.actor.may(door.reading, where):
        return 404
    return 403


def knock(worker: Worker, door: Door, world: World) -> int:
    path = world.path(door)
    form = {
        "csrf_token": worker.csrf_token,
        "revision": "1",
        "decision": "send_back",
        "reason": "Kijk nog eens.",
        "product": "none",
        "gpaiKind": "none",
        "choice": "default",
        "action": "contested",
    }
    answer = worker.browser.open(path, method=door.method, data=form if door.method == "POST" else None)
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.status_code


class TestEveryDoor:
    def test_is_in_the_list(self, app: Flask) -> None:
        endpoints = {
            rule.endpoint.removeprefix("backoffice.") for rule in app.url_map.iter_rules() if rule.endpoint.startswith("backoffice.")
        }

        assert endpoints == DOORS.keys() | ELSEWHERE

    @pytest.mark.parametrize(("role", "is_own"), [(role, is_own) for _, role, is_own in roles()], ids=[name for name, _, _ in roles()])
    def test_opens_for_those_whom_the_table_allows(
        self, hire: Hire, world: World, waterlede: Organisation, delta: Organisation, role: Role, *, is_own: bool
    ) -> None:
        held_in = None if role not in ORGANISATION_ROLES else waterlede if is_own else delta
        worker = hire("Iemand", (role, held_in), remit={"organisations": [waterlede.number], "themes": list(Theme)})
        wrong = {}

        for name, door in DOORS.items():
            status = knock(worker, door, world)
            wanted = expected(door, worker, world)
            names_nothing = "0123456789abcdef" in door.path or "remarks" in door.path
            if status not in ({*DONE, *({404} if names_nothing else ())} if wanted == 200 else {wanted}):
                wrong[name] = (status, wanted)

        assert wrong == {}

    def test_is_closed_to_whoever_is_not_logged_in(self, client: FlaskClient, world: World) -> None:
        for name, door in DOORS.items():
            path = world.path(door)
            answer = client.open(path, method=door.method)
            assert answer.status_code == (303 if door.method == "GET" else 401), name
            if door.method == "GET":
                assert answer.headers["Location"].startswith("/auth/login?next=/backoffice")

    def test_leads_a_newcomer_to_the_code(self, hire: Hire, world: World) -> None:
        newcomer = hire("Nina Nieuwkomer")

        assert newcomer.get("").headers["Location"] == "/backoffice/welcome"
        assert newcomer.person.code[:4] in newcomer.page("/welcome").words
        assert knock(newcomer, DOORS["save_section"], world) == 404

    def test_needs_the_token_for_each_act(self, editor: Worker, world: World, wiring: Wiring) -> None:
        for name, door in DOORS.items():
            if door.method == "POST":
                path = world.path(door)
                assert editor.browser.post(path, data={"csrf_token": "x"}).status_code == 400, name
        with wiring.database.reading() as session:
            assert session.scalars(select(Entry).where(Entry.number == world.entries[DRAFT])).one().revision == 1


class TestNotFound:
    def test_is_the_same_for_unknown_and_for_another_bodys(self, hire: Hire, world: World, delta: Organisation, wiring: Wiring) -> None:
        stranger = hire("Vreemd", (Role.EDITOR, delta))
        unknown = "999999999"

        for door in DOORS.values():
            if door.where in {ENTRY, QUESTION}:
                known = world.question if door.where == QUESTION else world.entries[door.state]
                form = {"csrf_token": stranger.csrf_token, "revision": "1"} if door.method == "POST" else None
                other, none = (
                    stranger.browser.open("/backoffice" + door.path.format(entry=number, question=number), method=door.method, data=form)
                    for number in (known, unknown)
                )
                assert (other.status_code, none.status_code) == (404, 404)
                assert other.text.replace(known, unknown) == none.text

    def test_hides_a_discarded_draft(self, editor: Worker, wiring: Wiring, waterlede: Organisation) -> None:
        with wiring.database.transaction() as session:
            entry = draft(session, waterlede, by=editor.actor)
            entries.discard(session, entry.number, revision=1, actor=editor.actor, now=NOON)

        assert editor.get(f"/registrations/{entry.number}").status_code == 404


class TestRefusals:
    def test_are_in_the_audit_trail(self, editor: Worker, world: World, wiring: Wiring) -> None:
        editor.get("/audit")

        with wiring.database.reading() as session:
            event = session.scalars(select(AuditEvent).where(AuditEvent.action == "access.refused")).one()
        assert (event.actor, event.details["permission"]) == (editor.actor.subject, "audit.read")
