"""What is planned, and held back by whoever answers for it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def test_held_back_and_let_go_on(chat: Chat) -> None:
    await chat.play("""
        陈安> /公告 项目A工作群 每周一8:00 开早会
        机器人> [卡片] GG-20261122-001 已排好 …
        郑群> /推送计划
        机器人> [卡片] 推送计划：1 条 明天 08:00 开早会 → 项目A工作群（每周一 08:00） GG-20261122-001 …
        郑群> 选 [001 开早会] 按 [暂停]
        机器人→陈安> 郑群 把你的公告 GG-20261122-001「开早会」暂停了，…
        机器人> [卡片] 推送计划 GG-20261122-001 暂停了，恢复前不发。
        ⏰ 2026-11-23 09:00
        郑群> /推送计划 恢复 GG-20261122-001
        机器人→陈安> 郑群 把你的公告 GG-20261122-001「开早会」恢复了，…
        机器人> GG-20261122-001 恢复了，11月30日(周一) 08:00 发。
        ⏰ 2026-11-30 08:00
        机器人→项目A工作群> 开早会
        ——陈安 发布，GG-20261122-001
    """)


async def test_who_sees_what(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 明天9:30 交周报
        机器人> [卡片] GG-20261122-001 已排好 …
        郭涛> /推送计划
        机器人> 没有排着的公告。定时发：/公告 项目A工作群 每周五16:30 关好电源门窗。
        郭涛> /推送计划 暂停 GG-20261122-001
        机器人> 没有这个编号的公告，或者不归你管。发 /推送计划 看你能管的。
        小运营> /推送计划
        机器人> [卡片] 推送计划：1 条 …
        小运营> /推送计划 恢复 GG-20261122-001
        机器人> GG-20261122-001 明天 09:30 发。没有暂停。
        小运营> /推送计划 暂停 GG-20261122-001
        机器人→郑群> 小运营 把你的公告 GG-20261122-001「交周报」暂停了，…
        机器人> GG-20261122-001 暂停了，恢复前不发。
        ⏰ 2026-11-23 10:00
        小运营> /推送计划 恢复 GG-20261122-001
        机器人> GG-20261122-001 原定的时间已经过了。请作者发 /改公告 GG-20261122-001 新时间。
    """)
