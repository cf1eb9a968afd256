from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import draft, let_go


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_those_who_were_told_hear_of_it_and_are_reminded_anew(chat: Chat) -> None:
    await draft(chat, "消防 对象 张三 时间 11月27日14:00 地点 食堂")
    await let_go(chat)
    changed = "培训「消防」改了：11月30日(周一) 09:00，食堂（PX-20261122-001）。原来是 11月27日(周五) 14:00，食堂。"
    await chat.play(f"""
        陈安> /改培训 {NUMBER} 时间 11月30日9:00
        机器人→张三> {changed}
        机器人> 已改 {NUMBER}：11月30日(周一) 09:00 食堂，对象 张三。已经通知的人都会收到。
        ⏰ 2026-11-27 16:30
        机器人→张三> [卡片] 别忘了参加培训「消防」 11月30日(周一) 09:00，食堂。…
    """)


async def test_more_people(chat: Chat) -> None:
    await draft(chat, "消防 对象 张三 时间 11月27日14:00 地点 食堂")
    await let_go(chat)
    await chat.play(f"""
        陈安> /改培训 {NUMBER} 对象 张三、李四
        机器人→李四> [卡片] 请参加培训「消防」 …
        机器人> 已改 {NUMBER}：11月27日(周五) 14:00 食堂，对象 张三、李四。已经通知的人都会收到。
    """)


async def test_who_may_and_what(chat: Chat) -> None:
    await draft(chat)
    await chat.play(f"""
        王强> /改培训 {NUMBER} 地点 食堂
        机器人> 这次培训由组织的人、讲师和安全管理员管理。你自己的发 /我的培训 看。
        陈安> /改培训 {NUMBER}
        机器人> 改什么？可以改 时间、地点、对象、讲师、时长、考试，也可以加 资料…
        陈安> /改培训 {NUMBER} 资料 https://example.com/lesson
        机器人> 已加进 {NUMBER} 的资料。看全部发：/培训资料 {NUMBER}
        陈安> /改培训 {NUMBER} 时长 2小时 讲师 王强
        机器人> [卡片] 培训草稿：消防 {NUMBER} 11月27日(周五) 14:00，食堂，2 小时
        对象：张三、李四，2 人；讲师：王强；不考试。…
    """)
