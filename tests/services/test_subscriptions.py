"""Who follows a selection hears of what changed in it, once, and of nothing after stopping."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import Role
from register.domain.questions import MOST_UNCONFIRMED
from register.domain.subscriptions import Frequency, next_after
from register.errors import Conflict, Invalid, NotFound
from register.models import Mail, Organisation, Subscription
from register.ports import SearchIndex
from register.rendering.mail_links import MailLinks
from register.services import erasures, outbox, restrictions, subscriptions
from register.services.subscriptions import Wanted
from tests.factories import NOON, actor, organisation, published, published_all_the_same, revised, withdrawn
from tests.factories.world import FixedClock

#: No word of what it was before.
OTHERWISE = {"name": {"nl": "Iets anders"}, "summary": {"nl": "Heel anders."}, "purpose": {"nl": "<p>Ook anders.</p>"}}
LINKS = MailLinks("https://register.example", b"secret")


@pytest.fixture
def body(session: Session) -> Organisation:
    return organisation(session)


def following(session: Session, selection: str = "", frequency: Frequency = Frequency.DAILY) -> Subscription:
    wanted = Wanted("burger@post.example", frequency, selection, "nl")
    kept = subscriptions.subscribe(session, wanted, links=LINKS, now=NOON)
    return subscriptions.confirm(session, kept.key, now=NOON)


def due(session: Session, search: SearchIndex, now: datetime) -> list[Mail]:
    before = set(session.scalars(select(Mail.id)))
    for each in subscriptions.due(session, now=now):
        prepared = subscriptions.prepare(session, search, each, links=LINKS)
        assert prepared is not None
        subscriptions.post(session, prepared, now=now)
    return [mail for mail in session.scalars(select(Mail).order_by(Mail.id)) if mail.id not in before]


class TestSubscribe:
    def test_begins_only_when_it_was_confirmed(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        wanted = Wanted("burger@post.example", Frequency.DAILY, "", "nl")
        kept = subscriptions.subscribe(session, wanted, links=LINKS, now=NOON)
        published(session, body, search, now=clock.move(hours=1))

        assert due(session, search, clock.move(days=1)) == []
        assert LINKS.subscription(kept.key, "nl") in session.scalars(select(Mail.body)).one()

    def test_refuses_what_is_no_address(self, session: Session) -> None:
        with pytest.raises(Invalid):
            subscriptions.subscribe(session, Wanted("nee", Frequency.DAILY, "", "nl"), links=LINKS, now=NOON)

    def test_fills_nobodys_box(self, session: Session) -> None:
        for nth in range(MOST_UNCONFIRMED):
            wanted = Wanted("Flood@post.example", Frequency.DAILY, f"q={nth}", "nl")
            subscriptions.subscribe(session, wanted, links=LINKS, now=NOON)

        with pytest.raises(Conflict):
            subscriptions.subscribe(session, Wanted("FLOOD@post.EXAMPLE", Frequency.DAILY, "", "nl"), links=LINKS, now=NOON)

    def test_is_one_when_it_is_asked_twice(self, session: Session) -> None:
        first = subscriptions.subscribe(session, Wanted("a@post.example", Frequency.DAILY, "q=brief", "nl"), links=LINKS, now=NOON)

        again = subscriptions.subscribe(session, Wanted("A@post.example", Frequency.WEEKLY, "q=brief", "nl"), links=LINKS, now=NOON)
        other = subscriptions.subscribe(session, Wanted("a@post.example", Frequency.DAILY, "q=brieven", "nl"), links=LINKS, now=NOON)

        assert again is first
        assert again.frequency is Frequency.WEEKLY
        assert other is not first
        assert len(session.scalars(select(Mail)).all()) == 2

    def test_is_too_late_after_two_days_and_then_gone(self, session: Session, clock: FixedClock) -> None:
        kept = subscriptions.subscribe(session, Wanted("a@post.example", Frequency.DAILY, "", "nl"), links=LINKS, now=NOON)
        clock.move(hours=49)

        with pytest.raises(NotFound):
            subscriptions.confirm(session, kept.key, now=clock.now())
        erasures.run(session, now=clock.now())
        assert session.scalars(select(Subscription)).all() == []


class TestPost:
    def test_is_done_once_by_two_processes(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        kept = following(session)
        published(session, body, search, now=clock.move(hours=1))
        both = [subscriptions.prepare(session, search, kept.id, links=LINKS) for _ in range(2)]
        now = clock.move(days=1)

        assert [each is not None and subscriptions.post(session, each, now=now) for each in both] == [True, False]

    def test_is_not_done_for_whoever_stopped_meanwhile(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock
    ) -> None:
        kept = following(session)
        published(session, body, search, now=clock.move(hours=1))
        prepared = subscriptions.prepare(session, search, kept.id, links=LINKS)
        subscriptions.stop(session, kept.key)
        session.expire_all()

        assert prepared is not None
        assert not subscriptions.post(session, prepared, now=clock.move(days=1))
        assert subscriptions.prepare(session, search, prepared.subscription_id, links=LINKS) is None

    def test_tells_once_what_changed_with_a_way_to_stop(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock
    ) -> None:
        kept = following(session)
        version = published(session, body, search, now=clock.move(hours=1))

        [letter] = due(session, search, clock.move(days=1))

        assert letter.recipient == "burger@post.example"
        assert "Meldingen verdelen over teams" in letter.body
        assert f"https://register.example/r/{version.entry.number}" in letter.body
        assert letter.headers == {
            "List-Unsubscribe": f"<{LINKS.subscription(kept.key, 'nl')}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            outbox.ABOUT: outbox.of_subscription(kept.key),
        }
        assert due(session, search, clock.move(days=1)) == []

    def test_says_nothing_of_what_was_there_before(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock
    ) -> None:
        published(session, body, search, now=NOON)
        following(session)

        assert due(session, search, clock.move(days=1)) == []

    def test_keeps_to_the_selection(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        other = organisation(session)
        following(session, f"organisation={other.number}")
        published(session, body, search, now=clock.move(hours=1))

        assert due(session, search, clock.move(days=1)) == []

    def test_names_some_and_counts_the_rest(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(subscriptions, "MOST_LINES", 2)
        following(session)
        clock.move(hours=1)
        for _ in range(5):
            published(session, body, search, now=clock.now())

        [letter] = due(session, search, clock.move(days=1))

        assert letter.subject == "5 veranderingen in het register"
        assert letter.body.count("Meldingen verdelen over teams") == 2
        assert "En nog 3." in letter.body

    def test_tells_that_something_was_withdrawn(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        version = published(session, body, search, now=NOON)
        following(session, "q=meldingen")
        withdrawn(session, version.entry, search, now=clock.move(hours=1))

        [letter] = due(session, search, clock.move(days=1))

        assert f"Meldingen verdelen over teams, {body.names['nl']} (ingetrokken)" in letter.body
        assert letter.subject == "1 verandering in het register"
        assert due(session, search, clock.move(days=1)) == []

    def test_tells_that_something_left_the_selection(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock
    ) -> None:
        version = published(session, body, search, now=NOON)
        following(session, "q=meldingen")
        revised(session, version.entry, search, now=clock.move(hours=1), **OTHERWISE)

        [letter] = due(session, search, clock.move(days=1))

        assert f"Meldingen verdelen over teams, {body.names['nl']} (gewijzigd, en niet meer in deze zoekvraag)" in letter.body

    def test_tells_of_a_change_once_when_it_is_still_in_the_selection(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock
    ) -> None:
        version = published(session, body, search, now=NOON)
        following(session, "q=meldingen")
        revised(session, version.entry, search, now=clock.move(hours=1), summary={"nl": "Heel anders"})

        [letter] = due(session, search, clock.move(days=1))

        assert letter.body.count("Meldingen verdelen over teams") == 1
        assert "(gewijzigd)" in letter.body

    def test_never_tells_of_what_came_and_went(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        following(session)
        version = published(session, body, search, now=clock.move(hours=1))
        withdrawn(session, version.entry, search, now=clock.move(hours=1))

        assert due(session, search, clock.move(days=1)) == []

    def test_never_names_what_was_taken_out_of_sight(
        self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock
    ) -> None:
        number = published_all_the_same(session, body, search, now=NOON).entry.number
        following(session)
        one, two = actor(Role.REVIEWER, body), actor(Role.REVIEWER, body)
        restrictions.ask(session, number, "Het gaat over opsporing.", actor=one, now=clock.move(hours=1))
        restrictions.confirm(session, number, search=search, actor=two, now=clock.move(hours=1))

        assert due(session, search, clock.move(days=1)) == []

    def test_stops(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        kept = following(session)
        published(session, body, search, now=clock.move(hours=1))

        subscriptions.stop(session, kept.key)
        subscriptions.stop(session, kept.key)

        assert due(session, search, clock.move(days=1)) == []
        assert session.scalars(select(Subscription)).all() == []

    def test_stops_what_waits_in_the_outbox_too(self, session: Session, search: SearchIndex, body: Organisation, clock: FixedClock) -> None:
        stopped, other = following(session), following(session)
        published(session, body, search, now=clock.move(hours=1))
        assert len(due(session, search, clock.move(days=1))) == 2

        subscriptions.stop(session, stopped.key)

        kept = session.scalars(select(Mail)).all()
        assert {mail.headers[outbox.ABOUT] for mail in kept} == {outbox.of_subscription(other.key)}


class TestNextAfter:
    @pytest.mark.parametrize(
        ("moment", "frequency", "due"),
        [
            (datetime(2026, 11, 20, 11, tzinfo=UTC), Frequency.DAILY, datetime(2026, 11, 21, 6, tzinfo=UTC)),
            (datetime(2026, 11, 20, 4, tzinfo=UTC), Frequency.DAILY, datetime(2026, 11, 20, 6, tzinfo=UTC)),
            (datetime(2026, 11, 20, 11, tzinfo=UTC), Frequency.WEEKLY, datetime(2026, 11, 23, 6, tzinfo=UTC)),
            (datetime(2026, 11, 23, 6, tzinfo=UTC), Frequency.WEEKLY, datetime(2026, 11, 30, 6, tzinfo=UTC)),
            (datetime(2026, 7, 1, 11, tzinfo=UTC), Frequency.DAILY, datetime(2026, 7, 2, 5, tzinfo=UTC)),
        ],
    )
    def test_is_at_seven_in_the_netherlands(self, moment: datetime, frequency: Frequency, due: datetime) -> None:
        assert next_after(moment, frequency) == due
