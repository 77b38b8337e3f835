"""The addresses of what scripts/build_styles.py makes: names with a hash of the content, which browsers may keep for ever.

Templates say `asset("register.css")`; the manifest of the build knows the rest.
"""

import json
from functools import cache
from pathlib import Path

from register.errors import Unavailable

FOLDER = Path(__file__).parent / "static" / "built"
ADDRESS = "/static/built/"
REMEDY = "Run: .venv/bin/python scripts/build_styles.py (scripts/run and scripts/test do)."


def asset(name: str) -> str:
    """Give the address of a built file. Raises `Unavailable` when the styles were not built, `KeyError` for an unknown name."""
    return ADDRESS + manifest(FOLDER)[name]


@cache
def manifest(folder: Path) -> dict[str, str]:
    """Read which built file stands for each name, once. Raises `Unavailable`, with the remedy, when there is none."""
    try:
        names: dict[str, str] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Unavailable("The style sheet was not built.", remedy=REMEDY) from None
    return names
