"""Whoever may look into a report is reminded, then whoever stands behind them has it too; what is over goes in time."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.reports import ReportRecord, ReportTellerRecord
from scheduler.report_clock import report_clock
from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN, TOLD

LATE = "到时间还没有人处理，请尽快。"
DECIDE = "还没有结论。查完了请点属实或未查实，举报人在等。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (report_clock,)


async def test_what_is_begun_with_in_time_is_not_brought_up(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    ⏰ 2026-11-28 10:00
    """)


async def test_harassment_is_raised_to_nobody_but_human_resources(chat: Chat) -> None:
    await chat.play(f"""
    李四> /举报 何苗 骚扰女同事
    机器人> [卡片] 收到，…
    ⏰ 2026-11-22 10:00
    机器人→李娜> [卡片] 举报待受理 …
    机器人→周敏> [卡片] 举报待受理 …
    ⏰ 2026-11-22 14:00
    机器人→李娜> [卡片] 举报待受理 JB-20261122-001 {LATE}…
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 {LATE}…
    机器人→李娜> [卡片] 举报待受理 JB-20261122-001 {LATE}…
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 {LATE}…
    """)


async def test_what_is_slight_has_a_day(chat: Chat) -> None:
    await chat.play(f"""
    李四> /举报 何苗 在项目A工作群刷屏
    机器人> [卡片] 收到，…
    ⏰ 2026-11-23 09:59
    机器人→郑群> [卡片] 举报待受理 …
    ⏰ 2026-11-23 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 {LATE}…
    """)


async def test_whoever_has_it_is_reminded_of_a_decision(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    ⏰ 2026-11-29 10:00
    机器人→郑群> [卡片] 举报处理中 JB-20261122-001 {DECIDE}…
    """)


async def test_who_told_something_anonymously_is_unknown_after_a_month(chat: Chat) -> None:
    await chat.play("""
    张三> /匿名举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，…
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 …
    郑群> /举报成立 JB-20261122-001 只记录
    机器人> JB-20261122-001 属实，…
    ⏰ 2026-12-22 09:00
    机器人→张三> 你反映的 JB-20261122-001：…
    """)
    assert await chat.core.records.reports.teller("JB-20261122-001") == UserId("zhangsan")
    await chat.play("⏰ 2026-12-22 10:00")
    assert await chat.core.records.reports.teller("JB-20261122-001") is None
    assert await ReportRecord.all().count() == 1


async def test_what_was_proven_goes_after_two_years(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    郑群> /举报成立 JB-20261122-001 只记录
    机器人> JB-20261122-001 属实，…
    ⏰ 2028-11-21 10:00
    机器人→张三> 你反映的 JB-20261122-001：…
    """)
    assert await ReportRecord.all().count() == 1
    await chat.play("⏰ 2028-11-22 10:00")
    assert await ReportRecord.all().count() + await ReportTellerRecord.all().count() == 0


async def test_what_is_held_stays_and_so_does_its_link(database: Database) -> None:
    chat = await Chat.open(database, jobs=(report_clock,), company=holding)
    await chat.play(f"""{TOLD}
    郑群> /举报不成立 JB-20261122-001 没有
    机器人> JB-20261122-001 记为未查实，…
    ⏰ 2027-02-25 10:00
    机器人→张三> 你反映的 JB-20261122-001：…
    """)
    await chat.close()
    assert await ReportRecord.all().count() == 1


def holding(company: Company) -> Company:
    return replace(company, retention=replace(company.retention, held=frozenset({"JB-20261122-001"})))
