"""Every number adds up: the page behind it lists as many, and a recount of the documents finds the same."""

import csv
import io
import re
from collections import Counter
from datetime import date
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from public_site.charts import NARROW, WIDE, Month, drawn
from register.domain.calendar import day_of, months
from register.domain.principles.criteria import Principle
from register.queries.statistics import FIGURES
from register.translations.formats import month
from register.wiring import Wiring
from tests.factories import FixedClock, generative_document, organisation, published, withdrawn
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


@pytest.fixture
def with_gaps(wiring: Wiring, clock: FixedClock) -> None:
    """Publish two, four months later one more, withdraw one of the first in the month after, and wait for two months."""
    with wiring.database.transaction() as session:
        first = published(session, organisation(session), wiring.search, now=clock.now()).entry
        published(session, organisation(session), wiring.search, now=clock.now())
    clock.move(days=120)
    with wiring.database.transaction() as session:
        published(session, organisation(session), wiring.search, now=clock.now())
        withdrawn(session, first, wiring.search, now=clock.move(days=31))
    clock.move(days=62)


def _body(session: Session, place: int) -> Any:
    return organisation(session, f"Gemeente {place % 4} {place // 4}")


def documents(client: FlaskClient, query: str = "") -> list[dict[str, Any]]:
    """Return what is taken along of the whole register."""
    taken: list[dict[str, Any]] = client.get(f"/nl/zoeken.json{query}").get_json()["registrations"]
    return taken


def recounted(taken: list[dict[str, Any]], day: date) -> dict[str, dict[str, int]]:
    """Count everything again, from the documents alone, with all months until a day."""
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
    every_month = months(min(found["month"]), f"{day:%Y-%m}") if taken else ()
    return {name: dict(counted) for name, counted in found.items()} | {"month": {each: found["month"][each] for each in every_month}}


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
    def test_are_what_a_recount_finds(self, client: FlaskClient, clock: FixedClock) -> None:
        told = client.get("/api/v1/statistics").get_json()
        taken = documents(client)

        assert told["registrations"] == len(taken) == 14
        assert told["organisations"] == len({each["document"]["organisation"]["number"] for each in taken})
        assert told["figures"] == recounted(taken, day_of(clock.now()))

    def test_are_what_a_recount_finds_as_of_each_day(self, client: FlaskClient, world: World) -> None:
        for day in ("2026-11-22", "2026-11-24", "2026-11-27"):
            told = client.get(f"/api/v1/statistics?asOf={day}").get_json()
            assert told["figures"] == recounted(documents(client, f"?asOf={day}"), date.fromisoformat(day))

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


