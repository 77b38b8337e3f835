"""What a regulator is competent for: bodies × themes. Empty is nothing.

The points of Annex III come in with the section on the AI Act; until then no
registration has any.
"""

from collections.abc import Iterable, Mapping
from typing import Any


def covers(remit: Mapping[str, Any], organisation: str, themes: Iterable[str]) -> bool:
    """Say whether a registration of this body with these themes is within the remit. One without a theme belongs to every theme."""
    named = set(themes)
    return organisation in remit.get("organisations", ()) and (not named or not named.isdisjoint(remit.get("themes", ())))
