"""A document survives the form: what is not touched stays as it was, whatever it holds."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from register.backoffice.forms import documents
from register.canonical import sha256
from register.domain.standard import BY_KEY, FIELDS
from register.domain.standard import types as t
from register.domain.standard.translations import stale
from register.services.cleaning import clean
from tests.backoffice.forms import strategies
from tests.factories import generative_document

TODAY = date(2026, 11, 20)
SUMMARY = (BY_KEY["summary"],)


def sent(raw: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return what a browser sends of the inputs: lines end with CRLF."""
    return {name: [value.replace("\n", "\r\n") for value in values] for name, values in raw.items()}


def kept(document: dict[str, Any], **changes: list[str]) -> dict[str, Any]:
    """Write a document as a form, change some inputs, and read it again."""
    raw = documents.written(document, FIELDS) | {name.replace("__", "."): values for name, values in changes.items()}
    return clean(documents.read(sent(raw), document, FIELDS, TODAY))


class TestRoundTrip:
    @given(strategies.documents())
    @settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    def test_loses_nothing(self, document: dict[str, Any]) -> None:
        assert kept(document) == document

    def test_holds_for_a_whole_document(self) -> None:
        document = clean(generative_document())

        assert kept(document) == document

    def test_keeps_the_order_of_chosen_words(self) -> None:
        document = {"techniques": ["language_technology", "generative"]}

        assert kept(document, techniques=["generative", "language_technology", "rules"])["techniques"] == [
            "language_technology", "generative", "rules",
        ]  # fmt: skip


class TestRead:
    def test_leaves_alone_what_the_form_does_not_show(self) -> None:
        document = {"summary": {"nl": "Kort"}, "contact": "https://a.example"}
        raw = documents.written(document, SUMMARY) | {"contact": ["https://b.example"]}

        assert documents.read(raw, document, SUMMARY, TODAY)["contact"] == "https://a.example"

    def test_does_not_take_what_was_not_sent_for_emptied(self) -> None:
        document = {"techniques": ["rules"], "summary": {"nl": "Kort"}}

        assert documents.read({}, document, FIELDS, TODAY) == document

    def test_takes_a_name_that_is_written_in_threes(self) -> None:
        assert kept({}, successor=["123 456 788"])["successor"] == "123456788"

    @pytest.mark.parametrize(
        ("inputs", "passed_on"),
        [
            ({"review_by-day": ["31"], "review_by-month": ["2"], "review_by-year": ["2027"]}, "2027-02-31"),
            ({"review_by-day": [""], "review_by-month": ["3"], "review_by-year": ["27"]}, "27-03-00"),
        ],
    )
    def test_passes_on_a_date_that_is_none(self, inputs: dict[str, list[str]], passed_on: str) -> None:
        raw = documents.written({}, FIELDS) | inputs

        assert documents.read(raw, {}, FIELDS, TODAY)["review_by"] == passed_on

    @pytest.mark.parametrize("typed", ["12,5", "veel", "99999999999999999999", "9007199254740992"])
    def test_passes_on_a_number_that_is_none(self, typed: str) -> None:
        raw = documents.written({}, FIELDS) | {"log_retention_months": [typed]}

        assert documents.read(raw, {}, FIELDS, TODAY)["log_retention_months"] == typed

    def test_dates_a_gap_today_unless_it_is_told(self) -> None:
        assert kept({}, **{"gaps.purpose.state": ["not_known"]})["gaps"]["/purpose"] == {"state": "not_known", "since": "2026-11-20"}

    def test_lets_a_gap_go_when_the_answer_comes(self) -> None:
        document = {"gaps": {"/purpose": {"state": "not_known", "since": "2026-01-01"}}}

        assert kept(document, purpose__nl=["Brieven worden beter."]) == {"purpose": {"nl": "<p>Brieven worden beter.</p>"}}

    def test_keeps_a_new_gap_beside_an_answer_so_that_it_is_refused(self) -> None:
        document = {"purpose": {"nl": "<p>Doel</p>"}}

        assert "/purpose" in kept(document, **{"gaps.purpose.state": ["not_known"]})["gaps"]

    def test_keeps_the_note_in_the_other_language(self) -> None:
        note = {"nl": "Gevraagd", "en": "Asked"}
        document = {"gaps": {"/purpose": {"state": "not_known", "since": "2026-01-01", "note": note}}}

        changed = kept(document, **{"gaps.purpose.note": ["Nog eens gevraagd"]})["gaps"]["/purpose"]

        assert changed["note"] == {"nl": "Nog eens gevraagd", "en": "Asked"}

    def test_forgets_what_was_told_of_a_row_that_went(self) -> None:
        row = {"id": "rij1", "title": {"nl": "Wet"}}
        document = {"legal_bases": [row], "gaps": {"/legal_bases/rij1/url": {"state": "not_known", "since": "2026-01-01"}}}

        assert kept(document, **{"legal_bases:rows": []}) == {}

    def test_keeps_what_was_told_of_a_row_that_stays(self) -> None:
        row = {"id": "rij1", "title": {"nl": "Wet"}}
        gaps = {"/legal_bases/rij1/url": {"state": "not_known", "since": "2026-01-01"}}

        assert kept({"legal_bases": [row], "gaps": gaps}) == {"legal_bases": [row], "gaps": gaps}


class TestTranslators:
    def test_are_people_when_somebody_typed(self) -> None:
        before = {"language": "nl", "summary": {"nl": "Kort"}}
        after = {"language": "nl", "summary": {"nl": "Kort", "en": "Short"}}

        noted = documents.with_translators(after, before)["translations"]

        assert noted == {"en": {"/summary": {"by": "human", "source": sha256(b"Kort")[:32]}}}

    def test_stay_when_only_the_source_changed_so_that_it_shows(self) -> None:
        record = {"by": "human", "source": sha256(b"Kort")[:32]}
        before = {"summary": {"nl": "Kort", "en": "Short"}, "translations": {"en": {"/summary": record}}}
        after = {**before, "summary": {"nl": "Korter", "en": "Short"}}

        noted = documents.with_translators(after, before)

        assert noted["translations"]["en"]["/summary"] == record
        assert list(stale(noted)) == [("en", "/summary")]

    def test_go_with_the_translation(self) -> None:
        record = {"by": "human", "source": sha256(b"Kort")[:32]}
        before = {"summary": {"nl": "Kort", "en": "Short"}, "translations": {"en": {"/summary": record}}}

        assert "translations" not in documents.with_translators({**before, "summary": {"nl": "Kort"}}, before)

    def test_are_noted_inside_rows(self) -> None:
        before = {"legal_bases": [{"id": "rij1", "title": {"nl": "Wet"}}]}
        after = {"legal_bases": [{"id": "rij1", "title": {"nl": "Wet", "en": "Act"}}]}

        assert "/legal_bases/rij1/title" in documents.with_translators(after, before)["translations"]["en"]


class TestOffers:
    @pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
    def test_never_withhold_what_cannot_be(self, field: Any) -> None:
        assert not (documents.may_be_withheld(field, {}) and not field.can_be_withheld)

    def test_a_product_is_no_input(self) -> None:
        assert not any(name.startswith("product") for name in documents.written({}, [BY_KEY["product"]]))
        assert isinstance(BY_KEY["product"].type, t.ProductReference)