class TestMonths:
    MONTHS = ("2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06")
    NEW = (1, 0, 0, 0, 1, 0, 0, 0)
    TOTALS = (2, 2, 2, 2, 3, 2, 2, 2)

    @pytest.mark.usefixtures("with_gaps")
    def test_go_by_time_with_none_left_out(self, client: FlaskClient) -> None:
        told = client.get("/api/v1/statistics").get_json()
        rows = list(csv.DictReader(io.StringIO(client.get("/en/statistics.csv?figure=month").text.removeprefix("\ufeff"))))
        shown = re.findall(r'<th scope="row">(\w+ 202[67])</th>', page(client, "/en/statistics"))

        assert tuple(told["figures"]["month"].items()) == tuple(zip(self.MONTHS, self.NEW, strict=True))
        assert tuple(told["totals"].items()) == tuple(zip(self.MONTHS, self.TOTALS, strict=True))
        assert [(row["word"], int(row["registrations"]), int(row["total"])) for row in rows] == list(
            zip(self.MONTHS, self.NEW, self.TOTALS, strict=True)
        )
        assert shown == [month(each, "en") for each in self.MONTHS]

    @pytest.mark.usefixtures("with_gaps")
    @pytest.mark.parametrize("query", ["", "?asOf=2027-06-15", "?asOf=2027-03-31", "?asOf=2027-01-05"])
    def test_have_totals_that_lead_to_as_many(self, client: FlaskClient, query: str) -> None:
        html = page(client, f"/nl/cijfers{query}")
        last = client.get(f"/api/v1/statistics{query}").get_json()
        numbers = re.findall(r'<td class="reg-n"><a href="(/nl/zoeken\?example=[^"]+)">(\d+)</a></td></tr>', html)

        assert len(numbers) == len(last["totals"]) == len(last["figures"]["month"])
        assert list(last["totals"].values())[-1] == last["registrations"]
        for href, number in numbers:
            heading = HEADING.search(page(client, unescape(href)))
            assert heading is not None
            assert heading[1] == number, href

    def test_stop_at_the_day_shown(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        clock.move(days=800)

        assert list(client.get("/api/v1/statistics?asOf=2026-12-01").get_json()["figures"]["month"]) == ["2026-11", "2026-12"]

    def test_say_when_not_all_are_drawn(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        assert "Getekend zijn" not in page(client, "/nl/cijfers")
        clock.move(days=800)

        html = page(client, "/nl/cijfers")

        assert "Getekend zijn de laatste 24 maanden. In de tabel staan ze alle 28." in words(html)
        assert "Getekend zijn de laatste 12 maanden. In de tabel staan ze alle 28." in words(html)


class TestPage:
    def test_has_a_table_and_a_file_for_each_picture(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/en/statistics")
        files = [unescape(each) for each in re.findall(r'href="(/en/statistics\.csv[^"]+)"', html)]

        assert html.count("<table") == html.count('<section class="reg-figure"') - html.count("Nothing to count yet.")
        for each in files:
            rows = list(csv.DictReader(io.StringIO(client.get(each).text.removeprefix("\ufeff"))))
            assert all(int(list(row.values())[2]) > 0 or row["figure"] == "month" for row in rows)
        assert len(files) == 13

    def test_draws_what_is_late_and_who_is_silent(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        clock.move(days=1)
        told = client.get("/api/v1/statistics").get_json()
        late, silent = (
            client.get(f"/nl/cijfers.csv?figure={name}").text.removeprefix("\ufeff").split() for name in ("overdue", "registered")
        )
        html = page(client, "/nl/cijfers")

        assert told["overdue"] > 0
        assert late == ["figure,word,registrations", f"overdue,true,{told['overdue']}", f"overdue,all,{told['registrations']}"]
        assert silent == ["figure,word,organisations", f"registered,false,{told['silent']}", f"registered,true,{told['organisations']}"]
        for name in ("overdue", "registered"):
            (figure,) = re.findall(rf'<section class="reg-figure" aria-labelledby="h-{name}">.*?</section>', html, re.DOTALL)
            assert '<ul class="reg-bars">' in figure
            assert "<table" in figure

    def test_has_findings_for_titles(self, client: FlaskClient, world: World) -> None:
        titles = re.findall(
            r'<h2 class="utrecht-heading-3" id="h-(\w+)">([^<]+)</h2><p class="reg-soft reg-small">', page(client, "/en/statistics")
        )

        assert {name for name, _title in titles} >= {"category", "kind", "overdue", "registered", "principles", "month"}
        assert all(re.search(r"\d|No|Every|only", title) for _name, title in titles)

    def test_leads_from_a_principle_to_all_that_have_an_outcome(self, client: FlaskClient, world: World) -> None:
        html = page(client, "/nl/cijfers")
        totals = re.findall(r'<li><span>[^<]+</span><span class="reg-bars__n"><a href="([^"]+)">(\d+)</a>', html)

        assert len(totals) == 4
        for href, number in totals:
            heading = HEADING.search(page(client, unescape(href)))
            assert heading is not None
            assert heading[1] == number

    def test_draws_with_classes_alone_and_names_each_column(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        clock.move(days=800)
        drawings = re.findall(r'<svg class="reg-chart .*?</svg>', page(client, "/en/statistics"), re.DOTALL)

        assert [drawing.count("</title><rect") for drawing in drawings] == [WIDE[0], NARROW[0]]
        for drawing in drawings:
            assert "<title>February 2029: 0</title>" in drawing
            assert not re.search(r"<style|style=|fill=|<script", drawing)
            assert len(drawing.encode()) < 10_000

    def test_refuses_a_figure_that_is_none(self, client: FlaskClient) -> None:
        assert client.get("/nl/cijfers.csv?figure=x").status_code == client.get("/nl/cijfers.csv").status_code == 400

    def test_is_sound_when_there_is_nothing(self, client: FlaskClient) -> None:
        assert "Er staat nog niets in het register." in words(page(client, "/nl/cijfers"))


class TestDrawing:
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
        drawing = drawn([Month(each, 1) for each in months("2025-11", "2026-10")], WIDE)

        assert [column.label for column in drawing.columns if column.label] == ["year", "month"]
