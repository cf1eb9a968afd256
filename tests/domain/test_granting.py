"""Who holds a role, and why."""

from collections.abc import Mapping

import pytest

from bot.domain.finding.departments import DepartmentFinder
from bot.domain.granting import By, Grant, Rule, Staff, granted
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId

DEPARTMENTS = (
    Department(1, "公司", leaders=(UserId("boss"),)),
    Department(2, "生产部", 1, (UserId("wang"),)),
    Department(3, "一车间", 2, (UserId("li"),)),
    Department(4, "行政人事部", 1),
)
PEOPLE = (
    Person(UserId("boss"), "赵总", 1, (), "总裁"),
    Person(UserId("wang"), "王强", 2, (2,), "经理"),
    Person(UserId("li"), "李四", 3, (3,), "班长"),
    Person(UserId("zhou"), "周敏", 4, (4,), "人事经理", tags=("管理小组",)),
    Person(UserId("he"), "何苗", 3, (3, 4), "实习生"),
    Person(UserId("sun"), "孙丽", 4, (4,), "集团营销副总（分管副总）"),
)
GROUPS = (Group(GroupId("office"), "总裁办工作群", members=frozenset({UserId("boss")})),)
STAFF = Staff(PEOPLE, DEPARTMENTS, GROUPS, DepartmentFinder(DEPARTMENTS, {"行政人事部": ("HR",)}))


def _holding(rules: Mapping[Role, Rule], role: Role) -> dict[str, Grant]:
    return {str(user): grant for user, grant in granted(rules, STAFF).get(role, {}).items()}


@pytest.mark.parametrize(
    ("rule", "holders"),
    [
        (Rule(people=frozenset({UserId("li")})), {"li": Grant(By.ACCOUNT)}),
        (Rule(titles=("总裁",)), {"boss": Grant(By.TITLE, "总裁")}),
        (Rule(titles=("*经理",)), {"wang": Grant(By.TITLE, "经理"), "zhou": Grant(By.TITLE, "人事经理")}),
        (Rule(titles=("*(分管副总)",)), {"sun": Grant(By.TITLE, "集团营销副总（分管副总）")}),
        (Rule(departments=("生产部",)), {each: Grant(By.DEPARTMENT, "生产部") for each in ("wang", "li", "he")}),
        (Rule(departments=("hr",)), {each: Grant(By.DEPARTMENT, "hr") for each in ("zhou", "he", "sun")}),
        (Rule(departments=("品牌部",)), {}),
        (Rule(tags=("安全", "管理小组")), {"zhou": Grant(By.TAG, "管理小组")}),
        (Rule(groups=("office",)), {"boss": Grant(By.GROUP, "总裁办工作群")}),
        (Rule(groups=("总裁办工作群",)), {"boss": Grant(By.GROUP, "总裁办工作群")}),
        (Rule(), {}),
    ],
)
def test_a_role_is_given(rule: Rule, holders: dict[str, Grant]) -> None:
    assert _holding({Role.OPS: rule}, Role.OPS) == holders


def test_leaders_of_departments_are_heads_without_being_listed() -> None:
    listed = {Role.DEPT_HEAD: Rule(people=frozenset({UserId("zhou"), UserId("wang")}))}
    assert _holding({}, Role.DEPT_HEAD) == {"wang": Grant(By.LEADER, "生产部"), "li": Grant(By.LEADER, "一车间")}
    assert set(_holding(listed, Role.DEPT_HEAD)) == {"wang", "li", "zhou"}


def test_interns_are_known_by_their_title_unless_a_rule_says_otherwise() -> None:
    assert set(_holding({}, Role.INTERN)) == {"he"}
    assert _holding({Role.INTERN: Rule(titles=("*见习*",))}, Role.INTERN) == {}


def test_the_management_group_follows_from_who_heads_what() -> None:
    """D3§5: its members are the heads and the administrators."""
    rules = {
        Role.WECOM_ADMIN: Rule(people=frozenset({UserId("he")})),
        Role.MGMT_GROUP: Rule(roles=(Role.DEPT_HEAD, Role.WECOM_ADMIN)),
        Role.SUPPORT: Rule(roles=(Role.MGMT_GROUP,)),
    }
    assert set(_holding(rules, Role.MGMT_GROUP)) == {"wang", "li", "he"}
    assert _holding(rules, Role.SUPPORT)["he"] == Grant(By.ROLE, "管理小组")


def test_roles_that_bring_each_other_along_end() -> None:
    rules = {
        Role.TECH: Rule(roles=(Role.OPS,), people=frozenset({UserId("li")})),
        Role.OPS: Rule(roles=(Role.TECH,)),
    }
    assert set(_holding(rules, Role.OPS)) == set(_holding(rules, Role.TECH)) == {"li"}


def test_an_account_counts_before_the_directory_was_read() -> None:
    nobody = Staff((), (), (), DepartmentFinder((), {}))
    rules = {Role.WECOM_ADMIN: Rule(people=frozenset({UserId("admin")}))}
    assert set(granted(rules, nobody)[Role.WECOM_ADMIN]) == {"admin"}
