"""The JSON Schemas that were published, each in its file for good: a version validates against the schema of its own time."""

import re
from functools import cache
from pathlib import Path

from register.domain.standard import STANDARD
from schemas.json_schema import Profile

FOLDER = Path(__file__).parent / "json"


def path_of(standard: str, profile: Profile) -> Path:
    """Return the file of a schema; that of registrations is the standard's own."""
    return FOLDER / (f"{standard}.json" if profile is Profile.REGISTRATION else f"{standard}.{profile}.json")


@cache
def standards() -> tuple[str, ...]:
    """Return the versions of the standard that have a schema, newest last."""
    found = {match[1] for path in FOLDER.glob("*.json") if (match := re.match(r"(\d{4}\.\d+)\.", path.name))}
    return tuple(sorted(found | {STANDARD}, key=lambda version: tuple(map(int, version.split(".")))))


@cache
def content(standard: str, profile: Profile) -> bytes:
    """Return a published schema as it stands in its file. `standard` is one of `standards()`."""
    return path_of(standard, profile).read_bytes()
