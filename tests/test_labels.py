"""Every member of every vocabulary of the domain has a name in both languages, and the named ones an explanation."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import register.domain
from register.domain.standard import vocabularies as v
from register.labels import TABLES, explanation, label

LANGUAGES = ("nl", "en")


def vocabularies() -> list[type[StrEnum]]:
    """Every StrEnum with members that a module of the domain defines."""
    found: dict[str, type[StrEnum]] = {}
    for module in pkgutil.walk_packages(register.domain.__path__, "register.domain."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, StrEnum) and len(thing) and thing.__module__ == module.name:
                found[f"{thing.__module__}.{thing.__qualname__}"] = thing
    return [found[name] for name in sorted(found)]


VOCABULARIES = vocabularies()

EXPLAINED = [
    v.DecisionRole,
    v.Kind,
    v.Status,
    v.PersonalData,
    v.RemedyKind,
    v.HumanAlternative,
    v.ModelAccess,
    v.Adaptation,
    v.GapState,
    v.WithholdingGround,
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
class TestEveryVocabulary:
    def test_has_a_name_for_each_member_and_for_nothing_else(self, vocabulary: type[StrEnum]) -> None:
        assert list(TABLES[vocabulary]) == list(vocabulary)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_names_each_member_differently(self, vocabulary: type[StrEnum], language: str) -> None:
        names = [label(member, language) for member in vocabulary]

        assert all(names)
        assert len(set(names)) == len(names)

    def test_explains_in_both_languages_or_in_none(self, vocabulary: type[StrEnum]) -> None:
        assert not [member for member in vocabulary if bool(explanation(member, "nl")) != bool(explanation(member, "en"))]


class TestTheTables:
    def test_are_of_vocabularies_that_exist(self) -> None:
        assert set(TABLES) == set(VOCABULARIES)


class TestExplanations:
    @pytest.mark.parametrize("vocabulary", EXPLAINED, ids=lambda vocabulary: vocabulary.__name__)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_stand_where_a_name_alone_would_not_do(self, vocabulary: type[StrEnum], language: str) -> None:
        assert all(explanation(member, language).endswith(".") for member in vocabulary)

    def test_tell_what_an_abbreviated_assessment_is(self) -> None:
        assert all(explanation(kind, "nl") for kind in v.AssessmentKind if kind is not v.AssessmentKind.OTHER)

    def test_name_the_article_of_each_ground_to_withhold(self) -> None:
        assert all("artikel" in explanation(ground, "nl") and "Article" in explanation(ground, "en") for ground in v.WithholdingGround)


class TestLabel:
    def test_tells_members_of_different_vocabularies_with_one_value_apart(self) -> None:
        assert label(v.ProtectedTrait.NONE, "nl") == "Geen"
        assert label(v.PersonalData.NONE, "nl") == "Geen persoonsgegevens"
