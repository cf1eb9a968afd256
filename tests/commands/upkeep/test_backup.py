"""Backups in chat: how they stand, one now, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.upkeep.backups import BackupState
from bot.shapes.act import Act
from bot.shapes.job import Job
from scheduler.backup_news import backup_news
from scheduler.nightly_backup import back_up_tonight
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (back_up_tonight, backup_news)


async def end(chat: Chat, **values: Any) -> None:
    """As whoever makes them does it."""
    backups, now = chat.core.records.backups, chat.clock.now()
    by = Act("system:backup", "backup", "系统", "backup", now)

    async def work() -> None:
        for each in await backups.wanted():
            made = {"state": BackupState.MADE, "taken_at": now, "file": "a.qunwu", "rows": 1200, "size": 3_400_000}
            await backups.save(replace(each, **(made | values)), "made", by=by)
        await chat.core.records.jobs.hasten("backup-news", now)

    await chat.core.database.transact(work)
    await chat.core.settle()


async def test_one_now(chat: Chat) -> None:
    await chat.play("""
        吴管> /备份
        机器人> [卡片] 备份 还没有备份过。每天 02:00 自动备份，每周日演练一次恢复。 [现在备份] [备份并演练恢复]
        吴管> 按 [备份并演练恢复]
        机器人> [卡片] 备份 BF-20261122-001 开始备份，接着演练恢复。好了告诉你。
    """)
    await end(chat, restored_at=chat.clock.now(), copied=True)
    await chat.play("""
        ⏰ 2026-11-22 10:01
        机器人→吴管> BF-20261122-001 备份好了：a.qunwu，1200 行，3.4 MB。恢复演练也做过了，内容都在。
        吴管> /备份
        机器人> [卡片] 备份 最近一次 10:00，3.4 MB，另存了一份；留着 1 份。最近一次恢复演练是 10:00。…
        吴管> /备份 马上
        机器人> BF-20261122-002 开始备份。好了告诉你。
    """)


async def test_it_failed(chat: Chat) -> None:
    await chat.play("""
        吴管> /备份 现在
        机器人> BF-20261122-001 开始备份。好了告诉你。
    """)
    await end(chat, state=BackupState.FAILED, taken_at=None, problem="写不进去：磁盘满了")
    await chat.play("""
        ⏰ 2026-11-22 10:01
        机器人→吴管> BF-20261122-001 备份没有成功：写不进去：磁盘满了。处理好以后发 /备份 现在。
        吴管> /备份
        机器人> [卡片] 备份 还没有备份过。最近一次（10:00）没有成功：写不进去：磁盘满了。…
    """)


async def test_two_are_enough(chat: Chat) -> None:
    await chat.play("""
        吴管> /备份 现在
        机器人> BF-20261122-001 开始备份。好了告诉你。
        吴管> /备份 现在
        机器人> BF-20261122-002 开始备份。好了告诉你。
        吴管> /备份 演练
        机器人> BF-20261122-001 还在做，好了会告诉你。
    """)


async def test_every_night_and_nobody_hears_of_it_if_all_is_well(chat: Chat) -> None:
    await chat.advance(chat.clock.time.replace(day=23, hour=2))
    (wanted,) = await chat.core.records.backups.wanted()
    assert (wanted.wanted_by, wanted.rehearse) == (None, False)
    await end(chat)
    await chat.advance(chat.clock.time + timedelta(days=2))
    assert [each.rehearse for each in await chat.core.records.backups.wanted()] == [False] * 2
    assert chat.said() == []


async def test_on_sundays_it_is_rehearsed_and_a_failure_is_told(chat: Chat) -> None:
    await chat.advance(chat.clock.time.replace(day=29, hour=2))
    wanted = await chat.core.records.backups.wanted()
    assert [each.rehearse for each in wanted] == [False] * 6 + [True]
    await end(chat, problem="演练恢复没有成功：密钥不对")
    assert {line.to for line in chat.said()} == {"吴管"}


async def test_nobody_else_may(chat: Chat) -> None:
    await chat.play("""
        李娜> /备份 现在
        机器人> 「备份」由企业微信管理员使用。发 /帮助 看看你能用什么。
    """)
