"""Make a very large database from a small one of scripts/bench_data.py, to measure lists, searches and counts.

    .venv/bin/python scripts/bench_multiply.py 100 10000.sqlite3 1000000.sqlite3

The rows of the public read model that hold now, their facets and their words are written again and again, each time with
other ids and numbers; every word is then in so many times as many registrations. What lists, searches and counts do not
read is left out, or the file would have 47 kB a registration: the documents of the copies, their texts for the
excerpts, their places in the change log, and the index of what held before.
"""

import shutil
import sqlite3
import sys
from pathlib import Path
from time import perf_counter

#: What a copy has otherwise; the document only has to be there.
_OTHERWISE = {"id": "id + :step", "number": "printf('%09d', id + :step)", "document": "x'7b7d'", "search_text": "''"}

_SHOWN = "id <= :highest AND valid_to IS NULL AND document IS NOT NULL"
_FACETS_SHOWN = f"public_facets JOIN public_registrations ON id = registration_id WHERE {_SHOWN}"


def main() -> int:
    """Multiply what the command line names."""
    times, source, target = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    unfinished = target.with_suffix(".copy")
    shutil.copy(source, unfinished)
    started = perf_counter()
    with sqlite3.connect(unfinished, isolation_level=None) as database:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000"):
            database.execute(f"PRAGMA {pragma}")
        highest = database.execute("SELECT max(id) FROM public_registrations").fetchone()[0]
        for copy in range(1, times):
            database.execute("BEGIN")
            for statement in _statements(database):
                database.execute(statement, {"step": copy * highest, "highest": highest})
            database.execute("COMMIT")
            print(f"\r{copy + 1} of {times} times, {perf_counter() - started:.0f} s", end="", file=sys.stderr)
        for index in ("search_current", "search_history"):
            database.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608  # a constant
        database.execute("UPDATE public_state SET sequence = sequence + 1")
        database.execute("ANALYZE")
    print(file=sys.stderr)
    unfinished.rename(target)
    return 0


def _statements(database: sqlite3.Connection) -> list[str]:
    rows = _columns(database, "public_registrations")
    words = [name for name in _columns(database, "search_current") if name != "search_current"]
    of_row = ", ".join(_OTHERWISE.get(name, name) for name in rows)
    kept = ", ".join(words)
    return [
        _copied(f"public_registrations ({', '.join(rows)})", of_row, f"public_registrations WHERE {_SHOWN}"),
        _copied("public_facets", "registration_id + :step, facet, word", _FACETS_SHOWN),
        _copied(f"search_current (rowid, {kept})", f"rowid + :step, {kept}", "search_current WHERE rowid <= :highest ORDER BY rowid"),
    ]


def _copied(into: str, values: str, source: str) -> str:
    return f"INSERT INTO {into} SELECT {values} FROM {source}"  # noqa: S608  # names from the schema


def _columns(database: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


if __name__ == "__main__":
    sys.exit(main())
