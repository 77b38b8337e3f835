"""What the act asks of this body: the assessment, the registrations and the duties of its roles, each with its day."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby

from register.domain.ai_act.categories import model_applies, practice_day
from register.domain.ai_act.dates import BY_THE_LETTER, DAY, Part, applies
from register.domain.ai_act.duties import ART_50_REQUIREMENT, DUTIES, NOT_FOR_POINT_2, RELIEVED, Due
from register.domain.ai_act.establish import Established, Found
from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.outcome import (
    ActRole,
    AnnexViii,
    Art50Row,
    CategoryApplies,
    DutyStatus,
    Fria,
    Obligation,
    Registration,
    RegistrationSection,
)

_F = Finding
_BY_KEY = {each.key: each for each in DUTIES}
#: Duties in their order, those together that the same roles have on the same conditions.
_ALIKE = [(*shared, tuple(alike)) for shared, alike in groupby(DUTIES, key=lambda each: (each.role, each.when))]


def fria(established: Established, annex_iii: CategoryApplies) -> Fria:
    """Say whether an assessment of fundamental rights is required, and by which rules (Art. 27)."""
    found = established.found
    uses = found[_F.USES_ANNEX_III]
    required = found[_F.FRIA] if uses is not False else False
    rules = tuple(each.rule for each in established.reasons if each.rule.startswith("fria-"))
    return Fria(required, annex_iii.from_day if required else None, required, rules)


def registrations(found: Found, annex_iii: CategoryApplies) -> tuple[Registration, ...]:
    """Return what Art. 49 asks to register, and where."""
    kinds = (
        (_F.REGISTERS_SYSTEM, ActRole.PROVIDER, AnnexViii.A),
        (_F.REGISTERS_EXEMPT, ActRole.PROVIDER, AnnexViii.B),
        (_F.REGISTERS_USE, ActRole.DEPLOYER, AnnexViii.C),
    )
    section = _section(found)
    return tuple(
        Registration(role, annex_viii, section, annex_iii.from_day, BY_THE_LETTER) for finding, role, annex_viii in kinds if found[finding]
    )


def _section(found: Found) -> RegistrationSection | None:
    if found[_F.NATIONAL]:
        return RegistrationSection.NATIONAL
    if found[_F.NON_PUBLIC] is None:
        return None
    return RegistrationSection.NON_PUBLIC if found[_F.NON_PUBLIC] else RegistrationSection.PUBLIC


def obligations(
    facts: Facts, found: Found, rows: tuple[Art50Row, ...], roles: tuple[ActRole, ...], days: Mapping[Due, CategoryApplies], on: date
) -> tuple[Obligation, ...]:
    """Return the duties of the roles that the body has, in the order of the act."""
    spared = _spared(found)
    binding = [
        each
        for role, when, alike in _ALIKE
        if role in roles and all(map(found.__getitem__, when))
        for each in alike
        if each.key not in spared
    ]
    due = {each: _days(facts, each, days, on) for each in {duty.due for duty in binding}}
    duties = [_obligation(each.key, _status_in(due[each.due]), due[each.due].from_day) for each in binding]
    duties += [
        Obligation(f"art-{row.duty.replace('_', '-')}", ART_50_REQUIREMENT, _article(row), role, _status(row.due_on, on), row.due_on)
        for row in rows
        if row.applies
        for role in row.owed_by
        if role in roles
    ]
    return tuple(duties)


def _spared(found: Found) -> Collection[str]:
    """Return the duties that fall away: open source takes a system out of the act (Art. 2(12)), and relieves a model (Art. 53(2))."""
    if found[_F.RELIEF]:
        return RELIEVED if found[_F.MODEL] else _BY_KEY
    return NOT_FOR_POINT_2 if found[_F.NATIONAL] else ()


def _article(row: Art50Row) -> str:
    return f"50({row.duty.split('_')[1]})"


def _days(facts: Facts, due: Part | Due, days: Mapping[Due, CategoryApplies], on: date) -> CategoryApplies:
    if isinstance(due, Part):
        return applies(on, DAY[due])
    if due is Due.PRACTICE:
        return applies(on, practice_day(facts))
    return model_applies(facts, on) if due is Due.GPAI else days[due]


def _status_in(days: CategoryApplies) -> DutyStatus:
    return DutyStatus.APPLIES if days.now else DutyStatus.LATER if days.from_day else DutyStatus.ONLY_AFTER_CHANGE


@lru_cache(maxsize=4096)
def _obligation(key: str, status: DutyStatus, day: date | None) -> Obligation:
    """Return the duty of a key: a high-risk system has dozens, and they are nearly always the same ones."""
    duty = _BY_KEY[key]
    return Obligation(key, duty.requirement, duty.article, duty.role, status, day, BY_THE_LETTER if duty.is_contested else None)


def _status(day: date, on: date) -> DutyStatus:
    return DutyStatus.APPLIES if on >= day else DutyStatus.LATER
