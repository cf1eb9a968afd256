from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.training.playing import draft, let_go, took_place


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_what_is_to_come_and_what_was(chat: Chat) -> None:
    await took_place(chat, "张三")
    await draft(chat, "叉车 对象 张三、李四 时间 11月30日9:00 地点 培训室 2小时")
    await let_go(chat)
    await chat.play("""
        张三> 我的培训记录
        机器人> 2026年已学 1 小时，要求 8 小时，还差 7 小时。
        要参加的：
        · 11月30日(周一) 09:00 培训室 叉车（PX-20261127-001）
        参加过的：
        · 11月27日(周五) 消防，1 小时，到场
        李四> 我的培训
        机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
        要参加的：
        · 11月30日(周一) 09:00 培训室 叉车（PX-20261127-001）
        参加过的：
        · 11月27日(周五) 消防，1 小时，未到
    """)


async def test_in_a_group_nothing_is_said_of_it(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /我的培训
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
        还没有你的培训记录。
    """)


async def test_who_plans_none_means_his_own(chat: Chat) -> None:
    await chat.play("""
        张三> /培训
        机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
        还没有你的培训记录。
        张三> 我还有哪些安全培训没做
        机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
        还没有你的培训记录。
        张三> /培训 消防 对象 生产部
        机器人> 「培训」由人力资源、部门负责人、安全管理员、集团行政人事部使用。看自己的培训发 /我的培训。
        陈安> /培训记录
        机器人> 11月没有培训。…
        张三> /培训记录
        机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
        还没有你的培训记录。
    """)


@pytest.mark.parametrize("line", ["培训什么时候开始", "下次培训是什么时候", "我最近有什么培训"])
async def test_asked_when_it_is(chat: Chat, line: str) -> None:
    await chat.play(f"""
        张三> {line}
        机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
        还没有你的培训记录。
    """)


async def test_a_wish_for_leave_is_not_answered_with_trainings(chat: Chat) -> None:
    await chat.say("张三", "我明天请假去参加培训")
    assert "已学" not in chat.said()[-1].words
