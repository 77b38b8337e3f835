"""What stands beside a registration: other deployments and how they differ, what is like it, and how to cite it."""

from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.domain.permissions import SYSTEM, Actor, Role
from register.models import Organisation
from register.ports import SearchIndex
from register.queries import deployments, registrations, similar
from register.services import products
from register.wiring import Wiring
from tests.factories import NOON, FixedClock, generative_document, organisation, published, published_all_the_same
from tests.public_site.pages import page, words
from tests.public_site.world import World


@pytest.fixture
def body(session: Session) -> Organisation:
    return organisation(session)


def alike(session: Session, search: SearchIndex, number: str) -> list[tuple[str, tuple[str, ...]]]:
    row = registrations.by_number(session, number)
    assert row is not None
    found = similar.similar(session, search, row, orjson.loads(row.document), limit=5)
    return [(each.row.number, each.shared) for each in found]


class TestSimilar:
    def test_has_words_of_the_name_in_common_first(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        def named(name: str, **changes: Any) -> str:
            return published(session, body, search, name={"nl": name}, **changes).entry.number

        one = named("Parkeervergunning snel beoordelen", themes=["traffic"])
        namesake = named("Beoordelen van een parkeervergunning", themes=["law"])
        same_theme = named("Rood licht zien", themes=["traffic"])
        named("Riolen schoonmaken", themes=["nature_and_environment"], kind="ai_system", techniques=["statistics"])

        found = alike(session, search, one)

        assert found[0][0] == namesake
        assert "name" in found[0][1]
        assert (same_theme, ("theme", "technique", "kind")) in found
        assert len(found) == 2

    def test_is_nothing_of_what_is_not_public(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        name = {"nl": "Parkeervergunning snel beoordelen"}
        one = published(session, body, search, name=name).entry.number
        published_all_the_same(session, body, search, name=name)

        found = alike(session, search, one)

        assert [number for number, _shared in found] == [
            each.number
            for each in registrations.listed(session, search, registrations.Selection("parkeervergunning"), offset=0, limit=9)
            if each.number != one
        ]

    def test_of_something_of_its_own_is_nothing(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        one = published(session, body, search, themes=["law"], name={"nl": "Iets heel eigens"}).entry.number
        published(session, body, search, themes=["work"], kind="ai_system", techniques=["statistics"])

        assert alike(session, search, one) == []


class TestDeployments:
    def test_says_which_answers_differ(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        product = {"name": {"nl": "P"}, "summary": {"nl": "S"}, "kind": "algorithm", "change_note": {"nl": "Nieuw"}}
        made = products.create(session, products.prepared(product, now=NOON), actor=SYSTEM, now=NOON)
        second = Actor("second", roles=frozenset({(Role.ADMINISTRATOR, None)}))
        products.publish(session, made.number, revision=1, actor=second, now=NOON)
        using = generative_document(product={"number": made.number, "version": 1})
        here = published(session, body, search, **using).entry.number
        there = published(session, organisation(session), search, **{**using, "decision_role": "advises"}).entry.number
        row = registrations.by_number(session, here)
        assert row is not None

        found, total = deployments.others(session, search, row, orjson.loads(row.document), None, limit=5)

        assert total == 1
        assert [(each.row.number, each.differing) for each in found] == [(there, frozenset({"decision_role"}))]

    def test_are_none_without_a_product(self, client: FlaskClient, world: World) -> None:
        assert "Wie gebruikt dit product nog meer?" not in page(client, f"/nl/registraties/{world.dutch}")


class TestCitation:
    def test_names_the_version_for_good(self, client: FlaskClient, world: World) -> None:
        text = words(page(client, f"/nl/registraties/{world.full}/versies/1"))

        threes = f"{world.full[:3]} {world.full[3:6]} {world.full[6:]}"
        assert "“Brieven herschrijven <b>”, versie 1 van " in text
        assert f"in het register van algoritmes en AI, nummer {threes}" in text
        assert f"/r/{world.full} (SHA-256 " in text

    def test_is_as_of_a_day_without_what_is_alike_now(self, client: FlaskClient, world: World, clock: FixedClock, wiring: Wiring) -> None:
        clock.move(days=9)

        assert "Lijkt hierop" not in page(client, f"/nl/registraties/{world.dutch}?asOf=2026-11-28")
