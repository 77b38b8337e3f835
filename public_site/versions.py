"""What changed between two versions of a registration, and all of its versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from public_site import as_of, proofs
from public_site.addresses import also_known_as, page
from public_site.outcome_differences import outcome_differences
from public_site.registrations import current
from register.domain.public_records import RecordState
from register.queries import registrations
from register.web import language
from register.web.context import reading
from register.web.differences import Difference, differences
from register.web.pages import page_url
from register.web.parameters import NOT_A_CHOICE, NotUnderstood, Problem

PATHS = ("/registraties/<number:number>/versies", "/registrations/<number:number>/versions")


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two versions: what the register made of them, and what the organisation answered."""

    outcomes: Sequence[Difference]
    answers: Sequence[Difference]


@page(*PATHS, here="search")
def history(number: str) -> ResponseReturnValue:
    """Show the versions of a registration, and what changed between two of them: the newest two unless asked otherwise."""
    newest = current(number)
    states = registrations.history(reading(), number, as_of.day())
    versions = [state for state in states if state.state == RecordState.PUBLISHED]
    before, after = _chosen(versions)
    return render_template(
        "public_site/history.html",
        newest=newest,
        name=_name(versions),
        states=states,
        versions=versions,
        before=before,
        after=after,
        note_of_version=after.card.get("change_note"),
        changes=_changes(number, before, after),
        fingerprint=proofs.in_groups(after.public_sha256),
        registration_url=lambda linked: page_url("public_site.registration", number=linked),
    )


#: The comparison has no page of its own: it is the history, asked with `?from=` and `?to=`.
also_known_as("diff", *PATHS)


def _chosen(versions: Sequence[Row[Any]]) -> tuple[Row[Any] | None, Row[Any]]:
    """Return the two versions to compare, the older one first; no older one when there is only one."""
    by_number = {str(version.version): version for version in versions}
    wanted = [request.args.get(name, "") for name in ("from", "to")]
    wrong = [Problem(name, text, NOT_A_CHOICE) for name, text in zip(("from", "to"), wanted, strict=True) if text and text not in by_number]
    if wrong:
        raise NotUnderstood(wrong)
    after = by_number.get(wanted[1], versions[0])
    earlier = [version for version in versions if version.version < after.version]
    before = by_number.get(wanted[0]) or (earlier[0] if earlier else None)
    if before is not None and before.version > after.version:
        return after, before
    return (None if before is after else before), after


def _name(versions: Sequence[Row[Any]]) -> Mapping[str, str]:
    """Return the newest name that was not redacted, per language."""
    return next((version.card["name"] for version in versions if "name" in version.card), {})


def _changes(number: str, before: Row[Any] | None, after: Row[Any]) -> Compared | None:
    """Return what changed; None when there is nothing to compare with, or a version was redacted."""
    rows = [registrations.by_version(reading(), number, version.version) for version in (before, after) if version is not None]
    documents = [orjson.loads(row.document) for row in rows if row is not None and row.document is not None]
    if len(documents) < 2:
        return None
    return Compared(outcome_differences(documents[0], documents[1]), differences(documents[0], documents[1], language.current()))
