"""Fill a database of its own with synthetic registrations, to measure how fast the public side answers.

    .venv/bin/python scripts/bench_data.py 10000 sqlite:///10000.sqlite3

The examples of the demonstration are loaded first, by the services. From their public documents the others are made:
another number, body, name, summary, themes and supplier each, the same ones in every run. They are written to the
public read model by the functions that publication uses, and to nothing else: what the public reads is as it would be,
and the work place has only the examples.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session
from stdnum.iso7064 import mod_11_10

sys.path.insert(0, str(Path(__file__).parent.parent))

from register.adapters.search_postgres import PostgresSearch
from register.adapters.search_sqlite import SqliteSearch
from register.canonical import canonical
from register.db import Database
from register.demonstration import loading
from register.domain.organisations import OrganisationType
from register.domain.standard.vocabularies import Theme
from register.models import PublicRegistration
from register.ports import SearchIndex
from register.services import indexing, public_records
from register.services.public_records import Head
from register.upgrade import upgrade

BEGAN = datetime(2026, 1, 1, 9, tzinfo=UTC)
#: So many registrations a body has on average; the national register has fewer.
A_BODY = 20
BATCH = 500
_VERBS = "Beoordelen Berekenen Controleren Herkennen Ordenen Plannen Samenvatten Schatten Toetsen Verdelen Vertalen Voorspellen Zoeken"
_THINGS = """aanvragen adressen afspraken beelden bestemmingsplannen bezwaren bomen boetes brieven containers documenten dossiers
facturen fietspaden gesprekken gemalen heffingen huurtoeslagen kentekens klachten leerlingen meldingen medicijnen notulen
onderhoud parkeerplaatsen paspoorten routes ritten scheuren schulden stikstof subsidies tekeningen uitkeringen vacatures
vergunningen verkeerslichten waterstanden woningen zorgvragen zonnepanelen"""
VERBS, THINGS = _VERBS.split(), _THINGS.split()
PLACES = ("burgerzaken", "de buitendienst", "het klantcontact", "de juridische afdeling", "het wijkteam", "de inkoop", "het archief")


@dataclass(frozen=True, slots=True)
class Body:
    """A synthetic body."""

    number: str
    name: str


def main() -> int:
    """Fill the database that the command line names."""
    count, url = int(sys.argv[1]), sys.argv[2]
    database = Database(url)
    upgrade(database)
    search: SearchIndex = SqliteSearch() if database.is_sqlite else PostgresSearch()
    started = perf_counter()
    with database.transaction() as session:
        loading.load(session, search=search, issuer="http://localhost:1", now=BEGAN)
        indexing.note(session)
    chance = random.Random(count)  # noqa: S311  # synthetic data is the same in every run
    with database.transaction() as session:
        patterns = _patterns(session)
        bodies = list(_bodies(session, chance, count // A_BODY + 1))
    for first in range(0, count, BATCH):
        with database.transaction() as session:
            for place in range(first, min(first + BATCH, count)):
                _publish(session, search, chance, place, patterns, bodies)
        print(f"\r{min(first + BATCH, count):,} of {count:,}, {perf_counter() - started:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)
    database.close()
    return 0


def _patterns(session: Session) -> list[dict[str, Any]]:
    shown = select(PublicRegistration.document).where(PublicRegistration.valid_to.is_(None), PublicRegistration.document.is_not(None))
    return [orjson.loads(content) for content in session.scalars(shown.order_by(PublicRegistration.id)) if content]


def _bodies(session: Session, chance: random.Random, count: int) -> Iterator[Body]:
    for place in range(count):
        body = Body(_number(50_000_000 + place), f"Gemeente {chance.choice(THINGS).capitalize()}dam {place}")
        document = {
            "number": body.number, "names": {"nl": body.name}, "type": chance.choice(list(OrganisationType)).value, "example": False,
            "single_flow": False,
        }  # fmt: skip
        public_records.show_organisation(session, canonical(document), sequence=public_records.next_sequence(session, BEGAN), at=BEGAN)
        yield body


def _publish(
    session: Session, search: SearchIndex, chance: random.Random, place: int, patterns: list[dict[str, Any]], bodies: list[Body]
) -> None:
    at = BEGAN + timedelta(minutes=place)
    body, thing, verb = chance.choice(bodies), chance.choice(THINGS), chance.choice(VERBS)
    document = chance.choice(patterns) | {
        "number": _number(10_000_000 + place),
        "version": 1,
        "organisation": {"number": body.number, "name": {"nl": body.name}},
        "name": {"nl": f"{verb} van {thing} bij {chance.choice(PLACES)} ({place})"},
        "summary": {"nl": f"Helpt bij {thing} en {chance.choice(THINGS)}. Een medewerker kijkt mee."},
        "themes": [each.value for each in chance.sample(list(Theme), 2)],
        "supplier": {"name": f"Leverancier {chance.randrange(200)} bv"},
        "language": "nl",
        "nonce": f"{place:032x}",
    }
    document.pop("translations", None)
    head = Head(
        number=document["number"], version=1, organisation_number=body.number, organisation_name=body.name, product_number=None,
        product_version=None, language="nl", public_sha256="0" * 64, is_mirrored=False, is_example=False, is_four_eyes=True,
    )  # fmt: skip
    sequence = public_records.next_sequence(session, at)
    public_records.show_registration(session, search, head, canonical(document), sequence=sequence, at=at)


def _number(digits: int) -> str:
    return f"{digits}{mod_11_10.calc_check_digit(str(digits))}"


if __name__ == "__main__":
    sys.exit(main())
