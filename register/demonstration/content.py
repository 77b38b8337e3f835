"""What the demonstration holds: bodies, products, and the life of each registration as the days on which things happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from register.domain.organisations import OrganisationType

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invented body; `parent` is the key of another."""

    key: str
    type: OrganisationType
    names: Mapping[str, str]
    abbreviation: str
    parent: str
    website: str
    contact: str
    is_single_flow: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """A document as it was published so many days ago."""

    days_ago: int
    document: Document


@dataclass(frozen=True, slots=True)
class Remark:
    """What a colleague says about a place in a draft; `by` is the colleague's role."""

    by: str
    pointer: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A working copy that differs from what is public: `drafting`, `in_review`, or `sent_back` with a reason."""

    state: str
    days_ago: int
    document: Document
    remarks: tuple[Remark, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a registration was taken back, and why, per language."""

    days_ago: int
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Product:
    """An invented product with its versions, oldest first."""

    key: str
    publications: tuple[Publication, ...]


@dataclass(frozen=True, slots=True)
class Registration:
    """An invented registration with its versions, oldest first; the key is `organisation/name`."""

    key: str
    organisation: str
    publications: tuple[Publication, ...] = ()
    draft: Draft | None = None
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Demonstration:
    """All of it; parents stand before their children."""

    organisations: tuple[Organisation, ...]
    products: tuple[Product, ...]
    registrations: tuple[Registration, ...]

    @property
    def first_day(self) -> int:
        """Return how many days ago the first publication was."""
        lives = [one.publications for one in self.products] + [one.publications for one in self.registrations]
        return max(publication.days_ago for publications in lives for publication in publications)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of everything that gets a number and that documents refer to."""
        return (*(product.key for product in self.products), *(registration.key for registration in self.registrations))


def with_numbers(document: Document, numbers: Mapping[str, str]) -> Document:
    """Return the document with the numbers of the product and the successor in the place of their keys."""
    resolved = dict(document)
    if "product" in resolved:
        resolved["product"] = {"number": numbers[resolved["product"]["key"]], "version": resolved["product"]["version"]}
    if "successor" in resolved:
        resolved["successor"] = numbers[resolved["successor"]]
    return resolved
