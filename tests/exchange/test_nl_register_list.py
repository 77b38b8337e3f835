"""What the national register lists becomes a document of ours: nothing lost, nothing invented."""

from datetime import date
from typing import Any

import pytest

from register.domain.standard.check import check
from register.domain.standard.conditions import Stage
from register.domain.standard.rich_text import visible_text
from register.errors import Invalid
from register.exchange import nl_register_list
from register.exchange.nl_register_list import Header, Listed
from tests.factories.nl_register import SOURCE_URL, list_file, listed_row

HEADER = Header(source_url=SOURCE_URL, retrieved_at="2026-08-08T06:20:11Z", rows=1, announced=1)


def read(**changes: Any) -> Listed:
    return nl_register_list.to_document(listed_row(**changes), HEADER)


def refusals(row: Any) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refusal:
        nl_register_list.to_document(row, HEADER)
    return [(problem.pointer, problem.rule) for problem in refusal.value.problems]


class TestHeader:
    def test_tells_where_and_when_the_file_was_read(self) -> None:
        header = nl_register_list.header(list_file(listed_row()))

        assert header == HEADER

    @pytest.mark.parametrize("moment", [None, 5, "yesterday", "2026-08-08", "2026-08-08T06:20:11"])
    def test_leaves_out_a_moment_that_is_none(self, moment: Any) -> None:
        assert nl_register_list.header(list_file(fetched_at=moment)).retrieved_at == ""

    def test_writes_the_moment_in_utc(self) -> None:
        assert nl_register_list.header(list_file(fetched_at="2026-08-08T08:20:11+02:00")).retrieved_at == "2026-08-08T06:20:11Z"

    @pytest.mark.parametrize("address", [None, "register.example", "javascript:alert(1)", "http://register.example"])
    def test_leaves_out_an_address_that_is_not_https(self, address: Any) -> None:
        assert nl_register_list.header(list_file(source_url=address)).source_url == ""


