"""Who watches over a body: the supervisors to whom someone can turn, by what the law says.

Nobody fills this in. It follows from the sort of body and from what the
document says of personal data and protected traits. Where the register does
not know the sort of body, or no law names one supervisor for it, none is named.
The supervisors of the AI Act come in when the Netherlands has appointed them by law.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from register.domain.organisations import OrganisationType as Body


class Supervisor(StrEnum):
    """An authority that citizens can turn to; `register.labels` says for what, and by which law."""

    DATA_PROTECTION = "data_protection_authority"
    DATA_PROTECTION_CARIBBEAN = "data_protection_authority_caribbean"
    NATIONAL_OMBUDSMAN = "national_ombudsman"
    LOCAL_OMBUDSMAN = "local_ombudsman"
    HUMAN_RIGHTS = "human_rights_institute"
    EDUCATION = "education_inspectorate"
    HEALTH = "health_inspectorate"
    JUSTICE_AND_SECURITY = "justice_and_security_inspectorate"


ADDRESSES = {
    Supervisor.DATA_PROTECTION: "https://www.autoriteitpersoonsgegevens.nl",
    Supervisor.DATA_PROTECTION_CARIBBEAN: "https://www.cbpbes.com",
    Supervisor.NATIONAL_OMBUDSMAN: "https://www.nationaleombudsman.nl",
    Supervisor.LOCAL_OMBUDSMAN: "https://www.nationaleombudsman.nl",
    Supervisor.HUMAN_RIGHTS: "https://www.mensenrechten.nl",
    Supervisor.EDUCATION: "https://www.onderwijsinspectie.nl",
    Supervisor.HEALTH: "https://www.igj.nl",
    Supervisor.JUSTICE_AND_SECURITY: "https://www.inspectie-jenv.nl",
}

#: By sort of body. Municipalities, provinces and the like may have an ombudsman of their own (Awb, Article 9:17).
BY_BODY: Mapping[Body, tuple[Supervisor, ...]] = {
    Body.MINISTRY: (Supervisor.NATIONAL_OMBUDSMAN,),
    Body.AGENCY: (Supervisor.NATIONAL_OMBUDSMAN,),
    Body.INDEPENDENT_BODY: (Supervisor.NATIONAL_OMBUDSMAN,),
    Body.MUNICIPALITY: (Supervisor.LOCAL_OMBUDSMAN,),
    Body.PROVINCE: (Supervisor.LOCAL_OMBUDSMAN,),
    Body.WATER_AUTHORITY: (Supervisor.LOCAL_OMBUDSMAN,),
    Body.JOINT_ARRANGEMENT: (Supervisor.LOCAL_OMBUDSMAN,),
    Body.ENVIRONMENT_SERVICE: (Supervisor.LOCAL_OMBUDSMAN,),
    Body.SAFETY_REGION: (Supervisor.LOCAL_OMBUDSMAN, Supervisor.JUSTICE_AND_SECURITY),
    Body.POLICE_AND_JUSTICE: (Supervisor.NATIONAL_OMBUDSMAN, Supervisor.JUSTICE_AND_SECURITY),
    Body.EDUCATION: (Supervisor.EDUCATION,),
    Body.HEALTH: (Supervisor.HEALTH,),
    Body.CARIBBEAN: (Supervisor.NATIONAL_OMBUDSMAN,),
}


@dataclass(frozen=True, slots=True)
class Supervision:
    """A supervisor, and whether it is certain: of data protection it is not while nobody said which data are used."""

    supervisor: Supervisor
    is_certain: bool = True


def supervisors(document: Mapping[str, Any]) -> tuple[Supervision, ...]:
    """Name who watches over what this document describes."""
    return tuple(_supervisors(document))


def _supervisors(document: Mapping[str, Any]) -> Iterator[Supervision]:
    body = Body(document.get("organisation", {}).get("type", Body.UNKNOWN))
    kinds = document.get("personal_data", {}).get("kinds", [])
    if kinds != ["none"]:
        is_caribbean = body is Body.CARIBBEAN
        yield Supervision(Supervisor.DATA_PROTECTION_CARIBBEAN if is_caribbean else Supervisor.DATA_PROTECTION, is_certain=bool(kinds))
    yield from (Supervision(supervisor) for supervisor in BY_BODY.get(body, ()))
    if set(document.get("protected_traits", {}).get("traits", [])) - {"none"}:
        yield Supervision(Supervisor.HUMAN_RIGHTS)
