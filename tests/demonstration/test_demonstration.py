"""The demonstration keeps the standard, shows everything there is to show, and names nothing real."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from register.demonstration.content import Document, Draft, Publication, Registration, with_numbers
from register.demonstration.reading import DATA, ORGANISATIONS, read
from register.domain.ai_act.classify import classify
from register.domain.ai_act.documents import facts_of
from register.domain.ai_act.outcome import RiskCategory
from register.domain.principles.outcome import PrincipleOutcome, results
from register.domain.products import inherited
from register.domain.standard.check import check
from register.domain.standard.conditions import Stage
from register.domain.standard.vocabularies import DecisionRole, GapState, Kind, Status

TODAY = date(2026, 11, 22)
CONTENT = read(TODAY)
NUMBERS = {key: str(100_000_000 + place) for place, key in enumerate(CONTENT.keys)}
LAST = [registration.publications[-1].document for registration in CONTENT.registrations if registration.publications]


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def taken(document: Document) -> dict[str, Any]:
    """Return what the document takes over from the product version that it names."""
    if "product" not in document:
        return {}
    product = next(product for product in CONTENT.products if product.key == document["product"]["key"])
    return inherited(document, product.publications[document["product"]["version"] - 1].document)


def problems(document: Document, stage: Stage, at: date) -> list[str]:
    found = check(with_numbers(document, NUMBERS), stage=stage, today=at, inherited=taken(document))
    return [f"{problem.pointer} {problem.rule}" for problem in found]


PUBLISHED = [
    (f"{registration.key} version {number}", publication)
    for registration in CONTENT.registrations
    for number, publication in enumerate(registration.publications, start=1)
]
DRAFTS = [(registration.key, registration.draft) for registration in CONTENT.registrations if registration.draft is not None]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


class TestEachDocument:
    @pytest.mark.parametrize(("name", "publication"), PUBLISHED, ids=lambda value: value if isinstance(value, str) else "")
    def test_that_was_published_could_be(self, name: str, publication: Publication) -> None:
        assert problems(publication.document, Stage.PUBLISH, day(publication.days_ago)) == []

    @pytest.mark.parametrize(("name", "draft"), DRAFTS, ids=lambda value: value if isinstance(value, str) else "")
    def test_that_is_a_draft_came_as_far_as_it_is(self, name: str, draft: Draft) -> None:
        stage = Stage.DRAFT if draft.state == "drafting" else Stage.SUBMIT

        assert problems(draft.document, stage, day(draft.days_ago)) == []

    @pytest.mark.parametrize("product", CONTENT.products, ids=lambda product: product.key)
    def test_of_a_product_has_the_right_form(self, product: Any) -> None:
        assert [problems(publication.document, Stage.DRAFT, TODAY) for publication in product.publications] == [
            [] for _ in product.publications
        ]


class TestEachRegistration:
    @pytest.mark.parametrize("registration", CONTENT.registrations, ids=lambda registration: registration.key)
    def test_goes_forward_in_time(self, registration: Registration) -> None:
        ends = [registration.withdrawal.days_ago] if registration.withdrawal else []
        days = [publication.days_ago for publication in registration.publications] + ends
        days += [registration.draft.days_ago] if registration.draft else []

        assert days == sorted(set(days), reverse=True)
        assert all(number > 0 for number in days)

    @pytest.mark.parametrize(("name", "publication"), PUBLISHED, ids=lambda value: value if isinstance(value, str) else "")
    def test_names_only_product_versions_that_were_there(self, name: str, publication: Publication) -> None:
        named = publication.document.get("product")
        if named is not None:
            product = next(product for product in CONTENT.products if product.key == named["key"])

            assert product.publications[named["version"] - 1].days_ago > publication.days_ago

    @pytest.mark.parametrize("registration", [one for one in CONTENT.registrations if len(one.publications) > 1], ids=lambda one: one.key)
    def test_says_something_new_in_each_version(self, registration: Registration) -> None:
        notes = [publication.document["change_note"]["nl"] for publication in registration.publications]

        assert len(set(notes)) == len(notes)


class TestTheWhole:
    def test_is_large_enough(self) -> None:
        assert len(CONTENT.organisations) == 8
        assert len(LAST) >= 40
        assert len(CONTENT.products) >= 4
        assert sum(len(registration.publications) == 3 for registration in CONTENT.registrations) >= 3
        assert sum(len(product.publications) == 2 for product in CONTENT.products) >= 3
        assert sum(registration.withdrawal is not None for registration in CONTENT.registrations) >= 1

    def test_reads_every_file_that_is_there(self) -> None:
        folders = {path.name for path in DATA.iterdir()}

        assert folders == {*ORGANISATIONS, "products"}

    @pytest.mark.parametrize("status", Status)
    def test_shows_every_status(self, status: Status) -> None:
        assert any(document["status"] == status for document in LAST)

    @pytest.mark.parametrize("role", DecisionRole)
    def test_shows_every_role_in_a_decision(self, role: DecisionRole) -> None:
        assert any(document.get("decision_role") == role for document in LAST)

    @pytest.mark.parametrize("kind", Kind)
    def test_shows_every_kind(self, kind: Kind) -> None:
        assert sum({**taken(document), **document}["kind"] == kind for document in LAST) >= 10

    @pytest.mark.parametrize("category", RiskCategory)
    def test_shows_every_category_of_the_ai_act(self, category: RiskCategory) -> None:
        found = [classify(facts_of({**taken(document), **document}), TODAY).risk_category for document in LAST]

        assert category in found

    @pytest.mark.parametrize("outcome", PrincipleOutcome)
    def test_shows_every_outcome_of_a_principle(self, outcome: PrincipleOutcome) -> None:
        found = {result.outcome for document in LAST for result in results({**taken(document), **document}).values()}

        assert outcome in found

    @pytest.mark.parametrize("state", ["drafting", "in_review", "sent_back"])
    def test_shows_every_state_of_a_draft(self, state: str) -> None:
        assert any(draft.state == state for _, draft in DRAFTS)

    def test_shows_remarks_in_review(self) -> None:
        assert any(draft.remarks for _, draft in DRAFTS if draft.state == "in_review")

    @pytest.mark.parametrize("state", [GapState.NOT_KNOWN, GapState.ASKED_SUPPLIER, GapState.NOT_DONE])
    def test_shows_gaps(self, state: GapState) -> None:
        assert any(gap["state"] == state for document in LAST for gap in document.get("gaps", {}).values())

    def test_shows_what_is_withheld_on_more_than_one_ground(self) -> None:
        assert len({record["ground"] for document in LAST for record in document.get("withheld", {}).values()}) >= 2

    def test_shows_reviews_that_are_overdue(self) -> None:
        assert sum(document["review_by"] < TODAY.isoformat() for document in LAST if "review_by" in document) >= 2

    @pytest.mark.parametrize("by", ["human", "machine"])
    def test_shows_translations(self, by: str) -> None:
        assert sum(document["translations"]["en"]["/summary"]["by"] == by for document in LAST if "translations" in document) >= 10

    def test_is_named_in_both_languages(self) -> None:
        assert all(set(document["name"]) == {"nl", "en"} and set(document["summary"]) == {"nl", "en"} for document in LAST)

    def test_keeps_its_days_when_time_goes_by(self) -> None:
        later = read(TODAY + timedelta(days=500))

        assert [one.publications[0].days_ago for one in later.products] == [one.publications[0].days_ago for one in CONTENT.products]
        assert (
            later.registrations[0].publications[-1].document["review_by"] > CONTENT.registrations[0].publications[-1].document["review_by"]
        )


class TestNothingInIt:
    def test_is_an_address_that_exists(self) -> None:
        everything = [text for document in (*LAST, *(one.document for _, one in DRAFTS)) for text in texts(document)]
        everything += [text for product in CONTENT.products for publication in product.publications for text in texts(publication.document)]
        everything += [text for organisation in CONTENT.organisations for text in (organisation.website, organisation.contact)]
        hosts = [host for text in everything for host in re.findall(r"(?:https?://|@)([\w.-]+)", text)]

        assert hosts
        assert not [host for host in hosts if not host.endswith(".example")]

    def test_is_hidden_in_a_bare_web_address(self) -> None:
        written = "\n".join(path.read_text(encoding="utf-8") for path in DATA.rglob("*.toml"))

        assert not re.findall(r"\bwww\.[\w-]+\.(?!example\b)\w+|\b[\w-]+\.(?:nl|com|org|eu|net)\b(?!\s*=)", written.replace(".nl =", " ="))
