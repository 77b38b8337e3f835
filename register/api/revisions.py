"""Which revision a change was made on: strong ETags of working copies, and If-Match, without which nothing is changed."""

from flask import request

from register.errors import RevisionMissing
from register.models import Entry

#: Matches no entry: revisions begin at 1.
NO_REVISION = 0


def etag(entry: Entry) -> str:
    """Return the ETag of an entry as it is now."""
    return f'"{entry.number}-{entry.revision}"'


def headers(entry: Entry) -> dict[str, str]:
    """Return the header with which the next change can be made."""
    return {"ETag": etag(entry)}


def required(entry: Entry) -> int:
    """Return the revision that the caller changed.

    Raises `RevisionMissing` without If-Match, and for `*`, which would
    overwrite whatever is there. Whether the revision still holds is for the
    service to say, inside its transaction.
    """
    if "If-Match" not in request.headers or request.if_match.star_tag:
        raise RevisionMissing("If-Match is missing")
    if etag(entry).strip('"') in request.if_match:
        return entry.revision
    return NO_REVISION
