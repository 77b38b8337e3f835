"""`register reclassify` says what would change, and why, before it changes anything."""

from register.models import Classification
from register.queries import classifications as asked
from register.wiring import Wiring
from tests.cli.conftest import Command
from tests.factories import FixedClock, organisation, published
from tests.services.test_classifications import HIGH_RISK, LATER


def kept(wiring: Wiring) -> int:
    with wiring.database.reading() as session:
        return session.query(Classification).count()


class TestReclassify:
    def test_finds_nothing_while_the_law_is_the_same(self, register: Command, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            published(session, organisation(session), wiring.search, ai_act=HIGH_RISK)

        result = register("reclassify", "--dry-run")

        assert result.stdout == "0 registrations would change; nothing was written.\n"

    def test_says_first_and_writes_then(self, register: Command, wiring: Wiring, clock: FixedClock) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            number = published(session, body, wiring.search, ai_act=HIGH_RISK).entry.number
        clock.move(days=(LATER - clock.now()).days + 1)
        before = kept(wiring)

        trial = register("reclassify", "--dry-run")

        assert f"{number}  Meldingen verdelen over teams: High-risk; differs in categoryApplies" in trial.stdout
        assert "a date of the law passed" in trial.stdout
        assert trial.stdout.endswith("1 registration would change; nothing was written.\n")
        assert kept(wiring) == before

        assert register("reclassify").stdout.endswith("1 registration changed, and their owners will see it.\n")
        assert kept(wiring) == before + 1
        with wiring.database.reading() as session:
            assert [entry.number for entry, _ in asked.marked(session, body.id)] == [number]
        assert register("reclassify").stdout == "0 registrations changed, and their owners will see it.\n"
