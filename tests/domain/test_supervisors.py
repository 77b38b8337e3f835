"""Who watches over a body follows from what is known, and nothing is made up."""

from typing import Any

import pytest

from register.domain.organisations import OrganisationType
from register.domain.supervisors import ADDRESSES, BY_BODY, Supervision, Supervisor, supervisors


def document(body: str = "municipality", **fields: Any) -> dict[str, Any]:
    return {"organisation": {"number": "123456789", "type": body}, "personal_data": {"kinds": ["none"]}, **fields}


def named(**fields: Any) -> list[Supervisor]:
    return [found.supervisor for found in supervisors(document(**fields))]


class TestSupervisors:
    def test_of_personal_data_are_always_named(self) -> None:
        assert Supervision(Supervisor.DATA_PROTECTION) in supervisors(document(personal_data={"kinds": ["ordinary"]}))

    def test_of_personal_data_are_uncertain_until_somebody_says_which_data(self) -> None:
        assert Supervision(Supervisor.DATA_PROTECTION, is_certain=False) in supervisors({})

    def test_of_personal_data_are_left_out_when_there_are_none(self) -> None:
        assert Supervisor.DATA_PROTECTION not in named()

    def test_of_personal_data_are_others_in_the_caribbean(self) -> None:
        assert named(body="caribbean_public_body", personal_data={"kinds": ["ordinary"]}) == [
            Supervisor.DATA_PROTECTION_CARIBBEAN,
            Supervisor.NATIONAL_OMBUDSMAN,
        ]

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("ministry", [Supervisor.NATIONAL_OMBUDSMAN]),
            ("municipality", [Supervisor.LOCAL_OMBUDSMAN]),
            ("safety_region", [Supervisor.LOCAL_OMBUDSMAN, Supervisor.JUSTICE_AND_SECURITY]),
            ("unknown", []),
            ("other", []),
        ],
    )
    def test_follow_from_the_sort_of_body(self, body: str, expected: list[Supervisor]) -> None:
        assert named(body=body) == expected

    def test_of_equal_treatment_are_named_when_traits_are_used(self) -> None:
        assert named(protected_traits={"traits": ["age"]}) == [Supervisor.LOCAL_OMBUDSMAN, Supervisor.HUMAN_RIGHTS]
        assert named(protected_traits={"traits": ["none"]}) == [Supervisor.LOCAL_OMBUDSMAN]


class TestData:
    def test_names_an_address_for_each(self) -> None:
        assert set(ADDRESSES) == set(Supervisor)
        assert all(address.startswith("https://") for address in ADDRESSES.values())

    def test_knows_every_sort_of_body_or_leaves_it_out_on_purpose(self) -> None:
        assert set(OrganisationType) - set(BY_BODY) == {OrganisationType.HIGH_COUNCIL, OrganisationType.OTHER, OrganisationType.UNKNOWN}
