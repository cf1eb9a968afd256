"""Years begin, credits end."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from bot.domain.leave.ledgers.unused import UNUSED
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.models.leave import LeaveEntryRecord
from bot.storage.models.operating import Trail
from scheduler.leave_accounts import look_after
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [look_after]


async def test_what_the_year_gives_is_written_down_once(chat: Chat) -> None:
    await chat.play("⏰ 2026-11-23 01:00")
    ledger = await chat.core.records.leave_ledgers.of(UserId("zhangsan"))
    assert [(each.type, each.amount) for each in ledger.entries] == [("年假", Decimal(5))]
    written = await LeaveEntryRecord.all().count()
    assert not await LeaveEntryRecord.filter(user="hemiao")  # three months into a first job
    await chat.play("⏰ 2026-11-24 01:00")
    assert await LeaveEntryRecord.all().count() == written


async def test_what_nobody_took_lapses_with_its_year_and_says_what_is_owed(chat: Chat) -> None:
    await chat.play(f"""
        张三> /请假 年假 12.31
        机器人→王强> …
        机器人> …
        ⏰ 2027-01-01 01:00
        张三> /为什么 年假 2026年
        机器人> 2026年的年假：
        2026年1月1日(周四) 发放 5 天（累计工龄满 5 年，全年 5 天（《职工带薪年休假条例》第三条）），剩 5 天
        2026年11月22日(周日) 预留 1 天（QJ-20261122-001），剩 4 天
        2027年1月1日(周五) 过期 4 天（{UNUSED}），剩 0 天
        共 5 天，占用 1 天，过期 4 天，还剩 0 天。
        张三> /假期余额 年假
        机器人> 2027年的假期余额：
        年假：还能用 5 天，已休 0 天。
        为什么是这么多，发 /为什么 年假。
        张三> /撤回 QJ-20261122-001
        机器人→王强> …
        机器人> …
        ⏰ 2027-01-02 01:00
    """)
    tally = (await chat.core.records.leave_ledgers.of(UserId("zhangsan"))).balance("年假", 2026)
    assert (tally.held, tally.expired, tally.left) == (0, 5, 0)


async def test_every_change_has_its_trail(chat: Chat) -> None:
    await chat.play("⏰ 2026-11-23 01:00")
    (row,) = await Trail.filter(subject="leave_ledger:zhangsan")
    assert (row.actor, row.authority) == ("job:leave-accounts", "定时任务")
