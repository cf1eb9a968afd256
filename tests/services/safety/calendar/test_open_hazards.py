from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.services.safety.calendar.open_hazards import span_before
from bot.shapes.job import Job
from scheduler.safety_calendar import say_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (say_what_is_due,)


def test_whole_months_before_this_one() -> None:
    assert span_before(date(2026, 12, 1), months=1) == (date(2026, 11, 1), date(2026, 11, 30))
    assert span_before(date(2026, 10, 8), months=3) == (date(2026, 7, 1), date(2026, 9, 30))
    assert span_before(date(2027, 1, 4), months=3) == (date(2026, 10, 1), date(2026, 12, 31))


async def test_monday_says_what_is_open_where_its_readers_work(chat: Chat) -> None:
    await chat.say("张三", "/隐患 生产部3号车间 配电箱门坏了 线都露出来了")
    chat.said()
    await chat.advance(datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Asia/Shanghai")))
    said = {line.to: line.words for line in chat.said()}
    assert "还没销号的隐患 1 条。看是哪几条，发 /隐患进度。" in said["集团工作群"]
    assert "张三" not in said["集团工作群"]


async def test_the_month_begins_with_the_figures_of_the_one_before(chat: Chat) -> None:
    await chat.say("张三", "/隐患 生产部3号车间 配电箱门坏了 线都露出来了")
    chat.said()
    await chat.advance(datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    (plan,) = [line for line in chat.said() if line.to == "马丽"]
    assert plan.words.startswith("【安全日历】这个月的安全安排")
    assert "隐患月报 2026年11月：发现 1 条" in plan.words


async def test_everybody_reads_what_came_of_the_hazards_of_a_month(chat: Chat) -> None:
    await chat.say("张三", "/隐患 生产部3号车间 配电箱门坏了 线都露出来了")
    chat.said()
    await chat.advance(datetime(2026, 12, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
    told = [line.words for line in chat.said() if line.to == "项目A工作群" and "简报" in line.words]
    assert len(told) == 1
    assert "隐患月报 2026年11月：发现 1 条" in told[0]
