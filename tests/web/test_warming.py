"""A worker reads beforehand what searches need, and starts without it when it cannot."""

from dataclasses import replace
from pathlib import Path

import pytest

from register.db import Database
from register.queries.columns import columns
from register.web import warming
from register.wiring import Wiring
from tests.factories import organisation, published


class TestBegin:
    def test_reads_what_searches_need(self, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            published(session, organisation(session), wiring.search, name={"nl": "Zeepaardjes tellen"})

        warming.begin(wiring).join()

        with wiring.database.reading() as session:
            there = columns(session, wiring.search)
        assert there.known is not None
        assert "zeepaardjes" in there.known

    def test_says_so_when_there_is_no_register_yet(self, wiring: Wiring, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
        empty = Database(f"sqlite:///{tmp_path}/empty.sqlite3")

        warming.begin(replace(wiring, database=empty)).join()

        empty.close()
        assert [record.levelname for record in caplog.records] == ["WARNING"]
