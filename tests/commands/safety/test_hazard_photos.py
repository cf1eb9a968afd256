"""Photos of before and after come as pairs, to whom the hazard concerns."""

from collections.abc import Sequence

import pytest

from bot.domain.safety.hazards.hazard import Side
from bot.pictures.bars import bar_chart
from bot.pictures.png import render
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import desk, given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_whom_it_concerns_gets_them_in_private(chat: Chat) -> None:
    await given(chat, hazard(chat))
    store, by = chat.core.records, desk(chat).act
    for number, side in enumerate((Side.BEFORE, Side.BEFORE, Side.AFTER)):
        file = await store.files.keep(render(bar_chart(f"{number}", ()), zoom=0.1), at=chat.clock.now())
        await store.hazards.add_photo("YH-20261123-001", file, side, by=by)
    said = "YH-20261123-001 的照片：整改前 2 张，整改后 1 张"
    await chat.play(f"""
        张三> /隐患照片 YH-20261123-001
        机器人→张三> [图片] {said}。
        机器人> {said}，已私聊发给你。
        王五> /隐患照片 YH-20261123-001
        机器人> 照片只给报告人、责任人、区域负责人和安全管理员看。进度可以发 /隐患进度 加编号。
    """)


async def test_there_are_none_yet(chat: Chat) -> None:
    await given(chat, hazard(chat))
    await chat.play("""
        张三> /隐患照片 YH-20261123-001
        机器人> YH-20261123-001 还没有照片。
    """)
