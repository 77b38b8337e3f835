"""What holds of the classification whatever the facts are, tried on facts by chance.

The heart of it is that an unknown fact promises nothing: what the outcome
calls certain stays so, whatever the unknown facts turn out to be.
"""

from dataclasses import fields, replace
from datetime import date
from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from register.domain.ai_act import codec
from register.domain.ai_act.classify import classify
from register.domain.ai_act.establish import told as known_of
from register.domain.ai_act.facts import NAMES, AnnexIiiPoint, Art5Practice, Facts
from register.domain.ai_act.outcome import Classification, RiskCategory
from register.domain.ai_act.rules import EVERYTHING, RULES
from tests.domain.ai_act.strategies import ALL_TOLD, CHOICES, ON, Told, facts, learning, some_told

_C = RiskCategory
#: How strong a category is; what is outside the act is weakest.
STRENGTH = {
    each: strength
    for strength, group in enumerate(
        (
            (_C.OUT_OF_SCOPE, _C.NOT_AI),
            (_C.MINIMAL,),
            (_C.TRANSPARENCY,),
            (_C.ANNEX_III_EXEMPT,),
            (_C.HIGH_RISK_ANNEX_III,),
            (_C.HIGH_RISK_ANNEX_I,),
            (_C.PROHIBITED,),
        )
    )
    for each in group
} | {_C.GPAI: 1, _C.GPAI_SYSTEMIC: 2}
#: Facts that can make the outcome lighter; until told, they are presumed not to.
LIGHTENING = (
    "art2Exclusions", "art5Exceptions", "art50Exceptions", "art6_3", "openSource", "supplyRelation", "usesUnderOwnAuthority",
    "publicCrimeReporting", "containsAlgorithm", "aiDefinitionTest", "gpaiKind",
)  # fmt: skip
ANSWERS = [each.name for each in fields(Classification)]

tried = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def floor(found: Classification) -> int:
    """Return how strong the category is at the least."""
    category = found.risk_category_at_least if found.risk_category is _C.UNDETERMINED else found.risk_category
    return -1 if category is None else STRENGTH[category]


def certain(found: Classification) -> list[str]:
    """Return the answers that no unknown fact could change."""
    named = {answer for each in found.unknowns for answer in each.would_change}
    return [answer for answer in EVERYTHING if answer not in named]


def answer(found: Classification, name: str) -> object:
    """Return an answer. Of an assessment that is required anyhow, a further ground may become known; that changes nothing."""
    return replace(found.fria, reasons=()) if name == "fria" else getattr(found, name)


def _with(known: Told, names: tuple[str, ...], values: tuple[object, ...]) -> Told:
    told = {**known, **dict(zip(names, values, strict=True))}
    return {name: value for name, value in told.items() if value is not None}


class TestTotal:
    @tried
    @given(some_told(), ON)
    def test_gives_an_answer_to_anything(self, told: Told, on: date) -> None:
        found = classify(facts(told), on)

        assert found.risk_category in RiskCategory
        assert (found.risk_category_at_least is None) or found.risk_category is _C.UNDETERMINED
        assert found.risk_category is _C.UNDETERMINED or found.risk_categories[0] is found.risk_category
        assert [STRENGTH[each] for each in found.risk_categories] == sorted(
            (STRENGTH[each] for each in found.risk_categories), reverse=True
        )

    @tried
    @given(ALL_TOLD, ON)
    def test_determines_everything_when_everything_is_told(self, told: Told, on: date) -> None:
        found = classify(facts({**told, "aiSystem": "yes"}), on)

        assert found.risk_category is not _C.UNDETERMINED
        assert None not in {found.fria.required, found.third_party_assessment, *(row.applies for row in found.art50)}

    @tried
    @given(some_told(), ON)
    def test_gives_the_same_answer_twice(self, told: Told, on: date) -> None:
        assert classify(facts(told), on) == classify(facts(told), on)

    @tried
    @given(some_told(), ON)
    def test_names_facts_and_answers_that_exist(self, told: Told, on: date) -> None:
        given_ = facts(told)
        found = classify(given_, on)

        rules = {each.id: each for each in RULES}
        for reason in found.reasons:
            assert set(reason.facts) <= set(rules[reason.rule].facts)
            assert {name.split(".")[0] for name in reason.facts} <= set(NAMES)
        for unknown in found.unknowns:
            assert unknown.fact.split(".")[0] in NAMES
            assert unknown.would_change
            assert set(unknown.would_change) <= set(ANSWERS)
            assert unknown.fact not in known_of(given_) or "exceptions" in unknown.fact
        assert {name for each in found.contradictions for name in each.facts} <= set(NAMES)


