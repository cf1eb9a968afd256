"""Which group is meant; `?`: a guess, `!`: a word that ends like a group's, but no group that may be told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.finding.groups import HERE, GroupFinder
from bot.domain.groups.group import Group
from bot.files.company import load
from bot.identifiers import GroupId

COMPANY = load(Path(__file__).parents[3] / "sandbox" / "company.json").company
FIND = COMPANY.finder.groups

MEANT = """
项目A工作群 | 项目A工作群 | 项目A工作群
项目Ａ群 | 项目Ａ群 | 项目A工作群
项目 a 工作群 11月25日 | 项目 a 工作群 | 项目A工作群
11月25日停电 项目A群 | 项目A群 | 项目A工作群
拉我进项目B工作群呗 | 项目B工作群 | 项目B工作群
何苗 在项目A工作群发赌博链接 | 项目A工作群 | 项目A工作群
恒远置业 李总 进项目A营销微信平台 | 项目A营销微信平台 | 项目A营销微信平台
集团高管工作群 | 集团高管工作群 | 集团高管工作群
项目工作群 | 项目工作群 | 项目A工作群 项目B工作群?
项目群 | 项目群 | 项目A工作群 项目B工作群?
集团群 | 集团群 | 集团工作群?
拉我进集团群吧 | 集团群 | 集团工作群?
项目A | 项目A | 项目A工作群?
项目a工作裙 | 项目a工作裙 | 项目A工作群?
xiangmuagongzuoqun | xiangmuagongzuoqun | 项目A工作群?
xmbgzq | xmbgzq | 项目B工作群?
项目A营销平台 | 项目A营销平台 | 项目A营销微信平台?
项目C群 | 项目C群 | !
高管群 | 高管群 | !
"""


def _rows() -> Iterator[tuple[str, str, str]]:
    for line in MEANT.strip().splitlines():
        text, typed, groups = line.split(" | ")
        yield text, typed, groups


def _open(group: Group) -> bool:
    return group.kind in ("E3", "E4", "E5")


@pytest.mark.parametrize(("text", "typed", "groups"), list(_rows()))
def test_a_group_is_meant(text: str, typed: str, groups: str) -> None:
    found = FIND.spot(text, _open)
    told = " ".join(group.name for group in found.groups) + ("?" if found.guessed else "") if found else "!"
    assert told == groups
    place = found or FIND.unknown(text)
    assert place is not None
    assert text[place.start : place.end] == typed


@pytest.mark.parametrize("text", ["本群", "这个群", "在这个群里", "张三", "明天下午", "", "有人把名单发到外面的群了"])
def test_no_group_is_meant(text: str) -> None:
    assert FIND.spot(text, _open) is None


@pytest.mark.parametrize("text", ["本群", "这个群", "在这群", "这里", "当前群"])
def test_the_group_one_is_in(text: str) -> None:
    assert HERE.fullmatch(text)


def test_a_name_that_is_any_word_must_stand_alone() -> None:
    find = GroupFinder([Group(GroupId("x"), "财务沟通群", aliases=("财务",))])
    for text in ("财务", "发到财务 明天盘点", "财务 明天盘点"):
        found = find.spot(text, _open)
        assert found is not None
        assert not found.guessed
    assert find.spot("张三财务造假 2小时", _open) is None


def test_a_part_tells_nothing_to_who_may_not_know_of_the_group() -> None:
    hidden = GroupFinder([Group(GroupId("x"), "收购筹备工作群", "E1")])
    for part in ("收购", "收购群", "筹备工作群", "shougou", "sgcbgzq"):
        assert hidden.spot(part, lambda group: False) is None
        assert hidden.near(part, lambda group: False) == ()
    assert hidden.spot("收购群", lambda group: True) is not None
    assert hidden.spot("收购筹备工作群", lambda group: False) is not None
