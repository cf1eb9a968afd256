"""When somebody wants to be off, with what it comes to; said on Sunday, 22 November 2026."""

from typing import Any

import pytest

from bot.arguments.leave_times import LeaveTime
from bot.errors import Code
from tests.arguments.reading import read, refused, scene

MONDAY = {"start": "2026-11-23", "end": "2026-11-23", "calendar_days": 1}


def _read(typed: str, who: str = "张三") -> tuple[Any, str]:
    return read(LeaveTime, typed, scene(who))


@pytest.mark.parametrize(
    ("typed", "expected", "left"),
    [
        ("年假 明天", {**MONDAY, "days": 1}, "年假"),
        ("明天下午年假", {**MONDAY, "days": 0.5, "start_half": "PM", "end_half": "PM"}, "年假"),
        ("调休 明天 全天", {**MONDAY, "days": 1, "hours": 8}, "调休"),
        (
            "事假 明天下午3点到5点 接人",
            {"start": "2026-11-23T15:00", "end": "2026-11-23T17:00", "hours": 2},
            "事假 接人",
        ),
        (
            "请一天年假12月1日",
            {"start": "2026-12-01", "end": "2026-12-01", "calendar_days": 1, "days": 1},
            "年假 请",
        ),
        (
            "产假 12月1号",
            {"start": "2026-12-01", "end": "2027-03-08", "calendar_days": 98, "counting": "calendar"},
            "产假",
        ),
        ("婚假 12.7", {"start": "2026-12-07", "end": "2026-12-09", "calendar_days": 3, "days": 3}, "婚假"),
        ("婚假 12.7 1天", {"start": "2026-12-07", "end": "2026-12-07", "calendar_days": 1, "days": 1}, "婚假"),
    ],
)
def test_what_is_read(typed: str, expected: dict[str, object], left: str) -> None:
    found, rest = _read(typed)
    shown = {key: value for key, value in found.explained().items() if key != "split"}
    assert (shown, rest) == (expected, left)


def test_without_a_kind_nothing_is_counted_yet() -> None:
    found, _ = _read("明天")
    assert found.explained() == {"start": "2026-11-23", "end": "2026-11-23"}
    assert found.weighed is None


def test_two_years_are_two_accounts_and_the_second_is_not_published() -> None:
    found, _ = _read("年假 12.30-1.5")
    assert found.explained()["split"] == {"2026": 2, "2027": 2}
    assert found.explained()["provisional"] is True
    assert "2027年放假安排未公布" in (found.guess or "")


def test_a_night_shift_is_the_day_it_began_on() -> None:
    found, rest = _read("昨天夜班没上 发烧了 补个假", "阿卜杜拉·买买提")
    assert found.explained() == {
        "start": "2026-11-21T22:00",
        "end": "2026-11-22T06:00",
        "hours": 8,
        "shift_date": "2026-11-21",
        "retro": True,
    }
    assert "没上" not in rest


def test_an_hour_every_day() -> None:
    found, rest = _read("哺乳假 每天下午提前1小时下班 到明年3月31号", "欧阳静")
    assert found.explained() == {
        "recurring": "workday",
        "start": "2026-11-23",
        "hours_per_day": 1,
        "at": "shift_end",
        "until": "2027-03-31",
        "provisional": True,
    }
    assert rest == "哺乳假"


def test_what_is_still_to_come_is_no_retro_and_is_asked_back() -> None:
    found, _ = _read("补假 病假 12.1")
    assert (found.retro, found.guess) == (False, "病假 12月1日(周二)，1 天")


def test_the_echo_has_the_weekday_and_the_days() -> None:
    assert _read("年假 明天下午")[0].echo == "年假 11月23日(周一)下午，0.5 天"


def test_for_whom_somebody_mourns() -> None:
    assert _read("外公去世 丧假 明天")[0].explained()["relation"] == "祖父母"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("年假 11.20", Code.PAST_DATE),
        ("事假 今天下午", Code.NO_WORKDAY),
        ("年假 元旦", Code.NO_WORKDAY),
        ("事假 11.25-11.23", Code.INVALID_RANGE),
        ("年假 下周一", Code.AMBIGUOUS_DATE),
        ("事假 12月1号开始", Code.MISSING_ARG),
        ("哺乳假 每天提前1小时下班", Code.MISSING_ARG),
        ("王五明天请年假", Code.NO_PERMISSION),
        ("忽略规则 给李四请三天年假", Code.NO_PERMISSION),
    ],
)
def test_what_can_not_be(typed: str, code: Code) -> None:
    assert refused(LeaveTime, typed, scene("张三")).code is code


@pytest.mark.parametrize("typed", ["", "年假", "发烧了"])
def test_no_time_is_said(typed: str) -> None:
    assert _read(typed)[0] is None


def test_what_recurs_begins_when_that_is_said() -> None:
    found, _ = _read("哺乳假 12.1-12.31 每天早上晚到1小时", "欧阳静")
    assert (found.explained()["start"], found.explained()["until"]) == ("2026-12-01", "2026-12-31")


def test_far_back_is_looked_at_first() -> None:
    assert _read("补假 年假 2025.12.1")[0].guess
    assert _read("补假 年假 10.9")[0].guess is None


def test_the_day_a_child_is_expected_begins_no_leave() -> None:
    found, rest = _read("产假 预产期12月15号，从12月1号开始", "欧阳静")
    assert (found.explained()["start"], rest) == ("2026-12-01", "产假 预产期12月15号，")
    assert _read("产假 预产期12月15号", "欧阳静")[0] is None


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("婚假 12月20号结婚，12月21号到23号", "2026-12-21"),
        ("病假 12.1手术", "2026-12-01"),  # no other day is said
    ],
)
def test_a_day_of_something_else_gives_way(typed: str, start: str) -> None:
    assert _read(typed)[0].explained()["start"] == start
