"""Pasted lists of members, as people copy them from their screens."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.handed_in import HandedIn, names_of, read_names
from bot.domain.groups.roster import Roster
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company
GROUP = Group(GroupId("x"), "篮球群", members=frozenset(map(UserId, ("zhangsan", "liuyang0086"))))


def read(pasted: str, group: Group = GROUP, company: Company = COMPANY) -> HandedIn:
    return read_names(names_of(pasted), group, company)


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("张三\n李四\n\n 王五 ", ["张三", "李四", "王五"]),
        ("1. 张三\n2、李四\n- 王五", ["张三", "李四", "王五"]),
        ("张三、李四，王五,何苗；陈安", ["张三", "李四", "王五", "何苗", "陈安"]),
        ("群成员（3）\n张三 群主\n李四（管理员）\n张三", ["张三", "李四"]),
        ("项目A成员名单：\n共3人\n张三", ["张三"]),
        ("9\n—\n", []),
    ],
)
def test_what_may_be_names(pasted: str, names: list[str]) -> None:
    assert list(names_of(pasted)) == names


@pytest.mark.parametrize(
    ("pasted", "members"),
    [
        ("张三\n生产部-李四", {"zhangsan", "lisi"}),
        ("生产部 张三\n研发部王五", {"zhangsan", "wangwu"}),
        ("张三 李四 王五", {"zhangsan", "lisi", "wangwu"}),
        ("@张三 @李四", {"zhangsan", "lisi"}),
        ("刘洋(0213)", {"liuyang0213"}),
        ("hemiao\ndavid.chen", {"hemiao", "david.chen"}),
    ],
)
def test_who_is_meant(pasted: str, members: set[str]) -> None:
    found = read(pasted)
    assert set(found.roster.members) == members
    assert not found.unknown
    assert not found.unclear


def test_of_namesakes_the_one_who_is_registered() -> None:
    assert read("刘洋").roster.members == {"liuyang0086"}
    neither = read("刘洋", replace(GROUP, members=frozenset()))
    assert not neither.roster.members
    assert list(neither.unclear) == ["刘洋"]
    both = read("刘洋", replace(GROUP, members=frozenset(map(UserId, ("liuyang0086", "liuyang0213")))))
    assert not both.unclear
    assert both.roster.maybe == {"liuyang0086", "liuyang0213"}


def test_nobody_we_know() -> None:
    assert read("张三\n路人甲").unknown == ("路人甲",)


def test_a_leaver_is_recognised() -> None:
    people = tuple(replace(each, active=each.name != "何苗") for each in COMPANY.people)
    assert read("生产部-何苗", company=replace(COMPANY, people=people)).roster.members == {"hemiao"}


def test_people_from_outside() -> None:
    group = replace(GROUP, guests=(Guest("恒远置业-李总"),))
    assert read("张三\n恒远置业-李总\n陈工@微信", group).roster.guests == frozenset({"恒远置业-李总", "陈工"})
    assert read("张三").roster.guests is None
    assert read("张三\n老赵", replace(GROUP, kind="E5")).roster.guests == frozenset({"老赵"})


def test_what_comes_later_is_added() -> None:
    before = Roster(frozenset({UserId("wangwu")}), maybe=frozenset({UserId("hemiao")}))
    after = read("李四").with_more(before)
    assert after.members == {"wangwu", "lisi"}
    assert after.maybe == {"hemiao"}
