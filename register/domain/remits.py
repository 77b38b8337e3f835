"""What a regulator is competent for: bodies × themes, and for what stays out of sight the points of Annex III. Empty is nothing."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any


def covers(remit: Mapping[str, Any], organisation: str, themes: Iterable[str], *, out_of_sight: Collection[str] | None = None) -> bool:
    """Say whether a registration of this body with these themes is within the remit. One without a theme belongs to every theme.

    `out_of_sight` are the points of Annex III of one that stays out of sight; the remit must name one of them.
    """
    named = set(themes)
    if out_of_sight is not None and set(remit.get("points", ())).isdisjoint(out_of_sight):
        return False
    return organisation in remit.get("organisations", ()) and (not named or not named.isdisjoint(remit.get("themes", ())))
