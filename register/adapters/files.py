"""A file store in a folder: for what may be thrown away and made again, such as printed PDFs."""

import hashlib
import os
import tempfile
from pathlib import Path


class FolderStore:
    """Keeps each key in a file of its own."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def read(self, key: str) -> bytes | None:
        """Return what is kept under the key, or None."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, key: str, content: bytes) -> None:
        """Keep the content; a reader sees the old or the new, never half of it."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)

    def _path(self, key: str) -> Path:
        digest = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / digest[:2] / digest
