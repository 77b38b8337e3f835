"""The closed vocabularies of the standard. Words for people are in `register.labels`.

The order of the members is the order in which pages show them.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What is registered."""

    ALGORITHM = "algorithm"
    AI_SYSTEM = "ai_system"
    GENERATIVE_AI = "generative_ai"


class Technique(StrEnum):
    """How it works, broadly."""

    RULES = "rules"
    STATISTICS = "statistics"
    MACHINE_LEARNING = "machine_learning"
    DEEP_LEARNING = "deep_learning"
    COMPUTER_VISION = "computer_vision"
    LANGUAGE_TECHNOLOGY = "language_technology"
    GENERATIVE = "generative"
    AGENTIC = "agentic"


class Theme(StrEnum):
    """The 16 themes of the national publication standard 1.0."""

    ORGANISATION = "organisation_and_operations"
    CULTURE = "culture_and_recreation"
    ECONOMY = "economy"
    PUBLIC_FINANCE = "public_finance"
    HOUSING = "housing"
    INTERNATIONAL = "international"
    MIGRATION = "migration_and_integration"
    ENVIRONMENT = "nature_and_environment"
    EDUCATION = "education_and_science"
    SAFETY = "public_order_and_safety"
    LAW = "law"
    SPACE = "space_and_infrastructure"
    SOCIAL_SECURITY = "social_security"
    TRAFFIC = "traffic"
    WORK = "work"
    HEALTH = "care_and_health"


class Status(StrEnum):
    """Where it is in its life."""

    EXPLORING = "exploring"
    IN_DEVELOPMENT = "in_development"
    PILOT = "pilot"
    IN_USE = "in_use"
    SUSPENDED = "suspended"
    STOPPED = "stopped"
    RETIRED = "retired"


class AreaLevel(StrEnum):
    """The kind of area that it serves."""

    NATIONAL = "national"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    WATER_AUTHORITY = "water_authority"
    REGION = "region"
    CARIBBEAN = "caribbean"
    ABROAD = "abroad"


class PartnerRole(StrEnum):
    """What another organisation does in it (GDPR Art. 4, 26, 28)."""

    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint_controller"
    PROCESSOR = "processor"
    CLIENT = "client"
    SUPPLIER = "supplier"


class Pillar(StrEnum):
    """The six pillars of the government-wide vision on generative AI (January 2024)."""

    COLLABORATION = "collaboration"
    MONITORING = "monitoring_developments"
    LAW = "law_and_regulation"
    KNOWLEDGE = "knowledge_and_skills"
    INNOVATION = "innovation"
    SUPERVISION = "supervision_and_enforcement"


class Sdg(StrEnum):
    """The sustainable development goals of the United Nations (2015), by number."""

    NO_POVERTY = "sdg_01"
    ZERO_HUNGER = "sdg_02"
    GOOD_HEALTH = "sdg_03"
    EDUCATION = "sdg_04"
    GENDER_EQUALITY = "sdg_05"
    WATER = "sdg_06"
    ENERGY = "sdg_07"
    WORK = "sdg_08"
    INDUSTRY = "sdg_09"
    LESS_INEQUALITY = "sdg_10"
    CITIES = "sdg_11"
    CONSUMPTION = "sdg_12"
    CLIMATE = "sdg_13"
    OCEANS = "sdg_14"
    LAND = "sdg_15"
    PEACE = "sdg_16"
    PARTNERSHIPS = "sdg_17"


class DecisionRole(StrEnum):
    """What it does in a decision about people, from nothing to all."""

    NONE = "none"
    INFORMS = "informs"
    SUPPORTS = "supports"
    ADVISES = "advises"
    SELECTS = "selects"
    DECIDES = "decides"


class PeopleBand(StrEnum):
    """How many people it touches in a year."""

    NONE = "none"
    UP_TO_100 = "up_to_100"
    UP_TO_1000 = "up_to_1000"
    UP_TO_10000 = "up_to_10000"
    UP_TO_100000 = "up_to_100000"
    UP_TO_1000000 = "up_to_1000000"
    OVER_1000000 = "over_1000000"
    UNKNOWN = "unknown"


