"""Finds every sentence that the program can say, and every one that has a translation, for the tests to compare."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from register.translations import FOLDER, as_forms

ROOT = Path(__file__).parents[2]
PROGRAM = ("register", "public_site")
METHODS: dict[str, Any] = {".html": babel_extract, ".py": "python"}
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%%")

#: A sentence as it stands in the code: one form, or singular and plural.
Sentence = tuple[str, ...]


@cache
def said() -> dict[Sentence, str]:
    """Give each sentence in templates and code, with a place where it stands."""
    found: dict[Sentence, str] = {}
    for folder in PROGRAM:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in METHODS:
                for sentence, place in sentences_in(path):
                    found.setdefault(sentence, place)
    return found


def sentences_in(path: Path) -> Iterator[tuple[Sentence, str]]:
    """Take the sentences out of one file. Raises when a template cannot be parsed."""
    options = {"trimmed": "true", "silent": "false"} if path.suffix == ".html" else {}
    for line, sentence, _comments, _context in extract_from_file(METHODS[path.suffix], path, options=options):
        place = f"{path.name}:{line}"
        yield as_forms(sentence), place


@cache
def translated() -> tuple[tuple[str, Message], ...]:
    """Give each entry of the translation files, with the file that it is in."""
    entries: list[tuple[str, Message]] = []
    for path in sorted(FOLDER.glob("*.nl.po")):
        with path.open("rb") as file:
            entries += [(path.name, message) for message in read_po(file, locale="nl") if message.id]
    return tuple(entries)


def placeholders(text: str) -> set[str]:
    """Name the open places in a sentence."""
    return set(PLACEHOLDER.findall(text))
