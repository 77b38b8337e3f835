"""Seeing to it that the search indexes hold what this release keeps in them."""

from register.cli.progress import progress
from register.services import indexing
from register.wiring import Wiring


def fill(wiring: Wiring) -> int | None:
    """Fill the indexes anew when an older release filled them; return of how many rows, or None when there was nothing to do."""
    with wiring.database.reading() as session:
        if indexing.is_current(session):
            return None
    with progress("Filling the search indexes") as advance, wiring.database.transaction() as session:
        return indexing.fill(session, wiring.search, progress=advance)
