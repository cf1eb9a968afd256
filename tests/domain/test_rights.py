"""Deny by default, in one place."""

from dataclasses import replace

from bot.company_file import load
from bot.domain.rights import EMPLOYEES, GROUP_KEEPERS, Role, right_of
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
PROJECT_A = COMPANY.group(GroupId("projecta"))
PROJECT_B = COMPANY.group(GroupId("projectb"))


def right(who: str, audience: frozenset[Role], group=None) -> Role | None:  # type: ignore[no-untyped-def]
    return right_of(COMPANY.person(UserId(who)), audience, grants=COMPANY.grants, group=group)


def test_an_admin_of_one_group_is_none_of_another() -> None:
    assert right("zhengqun", GROUP_KEEPERS, PROJECT_A) is Role.GROUP_ADMIN
    assert right("zhengqun", GROUP_KEEPERS, PROJECT_B) is None
    assert right("zhengqun", GROUP_KEEPERS) is None


def test_a_role_counts_everywhere() -> None:
    assert right("chenan", GROUP_KEEPERS, PROJECT_B) is Role.SAFETY_ADMIN
    assert right("chenan", GROUP_KEEPERS) is Role.SAFETY_ADMIN


def test_everybody_in_the_directory_is_an_employee_and_nobody_else_is() -> None:
    assert right("hemiao", EMPLOYEES) is Role.EMPLOYEE
    assert right("stranger", EMPLOYEES) is None


def test_who_has_left_may_nothing() -> None:
    person = COMPANY.person(UserId("chenan"))
    assert person
    gone = replace(person, active=False)
    assert right_of(gone, EMPLOYEES | GROUP_KEEPERS, grants=COMPANY.grants, group=PROJECT_A) is None


def test_an_empty_audience_admits_nobody() -> None:
    assert right("zhaoguoqiang", frozenset(), PROJECT_A) is None


def test_every_role_has_a_name_that_people_use() -> None:
    assert all(role.label for role in Role)