class RemedyKind(StrEnum):
    """What someone can do, with the right word for each."""

    OBJECTION = "objection"
    COMPLAINT = "complaint"
    EXPLANATION = "explanation_art_86"
    GDPR = "gdpr_access_rectify_object"
    HUMAN_REVIEW = "human_review"
    OMBUDSMAN = "ombudsman"
    SUPERVISOR = "supervisor"


class HumanAlternative(StrEnum):
    """Whether someone can be helped without it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class YesNo(StrEnum):
    """A plain answer."""

    YES = "yes"
    NO = "no"


class YesNoUnknown(StrEnum):
    """A plain answer, or that nobody knows."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class AutomatedDecisionGround(StrEnum):
    """Why a decision may be taken by automated means alone (GDPR Art. 22(2))."""

    LAW = "law"
    CONTRACT = "contract"
    CONSENT = "consent"


class PersonalData(StrEnum):
    """Kinds of personal data (GDPR Art. 4, 9, 10 and 87)."""

    NONE = "none"
    ORDINARY = "ordinary"
    SPECIAL_CATEGORY = "special_category"
    CRIMINAL = "criminal"
    NATIONAL_ID = "national_id"
    PSEUDONYMISED = "pseudonymised"


class ProtectedTrait(StrEnum):
    """Traits on which people may not be treated unequally (EU Charter Art. 21; Dutch General Equal Treatment Act)."""

    NONE = "none"
    AGE = "age"
    SEX = "sex"
    ORIGIN = "ethnic_origin"
    NATIONALITY = "nationality"
    RELIGION = "religion_or_belief"
    POLITICAL = "political_opinion"
    DISABILITY = "disability_or_health"
    ORIENTATION = "sexual_orientation"
    CIVIL_STATUS = "civil_status"
    SOCIAL = "social_origin_or_property"
    LANGUAGE = "language"


class Level(StrEnum):
    """How likely, or how heavy, a risk is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class LegalBasisKind(StrEnum):
    """What sort of rule a legal basis is."""

    EU = "eu_law"
    ACT = "act"
    DECREE = "decree"
    REGULATION = "ministerial_regulation"
    BYLAW = "bylaw"
    POLICY_RULE = "policy_rule"
    TREATY = "treaty"
    OTHER = "other"


class AssessmentKind(StrEnum):
    """The impact assessments that Dutch bodies use."""

    DPIA = "dpia"
    PRE_SCAN_DPIA = "pre_scan_dpia"
    IAMA = "iama"
    FRIA = "fria"
    AIIA = "aiia"
    HUDERIA = "huderia"
    DEDA = "deda"
    OTHER = "other"


class AssessmentStatus(StrEnum):
    """How far an assessment is."""

    NOT_NEEDED = "not_needed"
    NOT_DONE = "not_done"
    UNKNOWN = "unknown"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    OUTDATED = "outdated"


class DataPurpose(StrEnum):
    """What a data source is for."""

    TRAINING = "training"
    INPUT = "input"
    EVALUATION = "evaluation"


class SelfLearning(StrEnum):
    """Whether it changes by use."""

    NO = "no"
    RETRAINED = "retrained"
    CONTINUOUS = "continuous"
    UNKNOWN = "unknown"


class SupplierRole(StrEnum):
    """What the supplier does."""

    DEVELOPER = "developer"
    RESELLER = "reseller"
    INTEGRATOR = "integrator"
    HOST = "host"


class ProcurementProcedure(StrEnum):
    """How it was bought (Directive 2014/24/EU)."""

    OPEN = "open"
    RESTRICTED = "restricted"
    NEGOTIATED = "negotiated"
    COMPETITIVE_DIALOGUE = "competitive_dialogue"
    INNOVATION_PARTNERSHIP = "innovation_partnership"
    DIRECT_AWARD = "direct_award"
    FRAMEWORK = "framework_agreement"
    OWN_DEVELOPMENT = "own_development"


class ModelAccess(StrEnum):
    """Where the model runs and under whose control."""

    OWN_HARDWARE = "own_hardware"
    GOVERNMENT_CLOUD = "government_cloud"
    EU_CLOUD = "eu_cloud"
    CLOUD_OUTSIDE_EU = "cloud_outside_eu"
    BUILT_IN = "built_into_product"


class Weights(StrEnum):
    """Whether others can obtain the model's weights."""

    OPEN = "open"
    RESTRICTED = "restricted"
    CLOSED = "closed"


