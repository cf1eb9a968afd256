from types import MappingProxyType

import pytest

from bot.domain.company import Company
from bot.domain.granting import Rule
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.domain.safety.training.audience import members, reach, said
from bot.identifiers import GroupId, UserId

WANG, ZHANG, LI, CHEN, GONE = map(UserId, ("wangqiang", "zhangsan", "lisi", "chenan", "gone"))
COMPANY = Company(
    people=(
        Person(WANG, "王强", 2, position="经理"),
        Person(ZHANG, "张三", 3, position="一班班长"),
        Person(LI, "李四", 4, position="焊工"),
        Person(CHEN, "陈安", 4),
        Person(GONE, "走了", 2, active=False),
    ),
    departments=(
        Department(1, "公司"),
        Department(2, "生产部", 1, (WANG,)),
        Department(3, "一车间", 2),
        Department(4, "安环部", 1),
    ),
    groups=(Group(GroupId("a"), "项目A工作群", members=frozenset({LI, GONE})),),
    role_rules=MappingProxyType({Role.SAFETY_ADMIN: Rule(people=frozenset({CHEN}))}),
)


@pytest.mark.parametrize(
    ("specs", "users", "words"),
    [
        (["dept:生产部"], [WANG, ZHANG], "生产部"),
        (["dept:生产部/一车间"], [ZHANG], "一车间"),
        (["group:a"], [LI], "项目A工作群"),
        (["post:班组长"], [ZHANG], "班组长"),
        (["post:焊工", "user:chenan"], [LI, CHEN], "焊工、陈安"),
        (["all"], [WANG, ZHANG, LI, CHEN], "全体员工"),
        (["group:unknown"], [], "unknown"),
    ],
)
def test_who_is_meant(specs: list[str], users: list[UserId], words: str) -> None:
    assert members(specs, COMPANY) == tuple(users)
    assert said(specs, COMPANY) == words


def test_who_leads_a_department_asks_its_people() -> None:
    wang, zhang, _, chen, _ = COMPANY.people
    assert reach(wang, COMPANY) == frozenset({WANG, ZHANG, GONE})
    assert reach(chen, COMPANY) is None
    assert reach(zhang, COMPANY) == frozenset()
