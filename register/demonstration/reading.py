"""Read the demonstration from its files, as working documents of the standard.

The files leave out what can be said once: the body's contact and area
(`defaults`), its ways to object (`remedies`, by name), ids of rows, and who
translated. Rich texts are in the plain form.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from register.demonstration.calendar import dated
from register.demonstration.content import (
    Demonstration,
    Document,
    Draft,
    Organisation,
    Product,
    Publication,
    Registration,
    Remark,
    Withdrawal,
)
from register.domain.organisations import OrganisationType
from register.domain.standard import BY_KEY
from register.domain.standard import types as t
from register.domain.standard.check import localised
from register.domain.standard.rich_text import from_plain, to_html
from register.domain.standard.translations import source_hash

DATA = Path(__file__).parent / "data"

#: In the order in which they are made: a parent before its children.
ORGANISATIONS = ("samenleving", "werkherstel", "waterlede", "overmeer", "lage-vechtstromen", "delta", "vervoer", "noorderplassen")


def read(today: date) -> Demonstration:
    """Return the whole demonstration, with its days counted from today."""
    return Demonstration(
        organisations=tuple(_organisation(key) for key in ORGANISATIONS),
        products=tuple(_product(path, today) for path in sorted((DATA / "products").glob("*.toml"))),
        registrations=tuple(
            _registration(path, key, today)
            for key in ORGANISATIONS
            for path in sorted((DATA / key).glob("*.toml"))
            if not path.name.startswith("_")
        ),
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _organisation(key: str) -> Organisation:
    told = _toml(DATA / key / "_organisation.toml")
    return Organisation(
        key=key,
        type=OrganisationType(told["type"]),
        names=told["name"],
        abbreviation=told.get("abbreviation", ""),
        parent=told.get("parent", ""),
        website=told["website"],
        contact=told["contact"],
        is_single_flow=told.get("single_flow", False),
    )


def _product(path: Path, today: date) -> Product:
    told = dated(_toml(path), today)
    publications = _publications(told, Writer(told))
    for publication in publications:
        publication.document.pop("translations", None)  # a product does not say who translated it
    return Product(path.stem, publications)


def _registration(path: Path, organisation: str, today: date) -> Registration:
    told = dated(_toml(path), today)
    about = dated(_toml(DATA / organisation / "_organisation.toml"), today)
    writer = Writer(told, defaults=about["defaults"], remedies=about["remedies"])
    publications = _publications(told, writer)
    withdrawn = told.get("withdrawn")
    return Registration(
        key=f"{organisation}/{path.stem}",
        organisation=organisation,
        publications=publications,
        draft=_draft(told["draft"], writer) if "draft" in told else None,
        withdrawal=Withdrawal(withdrawn["days_ago"], withdrawn["reason"]) if withdrawn else None,
    )


def _publications(told: Mapping[str, Any], writer: "Writer") -> tuple[Publication, ...]:
    """Return the versions: the first as it is told, each next as what it changes."""
    if "published_days_ago" not in told:
        return ()
    publications = [Publication(told["published_days_ago"], writer.written())]
    for revision in told.get("revisions", ()):
        writer.change(revision)
        publications.append(Publication(revision["days_ago"], writer.written()))
    return tuple(publications)


def _draft(told: Mapping[str, Any], writer: "Writer") -> Draft:
    writer.change(told)
    remarks = tuple(Remark(**remark) for remark in told.get("remarks", ()))
    return Draft(told["state"], told["days_ago"], writer.written(), remarks, told.get("reason", ""))


class Writer:
    """Turns what a file tells into working documents, change by change."""

    def __init__(
        self, told: Mapping[str, Any], defaults: Mapping[str, Any] | None = None, remedies: Mapping[str, Any] | None = None
    ) -> None:
        self._told = {**(defaults or {}), **told["document"]}
        self._remedies = remedies or {}
        self._translated = told.get("translated", "human")
        #: pointer → the translation, and the hash of the text that it was made of.
        self._sources: dict[str, tuple[str, str]] = {}

    def change(self, told: Mapping[str, Any]) -> None:
        """Take away and replace fields, as the next version does."""
        kept = {key: value for key, value in self._told.items() if key not in told.get("remove", ())}
        self._told = {**kept, **told.get("document", {})}

    def written(self) -> Document:
        """Return the document as it stands now."""
        document: Document = {"language": "nl", **self._told}
        if "remedies" in document:
            document["remedies"] = [self._remedies[row] if isinstance(row, str) else row for row in document["remedies"]]
        document = {key: _written(value, BY_KEY[key].type) if key in BY_KEY else value for key, value in document.items()}
        translations = {
            address: {"by": self._translated, "source": self._source(document, address, texts["en"])}
            for address, texts in localised(document)
            if "en" in texts
        }
        return {**document, "translations": {"en": translations}} if translations else document

    def _source(self, document: Document, address: str, translation: str) -> str:
        """Return the hash of the text that was translated; an old one when only the text changed since."""
        known = self._sources.get(address)
        if known is None or known[0] != translation:
            self._sources[address] = known = translation, source_hash(document, address)
        return known[1]


def _written(value: Any, kind: t.Type) -> Any:
    """Return a value in the form in which the standard holds it."""
    if isinstance(kind, t.Rich):
        return {language: to_html(from_plain(text)) for language, text in value.items()}
    if isinstance(kind, t.Text):
        return {language: text.strip() for language, text in value.items()}
    if isinstance(kind, t.Composite):
        return _members(value, kind.members)
    if isinstance(kind, t.Rows):
        return [{"id": f"row{number}", **_members(row, kind.members)} for number, row in enumerate(value, start=1)]
    return value


def _members(value: Mapping[str, Any], members: tuple[t.Member, ...]) -> dict[str, Any]:
    kinds = {member.key: member.type for member in members}
    return {key: _written(part, kinds[key]) if key in kinds else part for key, part in value.items()}
