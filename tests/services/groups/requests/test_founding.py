"""What a request for a group says of it, and what WeCom could not make."""

from dataclasses import replace

import pytest

from bot.domain.groups.plan import MOST, Plan
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import UserId
from bot.services.groups.requests.founding import draft, undecided
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
HR = UserId("zhoumin")


def test_the_approver_sees_what_follows_from_what_was_said() -> None:
    plan = Plan(HR, "E4", "项目C工作群", departments=("研发部",), members=(UserId("lisi"),), purpose="施工" * 20)
    details = dict(draft(plan, COMPANY).details)
    assert details == {
        "部门": "研发部",
        "成员": "David Chen、郭涛、李四等 7 人",
        "范围外": "李四、周敏",
        "用途": f"{'施工' * 12}…",
    }


def test_nothing_is_added_to_what_is_plain() -> None:
    assert not draft(Plan(HR, "E4", "项目C工作群"), COMPANY).details


def test_more_people_than_a_group_holds() -> None:
    many = tuple(Person(UserId(f"u{number}"), f"员工{number}", 2, (2,)) for number in range(MOST))
    with pytest.raises(UserError) as refused:
        draft(Plan(HR, "E3", "集团二期工作群"), replace(COMPANY, people=(*COMPANY.people, *many)))
    assert refused.value.code is Code.LIMIT
    assert f"最多 {MOST} 人" in refused.value.sentence


def test_where_nobody_can_settle_it_nobody_is_asked() -> None:
    type_ = COMPANY.group_type("E6")
    assert type_
    assert undecided(type_, COMPANY).can_be_asked
    alone = undecided(type_, replace(COMPANY, role_rules={}))
    assert not alone.can_be_asked
    assert alone.sentence.endswith("请向公司领导请示。")
