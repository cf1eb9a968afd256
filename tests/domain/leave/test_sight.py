"""Who may see what of whose leave."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.leave.seeing.sight import (
    Seen,
    is_of_the_office,
    kind_seen,
    listed,
    may_list,
    seen_of,
    sees_everybody,
    team_of,
)
from bot.domain.people import Department, Person
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company


def one(name: str, company: Company = COMPANY) -> Person:
    return company.named(name)[0]


@pytest.mark.parametrize(
    ("asker", "target", "seen"),
    [
        ("张三", "张三", Seen.ALL),
        ("李四", "张三", Seen.WHETHER),
        ("王强", "张三", Seen.KIND),
        ("钱卫东", "张三", Seen.KIND),
        ("李娜", "张三", Seen.ALL),
        ("李娜", "赵国强", Seen.ALL),
        ("孙丽", "冯销", Seen.KIND),
        ("孙丽", "张三", Seen.WHETHER),
        ("王五", "张三", Seen.NOTHING),
        ("郭涛", "张三", Seen.NOTHING),
        ("吴管", "张三", Seen.NOTHING),
        ("张三", "王强", Seen.WHETHER),
        ("张三", "钱卫东", Seen.NOTHING),
    ],
)
def test_who_sees_whom(asker: str, target: str, seen: Seen) -> None:
    assert seen_of(one(target), one(asker), COMPANY) is seen


@pytest.mark.parametrize("name", ["李娜", "赵国强"])
def test_who_has_left_is_of_no_office_any_more(name: str) -> None:
    """A card with 看材料 or 看原因 outlives its reader's post, and so does the account in the configuration."""
    gone = replace(one(name), active=False)
    company = replace(COMPANY, people=tuple(gone if each == one(name) else each for each in COMPANY.people))
    assert not is_of_the_office(gone, company)
    assert not sees_everybody(gone, company)
    assert seen_of(one("王五"), gone, company) is Seen.NOTHING


@pytest.mark.parametrize(
    ("asker", "department", "may"),
    [
        ("张三", "生产部", True),
        ("张三", "研发部", False),
        ("王强", "研发部", False),
        ("李娜", "研发部", True),
        ("孙丽", "研发部", True),
    ],
)
def test_who_lists_a_department(asker: str, department: str, *, may: bool) -> None:
    (found,) = (each for each in COMPANY.departments if each.name == department)
    assert may_list(found, one(asker), COMPANY) is may


def test_whoever_is_in_no_department_is_nobodys_colleague_but_of_those_like_him() -> None:
    root = COMPANY.departments[0]
    lone, other = (Person(UserId(name), name, root.id, (root.id,)) for name in ("甲", "乙"))
    company = replace(COMPANY, people=(*COMPANY.people, lone, other))
    assert listed(root, lone, company) == (lone, other)
    assert listed(None, lone, company) == (lone,)
    assert not may_list(company.departments[4], lone, company)
    assert seen_of(one("张三", company), lone, company) is Seen.NOTHING
    assert seen_of(other, lone, company) is Seen.WHETHER
    assert not sees_everybody(lone, company)


def test_a_workshop_sees_itself_and_not_what_is_above() -> None:
    workshop = Department(50, "一车间", 5)
    worker = Person(UserId("gong"), "龚师傅", 50, (50,))
    company = replace(COMPANY, people=(*COMPANY.people, worker), departments=(*COMPANY.departments, workshop))
    (production,) = (each for each in company.departments if each.name == "生产部")
    assert may_list(workshop, worker, company)
    assert not may_list(production, worker, company)
    assert may_list(workshop, one("王强", company), company)
    assert [each.name for each in team_of(workshop, company)] == ["龚师傅"]
    assert worker in team_of(production, company)
    assert len(team_of(company.departments[0], company)) == sum(each.active for each in company.people)


@pytest.mark.parametrize(
    ("type_", "seen", "said"),
    [
        ("年假", Seen.WHETHER, "请假"),
        ("年假", Seen.KIND, "年假"),
        ("病假", Seen.KIND, "请假"),
        ("病假", Seen.ALL, "病假"),
        ("没有了的假", Seen.KIND, "请假"),
    ],
)
def test_what_a_leave_is_called(type_: str, seen: Seen, said: str) -> None:
    assert kind_seen(type_, seen, COMPANY) == said
