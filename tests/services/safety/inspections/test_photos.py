"""Pictures that follow a round go to what was wrong in it; which one, its inspector says."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.safety.inspections import ASKED, TWO_WRONG, short
from tests.services.leave.pages import PHOTO, send


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=short)
    yield chat
    await chat.close()


async def test_of_several_he_says_which(chat: Chat) -> None:
    await chat.play(TWO_WRONG)
    assert (await send(chat, "陈安", PHOTO)).startswith("[卡片] 照片是哪一项的？")
    await chat.play("""
        陈安> 按 [没有灭火器]
        机器人> [卡片] YH-20261122-002 的照片 照片已放进 YH-20261122-002（没有灭火器）。还有就接着发。
    """)
    assert await send(chat, "陈安", PHOTO) == "照片已放进 YH-20261122-001（通道被堵）。还有就接着发。"


async def test_none_of_them(chat: Chat) -> None:
    await chat.play(TWO_WRONG)
    await send(chat, "陈安", PHOTO)
    await chat.play("""
        陈安> 按 [都不是]
        机器人> [卡片] 照片没有用上 没有放进任何一项。
    """)
    assert not await chat.core.records.hazards.sides(["YH-20261122-001", "YH-20261122-002"])


async def test_of_what_was_reported_since_then(chat: Chat) -> None:
    await chat.play(f"""{TWO_WRONG.rstrip()}
        陈安> /隐患 食堂 地面有油
        机器人→陈安> [卡片] …
        机器人> [卡片] 已登记 YH-20261122-003 …
    """)
    assert await send(chat, "陈安", PHOTO) == "照片已放进 YH-20261122-003。"


async def test_a_round_without_faults_wants_none(chat: Chat) -> None:
    await chat.play(f"""{ASKED.rstrip()}
        陈安> 勾 [] 按 [下一步]
        机器人> [卡片] …
        陈安> 按 [提交]
        机器人> [卡片] …
    """)
    assert (await send(chat, "陈安", PHOTO)).startswith("[卡片] 照片收到了，拍的是隐患吗？")
