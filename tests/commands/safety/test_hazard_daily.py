"""How the day went with a major hazard: its owner says so, and it is asked for no more that day."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState, StepKind
from bot.shapes.job import Job
from scheduler.hazard_clock import hazard_clock
from scheduler.hazard_reminders import hazard_reminders
from tests.chat import Chat
from tests.services.safety.hazards.given import desk, given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_clock, hazard_reminders]


async def test_who_reports_is_not_asked_after(chat: Chat) -> None:
    it = hazard(chat, HazardState.FIXING, grade=Grade.MAJOR, due=date(2026, 12, 20))
    await given(chat, it)
    for step in (StepKind.STOP_DECIDED, StepKind.FILED):
        await chat.core.records.hazards.note(it.number, step, "停产撤人", by=desk(chat).act)
    await chat.play("""
        ⏰ 2026-11-22 16:30
        机器人→王强> …
        张三> /隐患日报 YH-20261123-001 都好了
        机器人> YH-20261123-001 的日报由责任人报，也可以由安全管理员代报。
        王强> /隐患日报 YH-20261123-001 已拆旧门，新门明天到
        机器人→陈安> YH-20261123-001 今天的进展（王强）：已拆旧门，新门明天到
        机器人> YH-20261123-001 今天的进展记下了，安全管理员已通知。
        ⏰ 2026-11-23 16:29
        王强> /隐患进度 YH-20261123-001
        机器人> YH-20261123-001 3号车间：配电箱门坏了
        整改中，重大隐患，期限12月20日(周日)。责任人 王强。
        11-22 10:00 登记（张三）
        11-22 10:00 停产决定：停产撤人（陈安）
        11-22 10:00 上报：停产撤人（陈安）
        11-22 16:30 日报：已拆旧门，新门明天到（王强）
    """)


async def test_a_general_one_needs_none(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL))
    await chat.play("""
        王强> /隐患日报 YH-20261123-001 好了
        机器人> YH-20261123-001 现在不是没销号的重大隐患，不用写这个。
    """)