class TestMonotone:
    @tried
    @given(some_told(), st.sampled_from(Art5Practice), ON)
    def test_a_practice_more_never_lowers(self, told: Told, practice: Art5Practice, on: date) -> None:
        before = facts({"art5Practices": [], **told})
        after = replace(before, art5_practices=(before.art5_practices or frozenset()) | {practice})

        assert floor(classify(after, on)) >= floor(classify(before, on))

    @tried
    @given(some_told(), st.sampled_from(AnnexIiiPoint), ON)
    def test_a_point_more_never_lowers(self, told: Told, point: AnnexIiiPoint, on: date) -> None:
        before = facts({"annexIiiPoints": [], **told})
        after = replace(before, annex_iii_points=(before.annex_iii_points or frozenset()) | {point})

        assert floor(classify(after, on)) >= floor(classify(before, on))

    @settings(tried, max_examples=1200)
    @given(learning(), ON)
    def test_what_is_certain_stays_so_whatever_is_learned(self, known: tuple[Told, Told], on: date) -> None:
        before, after = (classify(facts(each), on) for each in known)
        assume(not after.contradictions)

        assert {name: answer(after, name) for name in certain(before)} == {name: answer(before, name) for name in certain(before)}

    def test_what_it_is_stays_so_whatever_is_learned_of_the_definition(self) -> None:
        """All 30,625 ways to learn more of what says that it is AI, the rest being known: too few to leave it to chance."""
        known = {name: choices[0] for name, choices in CHOICES.items() if "Exceptions." not in name}
        names = ("aiSystem", "gpaiKind", "containsAlgorithm", *(name for name in CHOICES if name.startswith("aiDefinitionTest")))
        values = [list(dict.fromkeys(CHOICES[name])) for name in names]
        found = {
            told: classify(facts(_with(known, names, told)), date(2026, 8, 2)) for told in product(*([None, *each] for each in values))
        }
        learned = product(*([(None, None), *((None, it) for it in each), *((it, it) for it in each)] for each in values))

        tried, broken = 0, []
        for pairs in learned:
            before, after = (found[told] for told in zip(*pairs, strict=True))
            tried += 1
            if not after.contradictions and any(answer(after, name) != answer(before, name) for name in certain(before)):
                broken.append(pairs)

        assert tried == 30_625
        assert sum(not each.contradictions for each in found.values()) > 200
        assert broken == []

    @settings(tried, max_examples=600)
    @given(learning(kept=LIGHTENING), ON)
    def test_the_least_never_falls_but_by_what_lightens(self, known: tuple[Told, Told], on: date) -> None:
        before, after = (classify(facts(each), on) for each in known)
        assume(not after.contradictions)

        assert floor(after) >= floor(before)

    @settings(tried, max_examples=600)
    @given(learning(kept=LIGHTENING), ON)
    def test_a_no_that_unknown_facts_could_overturn_is_not_given(self, known: tuple[Told, Told], on: date) -> None:
        before, after = (classify(facts(each), on) for each in known)
        assume(not after.contradictions)

        assert not (before.fria.required is False and after.fria.required)
        assert not (before.third_party_assessment is False and after.third_party_assessment)
        owed = {row.duty for row in before.art50 if row.applies is False} & {row.duty for row in after.art50 if row.applies}
        assert owed == set()


class TestCodec:
    @tried
    @given(some_told())
    def test_reads_what_it_writes(self, told: Told) -> None:
        before = facts(told)

        assert codec.read(codec.write(before)) == (before, [])

    @tried
    @given(some_told())
    def test_writes_only_what_is_known(self, told: Told) -> None:
        written = codec.write(facts(told))

        assert written.keys() == {name.split(".")[0] for name in told}
        assert codec.write(Facts()) == {}
