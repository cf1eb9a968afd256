"""A mediation that nobody answers ends, once; what is over rings no more."""

from collections.abc import Sequence

import pytest

from bot.shapes.act import Act
from bot.shapes.job import Job
from scheduler.mediation_clock import mediation_clock
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (mediation_clock,)


async def test_nobody_was_there_for_a_week(chat: Chat) -> None:
    """The reminder and the end fall due together."""
    await chat.play("""
    张三> /调解 @李四 他总抢我的料车
    机器人→李四> [卡片] 想请你和张三谈一谈 …
    机器人> …
    """)
    chat.clock.time = chat.clock.time.replace(day=30)
    await chat.play("""
    ⏰ 2026-11-30 12:00
    机器人→张三> 调解 TJ-20261122-001：没有等到答复。这次不谈了，没有别的影响。
    机器人→王强> 调解 TJ-20261122-001：没有等到答复。…
    李四> 按 [愿意谈]
    机器人> [卡片] 调解 TJ-20261122-001 没有等到答复，不用再答复。
    ⏰ 2026-12-10 09:00
    """)


async def test_whoever_mediated_has_left_and_somebody_else_does(chat: Chat) -> None:
    await chat.play("""
    张三> /调解 @李四 他总抢我的料车
    机器人→李四> [卡片] 想请你和张三谈一谈 …
    机器人> …
    李四> 按 [愿意谈]
    机器人→王强> [卡片] 调解 TJ-20261122-001：李四、张三 …
    机器人→张三> 调解 TJ-20261122-001：双方都愿意谈，王强会约你们。
    机器人> [卡片] …
    """)
    company, table = chat.core.book.company(), chat.core.records.directory
    by = Act("job:test", "directory-sync", "定时任务", "test", chat.clock.now())
    await table.replace(company.departments, company.people, by=by)
    await table.replace(company.departments, [each for each in company.people if each.name != "王强"], by=by)
    await chat.play("""
    ⏰ 2026-11-23 08:46
    机器人→张三> 调解 TJ-20261122-001 的调解员换成周敏，其他不变。
    机器人→李四> 调解 TJ-20261122-001 的调解员换成周敏，其他不变。
    机器人→周敏> [卡片] 调解 TJ-20261122-001：李四、张三 …
    周敏> /调解结果 TJ-20261122-001 达成一致 轮流用
    机器人→李四> 调解 TJ-20261122-001：已达成一致。轮流用。
    机器人→张三> 调解 TJ-20261122-001：已达成一致。轮流用。
    机器人> TJ-20261122-001 已达成一致，已私聊告诉双方，群里什么都不说。
    """)
