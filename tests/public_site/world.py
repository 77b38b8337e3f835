"""A register with one of everything that the public can meet, and with what it must never meet.

Made by the services themselves, over nine days, so that versions, withdrawals
and redactions have a history.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.organisations import OrganisationType
from register.domain.permissions import SYSTEM, Actor, Role
from register.domain.redactions import RedactionGround
from register.models import Entry, Organisation
from register.services import mirrors, organisations, products, publication, redactions
from register.services.mirrors import Mirrored
from register.wiring import Wiring
from tests.factories import (
    NOON,
    OUT_OF_SIGHT,
    FixedClock,
    actor,
    draft,
    generative_document,
    once,
    organisation,
    published,
    revised,
    submitted,
    withdrawn,
)

#: Looks like a number of the register; nobody has it.
UNKNOWN = "999999999"
GAP = {"state": "asked_supplier", "since": "2026-11-03", "expected": "2027-02", "note": {"nl": "De leverancier zoekt het uit."}}
WITHHELD = {"ground": "woo_5_1_2_d", "reason": {"nl": "Dan is de controle te omzeilen."}, "review_on": "2027-11-20"}
PRODUCT = {
    "name": {"nl": "Briefhulp", "en": "Letter help"},
    "summary": {"nl": "Herschrijft brieven.", "en": "Rewrites letters."},
    "kind": "generative_ai",
    "supplier": {"name": "Klaver Software"},
    "guardrails": {"nl": "<p>Een filter houdt namen tegen.</p>"},
    "change_note": {"nl": "Eerste beschrijving"},
}
SOURCE = "https://algoritmes.example/nl/algoritme/11"


@dataclass(frozen=True, slots=True)
class World:
    """The numbers of what is there."""

    body: str
    other: str
    lonely: str
    product: str
    #: Generative AI with everything in it; three versions, of which the second has another purpose and the third another model.
    full: str
    #: In Dutch only.
    dutch: str
    overdue: str
    mirrored: str
    withdrawn: str
    #: Its first version was redacted; the second holds.
    redacted: str
    #: Its only version was redacted.
    emptied: str
    draft: str
    restricted: str


def build(wiring: Wiring, clock: FixedClock) -> World:
    """Make it; the clock ends nine days later."""
    return once(_made, wiring, clock)


def _made(session: Session, wiring: Wiring, clock: FixedClock) -> World:
    return _Building(session, wiring, clock).world()


@dataclass
class _Building:
    """What the parts of the building share."""

    session: Session
    wiring: Wiring
    clock: FixedClock

    def world(self) -> World:
        body = organisations.create(
            self.session,
            organisations.Details(
                names={"nl": "Gemeente Waterlede", "en": "Municipality of Waterlede"},
                type=OrganisationType.MUNICIPALITY,
                abbreviation="GW",
                tooi="https://identifier.overheid.nl/tooi/id/gemeente/gm9999",
                website="https://www.waterlede.example",
                contact="algoritmes@waterlede.example",
            ),
            actor=SYSTEM,
            now=NOON,
        )
        other, lonely = organisation(self.session, "Provincie Overmeer"), organisation(self.session, "Waterschap Zonder")
        product = self.product()
        overdue = self.published(body, name={"nl": "Kentekens lezen"}, review_by="2026-11-22")
        full = self.full(body, product)
        gone = published(self.session, other, self.wiring.search, now=self.clock.now(), name={"nl": "Bonnen tellen"}).entry
        withdrawn(self.session, gone, self.wiring.search, now=self.clock.move(days=1))
        twice, once = (self.published(other, name={"nl": name}) for name in ("Klachten sorteren", "Brieven wegen"))
        self.revise(twice, purpose={"nl": "<p>Klachten komen goed terecht.</p>"})
        self.redact(twice)
        self.redact(once)
        secret = submitted(self.session, other, now=self.clock.now(), name={"nl": "Geheim systeem"}, ai_act=OUT_OF_SIGHT)
        self.publish(secret, other)
        return World(
            body=body.number,
            other=other.number,
            lonely=lonely.number,
            product=product,
            full=full.number,
            dutch=self.published(
                body, name={"nl": "Dossiers tellen"}, summary={"nl": "Telt dossiers."}, purpose={"nl": "<p>Doel.</p>"}
            ).number,
            overdue=overdue.number,
            mirrored=self.mirrored(),
            withdrawn=gone.number,
            redacted=twice.number,
            emptied=once.number,
            draft=draft(self.session, other, now=self.clock.now(), name={"nl": "Een geheim concept"}).number,
            restricted=secret.number,
        )

    def product(self) -> str:
        described = products.create(self.session, products.prepared(PRODUCT, now=NOON), actor=SYSTEM, now=NOON)
        second = Actor("second", roles=frozenset({(Role.ADMINISTRATOR, None)}))
        products.publish(self.session, described.number, revision=described.revision, actor=second, now=NOON)
        return described.number

    def full(self, body: Organisation, product: str) -> Entry:
        document = generative_document(
            name={"nl": "Brieven herschrijven <b>", "en": "Rewriting letters <b>"},
            product={"number": product, "version": 1},
            gaps={"/evaluation": GAP},
            withheld={"/methods": WITHHELD},
            methods={"nl": "<p>Het geheim van de methode.</p>"},
            protected_traits={"traits": ["age"]},
            translations={"en": {"/summary": {"by": "machine"}}},
            legal_bases=[{"id": "wet1", "title": {"nl": "Participatiewet"}, "url": "https://wetten.example/wet", "kind": "act"}],
        )
        entry = self.published(body, **document)
        self.revise(entry, purpose={"nl": "<p>Brieven worden beter leesbaar.</p>"}, change_note={"nl": "Doel <i>beter</i> gezegd"})
        self.revise(
            entry,
            model_name="Voorbeeldmodel 9B",
            legal_bases=[{"id": "wet2", "title": {"nl": "Gemeentewet"}}],
            prompt_retention={"days": 10, "supplier_training": "no"},
            change_note={"nl": "Nieuw model"},
        )
        return entry

    def published(self, body: Organisation, **changes: Any) -> Entry:
        return published(self.session, body, self.wiring.search, now=self.clock.move(hours=6), **changes).entry

    def publish(self, entry: Entry, body: Organisation) -> None:
        reviewer = actor(Role.REVIEWER, body)
        publication.publish(
            self.session, entry.number, search=self.wiring.search, revision=entry.revision, actor=reviewer, now=self.clock.now()
        )

    def revise(self, entry: Entry, **changes: Any) -> None:
        revised(self.session, entry, self.wiring.search, now=self.clock.move(days=2), **changes)

    def redact(self, entry: Entry) -> None:
        roles = frozenset({(Role.ORGANISATION_ADMIN, entry.organisation_id), (Role.ADMINISTRATOR, None)})
        one, two = Actor("one", roles=roles), Actor("two", roles=roles)
        redactions.ask(self.session, entry.number, 1, RedactionGround.PERSONAL_DATA, "Er stond een naam.", actor=one, now=self.clock.now())
        redactions.confirm(self.session, entry.number, 1, search=self.wiring.search, actor=two, now=self.clock.move(minutes=1))

    def mirrored(self) -> str:
        document = {
            "language": "nl",
            "name": {"nl": "Anonimiseren"},
            "purpose": {"nl": "<p>Haalt namen weg uit stukken.</p>"},
            "status": "in_use",
            "source_id": "11",
        }
        provenance = {"source": "elders", "source_id": "11", "url": SOURCE, "retrieved_at": "2026-08-08T06:20:11Z"}
        taken = Mirrored(1, "11", "Gemeente Elders", document, provenance)
        mirrors.carry_out(self.session, [taken], search=self.wiring.search, actor=SYSTEM, now=self.clock.now())
        return self.session.scalars(select(Entry.number).where(Entry.is_mirrored)).one()
