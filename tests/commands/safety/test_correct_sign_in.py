from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.sign_in import MarkRecord
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import took_place


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_both_ways_with_a_reason_and_nothing_is_lost(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play(f"""
        陈安> /更正签到 {NUMBER} 李四 到场 手机没电
        机器人→李四> 陈安 把你在培训「消防」的签到更正为「到场」，理由：手机没电。不对就直接找对方。
        机器人> 已把 李四 在培训「消防」的签到更正为「到场」，理由：手机没电。原来的记录还在。
        陈安> /更正签到 {NUMBER} 张三 未到 走错会场
        机器人→张三> 陈安 把你在培训「消防」的签到更正为「未到」，理由：走错会场。不对就直接找对方。
        机器人> 已把 张三 在培训「消防」的签到更正为「未到」，理由：走错会场。原来的记录还在。
        陈安> /更正签到 {NUMBER} 张三 未到 走错会场
        机器人> 张三 已经是「未到」，没有改动。
    """)
    marks = await MarkRecord.filter(user="zhangsan").order_by("id").values_list("mark", "by", "why")
    assert list(marks)[1:] == [("签到", "zhangsan", ""), ("更正为未到", "chenan", "走错会场")]


async def test_who_may_not(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play(f"""
        张三> /更正签到 {NUMBER} 李四 到场 他在
        机器人> 签到由现场负责人和安全管理员管理。看自己的发 /我的培训。
        陈安> /更正签到 {NUMBER} 陈安 到场 我在讲
        机器人> 自己的签到不能自己更正，请另一位负责人来改。
    """)


async def test_not_before_it_begins(chat: Chat) -> None:
    await chat.say("陈安", "/培训 新建 消防 对象 张三 时间 11月27日14:00 地点 食堂")
    chat.said()
    await chat.press("陈安", chat.newest_card, "go")
    chat.said()
    await chat.play(f"""
        陈安> /更正签到 {NUMBER} 张三 到场 提前签
        机器人> 培训「消防」还没开始，13:45 起才能登记。
    """)
