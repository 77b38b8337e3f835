"""Fill .venv and node_modules exactly as the pinned files say, and do nothing twice.

`scripts/run` calls it with "run" and `scripts/test` with "test", under the machine's own Python: standard library only.
Each step leaves a stamp with a hash of what it was made from; where the stamp is right, the step is skipped.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"

#: What each use installs. Whoever has the second has all of the first.
REQUIREMENTS = {"run": ("build", "run"), "test": ("build", "run", "test")}
NPM_OPTIONS = {"run": ("--omit=dev",), "test": ()}
STYLE_SOURCES = ("register/web", "register/backoffice", "register/rendering", "public_site")
STYLE_ENDINGS = {".css", ".html", ".jinja", ".py", ".svg"}
STYLE_MANIFEST = ROOT / "register/web/static/built/manifest.json"


Command = list[str | Path]


@dataclass(frozen=True, slots=True)
class DebianNeed:
    """Something that no Python or npm package brings."""

    packages: tuple[str, ...]
    reason: str
    is_present: Callable[[], bool]


def _load(*libraries: str) -> bool:
    try:
        for name in libraries:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


PANGO = DebianNeed(
    ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    "to make PDFs",
    lambda: _load("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libfontconfig.so.1", "libharfbuzz-subset.so.0"),
)
CHROMIUM = DebianNeed(
    ("chromium", "libatomic1"),  # the second for the Node that Playwright brings along
    "to test pages in a real browser",
    lambda: Path("/usr/bin/chromium").exists() and _load("libatomic.so.1"),
)
POSTGRESQL = DebianNeed(("postgresql",), "to test on a real PostgreSQL", lambda: any(Path("/usr/lib/postgresql").glob("*/bin/initdb")))
VENV_MODULE = DebianNeed(("python3-venv",), "to make .venv", lambda: importlib.util.find_spec("ensurepip") is not None)


class SetUpError(Exception):
    """Set-up cannot go on; the message says what the person can do."""


def main(use: str) -> None:
    """Install what the use needs. Raises `SetUpError`."""
    os.chdir(ROOT)
    require(VENV_MODULE)
    make_venv()
    if use == "test":
        require(PANGO, CHROMIUM, POSTGRESQL)
    elif not provide(PANGO):
        print(f"The register cannot make PDFs here; to change that: {by_hand(PANGO)}", file=sys.stderr)
    enough_for = ("run", "test") if use == "run" else ("test",)
    install_python_packages(use, enough_for)
    install_node_packages(use, enough_for)
    build_styles()


def make_venv() -> None:
    """Make .venv, or make it anew where it does not work or was made for another folder."""
    stamp = STAMPS / "venv"
    works = PYTHON.exists() and subprocess.run([PYTHON, "-c", "import ssl"], check=False, capture_output=True).returncode == 0
    if not works or (stamp.exists() and stamp.read_text() != str(ROOT)):
        run("Python environment", [sys.executable, "-m", "venv", "--clear", VENV])
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(str(ROOT))


def install_python_packages(use: str, enough_for: Iterable[str]) -> None:
    """Make .venv hold exactly the pinned packages and, in a second step that needs no hashes, the register itself."""
    stamp = STAMPS / "python-packages"
    sources = [
        *(ROOT / "requirements").glob("*.txt"),
        *(ROOT / f for f in ("pyproject.toml", "requirements/run.in", "register/__init__.py")),
    ]
    if is_stamped(stamp, (digest(sources, each) for each in enough_for)):
        return
    if subprocess.run([PYTHON, "-m", "pip", "--version"], check=False, capture_output=True).returncode != 0:
        run("pip", [PYTHON, "-m", "ensurepip"])
    pip: Command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    run("Installer and Node", [*pip, "--requirement", "requirements/build.txt"])
    uv: Command = [VENV / "bin" / "uv", "--quiet", "pip"]
    files = [f"requirements/{name}.txt" for name in REQUIREMENTS[use]]
    run("Python packages", [*uv, "sync", "--python", PYTHON, "--require-hashes", *files])
    run("Register", [*uv, "install", "--python", PYTHON, "--no-deps", "--no-build-isolation", "--editable", "."])
    stamp.write_text(digest(sources, use))


def install_node_packages(use: str, enough_for: Iterable[str]) -> None:
    """Make node_modules hold exactly the pinned packages."""
    stamp = ROOT / "node_modules" / ".stamp"  # npm empties the folder first, and the stamp with it
    sources = [ROOT / "package-lock.json"]
    if not is_stamped(stamp, (digest(sources, each) for each in enough_for)):
        run("npm packages", ["scripts/npm", "ci", "--loglevel=error", *NPM_OPTIONS[use]])
        stamp.write_text(digest(sources, use))


def build_styles() -> None:
    """Make the style sheets and fonts, which follow from the npm packages and from the class names in our templates."""
    stamp = STAMPS / "styles"
    found = (path for folder in STYLE_SOURCES for path in (ROOT / folder).rglob("*") if path.suffix in STYLE_ENDINGS)
    sources = [ROOT / "package-lock.json", ROOT / "scripts/build_styles.py", *(path for path in found if "built" not in path.parts)]
    if not (STYLE_MANIFEST.exists() and is_stamped(stamp, [digest(sources)])):
        run("Style sheet", [PYTHON, "scripts/build_styles.py"])
        stamp.write_text(digest(sources))


def digest(sources: Iterable[Path], use: str = "") -> str:
    """Hash what a step is made from."""
    total = hashlib.sha256(use.encode())
    for path in sorted(sources):
        total.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_stamped(stamp: Path, digests: Iterable[str]) -> bool:
    """Say whether a step was done before from one of these."""
    return stamp.exists() and stamp.read_text() in digests


def run(what: str, command: Command) -> None:
    """Run one part of set-up and say how long it took. Raises `SetUpError`, with the program's own messages, when it fails."""
    print(f"{what} …", end=" ", flush=True)
    start = time.monotonic()
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise SetUpError(f"\n{done.stdout}\nSet-up stopped at: {what}. Start again when that is mended; what is done is not done twice.")
    print(f"{time.monotonic() - start:.0f} s", flush=True)


def provide(need: DebianNeed) -> bool:
    """See to it that the need is met, with apt where this user may; say whether it is. Raises `SetUpError` when apt fails."""
    if need.is_present():
        return True
    as_root = administrator()
    if as_root is None or shutil.which("apt-get") is None:
        return False
    apt: Command = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
    run("Debian's list of packages", [*apt, "update"])
    run(", ".join(need.packages), [*apt, "install", "--yes", "--no-install-recommends", *need.packages])
    importlib.invalidate_caches()
    return need.is_present()


def require(*needs: DebianNeed) -> None:
    """Provide the needs. Raises `SetUpError` with the remedy for all that could not be provided."""
    missing = [need for need in needs if not provide(need)]
    if missing:
        reasons = "".join(f"Missing {need.reason}: {', '.join(need.packages)}.\n" for need in missing)
        raise SetUpError(f"{reasons}Install that and start again: {by_hand(*missing)}")


def administrator() -> Command | None:
    """Give the words to put before a command to run it as root; None where this user cannot without typing a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "--non-interactive", "true"], check=False, capture_output=True).returncode == 0:
        return [sudo, "--non-interactive"]
    return None


def by_hand(*needs: DebianNeed) -> str:
    """Tell a person what to type."""
    return "sudo apt install " + " ".join(package for need in needs for package in need.packages)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except SetUpError as problem:
        sys.exit(str(problem))
