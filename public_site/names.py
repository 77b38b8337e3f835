"""What bodies, products and registrations are called, in the language of the page and on the day that is shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from public_site import as_of
from register.queries import public_organisations, public_products, registrations
from register.translations.formats import Localised, localised
from register.web import language
from register.web.context import reading

Names = Mapping[str, Localised]


def of_bodies(numbers: Sequence[str]) -> Names:
    """Return the names of bodies, by number."""
    found = public_organisations.by_numbers(reading(), numbers, as_of.day())
    return {number: localised(document["names"], language.current()) for number, document in found.items()}


def of_products(numbers: Sequence[str]) -> Names:
    """Return the names of products, by number."""
    found = public_products.names(reading(), numbers, as_of.day())
    return {number: localised(names, language.current()) for number, names in found.items()}


def of_body(row: Row[Any]) -> Localised:
    """Return what the body of a registration was called when it published that version."""
    return localised((row.card.get("organisation") or {}).get("name") or {"nl": row.organisation_name}, language.current())


def of_changes(rows: Sequence[Row[Any]]) -> Mapping[int, Localised]:
    """Return the titles of lines of the change log, by their sequence.

    A line holds a title in one language. It is told in that of the page when
    what it is about has the same name still, in both; else as it was.
    """
    numbers = {kind: [row.number for row in rows if row.object_kind == kind] for kind in ("registration", "organisation", "product")}
    bodies = public_organisations.by_numbers(reading(), numbers["organisation"])
    names: dict[str, Mapping[str, str]] = {
        **registrations.names(reading(), numbers["registration"]),
        **public_products.names(reading(), numbers["product"]),
        **{number: document["names"] for number, document in bodies.items()},
    }
    languages = registrations.languages(reading(), numbers["registration"])
    return {row.sequence: _title(row, names.get(row.number, {}), languages.get(row.number, "nl")) for row in rows if row.title}


def _title(row: Row[Any], names: Mapping[str, str], own: str) -> Localised:
    return localised(names if names.get(own) == row.title else {own: row.title}, language.current())
