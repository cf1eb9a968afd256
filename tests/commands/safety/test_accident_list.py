"""Which accidents are being dealt with, for those whose affair they are."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def test_each_with_how_it_stands(chat: Chat) -> None:
    await reported(chat)
    await reported(chat, "仓库着火了", name="李四")
    said = await answered(chat, "陈安", "/事故进度")
    assert said.startswith("正在处理 2 起事故：\n· SG-20261122-002 火灾，仓库，")
    assert f"· {NUMBER} 机械伤害，3号车间，" in said


async def test_a_head_of_another_department_sees_none(chat: Chat) -> None:
    await reported(chat)
    assert NUMBER in await answered(chat, "王强", "/事故进度")
    assert await answered(chat, "郭涛", "/事故进度") == "现在没有在处理的事故。"


async def test_of_several_one_is_chosen(chat: Chat) -> None:
    await reported(chat)
    await reported(chat, "仓库着火了", name="李四")
    assert "有 2 起事故在处理，是哪一起？" in await answered(chat, "陈安", "/事故上报")
