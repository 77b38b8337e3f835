"""Write what is derived and yet committed, so that a change of it is seen in review: JSON Schemas and the OpenAPI document.

Run it after a change of the standard or the API; tests compare the files with
what the program makes. A schema of an earlier standard is never written again.
"""

import json
from pathlib import Path
from typing import Any

from register.api import document
from register.domain.standard import STANDARD
from register.settings import Settings
from schemas.json_schema import Profile, published
from schemas.published import path_of

LINE = 140
#: What the API promised at the last commit.
OPENAPI = Path(__file__).parent.parent / "tests" / "contracts" / "openapi.json"


def text(content: Any) -> str:
    """Return JSON as it is committed: what fits on a line stands on one, so that changes can be read."""
    return _written(content, "") + "\n"


def _written(value: Any, margin: str) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if len(margin) + len(line) <= LINE or not isinstance(value, dict | list):
        return line
    inner = margin + " "
    if isinstance(value, dict):
        rows = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {_written(part, inner)}" for key, part in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    return "[\n" + ",\n".join(inner + _written(part, inner) for part in value) + f"\n{margin}]"


def files() -> dict[Path, str]:
    """Return what should be in each file."""
    schemas = {path_of(STANDARD, profile): text(published(profile)) for profile in Profile}
    return schemas | {OPENAPI: text(document(Settings()))}


def main() -> None:
    """Write the files."""
    for path, content in files().items():
        path.write_text(content, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
