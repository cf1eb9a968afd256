"""Waiting requests: reminded, passed up the line, lapsed; each once, also after days of downtime."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.approval_reminders import remind
from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C, left


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


def vice_decides(company: Company) -> Company:
    types = tuple(replace(each, approver=each.approver and "常务副总裁") for each in company.group_types)
    return replace(company, group_types=types)


ASKED = f"""
    周敏> /建群 E4 项目C
    机器人→钱卫东> [卡片] 周敏 申请{C} RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 钱卫东 审批。"""


async def test_a_reminder_then_the_next_in_line(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=vice_decides)
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-23 13:59
    ⏰ 2026-11-23 14:00
    机器人→钱卫东> 还有 1 条申请等你审批：
    RQ-20261122-001 周敏 申请{C}
    同意请回「/同意申请 编号」，驳回请回「/驳回 编号 理由」。
    ⏰ 2026-11-23 18:00
    机器人→赵国强> [卡片] 周敏 申请{C} RQ-20261122-001，钱卫东还没有审批，请你一起看 [同意] [驳回]
    机器人→钱卫东> RQ-20261122-001 到时间还没有审批，已同时请 赵国强 审批。
    机器人→周敏> RQ-20261122-001 到时间还没有审批，已同时请 赵国强 审批。
    赵国强> 按 [同意]
    机器人→钱卫东> RQ-20261122-001 赵国强同意了。
    机器人→周敏> RQ-20261122-001 {C}：已同意（赵国强代钱卫东，18:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（赵国强代钱卫东，18:00）。
    ⏰ 2026-12-05 12:00
    """)
    await chat.close()


async def test_after_days_of_downtime_everybody_is_told_once(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=vice_decides)
    await chat.play(ASKED)
    await chat.close()
    now = chat.clock.time.replace(day=27, hour=11)
    again = await Chat.open(database, jobs=jobs, company=vice_decides, now=now)
    await again.play(f"""
    ⏰ 2026-11-27 11:00
    机器人→赵国强> [卡片] 周敏 申请{C} RQ-20261122-001，钱卫东还没有审批，请你一起看 [同意] [驳回]
    机器人→钱卫东> RQ-20261122-001 到时间还没有审批，已同时请 赵国强 审批。
    机器人→周敏> RQ-20261122-001 到时间还没有审批，已同时请 赵国强 审批。
    ⏰ 2026-11-27 11:30
    """)
    await again.close()


async def test_it_lapses_after_a_week(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs)
    await chat.play(OPENED)
    await chat.close()
    again = await Chat.open(database, jobs=jobs, now=chat.clock.time.replace(day=30))
    await again.play(f"""
    ⏰ 2026-11-30 10:00
    机器人→赵国强> RQ-20261122-001 一直没有人审批，已经过期，不用再审批。
    机器人→周敏> RQ-20261122-001 {C}：已过期。要办请重新申请。
    """)
    await again.close()


async def test_somebody_leaves_while_it_waits_for_him(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=vice_decides)
    await chat.play(ASKED)
    await chat.close()
    after = await Chat.open(database, jobs=jobs, company=lambda company: left(vice_decides(company), "qianweidong"))
    await after.play(f"""
    ⏰ 2026-11-23 08:30
    机器人→赵国强> [卡片] 周敏 申请{C} RQ-20261122-001，钱卫东不能审批这一条，由你审批 [同意] [驳回]
    赵国强> /同意 RQ-20261122-001
    机器人→周敏> …
    机器人> RQ-20261122-001 {C}：已同意（赵国强代钱卫东，08:30）。
    """)
    await after.close()


async def test_the_applicant_leaves(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs)
    await chat.play(OPENED)
    await chat.close()
    after = await Chat.open(database, jobs=jobs, company=lambda company: left(company, "zhoumin"))
    await after.play("""
    ⏰ 2026-11-23 08:30
    机器人→赵国强> RQ-20261122-001 申请人已经离开，不用再审批。
    ⏰ 2026-11-23 18:30
    """)
    await after.close()
