"""A worker reads what it keeps in memory as soon as it starts, beside its work, so that the first who searches need not wait for it."""

import logging
from threading import Thread

from sqlalchemy.exc import SQLAlchemyError

from register.queries.columns import columns, known_words
from register.wiring import Wiring

log = logging.getLogger(__name__)


def begin(wiring: Wiring) -> Thread:
    """Begin to read, and return what reads. Whoever asks meanwhile waits for the same, or reads it when this cannot."""
    thread = Thread(target=_read, args=(wiring,), name="warming", daemon=True)
    thread.start()
    return thread


def _read(wiring: Wiring) -> None:
    try:
        with wiring.database.reading() as session:
            known_words(session, wiring.search, columns(session, wiring.search))
    except SQLAlchemyError:
        log.warning("the public register could not be read beforehand; the first who searches will wait")
