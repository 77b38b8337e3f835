"""See scripts/bench: what one machine answers a second, beside what it could answer at most."""

import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import requests
from sqlalchemy import create_engine, make_url, text

ROOT = Path(__file__).parent.parent
PORT = 8320
BASE = f"http://127.0.0.1:{PORT}"
SECONDS = 8
CONNECTIONS = 16
WORKERS = 2
#: A server to make the database on, instead of a file: see scripts/postgres.py.
POSTGRES = os.environ.get("REGISTER_TEST_POSTGRES", "")
#: Answers a second of the software that people would use instead, at 10,000 registrations on such a machine; we want three times as many.
OTHERS = {
    "list of 20 as JSON": 410, "text search": 385, "one record": 1030, "six facets": 314, "six facets with text": 127, "list as HTML": 797,
}  # fmt: skip
TIMES = 3
#: Of more registrations than this the documents are left out, and what reads them is not measured: see scripts/bench_multiply.py.
MOST_WHOLE = 100_000
MULTIPLIED = 10_000
OF_DOCUMENTS = ("one record", "registration page")
FACETS = "&".join(f"counts={name}" for name in ("theme", "kind", "status", "category", "organisation", "decisionRole"))
_WORDS = "bomen boetes klachten vergunningen woningen stikstof kentekens gemalen routes subsidies medewerker gemeente taalmodel"
WORDS = _WORDS.split()
THEMES = ["work", "law", "traffic", "housing", "economy", "public_finance", "care_and_health", "social_security"]
STATES = ["exploring", "in_development", "pilot", "in_use", "retired"]

