"""`kill -9` of the server in the middle of concurrent publications loses nothing that was answered, and leaves nothing half done.

`tests/system/kill.py` does the same with as many publications as one likes.
"""

from pathlib import Path

from tests.conftest import fresh_database
from tests.system.kill import kill_in_the_middle
from tests.system.publishing import PROGRAMS


class TestKill:
    def test_keeps_every_publication_that_was_answered_and_all_in_agreement(self, template_database: str, tmp_path: Path) -> None:
        with fresh_database(template_database, tmp_path) as url:
            outcome = kill_in_the_middle(tmp_path, url, publications=40)

        assert outcome.processes == 5, "the server, two workers, the provider and the jobs"
        assert 13 <= outcome.answered < outcome.planned
        assert 1 <= outcome.under_way <= PROGRAMS
