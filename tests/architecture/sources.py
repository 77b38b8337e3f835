"""The files that the rules are about: those that git knows or would add, without what set-up and builds leave behind."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: What a running register loads.
PROGRAM = ("register/", "schemas/", "public_site/", "migrations/", "wsgi.py")


@cache
def files() -> tuple[str, ...]:
    """List the project's files, as paths from its root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return tuple(path for path in listed if (ROOT / path).is_file())


def modules(*beginnings: str) -> list[str]:
    """List the Python files, of the whole project or under these folders."""
    return [path for path in files() if path.endswith(".py") and path.startswith(beginnings or "")]


@cache
def tree(path: str) -> ast.Module:
    """Parse a file."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imported(path: str) -> set[str]:
    """Name the modules that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names
