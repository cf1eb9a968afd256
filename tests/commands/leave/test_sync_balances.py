"""Writing balances to WeCom once more; the rest is played in tests/scheduler/test_leave_balances.py."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.storage.engine.database import Database
from tests.chat import Chat


@pytest.fixture
async def synced(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[], company=lambda each: replace(each, wecom_vacations={"年假": "年假"}))
    yield chat
    await chat.close()


async def test_nothing_is_known_yet(synced: Chat) -> None:
    await synced.play("""
        李娜> /同步余额 张三
        机器人> 张三还没有要写到企业微信的余额。有变动时会自动写。
    """)


async def test_it_is_not_everybodys(chat: Chat) -> None:
    await chat.play("""
        张三> /同步余额
        机器人> …
    """)
