"""How high somebody stands, and whom he may judge."""

import pytest

from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.standing import Standing, by_title, may_judge, standing
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
PROJECT_A = COMPANY.group(GroupId("projecta"))


def _person(name: str) -> Person:
    return COMPANY.named(name)[0]


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("总裁", Standing.PRESIDENT),
        ("集团总裁（兼）", Standing.PRESIDENT),
        ("董事长", Standing.PRESIDENT),
        ("常务副总裁", Standing.FIRST_VICE_PRESIDENT),
        ("（常务）副总裁", Standing.VICE_PRESIDENT),
        ("总经理", Standing.FIRST_VICE_PRESIDENT),
        ("副总裁", Standing.VICE_PRESIDENT),
        ("副总经理", Standing.VICE_PRESIDENT),
        ("集团营销副总(分管副总)", Standing.VICE_PRESIDENT),
        ("财务总监", Standing.HEAD),
        ("总裁助理", Standing.HEAD),
        ("总裁特别助理", Standing.HEAD),
        ("总裁兼董事长助理", Standing.PRESIDENT),
        ("总裁办主任", Standing.STAFF),
        ("总经理行政秘书", Standing.STAFF),
        ("副总裁司机", Standing.STAFF),
        ("副总裁秘书", Standing.STAFF),
        ("总监助理", Standing.STAFF),
        ("产品经理", Standing.STAFF),
        ("", Standing.STAFF),
    ],
)
def test_a_title_says_how_high(title: str, given: Standing) -> None:
    assert by_title(title) is given


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("赵国强", Standing.PRESIDENT),
        ("钱卫东", Standing.FIRST_VICE_PRESIDENT),
        ("孙丽", Standing.VICE_PRESIDENT),
        ("王强", Standing.HEAD),
        ("郑群", Standing.GROUP_ADMIN),
        ("张三", Standing.STAFF),
        ("冯销", Standing.HEAD),
    ],
)
def test_standing_in_a_group(name: str, given: Standing) -> None:
    assert standing(_person(name), grants=COMPANY.grants, group=PROJECT_A) is given


def test_an_admin_stands_higher_in_his_own_group_only() -> None:
    assert standing(_person("郑群"), grants=COMPANY.grants) is Standing.STAFF


@pytest.mark.parametrize(
    ("actor", "by", "target", "may"),
    [
        ("郑群", Role.GROUP_ADMIN, "张三", True),
        ("郑群", Role.GROUP_ADMIN, "何苗", True),
        ("郑群", Role.GROUP_ADMIN, "王强", False),
        ("郑群", Role.GROUP_ADMIN, "赵国强", False),
        ("李娜", Role.HR, "张三", True),
        ("李娜", Role.HR, "王强", True),
        ("李娜", Role.HR, "孙丽", False),
        ("李娜", None, "王强", False),
        ("王强", Role.MGMT_GROUP, "郑群", True),
        ("王强", Role.MGMT_GROUP, "周敏", True),
        ("孙丽", Role.EXECUTIVE, "钱卫东", False),
        ("钱卫东", Role.EXECUTIVE, "赵国强", False),
        ("赵国强", Role.EXECUTIVE, "钱卫东", True),
        ("张三", None, "李四", True),
    ],
)
def test_nobody_judges_whom_he_stands_below(actor: str, by: Role | None, target: str, may: bool) -> None:
    assert may_judge(_person(actor), _person(target), by=by, grants=COMPANY.grants, group=PROJECT_A) == may


def test_two_administrators_of_one_group_do_not_judge_each_other() -> None:
    assert PROJECT_A
    both = PROJECT_A.admins | {UserId("zhangsan")}
    group = type(PROJECT_A)(PROJECT_A.id, PROJECT_A.name, admins=both)
    assert not may_judge(_person("郑群"), _person("张三"), by=Role.GROUP_ADMIN, grants=COMPANY.grants, group=group)
