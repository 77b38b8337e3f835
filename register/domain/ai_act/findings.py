"""What rules establish on the way from facts to outcome; each is yes, no or unknown."""

from enum import IntEnum, auto


class Finding(IntEnum):
    """Something that is established, or not, or cannot be told yet."""

    #: An enum of Python hashes many times more slowly than its number.
    __hash__ = int.__hash__

    NO_ALGORITHM = auto()
    AI = auto()
    MODEL = auto()
    GPAI_SYSTEM = auto()
    EXCLUDED = auto()
    PROVIDER = auto()
    DEPLOYER = auto()
    IMPORTER = auto()
    DISTRIBUTOR = auto()
    NO_ROLE = auto()
    #: An AI system that the act applies to.
    IN_SCOPE = auto()
    PROHIBITED = auto()
    SECTION_A = auto()
    SECTION_B = auto()
    POINT = auto()
    EXEMPT = auto()
    ANNEX_I = auto()
    ANNEX_III = auto()
    HIGH_RISK = auto()
    #: In scope, and with more than the little that Art. 2(2) leaves.
    FULL = auto()
    TRANSPARENCY = auto()
    MODEL_IN_SCOPE = auto()
    SYSTEMIC = auto()
    RELIEF = auto()
    MINIMAL = auto()
    USES_ANNEX_III = auto()
    USES_HIGH_RISK = auto()
    FRIA = auto()
    REGISTERS_USE = auto()
    REGISTERS_SYSTEM = auto()
    REGISTERS_EXEMPT = auto()
    NON_PUBLIC = auto()
    NATIONAL = auto()
    INPUT_DATA = auto()
    WORKPLACE = auto()
    LATER_BIOMETRICS = auto()
    INFORM_PEOPLE = auto()
    EXPLAIN = auto()
    BIOMETRIC_ASSESSMENT = auto()
    SANDBOX = auto()
    REAL_WORLD_TEST = auto()
    RANKED = auto()
    NATIONAL_A = auto()
    NATIONAL_B = auto()
    NATIONAL_C = auto()
