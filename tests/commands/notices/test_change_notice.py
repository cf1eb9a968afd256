"""An edit voids what was agreed to; what isn't said stays."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def test_an_edit_voids_the_approval(chat: Chat) -> None:
    await chat.play("""
        李娜> /公告 全员 明天9:00 食堂换菜单
        机器人> [卡片] …
        李娜> 按 [送审]
        机器人→林宓> [卡片] …
        机器人> [卡片] …
        林宓> 按 [同意]
        机器人→钱卫东> [卡片] …
        机器人→李娜> …
        机器人> [卡片] …
        李娜> /改公告 GG-20261122-001 食堂停业
        机器人→钱卫东> RQ-20261122-001 申请人撤回了，不用再审批。
        机器人> [卡片] GG-20261122-001 送审之前看一看 食堂停业
        发给：全员（24 人）
        时间：明天 09:00
        要审核过才发（全公司）。发之前过一遍：及时、真实、安全、可靠、合法。 [送审] [改] [不发了]
        ⏰ 2026-11-23 09:30
    """)


async def test_nothing_goes_out_of_one_that_is_being_changed(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 明天9:30 交周报
        机器人> [卡片] GG-20261122-001 已排好 …
        郑群> 按 [改]
        机器人> [卡片] GG-20261122-001 交周报
        直接回复新的内容（时间、对象、图片、文件也行），我换上；不改了回「算了」。
        郑群> 明天10:30 交月报
        机器人> [卡片] GG-20261122-001 发之前看一看 交月报
        发给：项目A工作群（9 人）
        时间：明天 10:30
        发之前过一遍：及时、真实、安全、可靠、合法。 [发布] [改] [不发了]
        ⏰ 2026-11-23 09:31
        郑群> 按 [发布]
        机器人> [卡片] GG-20261122-001 交月报
        好的，10:30 发。
        ⏰ 2026-11-23 10:30
        机器人→项目A工作群> 交月报
        ——郑群 发布，GG-20261122-001
        郑群> /改公告 GG-20261122-001 交年报
        机器人> GG-20261122-001 10:30 已发布。改不了了，要更正请发 /更正 GG-20261122-001 新内容。
    """)


async def test_whose_it_is(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 明天9:30 交周报
        机器人> [卡片] …
        王强> /改公告 GG-20261122-001 不用交
        机器人> 没有这个编号的公告，或者不归你管。发 /我的公告 看你自己的。
        郑群> /改公告 GG-20261122-001 交周报
        机器人> GG-20261122-001 本来就是这样写的，没有改动。
    """)
