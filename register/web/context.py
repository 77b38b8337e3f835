"""What a request works with: the wiring, the time, one read session, and transactions."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

from flask import current_app, g
from sqlalchemy.orm import Session

from register.wiring import Wiring

EXTENSION = "register"


def wiring() -> Wiring:
    """Return what this process was wired with; the one look-up."""
    found: Wiring = current_app.extensions[EXTENSION]
    return found


def now() -> datetime:
    """Return the moment of this request: the same at its beginning and its end."""
    if "now" not in g:
        g.now = wiring().clock.now()
    moment: datetime = g.now
    return moment


def request_id() -> str:
    """Return the id by which this request can be found in the log; "" outside one."""
    return str(g.get("request_id", ""))


def reading() -> Session:
    """Return this request's read session: one snapshot that cannot write, open until the answer is sent."""
    if "reading" not in g:
        g.reading_stack = ExitStack()
        g.reading = g.reading_stack.enter_context(wiring().database.reading())
    session: Session = g.reading
    return session


def close_reading(_error: BaseException | None = None) -> None:
    """Close the read session at the end of a request, or to read again what was written in it."""
    stack: ExitStack | None = g.pop("reading_stack", None)
    g.pop("reading", None)
    if stack is not None:
        stack.close()


@contextmanager
def transaction() -> Iterator[Session]:
    """Open a transaction: it commits at the end, or takes everything back. Only doors do this.

    Raises `Stale` or `Conflict` when somebody else changed the same row, or
    added the same thing, at the same moment, which a service cannot have seen.
    """
    close_reading()
    with wiring().database.transaction() as session:
        session.info["request_id"] = request_id()
        yield session
