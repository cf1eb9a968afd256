"""Overtime in chat: what becomes time off, what has to be paid, what is refused."""

from datetime import datetime

import pytest

from tests.chat import Chat
from tests.commands.leave.test_balance_words import read


async def test_time_off_can_be_taken_and_the_account_names_its_number(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.21 9:00-17:00 盘点
        机器人→王强> [卡片] 张三 申请加班 11月21日(周六) 09:00至17:00，6.5 小时，批准后计入调休 RQ-20261122-001 …
        机器人> 已提交 RQ-20261122-001：…
        王强> 按 [同意]
        机器人→张三> RQ-20261122-001 加班 …
        机器人> [卡片] …
        张三> /为什么 调休
        机器人> 2026年的调休：
        2026年11月21日(周六) 发放 6.5 小时（RQ-20261122-001，《劳动法》第四十四条：休息日加班可以安排补休），剩 6.5 小时
        共 6.5 小时，还剩 6.5 小时。
    """)


async def test_the_same_hours_count_once(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.21 9:00-12:00
        机器人→王强> …
        机器人> …
        张三> /加班 11.21 9:00-12:00
        机器人> 已登记 RQ-20261122-001：11月21日(周六) 09:00至12:00，3 小时（待审批），不用再发。
        张三> /加班 昨天2小时
        机器人> 和 RQ-20261122-001（11月21日(周六) 09:00至12:00，3 小时）是同一段时间，同样的时间只算一次。请改了再发。
        王强> /驳回 RQ-20261122-001 没有安排
        机器人→张三> …
        机器人> …
        张三> /加班 昨天2小时
        机器人→王强> [卡片] 张三 申请加班 11月21日(周六)，2 小时，批准后计入调休 RQ-20261122-002 …
        机器人> …
    """)


async def test_on_a_day_of_work_it_has_to_be_paid_and_earns_nothing(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.20 18:00-21:00
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：加班 11月20日(周五) 18:00至21:00，3 小时，按 150% 付加班费，不能换成调休…
        王强> 按 [同意]
        机器人→张三> RQ-20261122-001 加班 …
        机器人> [卡片] …
        张三> /假期余额 调休
        机器人> 2026年的假期余额：
        调休：还没有；休息日加班批准后才有。
    """)


async def test_more_than_the_law_allows_is_shown_to_who_decides(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.20 18:00-22:30
        机器人→王强> …
        机器人> …
    """)
    request = await chat.core.records.requests.get("RQ-20261122-001")
    assert request is not None
    assert request.draft.details == (("提醒", "当天 4.5 小时，超过 3 小时"),)


async def test_who_is_on_leave_works_no_overtime(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 病假 11.24-11.26 发烧
        机器人→王强> …
        机器人> …
        张三> /加班 11.25 19:00-21:00
        机器人> 这段时间有你的请假 QJ-20261122-001（病假 11月24日(周二)至11月26日(周四)），不能又算加班。…
        张三> /加班 11.28 2小时
        机器人→王强> …
        机器人> 已提交 …
    """)


async def test_who_works_overtime_is_not_on_leave(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.24 19:00-21:00
        机器人→王强> …
        机器人> …
        张三> /请假 事假 11.24-11.25 搬家
        机器人> 这段时间有你的加班 RQ-20261122-001（11月24日(周二) 19:00至21:00，2 小时，待审批），不能又请假。不加班了先发 /取消加班 RQ-20261122-001，要加班就把假分开请。
        张三> /请假 事假 11.24上午 搬家
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        张三> /取消加班 RQ-20261122-001
        机器人→王强> …
        机器人> …
        张三> /请假 事假 11.25-11.26 搬家
        机器人→王强> …
        机器人> 已提交 QJ-20261122-002：…
        张三> /加班 11.26 2小时
        机器人> 这段时间有你的请假 QJ-20261122-002（事假 11月25日(周三)至11月26日(周四)），不能又算加班。…
    """)  # noqa: E501


async def test_what_counts_already_is_not_taken_back_by_a_leave(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 昨天 9:00-12:00
        机器人→王强> …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
        张三> /补假 病假 11.20-11.22 发烧
        机器人> 这段时间记了加班 RQ-20261122-001（11月21日(周六) 09:00至12:00，3 小时，已入账），不能又请假。加班记错了请找人力资源调整。
    """)  # noqa: E501


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("/加班 11.28 9:00-12:00 盘点", {"date": "2026-11-28", "hours": 3.0, "pay": "调休"}),
        ("/加班 周六 全天", {"date": "2026-11-28", "hours": 8.0, "pay": "调休"}),
        ("/加班 周六上午", {"date": "2026-11-28", "hours": 3.5, "pay": "调休"}),
        ("/加班 昨天三个半小时", {"date": "2026-11-21", "hours": 3.5, "pay": "调休"}),
        ("昨天加班了3个小时", {"date": "2026-11-21", "hours": 3.0, "pay": "调休"}),
        ("昨天加班3小时", {"date": "2026-11-21", "hours": 3.0, "pay": "调休"}),
        ("我明晚加班6点到9点", {"date": "2026-11-23", "hours": 3.0, "pay": "150%"}),
        ("申请加班 周六9点到12点", {"date": "2026-11-28", "hours": 3.0, "pay": "调休"}),
        ("登记加班 11.28 8小时", {"date": "2026-11-28", "hours": 8.0, "pay": "调休"}),
        ("/加班 2027-01-01 9:00-12:00", {"date": "2027-01-01", "hours": 3.0, "pay": "300%"}),
    ],
)
def test_how_it_is_said(text: str, args: dict[str, object]) -> None:
    command, found = read(text)
    assert (command, {key: found.get(key) for key in args}) == ("加班", args)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("/加班", "E_MISSING_ARG"),
        ("申请加班", "E_MISSING_ARG"),
        ("/加班 周六", "E_MISSING_ARG"),
        ("昨天加班到9点", "E_MISSING_ARG"),
        ("/加班 明天 15:00-17:00", "E_INVALID_RANGE"),
        ("/加班 10月1日 8小时", "E_PAST_DATE"),
        ("今天加班太累了", "E_UNKNOWN_COMMAND"),
        ("加班费怎么算", "帮助"),
        ("我想调休一天", "E_MISSING_ARG"),
        ("明天不加班", "E_UNKNOWN_COMMAND"),
    ],
)
def test_what_is_asked_or_refused(text: str, outcome: str) -> None:
    assert read(text)[0] == outcome


async def test_nobody_is_told_to_stay_at_his_post_for_it(chat: Chat) -> None:
    await chat.say("张三", "/加班 11月23日 19:00-21:00 赶订单")
    await chat.advance(datetime.fromisoformat("2026-11-23T19:30:00+08:00"))
    said = [line.words for line in chat.said()]
    assert any("已经到了开始时间" in each for each in said)
    assert not any("岗" in each for each in said)
