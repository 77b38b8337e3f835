"""Every number adds up: the page behind it lists as many, and a recount of the documents finds the same."""

import csv
import io
import re
from collections import Counter
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from public_site.charts import NARROW, WIDE, Month, drawn, months
from register.domain.principles.criteria import Principle
from register.queries.statistics import FIGURES
from register.wiring import Wiring
from tests.factories import FixedClock, generative_document, organisation, published
from tests.public_site.pages import page, words
from tests.public_site.world import World

HEADING = re.compile(r'<h2[^>]* id="h-(?:results|list)">([\d.]+) ')


@pytest.fixture
def various(wiring: Wiring, clock: FixedClock) -> None:
    """Publish registrations that differ in everything that is counted, over three months."""
    for place in range(14):
        with wiring.database.transaction() as session:
            changes: dict[str, Any] = generative_document() if place % 3 == 0 else {"tags": ["x"]}
            changes |= {"name": {"nl": f"Nummer {place}"}, "themes": ["work", "law"] if place % 2 else ["housing"]}
            published(session, _body(session, place), wiring.search, now=clock.now(), **changes)
        clock.move(hours=24 * 6)


def _body(session: Session, place: int) -> Any:
    return organisation(session, f"Gemeente {place % 4} {place // 4}")


def documents(client: FlaskClient, query: str = "") -> list[dict[str, Any]]:
    """Return what is taken along of the whole register."""
    taken: list[dict[str, Any]] = client.get(f"/nl/zoeken.json{query}").get_json()["registrations"]
    return taken


def recounted(taken: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    """Count everything again, from the documents alone."""
    found: dict[str, Counter[str]] = {name: Counter() for name in FIGURES}
    for each in taken:
        document = each["document"]
        single = {
            "kind": document.get("kind"), "status": document.get("status"), "decisionRole": document.get("decision_role"),
            "category": document.get("classification", {}).get("riskCategory"), "month": each["firstPublishedAt"][:7],
            "type": document["organisation"].get("type"), "product": document.get("product", {}).get("number"),
        }  # fmt: skip
        for name, word in single.items():
            found[name].update([word] if word else [])
        if each["completeness"] is not None:
            low = min(each["completeness"] // 25 * 25, 75)
            found["completeness"].update([f"{low}-{100 if low == 75 else low + 24}"])
        found["theme"].update(document.get("themes", ()))
        found["assessment"].update({f"{row['kind']}.{row['status']}" for row in document.get("impact_assessments", ())})
        for principle in Principle:
            if "principles" in document:
                found[principle.value].update([document["principles"]["outcomes"][principle]["outcome"]])
    found["product"] = Counter({word: number for word, number in found["product"].items() if number > 1})
    return found


class TestNumbers:
    @pytest.mark.usefixtures("various")
    def test_lead_to_as_many(self, client: FlaskClient) -> None:
        html = page(client, "/nl/cijfers")
        numbers = re.findall(r'<a[^>]* href="(/nl/(?:zoeken|organisaties)[^"]*)"[^>]*>([\d.]+)</a>', html)

        assert len(numbers) >= 30
        for href, number in numbers:
            heading = HEADING.search(page(client, unescape(href)))
            assert (heading[1] if heading else "0") == number, href

    @pytest.mark.usefixtures("various")
    def test_are_what_a_recount_finds(self, client: FlaskClient) -> None:
        told = client.get("/api/v1/statistics").get_json()
        taken = documents(client)

        assert told["registrations"] == len(taken) == 14
        assert told["organisations"] == len({each["document"]["organisation"]["number"] for each in taken})
        assert told["figures"] == {name: dict(counted) for name, counted in recounted(taken).items()}

    def test_are_what_a_recount_finds_as_of_each_day(self, client: FlaskClient, world: World) -> None:
        for day in ("2026-11-22", "2026-11-24", "2026-11-27"):
            told = client.get(f"/api/v1/statistics?asOf={day}").get_json()
            assert told["figures"] == {name: dict(counted) for name, counted in recounted(documents(client, f"?asOf={day}")).items()}

    def test_change_with_a_publication(self, client: FlaskClient, wiring: Wiring) -> None:
        before = client.get("/api/v1/statistics").get_json()["registrations"]
        with wiring.database.transaction() as session:
            published(session, organisation(session), wiring.search)

        assert client.get("/api/v1/statistics").get_json()["registrations"] == before + 1

    def test_count_bodies_that_have_registered_nothing(self, client: FlaskClient, world: World) -> None:
        silent = client.get("/api/v1/statistics").get_json()["silent"]

        assert silent == len(re.findall('<li><p class="reg-rows__name">', page(client, "/nl/organisaties?registered=false")))
        assert world.lonely in page(client, "/nl/organisaties?registered=false")

    def test_never_count_what_is_not_public(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/cijfers")

        assert world.restricted not in html
        assert world.draft not in html


class TestPage:
    def test_has_a_table_and_a_file_for_each_picture(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/en/statistics")
        files = [unescape(each) for each in re.findall(r'href="(/en/statistics\.csv[^"]+)"', html)]

        assert html.count("<table") == html.count('<section class="reg-figure"') - html.count("Nothing to count yet.")
        for each in files:
            rows = list(csv.DictReader(io.StringIO(client.get(each).text.removeprefix("\ufeff"))))
            assert all(int(row["registrations"]) > 0 for row in rows)
        assert len(files) == 11

    def test_refuses_a_figure_that_is_none(self, client: FlaskClient) -> None:
        assert client.get("/nl/cijfers.csv?figure=x").status_code == client.get("/nl/cijfers.csv").status_code == 400

    def test_is_sound_when_there_is_nothing(self, client: FlaskClient) -> None:
        assert "Er staat nog niets in het register." in words(page(client, "/nl/cijfers"))


class TestDrawing:
    def test_leaves_no_month_out(self) -> None:
        assert [each.count for each in months({"2025-11": 2, "2026-02": 1})] == [2, 0, 0, 1]
        assert months({}) == ()

    @pytest.mark.parametrize("form", [WIDE, NARROW])
    def test_stays_within_its_frame(self, form: tuple[int, int, int]) -> None:
        drawing = drawn([Month(f"{2020 + place // 12}-{place % 12 + 1:02}", place * 37) for place in range(40)], form)

        assert len(drawing.columns) == form[0]
        assert all(0 <= column.x <= column.x + column.width <= drawing.width for column in drawing.columns)
        assert all(0 <= column.y <= drawing.floor and column.height >= 0 for column in drawing.columns)
        scale = [number for number, _ in drawing.lines]
        assert scale[0] == 0
        assert scale[-1] >= max(column.count for column in drawing.columns)
        assert len(scale) <= 6

    def test_puts_no_labels_over_one_another(self) -> None:
        drawing = drawn(months({"2025-11": 1, "2026-10": 1}), WIDE)

        assert [column.label for column in drawing.columns if column.label] == ["year", "month"]
