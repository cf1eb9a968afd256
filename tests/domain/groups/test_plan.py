"""From what somebody asked for to the group that is to be made: who is in it, who looks after it, who is exempt."""

from dataclasses import replace

import pytest

from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.plan import Plan
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
HR, PRESIDENT, ZHENG = UserId("zhoumin"), UserId("zhaoguoqiang"), UserId("zhengqun")
PLAN = Plan(HR, "E4", "项目C工作群")


def names(users: frozenset[UserId]) -> set[str]:
    return {COMPANY.name_of(user) for user in users}


def made(plan: Plan) -> Group:
    return plan.group(COMPANY, approved_by=[PRESIDENT])


def test_whoever_asks_looks_after_it_and_who_approved_comes_along() -> None:
    group = made(PLAN)
    assert (group.owner, group.admins, group.state) == (HR, {HR}, GroupState.TO_MAKE)
    assert (names(group.members), group.exempt) == ({"周敏", "赵国强"}, frozenset())


def test_another_looks_after_it() -> None:
    group = made(replace(PLAN, admin=ZHENG))
    assert (group.owner, group.admins) == (ZHENG, {ZHENG})
    assert names(group.members) == {"郑群", "赵国强"}


def test_all_of_a_project_company_are_in_it() -> None:
    """Whoever asks and doesn't belong is an exception (D7§4.4)."""
    group = made(replace(PLAN, departments=("研发部",)))
    assert names(group.members) == {"周敏", "赵国强", "钱卫东", "王五", "David Chen", "郭涛"}
    assert names(group.exempt) == {"周敏"}


def test_a_department_comes_along_as_an_exception() -> None:
    group = made(replace(PLAN, departments=("研发部",), staff=("财务部",), admin=UserId("guotao")))
    assert names(group.exempt) == {"欧阳静", "马丽"}


def test_an_approver_who_does_not_belong_stays_out() -> None:
    plan = Plan(UserId("wangqiang"), "E6", "研发部工作群", departments=("研发部",))
    group = plan.group(COMPANY, approved_by=[UserId("linmi")])
    assert "林宓" not in names(group.members)
    assert names(group.exempt) == {"王强"}


def test_unless_there_would_be_nobody_else() -> None:
    alone = Plan(UserId("linmi"), "E1", "集团高管二群")
    assert names(alone.group(COMPANY, approved_by=[PRESIDENT]).members) == {"林宓", "赵国强"}
    assert names(alone.group(COMPANY).members) == {"林宓"}


def test_who_has_left_meanwhile_is_left_out() -> None:
    people = tuple(replace(each, active=each.user_id != "lisi") for each in COMPANY.people)
    group = replace(PLAN, members=(UserId("lisi"), UserId("wangwu"))).group(replace(COMPANY, people=people))
    assert names(group.members) == {"周敏", "王五"}


@pytest.mark.parametrize(
    "plan",
    [PLAN, replace(PLAN, departments=("生产部", "研发部"), members=(ZHENG, PRESIDENT), staff=("财务部",), admin=ZHENG)],
)
def test_as_a_request_carries_it(plan: Plan) -> None:
    assert Plan.of(plan.payload(), HR) == plan
