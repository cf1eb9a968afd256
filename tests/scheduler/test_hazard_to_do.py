"""Who leads a department has the week's list of what is open in it; nobody else's."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.safety.hazards.hazard import HazardState
from bot.shapes.job import Job
from scheduler.hazard_to_do import hazard_to_do
from tests.chat import Chat
from tests.services.safety.hazards.given import given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_to_do]


async def test_the_week_begins_with_a_list(chat: Chat) -> None:
    await given(chat, hazard(chat))
    await given(chat, hazard(chat, HazardState.FIXING, number="YH-20261123-002", due=date(2026, 11, 20)))
    await chat.play("""
        ⏰ 2026-11-23 08:59
        ⏰ 2026-11-23 09:00
        机器人→王强> 本周隐患清单：你负责的区域未销号 2 条（待核实 1 条、整改中 1 条，超期 1 条）。
        YH-20261123-002 3号车间 配电箱门坏了：整改中，期限11月20日(周五)，已经超期。
        YH-20261123-001 3号车间 配电箱门坏了：待核实。
        ⏰ 2026-11-29 23:00
    """)


async def test_nothing_open_is_nothing_said(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.CLOSED))
    await chat.play("⏰ 2026-11-24 23:00")
