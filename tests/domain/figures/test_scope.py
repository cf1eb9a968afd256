"""Whose figures somebody sees, and in which rows."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.figures.items import Item
from bot.domain.figures.scope import WHOLE, Parts, of_departments, of_groups, readable, scope_of
from bot.domain.granting import Rule
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId

HEAD, ADMIN, KEEPER, SAFETY = (Person(UserId(name), name, 2) for name in ("head", "admin", "keeper", "safety"))
IN_SHOP = Person(UserId("shop"), "shop", 4)
GONE = Person(UserId("gone"), "gone", 2, active=False)
GROUP = Group(GroupId("g"), "项目群", "E4", admins=frozenset({KEEPER.user_id}), members=frozenset({IN_SHOP.user_id}))
COMPANY = Company(
    people=(HEAD, ADMIN, KEEPER, SAFETY, IN_SHOP, GONE, Person(UserId("top"), "top", 1)),
    departments=(
        Department(1, "公司"),
        Department(2, "生产部", 1, (HEAD.user_id,)),
        Department(3, "财务部", 1),
        Department(4, "一车间", 2),
        Department(5, "甲班", 4),
    ),
    groups=(GROUP,),
    role_rules={
        Role.DEPT_HEAD: Rule(people=frozenset({HEAD.user_id})),
        Role.WECOM_ADMIN: Rule(people=frozenset({ADMIN.user_id})),
        Role.SAFETY_ADMIN: Rule(people=frozenset({SAFETY.user_id})),
    },
)
SHOP = COMPANY.departments[1]


def test_who_sees_what() -> None:
    assert scope_of(ADMIN, Item.VIOLATIONS, COMPANY) == WHOLE
    assert set(readable(ADMIN, COMPANY)) == set(Item)
    assert scope_of(HEAD, Item.LEAVE, COMPANY) == of_departments([SHOP])
    assert scope_of(HEAD, Item.ACCIDENTS, COMPANY) is None
    assert set(readable(KEEPER, COMPANY)) == {Item.GROUPS, Item.MEMBERS, Item.VIOLATIONS, Item.NOTICES}
    assert scope_of(HEAD, Item.HAZARDS, COMPANY) == WHOLE  # whose board everybody may see
    assert set(readable(SAFETY, COMPANY)) == {Item.HAZARDS, Item.ACCIDENTS}
    assert not readable(IN_SHOP, COMPANY)
    assert not readable(replace(ADMIN, active=False), replace(COMPANY, people=(GONE,)))


def test_rows_of_the_company_are_its_departments_with_all_below_them() -> None:
    parts = Parts(WHOLE, COMPANY)
    assert parts.names == ["生产部", "财务部", "其他"]
    assert parts.staff == [5, 0, 1]
    assert [parts.place(user) for user in ("shop", "head", "top", "gone", "nobody")] == [0, 0, 2, 0, 2]


def test_rows_of_a_department_are_itself_and_those_below() -> None:
    parts = Parts(of_departments([SHOP]), COMPANY)
    assert parts.names == ["生产部", "一车间"]
    assert parts.staff == [4, 1]
    assert [parts.place(user) for user in ("shop", "head", "top", "nobody")] == [1, 0, None, None]


def test_rows_of_groups_are_what_happened_there() -> None:
    parts = Parts(of_groups([GROUP]), COMPANY)
    assert (parts.names, parts.staff) == (["项目群"], [1])
    assert (parts.place("shop", "g"), parts.place("shop", "other"), parts.place("shop")) == (0, None, None)
