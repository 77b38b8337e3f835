"""The filters of a search: groups of options, each with what it would find, also when it is off."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from public_site import names
from register.domain.organisations import folded_name
from register.labels import label
from register.queries.facets import Counts
from register.queries.registrations import Selection
from register.translations.formats import Localised
from register.web import language
from register.web.language import _
from register.web.selections import TITLES, VOCABULARIES, text_of

#: Filters of which only the words are listed that are there, and of those the most usual.
OPEN_ENDED = ("year", "month", "assessment", "supplier", "provider")

#: Filters of numbers, and what is called by them.
NAMED: Mapping[str, Callable[[Sequence[str]], names.Names]] = {"organisation": names.of_bodies, "product": names.of_products}
#: Open at the start, because most people choose from these.
OPEN = ("decisionRole", "category", "status", "kind")
#: Filters that may have more values than a page lists: those have a page of their own.
LONG = ("organisation", "product", "supplier", "provider", "assessment")
#: More bodies, suppliers and the like than this are not listed beside the results.
MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One choice, and how many registrations it would find."""

    value: str
    text: Localised | str
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


def groups(selection: Selection, counts: Counts) -> tuple[Group, ...]:
    """Return all filters for a search; a flag that tells nothing apart is left out."""
    found = [_group(name, selection, counts.words[name]) for name in TITLES]
    return (*(group for group in found if group.options), *_flags(selection, counts))


def _group(name: str, selection: Selection, counts: Mapping[str, int]) -> Group:
    if name in NAMED:
        return _named(name, selection, counts)
    return _open_ended(name, selection, counts) if name in OPEN_ENDED else _vocabulary(name, selection, counts)


def _open_ended(name: str, selection: Selection, counts: Mapping[str, int]) -> Group:
    """List the words that are there: years in order, of the others those with most registrations."""
    chosen = selection.facets.get(name, ())
    if name == "month":
        listed = sorted(chosen)  # so many that only a number on another page leads to one
    elif name == "year":
        listed = sorted({*counts, *chosen}, reverse=True)
    else:
        most = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_LISTED]
        listed = sorted({*most, *chosen}, key=lambda word: text_of(name, word).casefold())
    options = [Option(word, text_of(name, word), counts.get(word, 0), word in chosen) for word in listed]
    return Group(name, _(TITLES[name]), tuple(options), has_more=name in LONG and len(counts) > len(listed))


def _vocabulary(name: str, selection: Selection, counts: Mapping[str, int]) -> Group:
    chosen = selection.facets.get(name, ())
    options = [
        Option(member.value, label(member, language.current()), counts.get(member.value, 0), member.value in chosen)
        for member in VOCABULARIES[name]
    ]
    if name == "type":
        options = [option for option in options if option.count or option.is_chosen]
    if name in {"theme", "technique", "type"}:
        options.sort(key=lambda option: str(option.text))
    return Group(name, _(TITLES[name]), tuple(options), is_open=name in OPEN)


def _named(name: str, selection: Selection, counts: Mapping[str, int]) -> Group:
    """List the bodies or products with most registrations, and those that were chosen."""
    chosen = selection.facets.get(name, ())
    ranked = sorted(counts, key=lambda number: (-counts[number], number))
    listed = [*chosen, *(number for number in ranked[:MOST_LISTED] if number not in chosen)]
    called = NAMED[name](listed)
    options = [Option(number, called.get(number, number), counts.get(number, 0), number in chosen) for number in listed]
    options.sort(key=lambda option: folded_name(str(option.text)))
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
