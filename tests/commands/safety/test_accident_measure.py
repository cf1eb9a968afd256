"""What is to be put right after an accident is a hazard with an owner and a day, and holds the case open."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.safety.hazards import HazardTable
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def test_it_becomes_a_hazard_of_its_owner(chat: Chat) -> None:
    await reported(chat)
    said = await answered(chat, "陈安", "/事故整改 王强 12月1日前 加装联锁")
    assert said.startswith(f"{NUMBER} 的整改已登记为隐患 YH-20261122-001，王强 12月1日(周二)前完成")
    hazard = await HazardTable().get("YH-20261122-001")
    assert hazard
    assert (hazard.source, hazard.plan.owner, hazard.facts.place) == (NUMBER, "wangqiang", "3号车间")


async def test_what_isn_t_settled_is_asked_for(chat: Chat) -> None:
    await reported(chat)
    assert "整改要写清" in await answered(chat, "陈安", "/事故整改 加装联锁")


async def test_measures_are_not_done_while_one_is_open(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故整改 王强 12月1日前 加装联锁")
    said = await answered(chat, "陈安", "/四不放过 整改 联锁装好了")
    assert "YH-20261122-001 还没有销号" in said
