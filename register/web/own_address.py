"""The address under which a page is known to others: what it shows decides, not how somebody came to it."""

from flask import request

from register.queries.selections import FACET_NAMES
from register.web.context import wiring
from register.web.links import with_query

#: What makes another page of it, wherever it is asked. The day, the order, the place in a list and the marks of others do not.
_MATTERS = ("q", "mirrored", "example", "overdue", "from", "to", "number", *FACET_NAMES)


def own_url() -> str:
    """Return the whole address of this page."""
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] in _MATTERS]
    return wiring().settings.base_url + with_query(request.path, pairs)
