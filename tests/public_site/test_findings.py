"""The title of a figure is a true sentence, also for none, one, all, and where two are as large."""

from dataclasses import replace

import pytest
from flask import Flask

from public_site.findings import finding, finding_of_principles
from register.domain.ai_act.outcome import RiskCategory
from register.domain.principles.criteria import Principle
from register.queries.selections import Selection
from register.queries.statistics import Figure, Statistics
from register.translations import Language
from register.web import language

HIGH, LOW = RiskCategory.HIGH_RISK_ANNEX_III, RiskCategory.MINIMAL
FOUND = Statistics(
    selection=Selection(),
    are_examples=False,
    **dict.fromkeys(("registrations", "organisations", "silent", "mirrored", "generative", "high_risk", "overdue"), 0),
    figures={},
    totals={},
)


def told(app: Flask, found: Statistics, figure: Figure, chosen: Language = "nl") -> str:
    with app.test_request_context():
        language.use(chosen)
        return finding(found, figure, {word: word.title() for word in figure.rows})


class TestLargest:
    @pytest.mark.parametrize(
        ("rows", "all_", "dutch"),
        [
            ({}, 0, ""),
            ({"a": 12, "b": 3}, 52, "‘A’ komt het meest voor: 12 van de 52"),
            ({"b": 3, "a": 3}, 7, "‘B’ en ‘A’ komen het meest voor: elk 3"),
            ({"a": 1, "b": 1, "c": 1}, 3, "Geen groep is de grootste: 3 hebben er elk 1"),
            ({"a": 1}, 1, "De enige registratie: ‘A’"),
            ({"a": 1284}, 1284, "Alle 1.284 registraties: ‘A’"),
        ],
    )
    def test_is_named_with_its_share(self, app: Flask, rows: dict[str, int], all_: int, dutch: str) -> None:
        assert told(app, replace(FOUND, registrations=all_), Figure("kind", rows)) == dutch

    def test_is_told_in_english(self, app: Flask) -> None:
        found = replace(FOUND, registrations=1400)

        assert told(app, found, Figure("type", {"a": 1200, "b": 3}), "en") == "‘A’ is most common: 1,200 of the 1,400"

    def test_is_of_what_is_scored_where_that_is_not_all(self, app: Flask) -> None:
        assert told(app, replace(FOUND, registrations=9), Figure("completeness", {"a": 2, "b": 1})).endswith("2 van de 3")


class TestRisk:
    @pytest.mark.parametrize(
        ("high", "all_", "dutch"),
        [
            (0, 5, "Geen registratie staat op hoog risico"),
            (1, 1, "De enige registratie is hoog risico"),
            (3, 3, "Alle 3 registraties zijn hoog risico"),
            (1, 13, "1 op de 13 registraties is hoog risico"),
            (97, 1284, "Ongeveer 1 op de 13 registraties is hoog risico"),
            (2, 3, "2 van de 3 registraties zijn hoog risico"),
            (2, 7, "2 van de 7 registraties zijn hoog risico"),
        ],
    )
    def test_is_told_as_a_share(self, app: Flask, high: int, all_: int, dutch: str) -> None:
        assert told(app, replace(FOUND, registrations=all_), Figure("category", {HIGH: high, LOW: all_ - high})) == dutch


class TestCare:
    @pytest.mark.parametrize(
        ("late", "all_", "dutch"),
        [
            (0, 5, "Geen registratie is te laat met de controle"),
            (1, 1, "De enige registratie is niet op tijd opnieuw bekeken"),
            (1, 5, "1 van de 5 registraties is niet op tijd opnieuw bekeken"),
            (2, 5, "2 van de 5 registraties zijn niet op tijd opnieuw bekeken"),
            (5, 5, "Geen van de 5 registraties is op tijd opnieuw bekeken"),
        ],
    )
    def test_tells_who_is_late(self, app: Flask, late: int, all_: int, dutch: str) -> None:
        assert told(app, replace(FOUND, registrations=all_, overdue=late), Figure("overdue", {"true": late, "": all_})) == dutch

    @pytest.mark.parametrize(
        ("silent", "dutch"),
        [
            (0, "Elke organisatie heeft iets geregistreerd"),
            (1, "1 van de 4 organisaties heeft niets geregistreerd"),
            (2, "2 van de 5 organisaties hebben niets geregistreerd"),
        ],
    )
    def test_tells_who_is_silent(self, app: Flask, silent: int, dutch: str) -> None:
        assert told(app, replace(FOUND, silent=silent), Figure("registered", {"false": silent, "true": 3})) == dutch

    @pytest.mark.parametrize(
        ("outcomes", "dutch"),
        [
            ({}, ""),
            ({"claimed": 2}, "Nog geen uitkomst is onderbouwd"),
            ({"claimed": 1, "substantiated": 1}, "4 van de 8 uitkomsten zijn onderbouwd"),
            ({"substantiated": 2}, "Alle 8 uitkomsten zijn onderbouwd"),
        ],
    )
    def test_tells_what_is_substantiated(self, app: Flask, outcomes: dict[str, int], dutch: str) -> None:
        found = replace(FOUND, figures={principle.value: Figure(principle, outcomes) for principle in Principle})

        with app.test_request_context():
            language.use("nl")
            assert finding_of_principles(found) == dutch


class TestGrowth:
    @pytest.mark.parametrize(
        ("totals", "dutch"),
        [
            ({"2026-11": 1}, "1 registratie, uit november 2026"),
            ({"2026-11": 14}, "14 registraties, allemaal uit november 2026"),
            ({"2026-10": 1, "2026-11": 3}, "Van 1 naar 3 registraties sinds eind oktober 2026"),
            ({"2026-10": 3, "2026-11": 1}, "Van 3 naar 1 registratie sinds eind oktober 2026"),
            ({"2026-10": 3, "2026-11": 3}, "Evenveel als eind oktober 2026: 3 registraties"),
            (
                {f"2025-{n:02}": n for n in range(1, 13)} | {"2026-01": 20, "2026-02": 30},
                "Van 2 naar 30 registraties sinds eind februari 2025",
            ),
        ],
    )
    def test_is_told_over_a_year_at_most(self, app: Flask, totals: dict[str, int], dutch: str) -> None:
        assert told(app, replace(FOUND, totals=totals), Figure("month", totals)) == dutch


class TestProducts:
    def test_are_counted(self, app: Flask) -> None:
        assert told(app, FOUND, Figure("product", {"1": 2})) == "1 product wordt vaker dan één keer gebruikt"
        assert told(app, FOUND, Figure("product", {"1": 2, "2": 2})) == "2 producten worden vaker dan één keer gebruikt"
