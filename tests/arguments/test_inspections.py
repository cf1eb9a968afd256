"""Inspections as people ask for them, in any order."""

import pytest

from bot.arguments.inspections import InspectedPlace, Inspector, ListNamed, OnHolidayWish, PlanStopped, Rhythm
from bot.domain.notices.notice import OnHoliday
from bot.errors import Code
from tests.arguments.reading import read, refused


@pytest.mark.parametrize(
    ("words", "name", "left"),
    [
        ("3号车间 消防", "消防", "3号车间"),
        ("消防泵房 用电检查表", "用电", "消防泵房"),
        ("消防安全检查 3号车间", "消防", "3号车间"),
        ("3号车间 密闭空间", "有限空间", "3号车间"),
    ],
)
def test_a_list_is_named(words: str, name: str, left: str) -> None:
    found, rest = read(ListNamed, words)
    assert found.checklist.name == name
    assert found.explained() == {"checklist": name}
    assert rest == left


def test_a_word_of_another_thing_is_no_list() -> None:
    assert read(ListNamed, "消防通道堵了")[0] is None


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [
        ("每周一8:30 3号车间", "WEEKLY;MO;08:30"),
        ("每天 3号车间", "DAILY;08:30"),
        ("每月第一个工作日 3号车间", "MONTHLY;FIRST_WORKDAY;08:30"),
        ("节前3天 3号车间", "HOLIDAY;-3;08:30"),
    ],
)
def test_how_often(words: str, recurrence: str) -> None:
    found, rest = read(Rhythm, words)
    assert found.explained() == {"recurrence": recurrence}
    assert rest.strip() == "3号车间"


def test_who_looks() -> None:
    assert read(Inspector, "3号车间 检查人 张三")[0].name == "张三"
    assert read(Inspector, "3号车间 由张三负责")[0].name == "张三"
    assert read(Inspector, "3号车间 张三")[0].explained() == {"inspector": "张三"}
    assert read(Inspector, "3号车间")[0] is None
    assert refused(Inspector, "3号车间 检查人 刘洋").code is Code.AMBIGUOUS_PERSON


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("遇节假日跳过", OnHoliday.SKIP),
        ("节假日提前", OnHoliday.PREVIOUS_WORKDAY),
        ("遇到放假顺延", OnHoliday.NEXT_WORKDAY),
        ("放假照查", OnHoliday.STAY),
    ],
)
def test_on_days_of_rest(words: str, rule: OnHoliday) -> None:
    assert read(OnHolidayWish, words)[0].explained() == {"on_holiday": rule.value}


def test_a_plan_is_stopped_and_a_place_is_what_is_left() -> None:
    assert read(PlanStopped, "停掉 JH-20261122-001")[0].explained() == {"stop": "JH-20261122-001"}
    assert read(PlanStopped, "3号车间 消防")[0] is None
    assert read(InspectedPlace, "去 3号车间 查一下")[0].explained() == {"place": "3号车间"}
    assert read(InspectedPlace, " ， ")[0] is None
