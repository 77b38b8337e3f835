"""Every operation of the API, found in the app itself, and how to call each so that it succeeds.

An operation that is added without being told of here fails the tests that walk
them all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.domain.permissions import Permission
from register.models import Entry, Organisation
from register.wiring import Wiring
from tests.factories import draft, published, simple_document, submitted
from tests.factories.nl_register import listed_row

JSON, MERGE_PATCH = "application/json", "application/merge-patch+json"

Made = Callable[[Session, Organisation, Wiring], Entry]


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on an address, as the app knows it."""

    name: str
    method: str
    rule: str
    needs: Permission | None
    is_on_revision: bool
    media_type: str
    takes_query: bool

    @property
    def is_on_entry(self) -> bool:
        """Say whether it is about one entry."""
        return self.needs is not None and "<number:number>" in self.rule

    def path(self, number: str) -> str:
        """Return its address for a number."""
        return self.rule.replace("<number:number>", number).replace("<version:version>", "1")


@dataclass(frozen=True, slots=True)
class Call:
    """What it takes to succeed: an entry in the right state, and what is sent."""

    entry: Made
    body: Any = None
    query: str = ""


def operations(app: Flask) -> list[Operation]:
    """Return all operations of the API."""
    found = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("api-"):
            view = app.view_functions[rule.endpoint]
            found += [_operation(view, method, rule.rule) for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})]
    return found


def _operation(view: Any, method: str, rule: str) -> Operation:
    documented = vars(view)["_apidoc"]
    locations = {parameter["in"] for parameter in documented.get("arguments", {}).get("parameters", [])}
    marks = documented["conventions"]
    takes_json = "json" in locations or "takes_file" in marks
    media_type = JSON if takes_json else MERGE_PATCH if "merge_patch" in locations else ""
    return Operation(
        marks["operation"], method, rule, marks["needs"], marks.get("is_on_revision", False), media_type, takes_query="query" in locations
    )


def _drafting(session: Session, body: Organisation, wiring: Wiring) -> Entry:
    return draft(session, body, now=wiring.clock.now())


def _in_review(session: Session, body: Organisation, wiring: Wiring) -> Entry:
    return submitted(session, body, now=wiring.clock.now())


def _published(session: Session, body: Organisation, wiring: Wiring) -> Entry:
    return published(session, body, wiring.search, now=wiring.clock.now()).entry


#: How to call each operation that needs a permission.
CALLS = {
    "entries.search": Call(_drafting),
    "entries.create": Call(_drafting, simple_document()),
    "entries.read": Call(_drafting),
    "entries.replace": Call(_drafting, simple_document(name={"nl": "Anders"})),
    "entries.change": Call(_drafting, {"name": {"nl": "Anders"}}),
    "entry_classifications.search": Call(_drafting),
    "entry_classifications.classify": Call(_drafting),
    "entries.discard": Call(_drafting),
    "entries.problems": Call(_drafting),
    "publication.submit": Call(_drafting),
    "publication.take_back": Call(_in_review),
    "publication.versions": Call(_published),
    "publication.publish": Call(_in_review),
    "publication.version": Call(_published),
    "publication.withdraw": Call(_published, {"reason": {"nl": "Niet meer in gebruik."}}),
    "imports.create": Call(_drafting, {"algoritmes": [listed_row()]}, "format=nl-register-list"),
    "remarks.search": Call(_drafting),
    "remarks.add": Call(_drafting, {"pointer": "/name", "text": "Kan dit korter?"}),
}


def make(operation: Operation, wiring: Wiring, organisation_number: str) -> tuple[str, int]:
    """Make an entry on which the operation succeeds; return its number and revision."""
    with wiring.database.transaction() as session:
        body = session.query(Organisation).filter_by(number=organisation_number).one()
        entry = CALLS[operation.name].entry(session, body, wiring)
        return entry.number, entry.revision


def call(
    client: FlaskClient, operation: Operation, number: str, revision: int, token: dict[str, str] | None = None, **changes: Any
) -> TestResponse:
    """Call an operation as it should be called, but for what the test changes."""
    headers = dict(token or {})
    if operation.is_on_revision:
        headers["If-Match"] = f'"{number}-{revision}"'
    headers |= changes.pop("headers", {})
    given: dict[str, Any] = {"query_string": CALLS[operation.name].query} if operation.name in CALLS else {}
    if operation.media_type:
        given["content_type"] = operation.media_type
        given["data"] = client.application.json.dumps(CALLS[operation.name].body)
    given |= changes
    return client.open(
        operation.path(number), method=operation.method, headers={k: v for k, v in headers.items() if v is not None}, **given
    )
