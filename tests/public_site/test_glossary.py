"""The glossary: every word in plain language, found by its anchor, in agreement with the law it names and with our own documentation."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from register.domain.standard import BY_KEY as FIELDS
from register.labels import glossary
from register.labels.glossary import Concept
from register.translations import LANGUAGES, Language
from register.web.selections import CAN_BE
from tests.public_site.pages import page, words

ROOT = Path(__file__).parents[2]
CONCEPTS = list(glossary.BY_KEY.values())
ADDRESSES: dict[Language, str] = {"nl": "/nl/woordenlijst", "en": "/en/glossary"}
#: What everyone who reads a registration comes across.
MET = (
    "algorithm", "ai-system", "generative-ai", "ai-act", "high-risk", "limited-risk", "annex-iii", "fria", "dpia", "iama",
    "deployer", "provider", "objection", "complaint", "human-intervention", "decision-role", "withheld", "gap", "version",
    "fingerprint", "tombstone", "tooi",
)  # fmt: skip
#: B1: a sentence holds one thought.
LONGEST_SENTENCE = 15
ARTICLE = re.compile(r"Article (\d+(?::\d+)?(?:\(\w+\))*)")


def names(concept: Concept, language: Language) -> set[str]:
    """Return all names of a concept, as one writes them in the middle of a sentence."""
    said = concept.said(language)
    short = re.sub(r" \(.*\)", "", said.name)
    return {name.casefold() for name in (said.name, short, *said.also)}


def documented() -> list[tuple[set[str], set[str], str]]:
    """Return the rows of docs/glossary.md: Dutch names, English names, and what is meant."""
    rows = re.findall(
        r"^\| (?!nl |-)(.+?) \| (.+?) \|(?:.*?)\| (.+?) \|$", (ROOT / "docs/glossary.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return [(_split(dutch), _split(english), meaning) for dutch, english, meaning in rows]


def _split(text: str) -> set[str]:
    return {part.strip().casefold() for part in text.split(",")} | {
        re.sub(r" \(.*\)", "", part).strip().casefold() for part in text.split(",")
    }


class TestConcepts:
    def test_hold_what_everyone_comes_across(self) -> None:
        assert [key for key in MET if key not in glossary.BY_KEY] == []
        assert len(CONCEPTS) >= 50

    def test_have_a_name_of_their_own(self) -> None:
        for language in LANGUAGES:
            told = [concept.said(language).name.casefold() for concept in CONCEPTS]
            assert [name for name in set(told) if told.count(name) > 1] == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_are_told_in_short_sentences(self, language: Language) -> None:
        sentences = [(concept.key, each) for concept in CONCEPTS for each in re.split(r"(?<=[.?]) ", concept.said(language).means)]

        assert [(key, each) for key, each in sentences if len(each.split()) > LONGEST_SENTENCE] == []
        assert [concept.key for concept in CONCEPTS if concept.said(language).means[-1] not in ".?"] == []

    def test_have_an_anchor_that_an_address_can_hold(self) -> None:
        assert [key for key in glossary.BY_KEY if not re.fullmatch("[a-z]+(-[a-z]+)*", key)] == []

    def test_lead_to_filters_that_exist(self) -> None:
        chosen = [concept.selection for concept in CONCEPTS if concept.selection and concept.selection != ("overdue", "true")]

        assert [(name, word) for name, word in chosen if not CAN_BE[name](word)] == []

    def test_help_with_questions_that_exist(self) -> None:
        assert [(concept.key, key) for concept in CONCEPTS for key in concept.fields if key not in FIELDS] == []

    def test_explain_no_word_twice(self) -> None:
        members = [member for concept in CONCEPTS for member in concept.members]

        assert [member for member in members if sum(member is each for each in members) > 1] == []

    def test_agree_with_the_documentation_on_what_things_are_called(self) -> None:
        clashes = [
            (concept.key, dutch)
            for concept in CONCEPTS
            for dutch, english, _meaning in documented()
            if names(concept, "en") & english and not names(concept, "nl") & dutch
        ]

        assert clashes == []
        assert sum(bool(names(concept, "en") & english) for concept in CONCEPTS for _dutch, english, _meaning in documented()) > 40

    def test_agree_with_the_documentation_on_the_law(self) -> None:
        clashes = [
            (concept.key, article)
            for concept in CONCEPTS
            for _dutch, english, meaning in documented()
            for article in ARTICLE.findall(meaning)[:1]
            if names(concept, "en") & english and concept.source and article not in concept.source.en
        ]

        assert clashes == []


class TestGlossary:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_explains_every_word_at_its_anchor(self, client: FlaskClient, language: Language) -> None:
        html = page(client, ADDRESSES[language])

        for concept in CONCEPTS:
            row = html.split(f'id="{concept.key}"', 1)[1].split("</dd>", 1)[0]
            assert concept.said(language).means in words(f"<body>{row}</body>")

    def test_names_the_law_and_the_article(self, client: FlaskClient) -> None:
        dutch, english = (words(page(client, ADDRESSES[language])) for language in LANGUAGES)

        assert "AI-verordening, artikel 3, punt 4" in dutch
        assert "AI Act, Article 3(4)" in english

    def test_leads_to_the_registrations_that_a_word_is_about(self, client: FlaskClient) -> None:
        html = page(client, ADDRESSES["nl"])
        found = re.findall(r'href="(/nl/zoeken\?[^"]+)"', html)

        assert "/nl/zoeken?category=high_risk_annex_iii" in found
        for address in found:
            page(client, address.replace("&amp;", "&"))

    def test_says_what_a_word_is_in_the_other_language(self, client: FlaskClient) -> None:
        assert 'In het Engels: <span lang="en">Deployer</span>' in page(client, ADDRESSES["nl"])

    def test_is_found_from_every_page(self, client: FlaskClient) -> None:
        assert 'href="/nl/woordenlijst"' in page(client, "/nl")
