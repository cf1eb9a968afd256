"""The reminder comes each day, goes higher in the middle of December, and ends with the import."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.holiday_notice import remind_of_notice
from tests.chat import Chat
from tests.domain.calendar.notices import imported_2027


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind_of_notice,)


async def told(chat: Chat, moment: str) -> list[str]:
    chat.said()
    before = chat.clock.now()
    chat.clock.time = before.fromisoformat(f"{moment}+08:00")
    await chat.core.settle()
    return sorted(line.to or "" for line in chat.said())


async def test_each_day_and_higher_up_in_december(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 09:10
        机器人→李娜> 请导入放假通知：2027年的放假安排还没有导入，离2027年还有 39 天。国务院办公厅公布后，请发 /导入放假，后面贴上通知全文和网址。在那之前，2027年的请假只按法定节假日暂算。
        机器人→周敏> 请导入放假通知：…
    """)  # noqa: E501
    assert await told(chat, "2026-11-24T09:10") == ["周敏", "李娜"]
    chat.clock.time = chat.clock.now().replace(month=12, day=14, hour=8)
    await chat.core.settle()
    assert await told(chat, "2026-12-15T09:11") == ["吴管", "周敏", "李娜", "林宓"]


async def test_who_handed_it_in_waits_for_the_second_and_then_it_is_quiet(chat: Chat) -> None:
    await chat.say("李娜", f"/导入放假 {imported_2027()}")
    chat.said()
    await chat.play("""
        ⏰ 2026-11-23 09:10
        机器人→李娜> 2027年的放假安排已经导入，还等人核对：RQ-20261122-001。请对照原文，同意或驳回。
        机器人→周敏> 2027年的放假安排已经导入，还等人核对：…
    """)
    await chat.say("周敏", "/同意申请 RQ-20261122-001")
    assert await told(chat, "2026-11-24T09:10") == []
