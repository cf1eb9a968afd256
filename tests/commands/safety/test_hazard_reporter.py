"""Who wanted not to be named is looked at with a reason only, knows of it, and can see it among his data."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.privacy import PrivateMessageRecord
from tests.chat import Chat
from tests.services.safety.hazards.given import HIDDEN, desk, given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_a_look_at_a_hidden_one_is_told(chat: Chat) -> None:
    await given(chat, hazard(chat, facts=HIDDEN))
    await chat.play("""
        陈安> /隐患报告人 YH-20261123-001
        机器人> 理由是什么？…
        陈安> 要当面问位置
        机器人→张三> 陈安 查看了 YH-20261123-001 的报告人，理由：要当面问位置。法律保护…
        机器人> YH-20261123-001 的报告人：张三（要求隐去）。这次查看已记下…
    """)
    looks = await chat.core.records.data_views.of(chat.user("张三"), chat.clock.now(), most=5)
    assert [(each.viewer, each.what.value, each.why) for each in looks] == [("chenan", "隐患报告人", "要当面问位置")]


async def test_an_open_one_is_no_secret_of_the_officers(chat: Chat) -> None:
    await given(chat, hazard(chat))
    await chat.play("""
        陈安> /隐患报告人 YH-20261123-001 核对
        机器人> YH-20261123-001 的报告人：张三。
        王强> /隐患报告人 YH-20261123-001 核对
        机器人> 「隐患报告人」由安全管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_what_nobody_reported(chat: Chat) -> None:
    it = hazard(chat)
    await chat.core.records.hazards.add(it, [], by=desk(chat).act)
    await chat.play("""
        陈安> /隐患报告人 YH-20261123-001 核对
        机器人> YH-20261123-001 没有报告人，不是谁报上来的。
    """)


async def test_the_words_he_wrote_go_and_those_of_others_stay(chat: Chat) -> None:
    await chat.say("张三", "/隐患 3号车间 配电箱门坏了 匿名", key="test:hidden")
    await chat.say("李四", "/隐患 仓库 地上有油", key="test:open")
    assert await PrivateMessageRecord.all().values_list("user", flat=True) == ["zhangsan"]
