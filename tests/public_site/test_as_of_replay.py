"""As of any day is what a replay of the change log gives: a follower who kept every change has the same register."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.domain.calendar import day_of
from register.domain.permissions import Actor, Role
from register.domain.redactions import RedactionGround
from register.models import Entry, Organisation
from register.services import redactions, restrictions
from register.wiring import Wiring
from tests.factories import FixedClock, actor, organisation, published, published_all_the_same, revised, withdrawn

ACTS = 90
STATUSES = ("in_development", "exploring")


@dataclass
class Life:
    """Lets bodies do what bodies do, by chance but always the same."""

    session: Session
    wiring: Wiring
    clock: FixedClock
    chance: random.Random
    bodies: list[Organisation]
    shown: list[Entry]
    secret: list[Entry]

    def go_on(self) -> None:
        """Do one thing that the public sees, at some later moment."""
        self.clock.move(minutes=self.chance.randrange(1, 900))
        entry = self.chance.choice(self.shown) if self.shown else None
        act = self.chance.choices(("publish", "revise", "withdraw", "redact", "hide", "hidden"), (6, 6, 2, 1, 1, 1))[0]
        if entry is None or act == "publish":
            self.publish()
        elif act == "revise":
            self.revise(entry)
        elif act == "withdraw":
            self.withdraw(entry)
        elif act == "redact":
            self.redact(entry)
        else:
            self.hide_or_begin_hidden(act)

    def publish(self) -> None:
        status = self.chance.choice(STATUSES)
        version = published(self.session, self.chance.choice(self.bodies), self.wiring.search, now=self.clock.now(), status=status)
        self.shown.append(version.entry)

    def revise(self, entry: Entry) -> None:
        revised(self.session, entry, self.wiring.search, now=self.clock.now(), status=self.chance.choice(STATUSES))

    def withdraw(self, entry: Entry) -> None:
        if str(entry.publication_state) == "published":
            withdrawn(self.session, entry, self.wiring.search, now=self.clock.now())

    def redact(self, entry: Entry) -> None:
        number = self.chance.randrange(1, len(entry.versions) + 1)
        roles = frozenset({(Role.ORGANISATION_ADMIN, entry.organisation_id), (Role.ADMINISTRATOR, None)})
        one, two = Actor("one", roles=roles), Actor("two", roles=roles)
        version = next(each for each in entry.versions if each.number == number)
        if version.content is None:
            return
        now = self.clock.now()
        redactions.ask(self.session, entry.number, number, RedactionGround.PERSONAL_DATA, "Een naam.", actor=one, now=now)
        redactions.confirm(self.session, entry.number, number, search=self.wiring.search, actor=two, now=now)
        self.session.expire(version)

    def hide_or_begin_hidden(self, act: str) -> None:
        if act == "hidden" or not self.secret:
            body = self.chance.choice(self.bodies)
            self.secret.append(published_all_the_same(self.session, body, self.wiring.search, now=self.clock.now()).entry)
            return
        entry = self.secret.pop()
        one, two = actor(Role.REVIEWER, entry.organisation), actor(Role.REVIEWER, entry.organisation)
        restrictions.ask(self.session, entry.number, "Opsporing", actor=one, now=self.clock.now())
        restrictions.confirm(self.session, entry.number, search=self.wiring.search, actor=two, now=self.clock.now())


@pytest.fixture
def days(wiring: Wiring, clock: FixedClock) -> list[date]:
    """Let some weeks go by; return each day of them, the day before included."""
    first = clock.now()
    with wiring.database.transaction() as session:
        bodies = [organisation(session) for _ in range(3)]
        life = Life(session, wiring, clock, random.Random(4), bodies, [], [])  # the same every time
        for _ in range(ACTS):
            life.go_on()
    last = clock.move(days=1)
    return [day_of(first) + timedelta(days=n) for n in range(-1, (day_of(last) - day_of(first)).days)]


def log(client: FlaskClient) -> Iterator[dict[str, Any]]:
    """Read the whole change log as a follower does, a few at a time."""
    address: str | None = "/api/v1/changes?limit=7"
    while address:
        answer = client.get(address).get_json()
        yield from answer["items"]
        address = answer["next"]


def replayed(changes: list[dict[str, Any]], day: date) -> dict[str, int]:
    """Return what a follower has at the end of a day: each registration with its version, without what was redacted since."""
    redacted = {(each["object"]["number"], each["object"]["version"]) for each in changes if each["kind"] == "redacted"}
    there: dict[str, int] = {}
    for each in changes:
        if day_of(datetime.fromisoformat(each["at"])) > day or each["object"] is None or each["object"]["kind"] != "registration":
            continue
        number, version = each["object"]["number"], each["object"]["version"]
        if each["kind"] in {"published", "revised"}:
            there[number] = version
        elif each["kind"] == "withdrawn":
            there.pop(number, None)
    return {number: version for number, version in there.items() if (number, version) not in redacted}


class TestAsOf:
    def test_is_a_replay_of_the_change_log(self, client: FlaskClient, days: list[date]) -> None:
        changes = list(log(client))
        kinds = {each["kind"] for each in changes}
        assert kinds >= {"published", "revised", "withdrawn", "redacted", "removed"}, "every sort of change happened"
        sizes = []

        for day in days:
            wanted = replayed(changes, day)
            taken = client.get(f"/nl/zoeken.json?asOf={day}").get_json()
            assert {each["number"]: each["version"] for each in taken["registrations"]} == wanted, day
            assert taken["total"] == len(wanted)
            statuses = Counter(document(client, number, version)["status"] for number, version in wanted.items())
            counted = client.get(f"/api/v1/registrations?asOf={day}&counts=status&limit=1").get_json()["counts"]["status"]
            assert {word: count for word, count in counted.items() if count} == dict(statuses), day
            for number, version in list(wanted.items())[:3]:
                assert document(client, number, version) == client.get(f"/nl/registraties/{number}.json?asOf={day}").get_json(), day
            sizes.append(len(wanted))

        assert sizes[0] == 0
        assert len(set(sizes)) > 5, "the register was not the same all along"


def document(client: FlaskClient, number: str, version: int) -> dict[str, Any]:
    """Return the published document of a version."""
    found: dict[str, Any] = client.get(f"/nl/registraties/{number}/versies/{version}.json").get_json()
    return found
