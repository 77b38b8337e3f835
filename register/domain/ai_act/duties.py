"""The duties of the act, as data: for whom, when they bind, and their id in the national framework of requirements.

`requirement` is an id of the Algoritmekader (urn:nl:ak:ver:aia-NN), "" for
duties that it does not list. `due` says by what a duty falls due: a part of the
act with a day of its own, or the risk category, of which Art. 111(2) may put
off the day.
"""

from dataclasses import dataclass
from enum import IntEnum, auto

from register.domain.ai_act.dates import Part
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.outcome import ActRole

_F, _R = Finding, ActRole


class Due(IntEnum):
    """By what a duty falls due when it is not a fixed day."""

    #: An enum of Python hashes many times more slowly than its number.
    __hash__ = int.__hash__

    PRACTICE = auto()
    HIGH_RISK = auto()
    ANNEX_III = auto()
    GPAI = auto()


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. It binds when all of `when` is established, for whoever has the role.

    `is_contested` marks duties that Art. 113(c) does not put off by name.
    """

    key: str
    requirement: str
    article: str
    role: ActRole
    when: tuple[Finding, ...]
    due: Part | Due
    is_contested: bool = False


def _provider(key: str, requirement: str, article: str, *when: Finding, is_contested: bool = False) -> Duty:
    return Duty(key, requirement, article, _R.PROVIDER, (_F.HIGH_RISK, _F.FULL, *when), Due.HIGH_RISK, is_contested)


def _deployer(key: str, requirement: str, article: str, *when: Finding, is_contested: bool = False) -> Duty:
    return Duty(key, requirement, article, _R.DEPLOYER, (_F.USES_HIGH_RISK, *when), Due.HIGH_RISK, is_contested)


def _annex_iii(key: str, requirement: str, article: str, *when: Finding, is_contested: bool = False) -> Duty:
    return Duty(key, requirement, article, _R.DEPLOYER, (_F.USES_ANNEX_III, *when), Due.ANNEX_III, is_contested)


def _model(key: str, requirement: str, article: str, *when: Finding) -> Duty:
    return Duty(key, requirement, article, _R.PROVIDER, (_F.MODEL_IN_SCOPE, *when), Due.GPAI)


DUTIES: tuple[Duty, ...] = (
    *(
        Duty(f"stop-{role}", "aia-00", "5", role, (_F.PROHIBITED,), Due.PRACTICE)
        for role in (_R.PROVIDER, _R.DEPLOYER, _R.IMPORTER, _R.DISTRIBUTOR)
    ),
    Duty("literacy-provider", "aia-01", "4", _R.PROVIDER, (_F.FULL,), Part.LITERACY),
    Duty("literacy-deployer", "aia-01", "4", _R.DEPLOYER, (_F.FULL,), Part.LITERACY),
    Duty("document-exemption", "aia-02", "6(4), 49(2)", _R.PROVIDER, (_F.EXEMPT, _F.FULL), Due.ANNEX_III, is_contested=True),
    _provider("risk-management", "aia-03", "9"),
    _provider("vulnerable-people", "aia-04", "9(9)"),
    _provider("data-quality", "aia-05", "10"),
    _provider("technical-documentation", "aia-06", "11"),
    _provider("logging", "aia-07", "12"),
    _provider("instructions", "aia-08", "13"),
    _provider("oversight-by-design", "aia-09", "14"),
    _provider("accuracy-and-security", "aia-10", "15"),
    _provider("quality-management", "aia-11", "17"),
    _provider("keep-documents", "aia-12", "18"),
    _provider("keep-logs-provider", "aia-13", "19"),
    _provider("conformity-assessment", "aia-14", "43", is_contested=True),
    _provider("declaration-of-conformity", "aia-15", "47", is_contested=True),
    _provider("ce-marking", "aia-16", "48", is_contested=True),
    Duty("register-system", "aia-17", "49(1)", _R.PROVIDER, (_F.REGISTERS_SYSTEM,), Due.ANNEX_III, is_contested=True),
    _provider("corrective-action", "aia-18", "20"),
    _provider("accessibility", "aia-19", "16(l)"),
    _provider("monitoring-after-market", "aia-34", "72", is_contested=True),
    _provider("report-incidents", "aia-35", "73", is_contested=True),
    _provider("testing", "aia-38", "9(6)-(8)"),
    Duty("test-in-real-conditions", "aia-38", "60", _R.PROVIDER, (_F.HIGH_RISK, _F.REAL_WORLD_TEST), Due.HIGH_RISK, is_contested=True),
    Duty("importer-checks", "", "23", _R.IMPORTER, (_F.HIGH_RISK, _F.FULL), Due.HIGH_RISK),
    Duty("distributor-checks", "", "24", _R.DISTRIBUTOR, (_F.HIGH_RISK, _F.FULL), Due.HIGH_RISK),
    _deployer("use-as-instructed", "aia-20", "26(1)"),
    _deployer("human-oversight", "aia-21", "26(2)"),
    _deployer("input-data", "", "26(4)", _F.INPUT_DATA),
    _deployer("monitor-use", "aia-22", "26(5)"),
    _deployer("keep-logs", "aia-23", "26(6)"),
    _deployer("inform-workers", "aia-24", "26(7)", _F.WORKPLACE),
    _annex_iii("registration-gate", "aia-25", "26(8), 49(3)", _F.REGISTERS_USE, is_contested=True),
    _deployer("use-for-dpia", "", "26(9)"),
    _deployer("authorise-later-biometrics", "", "26(10)", _F.LATER_BIOMETRICS),
    _annex_iii("inform-people", "aia-26", "26(11)", _F.INFORM_PEOPLE),
    _deployer("cooperate", "", "26(12)"),
    _annex_iii("assess-rights", "aia-27", "27", _F.FRIA),
    _annex_iii("explain", "aia-26", "86", _F.EXPLAIN, is_contested=True),
    Duty("sandbox-plan", "aia-33", "57", _R.PROVIDER, (_F.SANDBOX,), Part.TRANSPARENCY),
    _model("model-documentation", "aia-29", "53(1)(a)-(b)"),
    _model("model-copyright", "aia-39", "53(1)(c)-(d)"),
    _model("systemic-evaluation", "aia-30", "55(1)(a)-(b)", _F.SYSTEMIC),
    _model("systemic-incidents", "aia-31", "55(1)(c)", _F.SYSTEMIC),
    _model("systemic-security", "aia-32", "55(1)(d)", _F.SYSTEMIC),
    Duty("whistleblowers-provider", "aia-36", "87", _R.PROVIDER, (_F.FULL,), Part.TRANSPARENCY),
    Duty("whistleblowers-deployer", "aia-36", "87", _R.DEPLOYER, (_F.FULL,), Part.TRANSPARENCY),
)

#: The duty of Art. 53(1)(a) and (b) from which Art. 53(2) relieves open models.
RELIEVED = ("model-documentation",)
#: Registering hangs on Art. 49, which leaves point 2 to the member states: there it is national, and Art. 26(8) does not bind.
NOT_FOR_POINT_2 = ("registration-gate",)
#: What the rows of Art. 50 are called here, with their one requirement.
ART_50_REQUIREMENT = "aia-28"
