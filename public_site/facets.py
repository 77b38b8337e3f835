"""The filters of a search: groups of options, each with what it would find, also when it is off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from register.domain.facets import FACETS
from register.domain.standard.vocabularies import DecisionRole, Kind, Status
from register.labels import label
from register.queries import registrations
from register.queries.facets import Counts
from register.queries.registrations import Selection
from register.web import language
from register.web.language import N_, _

VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "status": Status,
    "decisionRole": DecisionRole,
    "kind": Kind,
    **{name: vocabulary for name, (vocabulary, _) in FACETS.items()},
}

TITLES = {
    "decisionRole": N_("Does it decide about people?"),
    "category": N_("Risk under the AI Act"),
    "status": N_("Status"),
    "kind": N_("Kind"),
    "theme": N_("Theme"),
    "organisation": N_("Organisation"),
    "technique": N_("Technique"),
    "safe": N_("Is it safe?"),
    "fair": N_("Is it fair?"),
    "human": N_("Do people stay in charge?"),
    "sust": N_("Is it worth its price?"),
    "area": N_("Sensitive field (Annex III)"),
    "role": N_("What the organisation is under the AI Act"),
    "national": N_("National category"),
}

#: Open at the start, because most people choose from these.
OPEN = ("decisionRole", "category", "status", "kind")
#: More bodies than this are a list of their own.
MOST_BODIES = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One choice, and how many registrations it would find."""

    value: str
    text: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one filter. `has_more` when not all of them are listed."""

    name: str
    title: str
    options: tuple[Option, ...]
    is_open: bool = False
    has_more: bool = False

    @property
    def chosen(self) -> tuple[Option, ...]:
        """Return the options that are on."""
        return tuple(option for option in self.options if option.is_chosen)


def groups(session: Session, selection: Selection, counts: Counts) -> tuple[Group, ...]:
    """Return all filters for a search; a flag that tells nothing apart is left out."""
    found = [
        _bodies(session, selection, counts.words[name]) if name == "organisation" else _vocabulary(name, selection, counts.words[name])
        for name in TITLES
    ]
    return (*found, *_flags(selection, counts))


def _vocabulary(name: str, selection: Selection, counts: Mapping[str, int]) -> Group:
    chosen = selection.facets.get(name, ())
    options = [
        Option(member.value, label(member, language.current()), counts.get(member.value, 0), member.value in chosen)
        for member in VOCABULARIES[name]
    ]
    if name in {"theme", "technique"}:
        options.sort(key=lambda option: option.text)
    return Group(name, _(TITLES[name]), tuple(options), is_open=name in OPEN)


def _bodies(session: Session, selection: Selection, counts: Mapping[str, int]) -> Group:
    """List the bodies with most registrations, and those that were chosen."""
    name = "organisation"
    chosen = selection.facets.get(name, ())
    ranked = sorted(counts, key=lambda number: (-counts[number], number))
    listed = [*chosen, *(number for number in ranked[:MOST_BODIES] if number not in chosen)]
    names = registrations.organisation_names(session, listed)
    options = [Option(number, names.get(number, number), counts.get(number, 0), number in chosen) for number in listed]
    options.sort(key=lambda option: option.text)
    return Group(name, _(TITLES[name]), tuple(options), has_more=len(ranked) > len(listed))


def _flags(selection: Selection, counts: Counts) -> Iterator[Group]:
    chosen = True if selection.overdue_on else None
    yield _flag("overdue", _("Kept up to date?"), {True: _("Review overdue")}, counts.overdue, chosen=chosen)
    if counts.mirrored[True] or selection.mirrored is not None:
        words = {False: _("Written by the organisation itself"), True: _("Taken over from another register")}
        yield _flag("mirrored", _("Who wrote it?"), words, counts.mirrored, chosen=selection.mirrored)
    if len(counts.example) > 1 or selection.example is not None:
        words = {False: _("Real registrations"), True: _("Invented examples")}
        yield _flag("example", _("Real or example?"), words, counts.example, chosen=selection.example)


def _flag(name: str, title: str, words: Mapping[bool, str], counts: Mapping[bool, int], *, chosen: bool | None) -> Group:
    options = tuple(Option(str(value).lower(), text, counts.get(value, 0), chosen is value) for value, text in words.items())
    return Group(name, title, options)
