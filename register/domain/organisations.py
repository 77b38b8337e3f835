"""Public bodies: their types, and the form of their official identifiers and names."""

import re
import unicodedata
from enum import StrEnum

from register.domain.standard.problems import problem
from register.errors import Problem

#: TOOI, the national list of government organisations: a URI with a type and a code (tooi-waardelijsten, 2022 and on).
TOOI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/[a-z]{2,20}/[a-z]{1,6}\d{1,12}")


class OrganisationType(StrEnum):
    """What sort of public body it is."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    INDEPENDENT_BODY = "independent_administrative_body"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    WATER_AUTHORITY = "water_authority"
    JOINT_ARRANGEMENT = "joint_arrangement"
    SAFETY_REGION = "safety_region"
    ENVIRONMENT_SERVICE = "environment_service"
    POLICE_AND_JUSTICE = "police_and_justice"
    HIGH_COUNCIL = "high_council_of_state"
    EDUCATION = "education"
    HEALTH = "health"
    CARIBBEAN = "caribbean_public_body"
    OTHER = "other"
    UNKNOWN = "unknown"


def folded_name(name: str) -> str:
    """Return a name as it is compared: without case, accents, punctuation and double spaces."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def check_tooi(tooi: str, at: str = "/tooi") -> list[Problem]:
    """Return the problem of a TOOI identifier that has not the form of one."""
    return [] if not tooi or TOOI.fullmatch(tooi) else [problem(at, "not-a-tooi")]
