"""A round without its card, in words."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.safety.inspections import ASKED, short


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=short, jobs=jobs)
    yield chat
    await chat.close()


async def test_by_the_places_in_the_list(chat: Chat) -> None:
    await chat.play(f"""{ASKED.rstrip()}
        陈安> /检查结果 JC-20261122-001 1、3
        机器人> [卡片] 3号车间 消防检查 还没提交 不合格 2 项：通道被堵、应急灯不亮。合格 1 项。…
        陈安> /检查结果 JC-20261122-001 3 不适用 2
        机器人> [卡片] 3号车间 消防检查 还没提交 不合格 1 项：应急灯不亮。合格 1 项。不适用 1 项。…
        陈安> /检查结果 JC-20261122-001 提交
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 应急灯不亮 …
        机器人> [卡片] 3号车间 消防检查 已提交 JC-20261122-001 查 2 项，不适用 1 项，不合格 1 项：应急灯不亮。…
        陈安> /检查结果 JC-20261122-001 都合格
        机器人> [卡片] 3号车间 消防检查 已提交 JC-20261122-001 查 2 项，…
    """)


async def test_what_cannot_be(chat: Chat) -> None:
    await chat.play(f"""{ASKED.rstrip()}
        陈安> /检查结果 JC-20261122-001 提交
        机器人> JC-20261122-001 还没有勾过。先在卡片上勾，再按提交。
        陈安> /检查结果 JC-20261122-001 4
        机器人> 这张表只有 3 项，没有第 4 项。请核对序号重发。
        王强> /检查结果 JC-20261122-001 都合格
        机器人> JC-20261122-001 由检查人来交。要自己查一遍，发 /检查 地点 表名。
    """)


async def test_its_words_say_how(chat: Chat) -> None:
    await chat.say("陈安", "/检查 3号车间 消防")
    chat.said()
    plain = chat._cards[-1][2].plain
    assert "1. 通道被堵\n2. 没有灭火器\n3. 应急灯不亮" in plain
    assert plain.endswith("/检查结果 JC-20261122-001 1 3；都合格发 /检查结果 JC-20261122-001 都合格。")
    await chat.say("陈安", "/检查结果 JC-20261122-001 都合格")
    chat.said()
    assert "没错就发 /检查结果 JC-20261122-001 提交" in chat._cards[-1][2].plain
