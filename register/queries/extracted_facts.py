"""Whether one published document is in a selection, from the document alone: for what no public list holds, so that no index knows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from register.domain.calendar import day_of
from register.domain.facets import FACETS, band
from register.domain.search.queries import Atom
from register.domain.search.words import words
from register.domain.standard.completeness import score
from register.domain.standard.reviews import review_due
from register.models import Entry, Version
from register.queries import hits
from register.queries.index_text import index_text
from register.queries.selections import Selection, number_in
from register.queries.stems import stems

_SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one published version. `document` is None when its content was redacted; `type` is the sort of its body."""

    entry: Entry
    version: Version
    first_at: datetime
    document: Mapping[str, Any] | None
    type: str


def holds(selection: Selection, chosen_points: tuple[str, ...], facts: Facts) -> bool:
    """Say whether it is in the selection. Of one without content only the body is known."""
    if facts.document is None:
        is_about_more = any(words and name != "organisation" for name, words in selection.facets.items())
        flags = (selection.mirrored, selection.example, selection.overdue_on)
        return not (is_about_more or selection.words or chosen_points or any(flag is not None for flag in flags))
    return (
        _has_facets(selection, facts, facts.document)
        and _has_flags(selection, facts, facts.document)
        and (not chosen_points or not set(chosen_points).isdisjoint(points(facts.document)))
        and (not selection.words.strip() or _has_words(selection, facts, facts.document))
    )


def points(document: Mapping[str, Any]) -> Iterable[str]:
    """Return the points of Annex III that a document names."""
    named: Iterable[str] = ((document.get("ai_act") or {}).get("facts") or {}).get("annexIiiPoints") or ()
    return named


def _has_facets(selection: Selection, facts: Facts, document: Mapping[str, Any]) -> bool:
    first = day_of(facts.first_at)
    there: dict[str, Iterable[str | None]] = {
        "kind": (document.get("kind"),),
        "status": (document.get("status"),),
        "decisionRole": (document.get("decision_role"),),
        "organisation": (facts.version.organisation_number,),
        "completeness": (None if facts.version.is_mirrored else band(score(document).percent),),
        "year": (f"{first:%Y}",),
        "month": (f"{first:%Y-%m}",),
        "type": (facts.type,),
        "product": (facts.version.product_number,),
    }
    return all(
        not set(chosen).isdisjoint(there[name] if name in there else FACETS[name].words_of(document))
        for name, chosen in selection.facets.items()
        if chosen
    )


def _has_flags(selection: Selection, facts: Facts, document: Mapping[str, Any]) -> bool:
    if selection.mirrored is not None and selection.mirrored is not facts.version.is_mirrored:
        return False
    if selection.example is not None and selection.example is not facts.entry.is_example:
        return False
    if selection.overdue_on is None:
        return True
    due = "" if facts.version.is_mirrored else review_due(document, day_of(facts.version.valid_from))
    return bool(due) and due < selection.overdue_on.isoformat()


def _has_words(selection: Selection, facts: Facts, document: Mapping[str, Any]) -> bool:
    number = number_in(selection.words)
    if number:
        return number == facts.entry.number
    query = hits.read(selection.words, selection.language)
    text = " ".join(_texts(document))
    kept, in_order = set(index_text({str(document.get("language", "")): text})), f" {' '.join(words(text))} "
    return bool(query.clauses) and all(
        any(_has(atom, kept, in_order) for atom in clause.atoms) is not clause.is_excluded for clause in query.clauses
    )


def _has(atom: Atom, kept: set[str], in_order: str) -> bool:
    if atom.is_phrase:
        return f" {' '.join(atom.words)} " in in_order
    return all(
        word in kept or not kept.isdisjoint(stems(word)) or (len(word) >= _SHORTEST_PREFIX and any(each.startswith(word) for each in kept))
        for word in atom.words
    )


def _texts(value: Any) -> Iterable[str]:
    """Yield every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
