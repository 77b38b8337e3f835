"""Names for the authorities that watch over bodies, with what they are for and the law that says so."""

from enum import StrEnum

from register.domain.supervisors import Supervisor
from register.labels.term import Table, Term

_SUPERVISOR: Table = {
    Supervisor.DATA_PROTECTION: Term(
        "Autoriteit Persoonsgegevens",
        "Dutch Data Protection Authority",
        "Over het gebruik van gegevens over mensen. AVG, artikel 77.",
        "About the use of data about people. GDPR, Article 77.",
    ),
    Supervisor.DATA_PROTECTION_CARIBBEAN: Term(
        "Commissie toezicht bescherming persoonsgegevens BES",
        "Data protection commission of the Caribbean Netherlands",
        "Over het gebruik van gegevens over mensen. Wet bescherming persoonsgegevens BES.",
        "About the use of data about people. Personal Data Protection Act BES.",
    ),
    Supervisor.NATIONAL_OMBUDSMAN: Term(
        "Nationale ombudsman",
        "National Ombudsman",
        "Als u een klacht hebt en er met de organisatie niet uitkomt. Algemene wet bestuursrecht, artikel 9:18.",
        "If you have a complaint and cannot settle it with the organisation. General Administrative Law Act, Article 9:18.",
    ),
    Supervisor.LOCAL_OMBUDSMAN: Term(
        "De ombudsman van deze organisatie, of de Nationale ombudsman",
        "The ombudsman of this organisation, or the National Ombudsman",
        "Als u een klacht hebt en er met de organisatie niet uitkomt. Algemene wet bestuursrecht, artikel 9:18.",
        "If you have a complaint and cannot settle it with the organisation. General Administrative Law Act, Article 9:18.",
    ),
    Supervisor.HUMAN_RIGHTS: Term(
        "College voor de Rechten van de Mens",
        "Netherlands Institute for Human Rights",
        "Als u denkt dat mensen ongelijk behandeld worden. Wet College voor de rechten van de mens, artikel 10.",
        "If you think that people are treated unequally. Netherlands Institute for Human Rights Act, Article 10.",
    ),
    Supervisor.EDUCATION: Term(
        "Inspectie van het Onderwijs",
        "Inspectorate of Education",
        "Over de kwaliteit van het onderwijs. Wet op het onderwijstoezicht.",
        "About the quality of education. Education Supervision Act.",
    ),
    Supervisor.HEALTH: Term(
        "Inspectie Gezondheidszorg en Jeugd",
        "Health and Youth Care Inspectorate",
        "Over de kwaliteit van de zorg. Wet kwaliteit, klachten en geschillen zorg.",
        "About the quality of care. Healthcare Quality, Complaints and Disputes Act.",
    ),
    Supervisor.JUSTICE_AND_SECURITY: Term(
        "Inspectie Justitie en Veiligheid",
        "Inspectorate of Justice and Security",
        "Over hoe de taak wordt uitgevoerd. Politiewet 2012 en Wet veiligheidsregio’s.",
        "About how the task is carried out. Police Act 2012 and Safety Regions Act.",
    ),
}

TABLES: dict[type[StrEnum], Table] = {Supervisor: _SUPERVISOR}
