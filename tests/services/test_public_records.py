"""What the public side holds after each act, as of any day, and that a rebuild gives the same byte for byte."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from register.db import Base
from register.domain.permissions import SYSTEM, Actor, Role
from register.domain.redactions import RedactionGround
from register.errors import Conflict, Invalid, NotAllowed
from register.models import PublicChange, PublicFacet, PublicOrganisation, PublicProduct, PublicRegistration, Version, VersionContent
from register.ports import SearchIndex
from register.queries import changes, facets, public_organisations, public_products, public_state, registrations
from register.queries.public_organisations import BodySelection
from register.queries.registrations import Selection, Sort
from register.services import organisations, products, publication, rebuilding, redactions, restrictions
from tests.factories import (
    NOON,
    OUT_OF_SIGHT,
    actor,
    draft,
    generative_document,
    organisation,
    published,
    published_all_the_same,
    revised,
    simple_document,
    withdrawn,
)

DAY = timedelta(days=1)
TODAY = date(2026, 11, 20)


def redacted(session: Session, version: Version, search: SearchIndex, days: float) -> None:
    body, now = version.entry.organisation, NOON + days * DAY
    asker, decider = actor(Role.ORGANISATION_ADMIN, body), actor(Role.ADMINISTRATOR)
    redactions.ask(
        session, version.entry.number, version.number, RedactionGround.PERSONAL_DATA, "Er staat een naam in.", actor=asker, now=now
    )
    redactions.confirm(session, version.entry.number, version.number, search=search, actor=decider, now=now)
    session.expire(version)


class TestAsOf:
    def test_answers_as_the_register_stood_at_the_end_of_that_day(self, session: Session, search: SearchIndex) -> None:
        entry = published(session, organisation(session), search).entry
        revised(session, entry, search, now=NOON + 2 * DAY, tags=["b"])
        revised(session, entry, search, now=NOON + 2.1 * DAY, tags=["c"])
        withdrawn(session, entry, search, now=NOON + 5 * DAY)

        def stood(day: date | None) -> tuple[int, str] | None:
            row = registrations.by_number(session, entry.number, day)
            return None if row is None else (row.version, row.state)

        assert stood(TODAY - DAY) is None
        assert stood(TODAY) == (1, "published")
        assert stood(TODAY + DAY) == (1, "published")
        assert stood(TODAY + 2 * DAY) == (3, "published")
        assert stood(TODAY + 5 * DAY) == (3, "withdrawn")
        assert stood(None) == (3, "withdrawn")

    def test_finds_by_words_that_were_there_then(self, session: Session, search: SearchIndex) -> None:
        entry = published(session, organisation(session), search, summary={"nl": "Gaat over zeehonden."}).entry
        revised(session, entry, search, now=NOON + 2 * DAY, summary={"nl": "Gaat over walrussen."})

        def found(words: str, day: date | None) -> int:
            return registrations.search(session, search, Selection(words, as_of=day), offset=0, limit=10).total

        assert (found("zeehonden", None), found("walrus", None)) == (0, 1)
        assert (found("zeehonden", TODAY), found("walrus", TODAY)) == (1, 0)


class TestReview:
    def test_is_due_as_long_as_it_is_there(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)

        here = published(session, body, search, review_by="2027-03-01")
        gone = published(session, body, search, review_by="2027-03-01", status="stopped", retired_reason={"nl": "Het werkte niet."})

        rows = [registrations.by_number(session, version.entry.number) for version in (here, gone)]
        assert [row.review_due for row in rows if row is not None] == ["2027-03-01", ""]


class TestSearch:
    def test_counts_per_facet_without_the_facets_own_choice(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        published(session, body, search)
        published(session, body, search, **generative_document())
        published(session, body, search, **generative_document(themes=["work", "housing"]))

        counts = facets.counts(session, search, Selection(facets={"kind": ["generative_ai"]}), TODAY)

        assert counts.total == 2
        assert counts.words["kind"] == {"algorithm": 1, "generative_ai": 2}
        assert counts.words["theme"] == {"public_order_and_safety": 1, "work": 1, "housing": 1}
        assert counts.words["organisation"] == {body.number: 2}

    def test_puts_a_hit_in_the_name_first(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        published(session, body, search, purpose={"nl": "<p>Over het kappen van bomen.</p>"})
        named = published(session, body, search, name={"nl": "Bomen tellen"})

        page = registrations.search(session, search, Selection("bomen"), offset=0, limit=10)

        assert page.rows[0].number == named.entry.number
        assert page.total == 2

    @pytest.mark.parametrize("words", ['"', "*", "AND", "a OR", "title:x", "'; DROP TABLE", "\\", "(", "&|!", "   ", "é" * 500])
    def test_takes_any_words_as_words(self, session: Session, search: SearchIndex, words: str) -> None:
        published(session, organisation(session), search)

        assert registrations.search(session, search, Selection(words), offset=0, limit=10).total in {0, 1}

    def test_finds_a_number_however_it_is_spaced(self, session: Session, search: SearchIndex) -> None:
        number = published(session, organisation(session), search).entry.number

        page = registrations.search(
            session, search, Selection(f"{number[:3]} {number[3:6]} {number[6:]}", sort=Sort.NAME), offset=0, limit=10
        )

        assert [row.number for row in page.rows] == [number]


class TestWithdrawal:
    def test_keeps_the_page_and_leaves_the_lists(self, session: Session, search: SearchIndex) -> None:
        entry = published(session, organisation(session), search).entry

        withdrawn(session, entry, search, now=NOON + DAY)

        row = registrations.by_number(session, entry.number)
        assert row is not None
        assert row.tombstone["reason"] == {"nl": "Wij gebruiken dit niet meer."}
        assert registrations.search(session, search, Selection("meldingen"), offset=0, limit=10).total == 0
        assert registrations.search(session, search, Selection(), offset=0, limit=10).total == 0

    def test_needs_a_reason_in_the_registrations_own_language(self, session: Session, search: SearchIndex) -> None:
        entry = published(session, organisation(session), search).entry

        with pytest.raises(Invalid):
            publication.withdraw(
                session,
                entry.number,
                {"en": "Why not"},
                search=search,
                revision=entry.revision,
                actor=actor(Role.REVIEWER, entry.organisation),
                now=NOON,
            )


class TestRedaction:
    def test_takes_the_content_from_everywhere_and_keeps_the_hash(self, session: Session, search: SearchIndex) -> None:
        version = published(session, organisation(session), search, name={"nl": "Brief van Geheimnaam"})
        number, digest = version.entry.number, version.public_sha256

        redacted(session, version, search, 1)

        row = registrations.by_number(session, number)
        assert row is not None
        assert (row.document, row.title, row.card) == (None, "", {})
        assert row.public_sha256 == digest == version.public_sha256
        assert row.tombstone["redacted"]["ground"] == "personal_data"
        assert session.get(VersionContent, version.id) is None
        assert version.entry.published_document == {}
        assert registrations.search(session, search, Selection("geheimnaam", as_of=TODAY), offset=0, limit=10).total == 0
        assert "geheimnaam" not in " ".join(everything(session)).lower()

    def test_takes_two_people(self, session: Session, search: SearchIndex) -> None:
        version = published(session, organisation(session), search)
        asker = actor(Role.ADMINISTRATOR)
        redactions.ask(session, version.entry.number, 1, RedactionGround.COURT_ORDER, "Uitspraak.", actor=asker, now=NOON)

        with pytest.raises(NotAllowed) as refusal:
            redactions.confirm(session, version.entry.number, 1, search=search, actor=asker, now=NOON)
        with pytest.raises(Conflict):
            redactions.ask(session, version.entry.number, 1, RedactionGround.COURT_ORDER, "Nog eens.", actor=asker, now=NOON)

        assert refusal.value.details["reason"] == "four-eyes"

    def test_is_the_only_way(self, session: Session, search: SearchIndex) -> None:
        version = published(session, organisation(session), search)

        with pytest.raises(DatabaseError, match="immutable"):
            session.execute(text("DELETE FROM version_contents WHERE version_id = :id"), {"id": version.id})


class TestSuccessor:
    def test_is_not_told_to_the_public_before_the_public_can_see_it(self, session: Session, search: SearchIndex) -> None:
        body = organisation(session)
        coming = draft(session, body)
        changes: dict[str, Any] = {
            "status": "retired",
            "start_month": "2020-01",
            "end_month": "2026-01",
            "retired_reason": {"nl": "Oud."},
            "successor": coming.number,
        }

        version = published(session, body, search, **changes)

        assert version.content is not None
        assert coming.number.encode() not in version.content.public_document
        assert coming.number.encode() in version.content.full_document


class TestRebuild:
    def test_gives_the_same_rows(self, session: Session, search: SearchIndex) -> None:
        everything_that_can_happen(session, search)
        before, hits = rows(session), found(session, search)

        count = rebuilding.rebuild(session, search)

        assert count > 10
        assert rows(session) == before
        assert found(session, search) == hits

    def test_tells_the_public_nothing_new(self, session: Session, search: SearchIndex) -> None:
        everything_that_can_happen(session, search)
        before = public_state.state(session)

        rebuilding.rebuild(session, search)

        assert public_state.state(session) == before


class TestChanges:
    def test_miss_nothing_and_come_in_order(self, session: Session, search: SearchIndex) -> None:
        everything_that_can_happen(session, search)

        lines = changes.since(session, 0, limit=1000)

        assert [line.sequence for line in lines] == list(range(1, public_state.state(session).sequence + 1))
        assert changes.since(session, lines[3].sequence, limit=2) == lines[4:6]


def everything_that_can_happen(session: Session, search: SearchIndex) -> None:
    """Let each kind of public act happen at least once."""
    body, other = organisation(session), organisation(session)
    product = products.create(session, products.prepared(product_document(), now=NOON), actor=SYSTEM, now=NOON)
    products.publish(
        session, product.number, revision=product.revision, actor=Actor("second", roles=frozenset({(Role.ADMINISTRATOR, None)})), now=NOON
    )
    entry = published(session, body, search, **generative_document(product={"number": product.number, "version": 1})).entry
    revised(session, entry, search, now=NOON + DAY, themes=["work"])
    gone = published(session, other, search).entry
    withdrawn(session, gone, search, now=NOON + 2 * DAY)
    revised(session, gone, search, now=NOON + 2.5 * DAY)
    hidden = published(session, body, search, name={"nl": "Geheim"})
    redacted(session, hidden, search, 3)
    revised(session, hidden.entry, search, now=NOON + 3.5 * DAY, name={"nl": "Openbaar"})
    published(session, body, search, ai_act=OUT_OF_SIGHT, now=NOON + 3.6 * DAY)
    left = published_all_the_same(session, body, search, now=NOON + 3.7 * DAY).entry
    asking, deciding = actor(Role.REVIEWER, body), actor(Role.REVIEWER, body)
    restrictions.ask(session, left.number, "Het gaat over opsporing.", actor=asking, now=NOON + 3.8 * DAY)
    restrictions.confirm(session, left.number, search=search, actor=deciding, now=NOON + 3.9 * DAY)
    organisations.change(
        session,
        other.number,
        organisations.Details(names={"nl": "Nieuwe naam"}, type=other.type),
        revision=other.revision,
        actor=SYSTEM,
        now=NOON + 4 * DAY,
    )
    published(session, other, search, now=NOON + 5 * DAY)
    session.flush()


def product_document() -> dict[str, Any]:
    return {
        "name": {"nl": "Briefhulp"},
        "summary": {"nl": "Herschrijft brieven."},
        "kind": "generative_ai",
        "methods": {"nl": "<p>Taalmodel.</p>"},
        "change_note": {"nl": "Eerste"},
    }


def rows(session: Session) -> list[tuple[Any, ...]]:
    """Return all public rows without their own ids."""
    session.flush()
    found: list[tuple[Any, ...]] = []
    for model in (PublicRegistration, PublicOrganisation, PublicProduct, PublicChange):
        table = model.__table__
        columns = [column for column in table.columns if column.key != "id"]
        found += [tuple(row) for row in session.execute(select(*columns).order_by(*table.primary_key))]
    facets = select(PublicRegistration.number, PublicRegistration.version, PublicFacet.facet, PublicFacet.word).join(PublicFacet)
    return found + sorted(tuple(row) for row in session.execute(facets))


def found(session: Session, search: SearchIndex) -> list[Any]:
    """Return what some searches find, now and then."""
    return [
        [row.number for row in registrations.search(session, search, Selection(words, as_of=day), offset=0, limit=50).rows]
        for words in ("meldingen", "taalmodel", "openbaar", "geheim")
        for day in (None, TODAY, TODAY + 3 * DAY)
    ]


def everything(session: Session) -> list[str]:
    """Return every value in the database as text, but for the body's own working copy, which it corrects itself."""
    session.flush()
    return [
        str(value)
        for table in Base.metadata.sorted_tables
        if table.name != "entries"
        for row in session.execute(select(table))
        for value in row
    ]


class TestReadModel:
    def test_knows_bodies_and_products_as_the_public_does(self, session: Session, search: SearchIndex) -> None:
        everything_that_can_happen(session, search)

        bodies, count = public_organisations.listed(session, BodySelection())
        offered, _ = public_products.listed(session)

        assert count == 2
        assert {body.document["names"]["nl"]: body.registrations for body in bodies}["Nieuwe naam"] == 2
        assert [(row.document["name"]["nl"], row.deployments) for row in offered] == [("Briefhulp", 1)]
        assert public_state.figures(session, TODAY).registrations == 4

    def test_takes_over_the_text_of_the_product_and_says_so(self, session: Session, search: SearchIndex) -> None:
        everything_that_can_happen(session, search)

        page = registrations.search(session, search, Selection("taalmodel"), offset=0, limit=10)
        row = registrations.by_number(session, page.rows[0].number)

        assert row is not None
        assert b'"origin":{"/methods":{"number":"' in row.document
        assert simple_document()["name"]["nl"] == row.title
