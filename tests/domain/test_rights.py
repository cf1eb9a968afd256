"""Deny by default, in one place."""

from dataclasses import replace

import pytest

from bot.domain.granting import conflicts
from bot.domain.rights import (
    EMPLOYEES,
    EVERYBODY,
    GROUP_KEEPERS,
    Role,
    audience_label,
    may_know_of,
    right_of,
)
from bot.files.company import load
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


def test_whoever_nobody_knows_is_anybody_and_nothing_else() -> None:
    assert right("stranger", EVERYBODY) is Role.ANYBODY
    assert right("zhangsan", EVERYBODY) is Role.EMPLOYEE
    assert right("stranger", EMPLOYEES | GROUP_KEEPERS, PROJECT_A) is None


def test_an_audience_is_named_with_the_nearest_first() -> None:
    assert audience_label(GROUP_KEEPERS) == "群管理员、安全管理员、企业微信管理员"
    assert audience_label(EVERYBODY) == "任何人"
    assert audience_label(GROUP_KEEPERS, most=2) == "群管理员、安全管理员等"
    assert audience_label(GROUP_KEEPERS, most=3) == audience_label(GROUP_KEEPERS)


@pytest.mark.parametrize(
    ("who", "group", "knows"),
    [
        ("lisi", "projecta", True),  # of all staff: no secret, although he is not in it
        ("lisi", "executives", False),
        ("linmi", "executives", True),  # is in it
        ("zhoumin", "operations", True),  # keeps the registry
        ("stranger", "projecta", False),
    ],
)
def test_who_may_know_of_a_group(who: str, group: str, knows: bool) -> None:
    found = COMPANY.group(GroupId(group))
    assert found
    assert may_know_of(COMPANY.person(UserId(who)), found, grants=COMPANY.grants) == knows


def test_two_roles_in_one_hand_that_check_each_other() -> None:
    said = {(each.user, each.roles) for each in conflicts(COMPANY.grants, COMPANY.groups)}
    assert said == {("wuguan", (Role.WECOM_ADMIN, Role.SECURITY))}


def test_every_role_has_a_name_that_people_use() -> None:
    assert all(role.label for role in Role)
