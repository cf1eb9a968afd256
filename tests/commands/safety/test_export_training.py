from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.training.playing import took_place


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_a_line_for_each_person(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play("""
        陈安> /导出培训 11月
        机器人→陈安> [文件 培训-2026-11.xlsx] 2026-11 的培训记录，2 条。
        机器人> 2026-11 的培训记录 2 条，表格已发你。
        郭涛> 导出11月的培训记录
        机器人> 2026-11 没有培训记录。换一个月份，例如：/导出培训 上个月
    """)


async def test_hours_of_a_year(chat: Chat) -> None:
    await took_place(chat, "张三")
    await chat.play("""
        王强> /导出培训 学时
        机器人→王强> [文件 培训-2026年学时.xlsx] 2026年学时，8 人。
        机器人> 2026年学时：8 人，表格已发你。要求的学时是公司设的，新员工和其他人不一样。
    """)
