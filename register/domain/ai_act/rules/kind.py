"""What it is for the act: no algorithm, an algorithm, an AI system, or a general-purpose system or model (Art. 3)."""

from register.domain.ai_act.facts import AiSystem, Facts, GpaiKind
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, opposite
from register.domain.ai_act.rules.shape import EVERYTHING, Found, Rule

_TEST = tuple(f"ai_definition_test.{each}" for each in ("only_human_defined_rules", "makes_inferences", "influences_environment"))


def is_ai(facts: Facts) -> Answer:
    """Say whether it is an AI system or model (Art. 3(1), 3(63), 3(66)): a general-purpose one always is."""
    if facts.gpai_kind in {GpaiKind.SYSTEM, GpaiKind.MODEL} or facts.ai_system is AiSystem.YES:
        return True
    if facts.ai_system is AiSystem.NO:
        return False
    return meets_definition(facts) if facts.contains_algorithm is False else by_definition(facts)


def meets_definition(facts: Facts) -> bool:
    """Say whether every element of the definition is told: such a thing is AI, also where somebody sees no algorithm in it."""
    return bool(by_definition(facts) and facts.ai_definition_test.influences_environment)


def by_definition(facts: Facts) -> Answer:
    """Answer from the elements of the definition; recital 12 leaves out what only follows rules that people wrote.

    What infers does not only follow such rules, and has effects until told otherwise.
    """
    test = facts.ai_definition_test
    if test.only_human_defined_rules or test.makes_inferences is False:
        return False
    return test.influences_environment is not False if test.makes_inferences else None


def _effects_are_unsaid(facts: Facts, found: Found) -> Answer:
    """Leave open whether its output has effects, where nothing else says that it is AI."""
    is_said = facts.gpai_kind in {GpaiKind.SYSTEM, GpaiKind.MODEL} or facts.ai_system is AiSystem.YES
    return None if not is_said and facts.ai_definition_test.influences_environment is None else False


def _is_nothing(facts: Facts, found: Found) -> Answer:
    return False if is_ai(facts) else opposite(facts.contains_algorithm)


def _is_algorithm_only(facts: Facts, found: Found) -> Answer:
    return all_of((opposite(is_ai(facts)), opposite(found[Finding.NO_ALGORITHM])))


def _is_model(facts: Facts, found: Found) -> Answer:
    return None if facts.gpai_kind is None else facts.gpai_kind is GpaiKind.MODEL


STEPS = (
    Rule("no-algorithm", "3(1)", ("contains_algorithm",), EVERYTHING, _is_nothing, Finding.NO_ALGORITHM, presumed=False),
    Rule("ai-system", "3(1)", ("ai_system", *_TEST, "gpai_kind"), EVERYTHING, lambda f, _: is_ai(f), Finding.AI),
    Rule("ai-effects-unknown", "3(1)", _TEST[2:], EVERYTHING, _effects_are_unsaid, within=Finding.AI, presumed=False),
    Rule("not-ai", "3(1)", ("ai_system", *_TEST), EVERYTHING, _is_algorithm_only),
    Rule("gpai-model", "3(63)", ("gpai_kind",), EVERYTHING, _is_model, Finding.MODEL, within=Finding.AI, presumed=False),
    Rule("gpai-system", "3(66)", ("gpai_kind",), ("object_kind",), lambda f, _: f.gpai_kind is GpaiKind.SYSTEM, Finding.GPAI_SYSTEM),
)
