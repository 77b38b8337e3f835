"""Machines that publish many drafts at once over HTTP, and remember exactly what they were answered."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests
from sqlalchemy import select

from register.db import Database
from register.dev_idp.machine import token_request
from register.domain.organisations import OrganisationType
from register.domain.permissions import MACHINE_PERMISSIONS, SYSTEM
from register.models import Entry
from register.ports import MachineIdentity
from register.services import clients, entries, organisations
from register.services.organisations import Details
from register.settings import Settings
from tests.factories import simple_document

#: The demonstration machine, whose key the development provider knows.
MACHINE = "waterlede-machine"
#: Programs that publish at the same time.
PROGRAMS = 8


def prepare(database: Database, settings: Settings, count: int) -> list[str]:
    """Make a body whose machine may publish alone, with so many drafts in review; return their numbers."""
    now = datetime.now(UTC)
    identity = MachineIdentity(settings.oidc_issuer, MACHINE)
    with database.transaction() as session:
        body = organisations.create(session, Details({"nl": "Gemeente Waterlede"}, OrganisationType.MUNICIPALITY), actor=SYSTEM, now=now)
        organisations.allow_single_flow(session, body.number, is_allowed=True, actor=SYSTEM, now=now)
        organisations.choose_single_flow(session, body.number, is_chosen=True, actor=SYSTEM, now=now)
        clients.add(session, identity, body, MACHINE_PERMISSIONS, "Koppeling", actor=SYSTEM, now=now)
        machine = clients.actor_of(session, identity)
        numbers = []
        for nth in range(count):
            checked = entries.prepared(simple_document(name={"nl": f"Systeem {nth}"}, source_id=str(nth)), now=now)
            entry = entries.create(session, body.number, checked, actor=machine, now=now)
            entries.submit(session, entry.number, revision=entry.revision, actor=machine, now=now)
            numbers.append(entry.number)
    return numbers


def token(settings: Settings) -> dict[str, str]:
    """Get an access token as a supplier's program would, and return it as a header."""
    form = token_request(settings, MACHINE, now=int(time.time()))
    answer = requests.post(f"{settings.oidc_issuer}/token", data=form, timeout=30)
    answer.raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


@dataclass
class Publishing:
    """Publications that are under way. `answers` holds the 201s by number; `refusals` whatever else was said."""

    url: str
    headers: dict[str, str]
    revisions: dict[str, int]
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    #: Numbers whose request was under way when the connection was lost: at most one for each program, which then stops.
    unanswered: list[str] = field(default_factory=list)
    #: Set once so many publications were answered.
    reached: threading.Event = field(default_factory=threading.Event)
    wanted: int = 0

    def run(self, numbers: Sequence[str]) -> None:
        """Publish all of these, several at a time; return when all were answered, or the server is gone."""
        with ThreadPoolExecutor(PROGRAMS) as programs:
            for _ in programs.map(self._some, (numbers[nth::PROGRAMS] for nth in range(PROGRAMS))):
                pass

    def _some(self, numbers: Sequence[str]) -> None:
        with requests.Session() as http:
            http.trust_env = False
            for number in numbers:
                if not self._one(http, number):
                    return

    def _one(self, http: requests.Session, number: str) -> bool:
        """Publish one; say whether there is still a server that answers."""
        match = {"If-Match": f'"{number}-{self.revisions[number]}"'}
        try:
            answer = http.post(f"{self.url}/api/v1/entries/{number}/versions", headers=self.headers | match, timeout=60)
            told = answer.json()
        except requests.RequestException:
            self.unanswered.append(number)
            return False
        if answer.status_code == requests.codes.created:
            self.answers[number] = told
            if len(self.answers) >= self.wanted:
                self.reached.set()
        else:
            self.refusals.append(f"{number}: {answer.status_code} {told}")
        return True


def revisions(database: Database) -> dict[str, int]:
    """Return at which revision each entry is."""
    with database.reading() as session:
        return {entry.number: entry.revision for entry in session.scalars(select(Entry))}
