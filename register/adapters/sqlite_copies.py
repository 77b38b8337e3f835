"""Whole copies of an SQLite database, taken while others read and write it."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path


class NotACopy(Exception):
    """The file is not a sound copy of a register; the message says what is wrong."""


def take(source: Path, target: Path) -> None:
    """Write a sound copy to a new file: it is there whole, or not at all.

    Raises `FileExistsError`, and `NotACopy` when what was copied is not sound.
    """
    if target.exists():
        raise FileExistsError(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)  # readable by its owner alone
    os.close(handle)
    unfinished = Path(name)
    try:
        _copy(source, unfinished)
        with closing(sqlite3.connect(unfinished)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        check(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        target.hardlink_to(unfinished)
    finally:
        unfinished.unlink()


def put_back(copy: Path, target: Path) -> None:
    """Replace the content of the database with that of a copy, in one transaction."""
    check(copy)
    _copy(copy, target)


def put_aside(source: Path, target: Path) -> None:
    """Rename a database that can no longer be read, with the log beside it: another database must not find that log."""
    for ending in ("", "-wal", "-shm"):
        part = source.with_name(source.name + ending)
        if part.exists():
            part.rename(target.with_name(target.name + ending))


def check(path: Path) -> str:
    """Return the migration that a copy stands at. Raises `NotACopy` when it is not a sound register."""
    try:
        with closing(_opened(path)) as database:
            faults = [row[0] for row in database.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
            faults += [f"a row of {row[0]} refers to nothing" for row in database.execute("PRAGMA foreign_key_check")][:5]
            found = database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as fault:
        raise NotACopy(f"{path} is not a copy of a register: {fault}.") from fault
    if faults or found is None:
        raise NotACopy(f"{path} is damaged: {'; '.join(faults) or 'it has no tables'}.")
    return str(found[0])


def _copy(source: Path, target: Path) -> None:
    try:
        with closing(_opened(source)) as whole, closing(sqlite3.connect(target, timeout=30)) as copy:
            whole.backup(copy)
    except sqlite3.Error as fault:
        raise NotACopy(f"{source} cannot be copied: {fault}.") from fault


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=30)
