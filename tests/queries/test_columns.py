"""What a worker keeps in memory is only added to; it finds what somebody who begins anew would find."""

import random
from datetime import timedelta

from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Role
from register.domain.redactions import RedactionGround
from register.models import Entry
from register.ports import SearchIndex
from register.queries import facets, registrations
from register.queries.registrations import Selection, Sort
from register.services import redactions
from tests.factories import NOON, organisation, published, revised, withdrawn

WORDS = ("meldingen", "bomen", "boetes")
ASKED = (Selection(), *(Selection(words=word) for word in WORDS), Selection(words="-bomen"), Selection(facets={"theme": ("work",)}))


def fresh(index: SearchIndex) -> SearchIndex:
    """Return the same index, with nothing kept."""
    return type(index)()


def found(session: Session, index: SearchIndex) -> list[tuple[list[int], dict[str, int]]]:
    return [
        (
            [row.id for row in registrations.listed(session, index, asked, offset=0, limit=100)],
            dict(facets.words(session, index, asked, "theme")),
        )
        for asked in ASKED
    ]


def redacted(session: Session, entry: Entry, search: SearchIndex) -> None:
    roles = frozenset({(Role.ORGANISATION_ADMIN, entry.organisation_id), (Role.ADMINISTRATOR, None)})
    one, two = Actor("one", roles=roles), Actor("two", roles=roles)
    number = entry.versions[-1].number
    redactions.ask(session, entry.number, number, RedactionGround.PERSONAL_DATA, "Er stond een naam.", actor=one, now=NOON)
    redactions.confirm(session, entry.number, number, search=search, actor=two, now=NOON)


class TestColumns:
    def test_find_what_would_be_found_anew_after_each_act(self, session: Session, search: SearchIndex) -> None:
        chance, body = random.Random(11), organisation(session)  # the same acts every time
        shown: list[Entry] = []
        for place in range(25):
            now, act = NOON + timedelta(hours=place), chance.choice(("publish", "publish", "revise", "withdraw", "redact"))
            changes = {"name": {"nl": f"Over {chance.choice(WORDS)} {place}"}, "themes": [chance.choice(("work", "law"))]}
            if act == "publish" or not shown:
                shown.append(published(session, body, search, now=now, **changes).entry)
            elif act == "revise":
                revised(session, chance.choice(shown), search, now=now, **changes)
            elif act == "withdraw":
                withdrawn(session, shown.pop(), search, now=now)
            else:
                redacted(session, shown.pop(), search)

            assert found(session, search) == found(session, fresh(search)), f"after {place}: {act}"

    def test_look_up_a_word_once_and_then_only_in_what_is_new(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        published(session, body, search, name={"nl": "Bomen tellen"})
        registrations.counted(session, search, Selection(words="bomen"))
        places: list[int] = []
        find = search.find
        search.find = lambda *given, after=0, **more: places.append(after) or find(*given, after=after, **more)  # type: ignore[method-assign,func-returns-value]
        registrations.counted(session, search, Selection(words="bomen", mirrored=False))
        assert places == []

        row = published(session, body, search, name={"nl": "Bomen snoeien"}).entry.number

        assert registrations.counted(session, search, Selection(words="bomen")) == 2
        new = registrations.by_number(session, row)
        assert new is not None
        assert set(places) == {new.id - 1}


class TestSort:
    def test_is_kept_for_each_state(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        for place in range(3):
            published(session, body, search, now=NOON + timedelta(hours=place), name={"nl": f"Nummer {place}"})
            rows = registrations.listed(session, search, Selection(sort=Sort.NEWEST), offset=0, limit=10)
            assert [row.title for row in rows] == [f"Nummer {each}" for each in range(place, -1, -1)]
