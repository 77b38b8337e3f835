"""Who may do what. `PERMISSIONS` is the whole rule: role → permission → where it reaches.

A role is held in one organisation, or register-wide. A parent body has no
rights over its children.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from register.errors import NotAllowed, NotFound


class Role(StrEnum):
    """What a person is in the register."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    ORGANISATION_ADMIN = "organisation_admin"
    ADMINISTRATOR = "administrator"
    MODERATOR = "moderator"
    REGULATOR = "regulator"
    LEGAL_REVIEWER = "legal_reviewer"
    AUDITOR = "auditor"


#: Roles that are held in one organisation; the others are register-wide.
ORGANISATION_ROLES = (Role.EDITOR, Role.REVIEWER, Role.ORGANISATION_ADMIN)


class Permission(StrEnum):
    """A thing that may be done."""

    ENTRY_READ = "entry.read"
    ENTRY_CREATE = "entry.create"
    ENTRY_EDIT = "entry.edit"
    ENTRY_SUBMIT = "entry.submit"
    ENTRY_REMARK = "entry.remark"
    ENTRY_SEND_BACK = "entry.send_back"
    ENTRY_PUBLISH = "entry.publish"
    ENTRY_WITHDRAW = "entry.withdraw"
    ENTRY_REDACT = "entry.redact"
    ENTRY_IMPORT = "entry.import"
    MIRROR_IMPORT = "mirror.import"
    ORGANISATION_EDIT = "organisation.edit"
    ORGANISATION_ADMINISTER = "organisation.administer"
    MEMBER_READ = "member.read"
    MEMBER_GRANT = "member.grant"
    ROLE_GRANT = "role.grant"
    CLIENT_ADMINISTER = "client.administer"
    PRODUCT_READ_DRAFT = "product.read_draft"
    PRODUCT_EDIT = "product.edit"
    PRODUCT_PUBLISH = "product.publish"
    FULL_RECORD_READ = "full_record.read"
    QUESTION_READ = "question.read"
    QUESTION_ANSWER = "question.answer"
    QUESTION_MODERATE = "question.moderate"
    AUDIT_READ = "audit.read"


class Reach(StrEnum):
    """Where a permission holds."""

    OWN = "own"
    EVERYWHERE = "everywhere"


_P, _R = Permission, Reach

#: Everybody who writes about an algorithm for a body may answer for it.
_ANSWERING = (_P.QUESTION_READ, _P.QUESTION_ANSWER)

PERMISSIONS: dict[Role, dict[Permission, Reach]] = {
    Role.EDITOR: dict.fromkeys(
        (
            _P.ENTRY_READ, _P.ENTRY_CREATE, _P.ENTRY_EDIT, _P.ENTRY_SUBMIT, _P.ENTRY_REMARK, _P.ENTRY_IMPORT, _P.MEMBER_READ,
            *_ANSWERING,
        ),
        _R.OWN,
    ),
    Role.REVIEWER: dict.fromkeys(
        (_P.ENTRY_READ, _P.ENTRY_REMARK, _P.ENTRY_SEND_BACK, _P.ENTRY_PUBLISH, _P.ENTRY_WITHDRAW, _P.MEMBER_READ, *_ANSWERING), _R.OWN
    ),
    Role.ORGANISATION_ADMIN: dict.fromkeys(
        (_P.ENTRY_READ, _P.ENTRY_WITHDRAW, _P.ENTRY_REDACT, _P.ORGANISATION_EDIT, _P.MEMBER_READ, _P.MEMBER_GRANT, *_ANSWERING), _R.OWN
    ),
    Role.ADMINISTRATOR: dict.fromkeys(
        (
            _P.ENTRY_REDACT, _P.MIRROR_IMPORT, _P.ORGANISATION_EDIT, _P.ORGANISATION_ADMINISTER, _P.MEMBER_READ, _P.MEMBER_GRANT,
            _P.ROLE_GRANT, _P.CLIENT_ADMINISTER, _P.PRODUCT_READ_DRAFT, _P.PRODUCT_EDIT, _P.PRODUCT_PUBLISH,
        ),
        _R.EVERYWHERE,
    ),
    Role.MODERATOR: dict.fromkeys((_P.QUESTION_READ, _P.QUESTION_MODERATE), _R.EVERYWHERE),
    Role.REGULATOR: {_P.FULL_RECORD_READ: _R.EVERYWHERE},
    Role.LEGAL_REVIEWER: {},
    Role.AUDITOR: {_P.AUDIT_READ: _R.EVERYWHERE},
}  # fmt: skip

#: What a machine's token may be given. Publishing is only used where the body has the single flow.
MACHINE_PERMISSIONS = (_P.ENTRY_READ, _P.ENTRY_CREATE, _P.ENTRY_EDIT, _P.ENTRY_SUBMIT, _P.ENTRY_PUBLISH, _P.ENTRY_IMPORT)


class ActorKind(StrEnum):
    """What sort of caller it is."""

    PERSON = "person"
    MACHINE = "machine"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts: a person with roles, a machine with permissions in one organisation, or the register itself.

    `subject` is a random id that stands for the person in the audit trail.
    `roles` holds (role, organisation id), with None for register-wide roles.
    """

    subject: str
    kind: ActorKind = ActorKind.PERSON
    roles: frozenset[tuple[Role, int | None]] = frozenset()
    machine_permissions: frozenset[Permission] = frozenset()
    machine_organisation: int | None = None
    name: str = field(default="", compare=False)

    def may(self, permission: Permission, organisation_id: int | None) -> bool:
        """Say whether the actor has the permission in this organisation (None: register-wide)."""
        if self.kind is ActorKind.SYSTEM:
            return True
        if self.kind is ActorKind.MACHINE:
            return organisation_id is not None and organisation_id == self.machine_organisation and permission in self.machine_permissions
        return any(_reaches(role, held_in, permission, organisation_id) for role, held_in in self.roles)

    def organisations(self, permission: Permission) -> frozenset[int] | None:
        """Return where the actor has the permission; None means everywhere."""
        if self.kind is ActorKind.SYSTEM:
            return None
        if self.kind is ActorKind.MACHINE:
            own = self.machine_organisation
            return frozenset({own} if own is not None and permission in self.machine_permissions else ())
        if any(PERMISSIONS[role].get(permission) is Reach.EVERYWHERE for role, _ in self.roles):
            return None
        return frozenset(held_in for role, held_in in self.roles if held_in is not None and permission in PERMISSIONS[role])


#: The register's own acts: mirroring an import, jobs at night.
SYSTEM = Actor("system", ActorKind.SYSTEM)
NOBODY = Actor("")


def require(permission: Permission, actor: Actor, organisation_id: int | None, *, reading: Permission | None = None) -> None:
    """Let the actor pass, or raise.

    Raises `NotFound` when the actor lacks `reading` too, so that what someone
    may not read cannot be told from what is not there; else `NotAllowed`.
    """
    if actor.may(permission, organisation_id):
        return
    if reading is not None and not actor.may(reading, organisation_id):
        raise NotFound
    raise NotAllowed(f"{permission} is needed", permission=permission)


def _reaches(role: Role, held_in: int | None, permission: Permission, organisation_id: int | None) -> bool:
    reach = PERMISSIONS[role].get(permission)
    if reach is Reach.EVERYWHERE:
        return True
    return reach is Reach.OWN and held_in is not None and held_in == organisation_id
