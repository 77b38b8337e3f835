"""Names for roles, permissions and the sorts of body and caller."""

from enum import StrEnum

from register.domain.organisations import OrganisationType
from register.domain.permissions import ActorKind, Permission, Reach, Role
from register.labels.term import Table, Term

_ROLE: Table = {
    Role.EDITOR: Term("Redacteur", "Editor", "Schrijft registraties en dient ze in.", "Writes registrations and submits them."),
    Role.REVIEWER: Term(
        "Beoordelaar",
        "Reviewer",
        "Kijkt na wat een collega schreef, stuurt het terug of publiceert het.",
        "Checks what a colleague wrote, sends it back or publishes it.",
    ),
    Role.ORGANISATION_ADMIN: Term(
        "Beheerder van de organisatie",
        "Organisation administrator",
        "Geeft collega’s hun rol en houdt de gegevens van de organisatie bij.",
        "Gives colleagues their role and keeps the organisation's details.",
    ),
    Role.ADMINISTRATOR: Term(
        "Beheerder van het register",
        "Administrator of the register",
        "Houdt organisaties en producten bij.",
        "Looks after organisations and products.",
    ),
    Role.MODERATOR: Term("Moderator", "Moderator", "Bekijkt vragen van burgers.", "Looks at questions from citizens."),
    Role.REGULATOR: Term(
        "Toezichthouder",
        "Regulator",
        "Leest van gepubliceerde registraties ook wat alleen voor toezichthouders is.",
        "Also reads what only regulators may see of published registrations.",
    ),
    Role.LEGAL_REVIEWER: Term(
        "Juridisch beoordelaar",
        "Legal reviewer",
        "Beoordeelt of een lichtere indeling klopt met de wet.",
        "Judges whether a less strict classification agrees with the law.",
    ),
    Role.AUDITOR: Term(
        "Auditor", "Auditor", "Leest het logboek van alles wat er is gedaan.", "Reads the record of everything that was done."
    ),
}

_PERMISSION: Table = {
    Permission.ENTRY_READ: Term("Concepten lezen", "Read drafts"),
    Permission.ENTRY_CREATE: Term("Registraties beginnen", "Start registrations"),
    Permission.ENTRY_EDIT: Term("Concepten schrijven", "Write drafts"),
    Permission.ENTRY_SUBMIT: Term("Indienen", "Submit"),
    Permission.ENTRY_REMARK: Term("Opmerkingen maken", "Make remarks"),
    Permission.ENTRY_SEND_BACK: Term("Terugsturen", "Send back"),
    Permission.ENTRY_PUBLISH: Term("Publiceren", "Publish"),
    Permission.ENTRY_WITHDRAW: Term("Intrekken", "Withdraw"),
    Permission.ENTRY_REDACT: Term("Onleesbaar maken", "Redact"),
    Permission.ENTRY_IMPORT: Term("Eigen registraties inlezen", "Import own registrations"),
    Permission.MIRROR_IMPORT: Term("Een ander register inlezen", "Import another register"),
    Permission.ORGANISATION_EDIT: Term("Gegevens van een organisatie wijzigen", "Change an organisation's details"),
    Permission.ORGANISATION_ADMINISTER: Term("Organisaties beheren", "Administer organisations"),
    Permission.MEMBER_READ: Term("Zien wie er meewerkt", "See who takes part"),
    Permission.MEMBER_GRANT: Term("Collega’s een rol geven", "Give colleagues a role"),
    Permission.ROLE_GRANT: Term("Rollen geven in het hele register", "Give roles in the whole register"),
    Permission.CLIENT_ADMINISTER: Term("Koppelingen beheren", "Administer clients"),
    Permission.PRODUCT_READ_DRAFT: Term("Concepten van producten lezen", "Read drafts of products"),
    Permission.PRODUCT_EDIT: Term("Producten schrijven", "Write products"),
    Permission.PRODUCT_PUBLISH: Term("Producten publiceren", "Publish products"),
    Permission.FULL_RECORD_READ: Term("Volledige registraties lezen", "Read full registrations"),
    Permission.QUESTION_READ: Term("Vragen van burgers lezen", "Read questions of citizens"),
    Permission.QUESTION_ANSWER: Term("Vragen van burgers beantwoorden", "Answer questions of citizens"),
    Permission.QUESTION_MODERATE: Term("Vragen van burgers modereren", "Moderate questions of citizens"),
    Permission.AUDIT_READ: Term("Het logboek lezen", "Read the audit trail"),
}

_REACH: Table = {
    Reach.OWN: Term("Eigen organisatie", "Own organisation"),
    Reach.EVERYWHERE: Term("Het hele register", "The whole register"),
}

_ACTOR_KIND: Table = {
    ActorKind.PERSON: Term("Persoon", "Person"),
    ActorKind.MACHINE: Term("Koppeling", "Client"),
    ActorKind.SYSTEM: Term("Het register zelf", "The register itself"),
}

_ORGANISATION_TYPE: Table = {
    OrganisationType.MINISTRY: Term("Ministerie", "Ministry"),
    OrganisationType.AGENCY: Term("Agentschap of uitvoeringsdienst", "Executive agency"),
    OrganisationType.INDEPENDENT_BODY: Term("Zelfstandig bestuursorgaan", "Independent administrative body"),
    OrganisationType.MUNICIPALITY: Term("Gemeente", "Municipality"),
    OrganisationType.PROVINCE: Term("Provincie", "Province"),
    OrganisationType.WATER_AUTHORITY: Term("Waterschap", "Water authority"),
    OrganisationType.JOINT_ARRANGEMENT: Term("Samenwerking van overheden", "Joint arrangement"),
    OrganisationType.SAFETY_REGION: Term("Veiligheidsregio", "Safety region"),
    OrganisationType.ENVIRONMENT_SERVICE: Term("Omgevingsdienst", "Environment service"),
    OrganisationType.POLICE_AND_JUSTICE: Term("Politie en justitie", "Police and justice"),
    OrganisationType.HIGH_COUNCIL: Term("Hoog College van Staat", "High council of state"),
    OrganisationType.EDUCATION: Term("Onderwijs", "Education"),
    OrganisationType.HEALTH: Term("Zorg", "Health"),
    OrganisationType.CARIBBEAN: Term("Caribisch openbaar lichaam", "Caribbean public body"),
    OrganisationType.OTHER: Term("Andere organisatie", "Other body"),
    OrganisationType.UNKNOWN: Term("Niet bekend", "Not known"),
}

TABLES: dict[type[StrEnum], Table] = {
    Role: _ROLE,
    Permission: _PERMISSION,
    Reach: _REACH,
    ActorKind: _ACTOR_KIND,
    OrganisationType: _ORGANISATION_TYPE,
}
