from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import draft, let_go, took_place


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_those_who_missed_it(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play(f"""
        陈安> /补训 {NUMBER} 时间 11月30日14:00
        机器人> [卡片] 培训草稿：消防 PX-20261127-001 11月30日(周一) 14:00，食堂，1 小时
        对象：李四，1 人；讲师：陈安；不考试。…
    """)
    (again,) = await chat.core.records.trainings.several(["PX-20261127-001"], chat.clock.now())
    assert again.made_up == NUMBER


async def test_not_before_it_is_known_who(chat: Chat) -> None:
    await draft(chat)
    await let_go(chat)
    await chat.play(f"""
        陈安> /补训 {NUMBER} 时间 11月30日14:00
        机器人> {NUMBER} 还没结束，结束后才知道谁要补。
    """)


async def test_nobody(chat: Chat) -> None:
    await took_place(chat, "张三", "李四")
    await chat.play(f"""
        陈安> /补训 {NUMBER} 时间 11月30日14:00
        机器人> {NUMBER} 全部到场，不用补。
        王强> /补训 {NUMBER} 时间 11月30日14:00
        机器人> 这次培训由组织的人、讲师和安全管理员管理。你自己的发 /我的培训 看。
    """)
