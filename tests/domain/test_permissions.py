"""Who may do what: the table, asked of every role, permission and place."""

from itertools import product

import pytest

from register.domain.permissions import (
    MACHINE_PERMISSIONS,
    NOBODY,
    ORGANISATION_ROLES,
    PERMISSIONS,
    SYSTEM,
    Actor,
    ActorKind,
    Permission,
    Reach,
    Role,
    require,
)
from register.errors import NotAllowed, NotFound

OWN, OTHER = 1, 2
ORGANISATION_ROLES_AND_PERMISSIONS = list(product(ORGANISATION_ROLES, Permission))
WIDE_ROLES_AND_PERMISSIONS = list(product(sorted(set(Role) - set(ORGANISATION_ROLES)), Permission))


class TestPerson:
    @pytest.mark.parametrize(("role", "permission"), ORGANISATION_ROLES_AND_PERMISSIONS)
    def test_with_a_role_in_a_body_reaches_that_body_only(self, role: Role, permission: Permission) -> None:
        someone = Actor("a", roles=frozenset({(role, OWN)}))

        assert someone.may(permission, OWN) is (permission in PERMISSIONS[role])
        assert not someone.may(permission, OTHER)
        assert not someone.may(permission, None)

    @pytest.mark.parametrize(("role", "permission"), WIDE_ROLES_AND_PERMISSIONS)
    def test_with_a_wide_role_reaches_everywhere(self, role: Role, permission: Permission) -> None:
        someone = Actor("a", roles=frozenset({(role, None)}))

        for place in (OWN, OTHER, None):
            assert someone.may(permission, place) is (permission in PERMISSIONS[role])

    def test_has_the_rights_of_all_roles_together(self) -> None:
        both = Actor("a", roles=frozenset({(Role.EDITOR, OWN), (Role.REVIEWER, OTHER)}))

        assert both.may(Permission.ENTRY_EDIT, OWN)
        assert not both.may(Permission.ENTRY_EDIT, OTHER)
        assert both.may(Permission.ENTRY_PUBLISH, OTHER)
        assert both.organisations(Permission.ENTRY_READ) == frozenset({OWN, OTHER})

    @pytest.mark.parametrize("permission", Permission)
    def test_without_roles_may_nothing(self, permission: Permission) -> None:
        assert not NOBODY.may(permission, OWN)
        assert not NOBODY.may(permission, None)
        assert NOBODY.organisations(permission) == frozenset()


class TestMachine:
    def test_may_only_what_its_body_gave_it(self) -> None:
        machine = Actor("m", ActorKind.MACHINE, machine_permissions=frozenset({Permission.ENTRY_EDIT}), machine_organisation=OWN)

        assert machine.may(Permission.ENTRY_EDIT, OWN)
        assert not machine.may(Permission.ENTRY_EDIT, OTHER)
        assert not machine.may(Permission.ENTRY_READ, OWN)
        assert not machine.may(Permission.ENTRY_EDIT, None)

    def test_never_gets_more_than_writing_and_publishing_for_a_body(self) -> None:
        assert all(permission.startswith("entry.") for permission in MACHINE_PERMISSIONS)
        assert Permission.ENTRY_REDACT not in MACHINE_PERMISSIONS


class TestTable:
    def test_names_every_role(self) -> None:
        assert set(PERMISSIONS) == set(Role)

    def test_gives_each_permission_to_somebody(self) -> None:
        assert {permission for held in PERMISSIONS.values() for permission in held} == set(Permission)

    def test_lets_no_role_both_write_and_publish(self) -> None:
        assert not [role for role, held in PERMISSIONS.items() if {Permission.ENTRY_EDIT, Permission.ENTRY_PUBLISH} <= held.keys()]

    def test_gives_drafts_to_their_own_body_only(self) -> None:
        assert all(held.get(Permission.ENTRY_READ) is not Reach.EVERYWHERE for held in PERMISSIONS.values())


class TestRequire:
    def test_hides_from_whoever_may_not_read(self) -> None:
        stranger = Actor("a", roles=frozenset({(Role.EDITOR, OTHER)}))

        with pytest.raises(NotFound):
            require(Permission.ENTRY_EDIT, stranger, OWN, reading=Permission.ENTRY_READ)

    def test_names_what_a_reader_lacks(self) -> None:
        reviewer = Actor("a", roles=frozenset({(Role.REVIEWER, OWN)}))

        with pytest.raises(NotAllowed) as refusal:
            require(Permission.ENTRY_EDIT, reviewer, OWN, reading=Permission.ENTRY_READ)

        assert refusal.value.details["permission"] is Permission.ENTRY_EDIT

    def test_lets_the_register_itself_pass(self) -> None:
        require(Permission.ENTRY_PUBLISH, SYSTEM, OWN)
