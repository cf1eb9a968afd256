"""Values as people type them and as they read them."""

import pytest

from bot.domain.company import Company
from bot.domain.upkeep.parameters import FIXED, Kind, Parameter, found, named_first, parameters
from bot.domain.upkeep.typed_values import how, moved, read, said
from bot.errors import UserError

TYPED = [
    ("静默开始", "22:00", "22:00"),
    ("静默开始", "２２点", "22:00"),
    ("静默开始", "22点30分", "22:30"),
    ("静默开始", "25:00", None),
    ("汇总时间", "11:30、17点", ["11:30", "17:00"]),
    ("汇总时间", "上午", None),
    ("公告有效期", "30", 30),
    ("公告有效期", "30天", 30),
    ("公告有效期", "很久", None),
    ("审批提醒", "1.5", 1.5),
    ("每月统计", "关", False),
    ("每月统计", "打开", True),
    ("每月统计", "也许", None),
    ("昵称巡查", "周三", "wed"),
    ("昵称巡查", "fri", "fri"),
    ("收集部门动态", "不要", ""),
    ("昵称巡查", "不要", None),
    ("季节风险", "高温、台风", ["高温", "台风"]),
]


def test_as_they_are_typed() -> None:
    by_label = {each.label: each for each in FIXED}
    for label, text, value in TYPED:
        if value is None:
            with pytest.raises(UserError):
                read(by_label[label], text)
        else:
            assert read(by_label[label], text) == value, (label, text)


def test_each_says_how_it_is_typed_and_what_it_is() -> None:
    for each in parameters(Company()):
        assert how(each).endswith("。")
        assert each.means
        assert said(each, None, str)


def test_the_longest_name_counts() -> None:
    company = Company()
    named = named_first(company, "禁言要两人：24小时")
    assert (named[0] and named[0].key, named[1]) == ("moderation.mute.second_from_hours", "24小时")
    assert named_first(company, "集团行政人事部 李娜")[0] == found(company, "roles.group_hr.people")
    assert named_first(company, "人力资源设为 成为民")[1] == "成为民"
    assert named_first(company, "没有的") == (None, "没有的")


@pytest.mark.parametrize(("typed", "number"), [("48", 48), ("48天", 48), ("48 日", 48), ("1.5天", 1.5)])
def test_a_number_may_have_its_unit(typed: str, number: float) -> None:
    assert read(DAYS, typed) == number


@pytest.mark.parametrize("typed", ["48小时", "2周", "48个月", "48元"])
def test_and_no_other(typed: str) -> None:
    with pytest.raises(UserError, match="单位是天"):
        read(DAYS, typed)


def test_nobody_is_hidden_among_many() -> None:
    many = [f"u{number}" for number in range(20)]
    assert moved(PEOPLE, many, [*many[1:], "she"], str) == "加上 she，去掉 u0"
    assert moved(PEOPLE, many, many[::-1], str) == ""
    assert moved(DAYS, 1, 2, str) == ""


DAYS = Parameter("a.days", "天数", "x", "y", unit="天")
PEOPLE = Parameter("roles.hr", "人力资源", "x", "y", Kind.PEOPLE)
