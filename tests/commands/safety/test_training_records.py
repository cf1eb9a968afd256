from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import took_place


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_one_of_them_with_its_table(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play(f"""
        陈安> /培训记录 {NUMBER}
        机器人→陈安> [文件 培训-{NUMBER}.xlsx] {NUMBER} 的签到和考试，2 人。
        机器人> {NUMBER} 消防（专项），已通知
        时间地点：14:00 食堂，1 小时
        讲师：陈安；对象：张三、李四
        培训「消防」（{NUMBER}）应到 2 人，到场 1 人，未到 1 人：李四（没有说明）。
        签到和考试的表格已发你。
        王强> /培训记录 {NUMBER}
        机器人> 这次培训由组织的人、讲师和安全管理员管理。你自己的发 /我的培训 看。
    """)


async def test_those_of_a_month(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play(f"""
        陈安> /培训记录 11月
        机器人> 11月的培训 1 次：
        · {NUMBER} 14:00 消防，到场 1/2 人
        王强> /培训记录
        机器人> 11月的培训 1 次：
        · {NUMBER} 14:00 消防，到场 1/2 人
        郭涛> /培训记录
        机器人> 11月没有培训。…
        张三> /培训记录
        机器人> 2026年已学 1 小时，要求 8 小时，还差 7 小时。
        参加过的：
        · 11月27日(周五) 消防，1 小时，到场
    """)