class TestToDocument:
    def test_maps_each_key(self) -> None:
        listed = read()

        assert listed.organisation == "Gemeente Voorbeeldstad"
        assert listed.document == {
            "language": "nl",
            "name": {"nl": "Meldingen verdelen"},
            "purpose": {"nl": "<p>Het systeem leest een melding en kiest het team.</p>"},
            "legal_basis": {"nl": "<p>Artikel 160 van de Gemeentewet.</p>"},
            "status": "in_use",
            "impact_assessments": [{"id": "nlregister", "kind": "other", "status": "done"}],
        }
        assert listed.provenance == {
            "source": "nl-algoritmeregister",
            "source_id": "10000001",
            "url": "https://register.example/nl/algoritme/10000001",
            "registered_on": "2026-04-07",
            "added_on": "2026-05-13",
            "source_url": SOURCE_URL,
            "retrieved_at": "2026-08-08T06:20:11Z",
            "licence": "CC0-1.0",
        }

    def test_gives_a_document_whose_form_is_right(self) -> None:
        assert check(read().document, stage=Stage.DRAFT, today=date(2026, 8, 8)) == []

    @pytest.mark.parametrize(
        ("theirs", "ours"), [("in_gebruik", "in_use"), ("ontwikkeling", "in_development"), ("buiten_gebruik", "retired")]
    )
    def test_translates_the_status(self, theirs: str, ours: str) -> None:
        assert read(status=theirs).document["status"] == ours

    @pytest.mark.parametrize(("theirs", "ours"), [("Ja", "done"), ("Nee", "not_done"), ("Onbekend", "unknown")])
    def test_translates_the_assessment(self, theirs: str, ours: str) -> None:
        assert read(impactassessment=theirs).document["impact_assessments"][0]["status"] == ours

    @pytest.mark.parametrize("nothing", [None, "", "  \n"])
    def test_leaves_absent_what_the_source_does_not_hold(self, nothing: str | None) -> None:
        listed = read(doel=nothing, juridische_basis=nothing, impactassessment=nothing, status=nothing, geregistreerd=nothing)

        assert set(listed.document) == {"language", "name"}
        assert "registered_on" not in listed.provenance

    def test_keeps_the_signs_of_a_text_without_mark_up(self) -> None:
        text = "1. Eén <b>& twee</b> *niet* schuin [1], zie https://wetten.example/a?b=1&c=2. - geen lijst"

        kept = read(doel=text).document["purpose"]["nl"]

        assert visible_text(kept) == text
        assert '<a href="https://wetten.example/a?b=1&amp;c=2">' in kept
        assert "<b>" not in kept

    def test_folds_the_spaces_of_names(self) -> None:
        listed = read(title=" Meldingen\n  verdelen ", organisatie="Gemeente  Voorbeeldstad ")

        assert listed.document["name"]["nl"] == "Meldingen verdelen"
        assert listed.organisation == "Gemeente Voorbeeldstad"

    def test_cuts_a_name_that_is_too_long_after_a_word_and_says_so(self) -> None:
        long = "Systeem dat " + "meldingen verdeelt " * 10

        listed = read(title=long)

        name = listed.document["name"]["nl"]
        assert len(name) <= 100
        assert name == "Systeem dat meldingen verdeelt meldingen verdeelt meldingen verdeelt meldingen verdeelt meldingen…"
        assert listed.provenance["shortened"] == ["/name"]

    def test_cuts_a_word_without_end(self) -> None:
        assert read(title="x" * 200).document["name"]["nl"] == "x" * 99 + "…"

    @pytest.mark.parametrize("length", [2500, 2501, 9999])
    def test_keeps_as_much_of_a_purpose_as_the_standard_allows(self, length: int) -> None:
        listed = read(doel=("woord " * 2000)[: length - 1] + "x")

        assert check(listed.document, stage=Stage.DRAFT, today=date(2026, 8, 8)) == []
        assert listed.provenance.get("shortened") == (None if length == 2500 else ["/purpose"])


class TestRefuses:
    @pytest.mark.parametrize("row", [None, 1, "x", [], True])
    def test_a_row_that_is_no_object(self, row: Any) -> None:
        assert refusals(row) == [("", "wrong-type")]

    def test_all_that_is_wrong_with_a_row_at_once(self) -> None:
        row = {"id": "1", "status": "kapot", "impactassessment": "Misschien", "url": "http://register.example", "geregistreerd": "7 april"}

        assert refusals(row) == [
            ("/title", "required-part"),
            ("/organisatie", "required-part"),
            ("/impactassessment", "not-in-vocabulary"),
            ("/status", "not-in-vocabulary"),
            ("/geregistreerd", "not-a-date"),
            ("/url", "not-a-web-address"),
        ]

    @pytest.mark.parametrize("value", [1, 1.5, True, ["x"], {"nl": "x"}])
    def test_a_value_that_is_no_text(self, value: Any) -> None:
        assert refusals(listed_row(doel=value)) == [("/doel", "wrong-type")]

    @pytest.mark.parametrize("sign", ["\x00", "\x07", "\ud800", "\ufffe"])
    def test_a_character_that_cannot_be_kept(self, sign: str) -> None:
        assert refusals(listed_row(title=f"a{sign}b")) == [("/title", "forbidden-character")]

    def test_a_text_that_no_register_would_hold(self) -> None:
        assert refusals(listed_row(doel="x" * 20_001)) == [("/doel", "too-long")]

    def test_an_organisation_without_a_name(self) -> None:
        assert refusals(listed_row(organisatie="...")) == [("/organisatie", "required-part")]
        assert refusals(listed_row(organisatie="x" * 301)) == [("/organisatie", "too-long")]

    def test_a_number_that_is_too_long_to_be_one(self) -> None:
        assert refusals(listed_row("1" * 101))[0] == ("/id", "too-long")
