"""What a regulator is competent for: bodies × themes, and for what stays out of sight the points of Annex III. Empty is nothing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Competence:
    """The part of a remit about what everyone may see: what is of one of these bodies, and of one of these themes or of none."""

    organisations: frozenset[str]
    themes: frozenset[str]


def competences(remits: Iterable[Mapping[str, Any]]) -> frozenset[Competence]:
    """Return what several remits come to; nothing when they name no body."""
    found = (Competence(frozenset(remit.get("organisations", ())), frozenset(remit.get("themes", ()))) for remit in remits)
    return frozenset(each for each in found if each.organisations)


def covers(remit: Mapping[str, Any], organisation: str, themes: Iterable[str], *, out_of_sight: Collection[str] | None = None) -> bool:
    """Say whether a registration of this body with these themes is within the remit. One without a theme belongs to every theme.

    `out_of_sight` are the points of Annex III of one that stays out of sight; the remit must name one of them.
    """
    named = set(themes)
    if out_of_sight is not None and set(remit.get("points", ())).isdisjoint(out_of_sight):
        return False
    return organisation in remit.get("organisations", ()) and (not named or not named.isdisjoint(remit.get("themes", ())))
