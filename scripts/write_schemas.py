"""Write what is derived and yet committed: the JSON Schemas of the standard, so that a change of them is seen in review.

Run it after a change of the standard; tests compare the files with what the
program makes. A schema of an earlier standard is never written again.
"""

import json
from pathlib import Path
from typing import Any

from register.domain.standard import STANDARD
from schemas.json_schema import Profile, published
from schemas.published import path_of


def text(content: Any) -> str:
    """Return JSON as it is committed: one line per member, so that changes can be read."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def files() -> dict[Path, str]:
    """Return what should be in each file."""
    return {path_of(STANDARD, profile): text(published(profile)) for profile in Profile}


def main() -> None:
    """Write the files."""
    for path, content in files().items():
        path.write_text(content, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
