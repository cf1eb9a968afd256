"""What most questions were about comes first; a quarter begins with what departments need."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.desk_month import desk_month
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_month,)


async def test_what_people_asked(chat: Chat) -> None:
    for words in ("打印机没墨了", "系统登录不了", "我的社保断缴了"):
        await chat.say("张三", f"/求助 {words}")
    chat.said()
    await chat.play("""
    ⏰ 2026-12-01 09:20
    机器人→小运营、王强、周敏> 2026年11月的求助和建议：
    求助 3 条（上个月 0 条），最多的是 技术 2、人事 1；超时 3 条，说没解决的 0 条。
    先看「技术」：2 条，比上个月多 2 条。定一条措施和负责人，下个月这里看有没有少。
    ⏰ 2026-12-31 09:20
    """)


async def test_nothing_of_a_month_without_any_and_needs_with_a_quarter(chat: Chat) -> None:
    await chat.advance(chat.clock.time.replace(month=12, day=31))
    assert chat.said() == []
    await chat.advance(chat.clock.time.replace(year=2027, month=1, day=5))
    (said,) = chat.said()
    assert said.words.startswith("新的一季度：")
