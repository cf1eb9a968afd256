"""All notices are held back and let go on."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_digest import notice_digest
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due, notice_digest)


async def test_nothing_goes_out_and_nothing_comes_in_a_heap_afterwards(chat: Chat) -> None:
    await chat.play("""
        陈安> /公告 项目A工作群 每周一9:00 开早会
        机器人> [卡片] GG-20261122-001 已排好 …
        郑群> /公告 项目A工作群 明天9:30 交周报
        机器人> [卡片] GG-20261122-002 已排好 …
        小运营> /推送管理
        机器人> [卡片] 推送管理 推送正常，2 条公告排着。每人每天 5 条、每群 3 条，多出来的并进汇总。 [暂停全部]
        小运营> 按 [暂停全部]
        机器人> [卡片] 推送管理 全部推送暂停了：公告和汇总都先不发，加急的照发。恢复请发 /推送管理 恢复。
        ⏰ 2026-11-23 10:00
        郑群> /公告 项目A工作群 会议室换到三楼
        机器人> [卡片] GG-20261123-001 这就发 …
        ⏰ 2026-11-23 10:30
        小运营> /推送管理 恢复
        机器人→郑群> GG-20261122-002「交周报」原定的时间正好在全部推送暂停的时候，没有发。…
        机器人> 全部推送恢复了。1 条过了原定的时间，没有补发，已请作者另定。
        ⏰ 2026-11-23 10:31
        机器人→项目A工作群> 会议室换到三楼
        ——郑群 发布，GG-20261123-001
        ⏰ 2026-11-30 09:00
        机器人→项目A工作群> 开早会
        ——陈安 发布，GG-20261122-001
    """)


async def test_what_is_urgent_goes_out_all_the_same(chat: Chat) -> None:
    await chat.play("""
        小运营> /推送管理 暂停
        机器人> 全部推送暂停了：…
        陈安> /公告 项目A工作群 加急 西门封闭，走东门
        机器人> [卡片] GG-20261122-001 这就发 …
        ⏰ 2026-11-22 10:01
        机器人→项目A工作群> 西门封闭，走东门
        ——陈安 发布，GG-20261122-001
    """)


async def test_who_may_not_and_what_is_so_already(chat: Chat) -> None:
    await chat.play("""
        张三> /推送管理 暂停
        机器人> …
        小运营> /推送管理 恢复
        机器人> 推送没有暂停，不用恢复。
        小运营> /推送管理 暂停
        机器人> 全部推送暂停了：…
        小运营> /推送管理 暂停
        机器人> 全部推送已经是暂停的。恢复请发 /推送管理 恢复。
        小运营> /推送管理
        机器人> [卡片] 推送管理 小运营 在 10:00 暂停了全部推送，0 条公告等着。 [恢复全部]
    """)
