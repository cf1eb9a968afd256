from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.operating import Trail
from scheduler.safety_calendar import say_what_is_due
from tests.chat import Chat

ASKED = """
        郑群@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]"""
DONE = "项目A工作群不再收到安全提醒。要恢复，发 /订阅 安全提醒。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (say_what_is_due,)


async def test_a_group_that_left_gets_no_more_reminders(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        郑群@项目A工作群> 按 [确认]
        机器人@项目A工作群> [卡片] 已确认：退订 安全提醒 {DONE}
        ⏰ 2026-11-23 08:00
        机器人→集团工作群> 【安全提醒】…
        机器人→项目B工作群> 【安全提醒】…
    """)


async def test_every_step_is_in_the_trail_with_its_right(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        郑群@项目A工作群> 按 [确认]
        机器人@项目A工作群> [卡片] 已确认：退订 安全提醒 {DONE}
    """)
    steps = await Trail.exclude(actor="configuration").order_by("id").values_list("actor", "action", "authority")
    assert list(steps) == [
        ("zhengqun", "退订:confirmation.opened", "群管理员"),
        ("zhengqun", "press:confirmation.done", "卡片持有人"),
        ("zhengqun", "退订:subscription.set", "群管理员"),
    ]


async def test_changing_ones_mind(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        郑群@项目A工作群> 按 [算了]
        机器人@项目A工作群> [卡片] 已取消：退订 安全提醒 什么都没有改动。
        郑群@项目A工作群> /订阅 安全提醒
        机器人@项目A工作群> 项目A工作群已经订阅了安全提醒，每周一、三、五和节日前后发到本群。
    """)


async def test_a_second_press_changes_nothing(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        郑群@项目A工作群> 按 [确认]
        机器人@项目A工作群> [卡片] 已确认：退订 安全提醒 {DONE}
    """)
    task_id = next(parcel.content.task_id for parcel in chat.channels["bot"].sent if hasattr(parcel.content, "task_id"))
    await chat.press("郑群", task_id, "yes", room="项目A工作群")
    assert [line.words for line in chat.said()] == ["[卡片] 卡片已关闭：退订 安全提醒 这件事已经办过了。"]


async def test_a_late_press_says_so(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        ⏰ 2026-11-22 11:00
        郑群@项目A工作群> 按 [确认]
        机器人@项目A工作群> [卡片] 卡片已关闭：退订 安全提醒 已经过了确认时间，什么都没有改动。要办请重新发一次命令。
    """)


async def test_nobody_else_may_press(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        张三@项目A工作群> 按 [确认]
        机器人@项目A工作群> 这张卡片要由发起人自己按。你要办，请自己发一次命令。
        郑群@项目A工作群> 按 [确认]
        机器人@项目A工作群> [卡片] 已确认：退订 安全提醒 {DONE}
    """)
