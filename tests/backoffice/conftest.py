"""People at work: each logged in at the register with a browser of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.domain.permissions import SYSTEM, Actor, Role
from register.models import Organisation, Person
from register.ports import Identity
from register.services import people, sessions
from register.wiring import Wiring
from tests.backoffice.pages import Form, Page
from tests.factories import FixedClock, organisation, person

LOGIN_COOKIE = "session-8000"


@dataclass
class Worker:
    """Somebody at work: a browser that is logged in."""

    browser: FlaskClient
    name: str
    person: Person
    actor: Actor
    csrf_token: str

    def get(self, path: str, **options: object) -> TestResponse:
        """Open a page."""
        return self.browser.get(f"/backoffice{path}" if not path.startswith("/backoffice") else path, **options)

    def page(self, path: str) -> Page:
        """Open a page that must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return Page(answer.text)

    def send(self, form: Form, button: tuple[str, str] | None = None, *, accept: str = "text/html") -> TestResponse:
        """Press a button of a form."""
        values = {**form.values, **({button[0]: [button[1]]} if button else {})}
        return self.browser.post(form.action, data=values, headers={"Accept": accept})

    def post(self, path: str, **values: str | list[str]) -> TestResponse:
        """Send a form that was put together by hand."""
        return self.browser.post(f"/backoffice{path}", data={"csrf_token": self.csrf_token, **values})

    def follow(self, answer: TestResponse) -> Page:
        """Go where an answer leads."""
        assert answer.status_code == 303, f"{answer.status_code}: {Page(answer.text).words[:2000] if answer.data else ''}"
        landed = self.browser.get(answer.headers["Location"])
        while landed.status_code == 303:
            landed = self.browser.get(landed.headers["Location"])
        assert landed.status_code == 200
        return Page(landed.text)


Hire = Callable[..., Worker]


@pytest.fixture
def hire(app: Flask, wiring: Wiring, clock: FixedClock) -> Hire:
    """Log somebody in: `hire("Sanne", (Role.EDITOR, body))`; again under the same name is the same person in another browser.

    `remit` is for regulators: what they are competent for.
    """

    def hired(name: str, *roles: tuple[Role, Organisation | None], remit: dict[str, Any] | None = None) -> Worker:
        with wiring.database.transaction() as session:
            known = person(session, name, *[(role, body) for role, body in roles if role is not Role.REGULATOR])
            if (Role.REGULATOR, None) in roles:
                people.grant(session, known, Role.REGULATOR, None, actor=SYSTEM, now=clock.now(), remit=remit)
            identity = Identity(known.issuer, known.subject, name, known.email, provider_session="", id_token="")
            key, login = sessions.begin(session, identity, now=clock.now())
            actor = people.actor_of(login.person)
            csrf_token = login.csrf_token
        browser = app.test_client()
        browser.set_cookie(LOGIN_COOKIE, key)
        return Worker(browser, name, known, actor, csrf_token)

    return hired


@pytest.fixture
def waterlede(wiring: Wiring) -> Organisation:
    with wiring.database.transaction() as session:
        return organisation(session, "Gemeente Waterlede")


@pytest.fixture
def delta(wiring: Wiring) -> Organisation:
    with wiring.database.transaction() as session:
        return organisation(session, "Waterschap Delta")


@pytest.fixture
def editor(hire: Hire, waterlede: Organisation) -> Worker:
    return hire("Sanne Schrijver", (Role.EDITOR, waterlede))


@pytest.fixture
def reviewer(hire: Hire, waterlede: Organisation) -> Worker:
    return hire("Ravi Meelezer", (Role.REVIEWER, waterlede))
