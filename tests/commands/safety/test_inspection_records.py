from collections.abc import AsyncIterator

import pytest

from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.safety.inspections import TWO_WRONG, short


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=short)
    yield chat
    await chat.close()


async def test_by_area_with_a_table(chat: Chat) -> None:
    await chat.play(f"""{TWO_WRONG.rstrip()}
        陈安> /检查记录 本月
        机器人→陈安> [文件 检查-2026-11.xlsx] 2026-11 的检查记录，1 条。
        机器人> 2026-11 的检查，1 条明细已发你：
        安全环保部：共查 1 次 3 项，不合格 2 项（67%）。
        陈安> /检查记录 上个月
        机器人> 2026-10 没有检查记录。…
    """)


async def test_not_everybodys(chat: Chat) -> None:
    await chat.play("""
        张三> /检查记录
        机器人> 「检查记录」由集团高管、部门负责人、安全管理员使用。…
    """)
