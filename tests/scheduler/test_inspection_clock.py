"""Rounds of plans: begun, reminded of, late, climbing; once each, and in one message where nobody was there."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.safety.inspections.rounds import InspectionPlan, RoundState
from bot.domain.safety.inspections.rules import InspectionRules
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from scheduler.inspection_clock import inspection_clock
from tests.chat import Chat
from tests.commands.safety.inspections import SHORT, short

PLANNED = """
        陈安> /检查计划 每周一8:30 3号车间 消防 检查人 李四
        机器人→李四> JH-20261122-001 …
        机器人> 记下了：…
"""
CARD = "[卡片] 3号车间 消防检查 JC-20261123-001 看到哪样勾哪样，都没有就直接按下一步 …"


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=short, jobs=[inspection_clock])
    yield chat
    await chat.close()


async def test_it_begins_and_climbs_when_nobody_does_it(chat: Chat) -> None:
    await chat.play(f"""{PLANNED.rstrip()}
        ⏰ 2026-11-23 08:31
        机器人→李四> {CARD}
        ⏰ 2026-11-23 16:01
        机器人→李四> 3号车间 消防检查（JC-20261123-001）18:00前要做完，还没提交。在前面的卡片上勾完提交。
        ⏰ 2026-11-23 18:01
        机器人→李四> 3号车间 消防检查（JC-20261123-001）到时间了还没提交。今天补上，明天上班会提醒到负责人。
        机器人→王强> 3号车间 消防检查（JC-20261123-001）到时间了还没提交，检查人是 李四。请问一问。
        ⏰ 2026-11-24 09:01
        机器人→陈安> 3号车间 消防检查没有做（JC-20261123-001，11月23日 18:00前，检查人 李四）。请督促补做，或另定一个…
        机器人→王强> 3号车间 消防检查没有做（JC-20261123-001，11月23日 18:00前，检查人 李四）。请督促补做，或另定一个…
        机器人→李四> 3号车间 消防检查没有做（JC-20261123-001，11月23日 18:00前，检查人 李四）。前面的卡片还能用，现在…
        李四> 勾 [] 按 [下一步]
        机器人> [卡片] …
        李四> 按 [提交]
        机器人→王强> 3号车间 消防检查做完了（JC-20261123-001，李四）：查 3 项，全部合格。
        机器人> [卡片] 3号车间 消防检查 已提交 JC-20261123-001 查 3 项，全部合格。
        ⏰ 2026-11-30 08:31
        机器人→李四> [卡片] 3号车间 消防检查 JC-20261130-001 …
    """)
    late = await chat.core.records.inspections.get("JC-20261123-001")
    assert late
    assert late.is_done
    assert not late.in_time


async def test_who_is_done_is_left_alone(chat: Chat) -> None:
    await chat.play(f"""{PLANNED.rstrip()}
        ⏰ 2026-11-23 08:31
        机器人→李四> {CARD}
        李四> 勾 [] 按 [下一步]
        机器人> [卡片] …
        李四> 按 [提交]
        机器人→王强> …
        机器人> [卡片] …
        ⏰ 2026-11-25 12:00
    """)


async def test_one_that_was_stopped_begins_no_more(chat: Chat) -> None:
    await chat.play(f"""{PLANNED.rstrip()}
        陈安> /检查计划 停 JH-20261122-001
        机器人> …
        ⏰ 2026-11-25 12:00
    """)


async def test_a_plan_of_the_configuration(database: Database) -> None:
    plan = InspectionPlan("仓库/消防", "消防", "仓库", UserId("lisi"), "DAILY;08:30")

    def planned(company: Company) -> Company:
        rules = InspectionRules(SHORT, (plan,))
        return replace(company, safety=replace(company.safety, inspections=rules))

    chat = await Chat.open(database, company=planned, jobs=[inspection_clock])
    await chat.play("""
        ⏰ 2026-11-23 08:31
        机器人→李四> [卡片] 仓库 消防检查 JC-20261123-001 …
        李四> 勾 [] 按 [下一步]
        机器人> [卡片] …
    """)
    await chat.play("""
        ⏰ 2026-11-24 08:31
        机器人→李四> 仓库 消防检查（JC-20261123-001）18:00前要做完，还没提交。在前面的卡片上勾完提交。
        机器人→李四> 仓库 消防检查（JC-20261123-001）到时间了还没提交。今天补上，明天上班会提醒到负责人。
        机器人→王强> 仓库 消防检查（JC-20261123-001）到时间了还没提交，检查人是 李四。请问一问。
        机器人→李四> [卡片] 仓库 消防检查 JC-20261124-001 …
    """)
    missed = await chat.core.records.inspections.get("JC-20261123-001")
    assert missed
    assert missed.state is RoundState.MISSED
    await chat.close()


async def test_who_has_left_and_a_list_that_is_gone_are_named(database: Database) -> None:
    plans = (
        InspectionPlan("仓库/消防", "消防", "仓库", UserId("gone"), "DAILY;08:30"),
        InspectionPlan("食堂/卫生", "卫生", "食堂", UserId("lisi"), "DAILY;09:30"),
    )

    def planned(company: Company) -> Company:
        return replace(company, safety=replace(company.safety, inspections=InspectionRules(SHORT, plans)))

    chat = await Chat.open(database, company=planned, jobs=[inspection_clock])
    await chat.play("""
        ⏰ 2026-11-23 12:00
        机器人→陈安> 检查计划 仓库/消防（仓库 消防）的检查人 gone 已经不在公司，今天没有发。请停掉，另定一个人。
        机器人→陈安> 检查计划 食堂/卫生 用的「卫生」检查表已经没有了，今天没有发。发 /检查计划 停掉或换一张。
    """)
    await chat.close()


async def test_who_is_on_leave_is_stood_in_for(chat: Chat) -> None:
    """By whoever is nearest to the place; nobody hears why."""
    await chat.play(f"""{PLANNED.rstrip()}
        李四> /请假 事假 11月23日 家里有事
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-001…
        王强> 按 [同意]
        机器人→李四> …
        机器人> [卡片] …
        ⏰ 2026-11-23 08:31
        机器人→王强> 李四 今天不在，3号车间 消防检查请你代做，卡片在下面。
        机器人→王强> {CARD}
    """)
