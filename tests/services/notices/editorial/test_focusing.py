"""What a month is about: who sets it, who hears of it, and where it is read."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.services.notices.editorial.publishing import publishes


@pytest.fixture
async def house(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[], company=publishes)
    yield chat
    await chat.close()


async def test_it_stands_above_the_board(house: Chat) -> None:
    await house.play("""
        王强> /宣传重点 老师傅和新徒弟
        机器人→小运营> …
        机器人→林宓> …
        机器人→郑群> 11月宣传重点：老师傅和新徒弟。（王强 11月22日(周日) 定）
        机器人> 定了，宣传小组都收到了。11月宣传重点：老师傅和新徒弟。
        林宓> /宣传重点 本月 冬季安全！
        机器人→小运营> …
        机器人→郑群> …
        机器人→王强> 11月宣传重点：冬季安全！（林宓 11月22日(周日) 定）
        机器人> 定了，宣传小组都收到了。11月宣传重点：冬季安全！原来是：老师傅和新徒弟。
        郑群> /选题表
        机器人> 本月重点：冬季安全！
        选题表是空的。发 /选题 题目 记一条。
    """)


async def test_what_cant_be_set(house: Chat) -> None:
    await house.play("""
        郑群> /宣传重点 12月 我的
        机器人> 宣传重点由总裁办、营销经理、宣传组长、微信主管来定。有建议请告诉他们。
        王强> /宣传重点 2026年10月 秋收
        机器人> 10月已经过了，只能定这个月和以后的。
        王强> /宣传重点 13月 什么
        机器人> 没有13月。请写 1 到 12 月。
        张三> /宣传重点
        机器人> 「宣传重点」由…
    """)
