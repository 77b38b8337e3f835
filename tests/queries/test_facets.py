"""What a search could be narrowed to: every count is what choosing it would find."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from register.ports import SearchIndex
from register.queries import facets, registrations
from register.queries.registrations import FACET_NAMES, Selection
from tests.factories import generative_document, organisation, published

TODAY = date(2027, 6, 1)
CHOICES = [
    Selection(),
    Selection(facets={"kind": ["algorithm"]}),
    Selection(facets={"kind": ["algorithm"], "status": ["in_use"]}),
    Selection(facets={"theme": ["work"], "decisionRole": ["supports"]}),
    Selection(facets={"theme": ["work", "law"]}, overdue_on=TODAY),
    Selection("formulier", facets={"technique": ["generative"]}),
    Selection("formulier", mirrored=False, example=False),
    Selection("niets"),
]


@pytest.fixture(autouse=True)
def some(session: Session, search: SearchIndex) -> None:
    bodies = [organisation(session), organisation(session)]
    for place in range(12):
        changes: dict[str, Any] = generative_document() if place % 3 == 0 else {}
        changes |= {"themes": ["work"] if place % 2 else ["law", "housing"], "review_by": "2027-05-01" if place % 4 else "2027-09-01"}
        published(
            session, bodies[place % 5 == 0], search, **changes | {"name": {"nl": f"Formulier {place}" if place % 2 else f"Brief {place}"}}
        )


class TestCounts:
    @pytest.mark.parametrize("selection", CHOICES)
    def test_are_what_each_choice_would_find(self, session: Session, search: SearchIndex, selection: Selection) -> None:
        found = facets.counts(session, search, selection, TODAY)

        assert found.total == registrations.counted(session, search, selection)
        for name in FACET_NAMES:
            for word, number in found.words[name].items():
                chosen = replace(selection, facets={**selection.facets, name: [word]})
                assert registrations.counted(session, search, chosen) == number, (name, word)

    @pytest.mark.parametrize("selection", CHOICES)
    def test_of_flags_are_too(self, session: Session, search: SearchIndex, selection: Selection) -> None:
        found = facets.counts(session, search, selection, TODAY)

        for value in (True, False):
            assert found.mirrored[value] == registrations.counted(session, search, replace(selection, mirrored=value))
            assert found.example[value] == registrations.counted(session, search, replace(selection, example=value))
        assert found.overdue[True] == registrations.counted(session, search, replace(selection, overdue_on=TODAY))


class TestWords:
    def test_leave_the_own_choice_out(self, session: Session, search: SearchIndex) -> None:
        assert facets.words(session, search, Selection(facets={"theme": ["work"]}), "theme") == {"work": 6, "law": 6, "housing": 6}
