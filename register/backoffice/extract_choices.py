"""What a regulator can choose an extract by, and in words what was chosen: the filters of the search page, and the points of Annex III."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from register.domain.ai_act.facts import AnnexIiiPoint
from register.labels import label
from register.queries import public_products
from register.queries.extracts import ExtractSelection
from register.translations.formats import localised
from register.web import language, selections
from register.web.context import reading
from register.web.language import N_, _
from register.web.links import Pairs, with_query
from register.web.selections import TITLES, VOCABULARIES

#: The filters that have a field of their own. Of the others, to which a link leads, the page shows what was chosen.
FIELDS = (
    "organisation", "category", "point", "theme", "status", "kind", "decisionRole", "type", "area", "role", "national", "technique",
    "personalData", "assessment", "safe", "fair", "human", "sust", "completeness", "overdue", "mirrored",
)  # fmt: skip
POINTS = N_("Points of Annex III")
#: Yes and no in words, by filter.
_FLAGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "overdue": (N_("Kept up to date?"), {"true": N_("Review overdue")}),
    "mirrored": (N_("Who wrote it?"), {"false": N_("Written by the organisation itself"), "true": N_("Taken over from another register")}),
    "example": (N_("Real or example?"), {"false": N_("Real registrations"), "true": N_("Invented examples")}),
}
#: What has fields of its own, apart from the filters.
_ASIDE = ("q", "asOf", "sort")


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter with its options, each a value and its words, and those that are on."""

    name: str
    title: str
    options: list[tuple[str, str, str]]
    chosen: tuple[str, ...]


def choices(selection: ExtractSelection, bodies: Mapping[str, Any]) -> list[Choice]:
    """Return the filters with a field. `bodies` are those of the remit: their names by number."""
    on = dict(_chosen(selection))
    return [Choice(name, title_of(name), _options(name, bodies), on.get(name, ())) for name in FIELDS]


def chips(selection: ExtractSelection, bodies: Mapping[str, Any], pairs: Pairs, path: str) -> list[tuple[str, str]]:
    """Return each filter that is on in words, with the address without it."""
    return [
        (words, with_query(path, [pair for pair in pairs if pair != (name, value)]))
        for name, values in _chosen(selection)
        for value in values
        for words in (f"{title_of(name)}: {_words(name, value, bodies)}",)
    ]


def facts(selection: ExtractSelection, bodies: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what was chosen as it stands on paper: a filter and its words."""
    asked = [(_("Searched for"), selection.public.words)] if selection.public.words else []
    return asked + [(title_of(name), ", ".join(_words(name, value, bodies) for value in values)) for name, values in _chosen(selection)]


def without_field(pairs: Pairs) -> Pairs:
    """Return what was chosen and has no field, to go along with the form."""
    return tuple(pair for pair in pairs if pair[0] not in {*FIELDS, *_ASIDE})


def title_of(name: str) -> str:
    """Return what a filter is called."""
    if name == "point":
        return _(POINTS)
    return _(_FLAGS[name][0] if name in _FLAGS else TITLES[name])


def _chosen(selection: ExtractSelection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is on, by filter."""
    public = selection.public
    flags = {"overdue": public.overdue_on is not None or None, "mirrored": public.mirrored, "example": public.example}
    chosen = {
        **public.facets,
        "point": selection.points,
        **{name: (str(value).lower(),) for name, value in flags.items() if value is not None},
    }
    yield from ((name, tuple(values)) for name, values in chosen.items() if values)


def _options(name: str, bodies: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    values: list[str]
    if name == "organisation":
        values = list(bodies)
    elif name in _FLAGS:
        values = list(_FLAGS[name][1])
    else:
        vocabulary: type[StrEnum] = AnnexIiiPoint if name == "point" else VOCABULARIES[name]
        values = [member.value for member in vocabulary]
    return [(value, _words(name, value, bodies), "") for value in values]


def _words(name: str, value: str, bodies: Mapping[str, Any]) -> str:
    if name == "organisation":
        return localised(bodies.get(value), language.current()).text or value
    if name == "product":
        row = public_products.by_number(reading(), value)
        return localised(row.document["name"], language.current()).text if row is not None else value
    if name == "point":
        return label(AnnexIiiPoint(value), language.current())
    return _(_FLAGS[name][1].get(value, value)) if name in _FLAGS else selections.text_of(name, value)
