"""Who belongs in a group of which type (D7§4), in the sample company and in some of another shape."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.composition import fits, is_mandatory, rule_of, who_belongs, who_must_be_in
from bot.domain.groups.group import Group
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company


def group(name: str) -> Group:
    return next(each for each in COMPANY.groups if each.name == name)


@pytest.mark.parametrize(
    ("name", "room", "expected"),
    [
        ("赵国强", "集团高管工作群", True),
        ("钱卫东", "集团高管工作群", True),
        ("孙丽", "集团高管工作群", True),
        ("李四", "集团高管工作群", False),
        ("林宓", "集团高管工作群", False),  # in it by an approval of her own
        ("何苗", "集团工作群", True),
        ("李四", "项目A工作群", True),
        ("何苗", "项目A工作群", True),
        ("王五", "项目A工作群", False),
        ("王五", "项目B工作群", True),
        ("赵国强", "项目B工作群", True),
        ("孙丽", "项目B工作群", False),
        ("小运营", "项目A营销微信平台", True),
        ("李四", "项目A营销微信平台", False),
    ],
)
def test_who_fits(name: str, room: str, expected: bool) -> None:
    (person,) = COMPANY.named(name)
    assert fits(person, group(room), COMPANY) is expected


def test_an_approval_of_his_own_lets_him_in() -> None:
    (person,) = COMPANY.named("王五")
    room = replace(group("项目A工作群"), exempt=frozenset({person.user_id}))
    assert fits(person, room, COMPANY)


def test_where_nobody_knows_the_rule_everybody_may() -> None:
    (person,) = COMPANY.named("王五")
    for room in (Group(GroupId("x"), "篮球群"), Group(GroupId("y"), "项目C工作群", "E4")):
        assert who_belongs(room, COMPANY) is None
        assert fits(person, room, COMPANY)


def test_who_has_left_belongs_nowhere() -> None:
    people = tuple(replace(each, active=each.name != "李四") for each in COMPANY.people)
    company = replace(COMPANY, people=people)
    assert UserId("lisi") not in (who_belongs(group("项目A工作群"), company) or ())
    assert UserId("lisi") not in (who_belongs(group("集团工作群"), company) or ())


def test_a_headquarters_of_its_own_departments() -> None:
    room = replace(group("集团工作群"), departments=("财务部", "总裁办"))
    assert who_belongs(room, COMPANY) == {"ouyangjing", "mali", "zhaoguoqiang", "qianweidong", "linmi"}


def test_who_is_to_be_added_without_asking() -> None:
    assert UserId("guotao") in who_must_be_in(group("项目B工作群"), COMPANY)
    assert len(who_must_be_in(group("集团工作群"), COMPANY)) == len(COMPANY.people)
    assert who_must_be_in(group("集团高管工作群"), COMPANY) == frozenset()


def test_what_people_are_told_of_it() -> None:
    assert rule_of(group("项目B工作群"), COMPANY).endswith("这个项目公司的员工（生产部、研发部）")
    assert rule_of(Group(GroupId("x"), "篮球群"), COMPANY) == ""


def test_which_group_nobody_may_leave() -> None:
    assert is_mandatory(group("集团工作群"), COMPANY)
    assert not is_mandatory(group("项目A工作群"), COMPANY)
    assert is_mandatory(replace(group("项目A工作群"), mandatory=True), COMPANY)