_REQUEST = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local at = 0
request = function() at = at %% #paths + 1 return wrk.format("GET", paths[at]) end
done = function(summary, latency, requests)
  io.write(string.format("RESULT %%f %%f %%f %%d\\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one kind of request."""

    name: str
    first: float
    slowest: float
    rate: float
    median: float
    slow: float
    errors: int


def main() -> int:
    """Measure everything and print it."""
    count = int(sys.argv[1])
    folder = Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "register-bench"
    folder.mkdir(parents=True, exist_ok=True)
    url = _filled_on_server(POSTGRES, count) if POSTGRES else f"sqlite:///{_filled(folder, count)}"
    with _served(url, folder) as server:
        kinds = {name: paths for name, paths in _kinds(url).items() if count <= MOST_WHOLE or name not in OF_DOCUMENTS}
        _wake()
        rows = [_measured(name, paths, folder) for name, paths in kinds.items()]
        memory = _memory(server)
    _print(count, rows, _floor_sql(url), memory)
    return 0 if all(row.errors == 0 for row in rows) else 1


def _filled(folder: Path, count: int) -> Path:
    """Return the database with so many registrations, and make it when it is not there."""
    path = folder / f"{count}.sqlite3"
    if path.exists():
        return path
    if count > MOST_WHOLE:
        source = _filled(folder, MULTIPLIED)
        _run("bench_multiply.py", str(count // MULTIPLIED), str(source), str(path))
        return path
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    _run("bench_data.py", str(count), f"sqlite:///{unfinished}")
    unfinished.rename(path)
    return path


def _filled_on_server(server: str, count: int) -> str:
    """Make a database with so many registrations on a PostgreSQL that ends with this run."""
    url = make_url(server).set(database="bench").render_as_string(hide_password=False)
    with create_engine(server, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("CREATE DATABASE bench"))
    _run("bench_data.py", str(count), url)
    with create_engine(url, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return url


def _run(script: str, *words: str) -> None:
    subprocess.run([sys.executable, str(ROOT / "scripts" / script), *words], check=True)


def _kinds(url: str) -> dict[str, list[str]]:
    """Return the addresses to ask for, per kind: many different ones, the same in every run."""
    chance = random.Random(7)  # noqa: S311  # the same addresses in every run
    with create_engine(url).connect() as connection:
        shown = "SELECT number FROM public_registrations WHERE valid_to IS NULL AND document IS NOT NULL ORDER BY id"
        numbers = list(connection.scalars(text(shown)))
    chosen = chance.sample(numbers, min(2_000, len(numbers)))
    asked = [f"{word} {other}".strip() for word in WORDS for other in ("", *WORDS[:6])]
    narrowed = [f"theme={theme}&status={state}" for theme in THEMES for state in STATES]
    return {
        "a constant answer": ["/robots.txt"],
        "list of 20 as JSON": [f"/api/v1/registrations?limit=20&{each}" for each in ["sort=newest", *narrowed]],
        "text search": [f"/api/v1/registrations?limit=20&q={quote(words)}" for words in asked],
        "one record": [f"/api/v1/registrations/{number}" for number in chosen],
        "six facets": [f"/api/v1/registrations?limit=1&{FACETS}&{each}" for each in narrowed],
        "six facets with text": [f"/api/v1/registrations?limit=1&{FACETS}&q={quote(words)}" for words in asked],
        "list as HTML": [f"/nl/zoeken?{each}" for each in ["sort=newest", *narrowed]],
        "suggestions": [f"/nl/zoeken/suggesties?q={word[:length]}" for word in WORDS for length in range(2, 8)],
        "registration page": [f"/nl/registraties/{number}" for number in chosen[:200]],
    }


def _wake() -> None:
    """Ask until each worker has read what it keeps in memory."""
    for limit in range(1, 31):
        requests.get(f"{BASE}/api/v1/registrations?q=bomen&limit={limit}", timeout=300).raise_for_status()


def _measured(name: str, paths: Sequence[str], folder: Path) -> Measured:
    """Ask for addresses once, one after the other; then for all until every worker has them; and then as fast as it goes."""
    times = []
    for each in paths[:200]:
        began = time.perf_counter()
        requests.get(BASE + each, timeout=60).raise_for_status()
        times.append((time.perf_counter() - began) * 1000)
    (folder / "paths.txt").write_text("\n".join(paths), encoding="utf-8")
    script = folder / "paths.lua"
    script.write_text(_REQUEST % (folder / "paths.txt"), encoding="utf-8")
    first = statistics.median(times)
    _wrk(script, warming := min(60, 2 + 4 * len(paths) * first / 1000))
    print(f"{name}: warmed for {warming:.0f} s", file=sys.stderr)
    told = _wrk(script, SECONDS)
    found = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", told)
    if found is None:
        raise SystemExit(f"wrk said something else:\n{told}")
    rate, median, slow, errors = (float(each) for each in found.groups())
    print(f"{name}: {rate:,.0f} a second", file=sys.stderr)
    return Measured(name, first, max(times), rate, median, slow, int(errors))


def _wrk(script: Path, seconds: float) -> str:
    """Ask for the addresses of a script for some seconds, and return what is told of it."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds:.0f}s", "-H", "Accept-Encoding: gzip", "-s", str(script), BASE]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@contextmanager
def _served(url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Serve the database with two workers until everything is measured."""
    settings = {
        "REGISTER_DATABASE_URL": url, "REGISTER_PORT": str(PORT), "REGISTER_DEV_IDP_PORT": str(PORT + 1),
        "REGISTER_BASE_URL": BASE, "REGISTER_OIDC_ISSUER": f"http://localhost:{PORT + 1}", "REGISTER_TOKEN_AUDIENCE": f"{BASE}/api/v1",
        "REGISTER_TOKEN_ISSUERS": f"http://localhost:{PORT + 1}", "REGISTER_WORKERS": str(WORKERS), "REGISTER_LOG_LEVEL": "WARNING",
        "REGISTER_RATE_LIMIT_PUBLIC": "100000000/minute", "REGISTER_FILES_DIR": str(folder / "files"),
        "REGISTER_OIDC_PRIVATE_KEY": str(folder / "keys" / "register.pem"),
    }  # fmt: skip
    environment = {**os.environ, **settings}
    subprocess.run(["register", "init"], env=environment, check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen(["register", "serve", "--with-development-provider"], env=environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(120):
            try:
                requests.get(f"{BASE}/nl", timeout=60).raise_for_status()
                break
            except requests.ConnectionError:
                time.sleep(0.25)
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _memory(server: subprocess.Popen[bytes]) -> list[int]:
    """Return the memory that each worker has of its own, in megabytes: the pages of the database that it maps are not."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii").split()
    found = []
    for child in children:
        told = Path(f"/proc/{child}/status").read_text(encoding="ascii")
        if (own := re.search(r"RssAnon:\s+(\d+) kB", told)) and "dev_idp" not in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8"):
            found.append(int(own[1]) // 1024)
    return found


def _floor_sql(url: str) -> float:
    """Return how often a second one process reads one row by its key from the bare database."""
    with create_engine(url).connect() as connection:
        ids = list(connection.scalars(text("SELECT id FROM public_registrations LIMIT 1000")))
        began, times = time.perf_counter(), 0
        while time.perf_counter() - began < 1:
            connection.execute(text("SELECT document FROM public_registrations WHERE id = :id"), {"id": ids[times % len(ids)]}).first()
            times += 1
    return times / (time.perf_counter() - began)


def _print(count: int, rows: Sequence[Measured], sql: float, memory: Sequence[int]) -> None:
    floor = rows[0].rate
    made = f"{count:,} registrations on {'PostgreSQL' if POSTGRES else 'SQLite'}, {WORKERS} workers, {CONNECTIONS} connections"
    print(f"\n{made}; bare SQL by key: {sql:,.0f} a second in one process\n")
    print("| what | first time, ms | slowest of those | a second | p50, ms | p99, ms | of a constant answer | of three times the others |")
    print("|---|---|---|---|---|---|---|---|")
    for row in rows:
        aim = f"{row.rate / (OTHERS[row.name] * TIMES):.2f}" if row.name in OTHERS else ""
        figures = " | ".join(f"{each:,.1f}" for each in (row.first, row.slowest, row.rate, row.median, row.slow))
        print(f"| {row.name} | {figures} | {row.rate / floor:.2f} | {aim} |")
    own = max(memory, default=0)
    print(f"\nMemory of a worker of its own: {own} MB. Errors: {sum(row.errors for row in rows)}.")
    print(json.dumps({row.name: round(row.rate) for row in rows}))


if __name__ == "__main__":
    sys.exit(main())
