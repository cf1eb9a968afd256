"""Whoever has incidents finds them again; who has none reads that."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.security.incidents import TOLD


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


async def test_nothing_waits(chat: Chat) -> None:
    await chat.play("""
    吴管> /安全事件
    机器人> 没有要你处理的安全事件。
    吴管> /安全事件 WA-20261122-009
    机器人> 没有要你处理的安全事件 WA-20261122-009。发 /安全事件 看看有哪些。
    """)


async def test_how_they_went(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    ⏰ 2026-11-22 10:05
    吴管> /安全处置 WA-20261122-001 1
    机器人> 记下了：…
    吴管> /安全事件 统计
    机器人> 11月：1 起（账号异常 1），属实 0 起，没办结 1 起，第一步一般用 5 分钟，按时 1/1。
    10月：没有安全事件。
    """)


async def test_whoever_asks_the_desk_reads_what_to_do(chat: Chat) -> None:
    await chat.play("""
    欧阳静> /求助 领导加我微信让我马上转账
    机器人→欧阳静> 先这样做：…
    机器人→小运营> [卡片] 求助 QZ-20261122-001：…
    机器人> [卡片] 已转给…
    """)
