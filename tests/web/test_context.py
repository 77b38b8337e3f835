"""What the doors make of two people who do the same thing at the same moment."""

import pytest
from flask import Flask
from sqlalchemy import text

from register.domain.permissions import Role
from register.errors import Conflict, Stale
from register.queries.entries import by_number
from register.web.context import reading, transaction
from register.wiring import Wiring
from tests.factories import actor, draft, organisation


class TestTransaction:
    def test_tells_the_second_of_two_who_save_at_once(self, app: Flask, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            number = draft(session, body).number
            editor = actor(Role.EDITOR, body)

        def save() -> None:
            with transaction() as session:
                entry = by_number(session, number, editor)
                session.execute(text("UPDATE entries SET revision = revision + 1"))  # as if another had been first
                entry.title = "Mine"
                session.flush()

        with app.test_request_context(), pytest.raises(Stale):
            save()

        with app.test_request_context():
            assert by_number(reading(), number, editor).title != "Mine"

    def test_tells_the_second_of_two_who_add_the_same_at_once(self, app: Flask, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            body = organisation(session)
            one, two = (draft(session, body, source_id=each).number for each in ("A-1", "A-2"))

        def change() -> None:
            with transaction() as session:
                session.execute(text("UPDATE entries SET source_id = 'A-1' WHERE number = :number"), {"number": two})

        with app.test_request_context(), pytest.raises(Conflict):
            change()

        with app.test_request_context():
            assert by_number(reading(), one, actor(Role.EDITOR, body)).source_id == "A-1"
            assert by_number(reading(), two, actor(Role.EDITOR, body)).source_id == "A-2"
