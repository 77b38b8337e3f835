"""The page that describes the standard says what the standard is, and leaves nothing out."""

import re

from register.domain.standard import FIELDS, SECTIONS
from register.domain.standard.envelope import PUBLISHED_ENVELOPE
from register.domain.standard.problems import RULES
from register.domain.standard.types import Choice, Choices
from scripts.write_standard import PAGE, text


class TestTheStandardPage:
    def test_is_the_one_that_the_standard_writes(self) -> None:
        assert PAGE.read_text(encoding="utf-8") == text(), "run: python -m scripts.write_standard"

    def test_describes_every_key_around_the_fields(self) -> None:
        rows = re.findall(r"^\| `(\w+)` \|", text().partition("## Conventions")[0], re.M)

        assert tuple(rows) == PUBLISHED_ENVELOPE

    def test_names_every_section_field_part_and_rule(self) -> None:
        page = text()
        keys = [field.key for field in FIELDS] + [f"{field.key}.{member.key}" for field in FIELDS for member in field.members]

        assert not [key for key in (*keys, *RULES) if f"`{key}`" not in page]
        assert not [section for section in SECTIONS if f"## Section `{section}`" not in page]

    def test_shows_every_value_that_a_field_can_take(self) -> None:
        page = text()
        kinds = [kind for field in FIELDS for kind in (field.type, *(member.type for member in field.members))]
        vocabularies = {kind.vocabulary for kind in kinds if isinstance(kind, Choice | Choices)}
        shown = dict(re.findall(r"^### (\w+)\n\n(.*?)(?=\n\n|\Z)", page, re.S | re.M))

        assert not [word for vocabulary in vocabularies for word in vocabulary if f"| `{word}` |" not in shown[vocabulary.__name__]]

    def test_links_only_to_headings_that_it_has(self) -> None:
        page = text()
        headings = {heading.lower() for heading in re.findall(r"^### (\w+)$", page, re.M)}

        assert set(re.findall(r"\]\(#([\w-]+)\)", page)) <= headings