class Modality(StrEnum):
    """What goes in or comes out."""

    TEXT = "text"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    CODE = "code"
    STRUCTURED = "structured_data"


class Adaptation(StrEnum):
    """How the model was made to fit."""

    NONE = "none"
    PROMPTING = "prompting"
    RETRIEVAL = "retrieval"
    FINE_TUNED = "fine_tuned"
    TRAINED = "trained"


class UsersBand(StrEnum):
    """How many people work with it."""

    UP_TO_10 = "up_to_10"
    UP_TO_100 = "up_to_100"
    UP_TO_1000 = "up_to_1000"
    UP_TO_10000 = "up_to_10000"
    OVER_10000 = "over_10000"
    UNKNOWN = "unknown"


class ContentLanguage(StrEnum):
    """Languages in which it works: those of the Kingdom and those most spoken beside them (ISO 639-1; pap is 639-3)."""

    NL = "nl"
    FY = "fy"
    EN = "en"
    PAP = "pap"
    AR = "ar"
    BG = "bg"
    DE = "de"
    ES = "es"
    FR = "fr"
    IT = "it"
    PL = "pl"
    PT = "pt"
    RO = "ro"
    RU = "ru"
    TR = "tr"
    UK = "uk"
    ZH = "zh"
    OTHER = "other"


class Language(StrEnum):
    """The languages of a registration."""

    NL = "nl"
    EN = "en"


class GapState(StrEnum):
    """Why there is no answer yet."""

    NOT_KNOWN = "not_known"
    ASKED_SUPPLIER = "asked_supplier"
    NOT_DONE = "not_done"
    NOT_APPLICABLE = "not_applicable"


class TranslationBy(StrEnum):
    """Who made a translation."""

    HUMAN = "human"
    MACHINE = "machine"


class WithholdingGround(StrEnum):
    """Grounds to withhold, version 2026.1: Woo Art. 5.1(1), 5.1(2), 5.1(5), 5.2, and secrecy provisions by name. There is no "other"."""

    WOO_5_1_1_A = "woo_5_1_1_a"
    WOO_5_1_1_B = "woo_5_1_1_b"
    WOO_5_1_1_C = "woo_5_1_1_c"
    WOO_5_1_1_D = "woo_5_1_1_d"
    WOO_5_1_1_E = "woo_5_1_1_e"
    WOO_5_1_2_A = "woo_5_1_2_a"
    WOO_5_1_2_B = "woo_5_1_2_b"
    WOO_5_1_2_C = "woo_5_1_2_c"
    WOO_5_1_2_D = "woo_5_1_2_d"
    WOO_5_1_2_E = "woo_5_1_2_e"
    WOO_5_1_2_F = "woo_5_1_2_f"
    WOO_5_1_2_G = "woo_5_1_2_g"
    WOO_5_1_2_H = "woo_5_1_2_h"
    WOO_5_1_2_I = "woo_5_1_2_i"
    WOO_5_1_5 = "woo_5_1_5"
    WOO_5_2 = "woo_5_2"
    AWR_67 = "awr_67"
    SUWI_74 = "suwi_74"
    WPG_7 = "wpg_7"
    WFT_1_89 = "wft_1_89"
