"""How my requests stand."""

from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C


async def test_what_waits_and_what_is_over(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    周敏> /我的申请
    机器人> RQ-20261122-001 {C}：等 赵国强 审批。
    赵国强> 按 [同意]
    机器人→周敏> …
    机器人> …
    周敏> 我的申请批了吗
    机器人> RQ-20261122-001 {C}：已同意（赵国强，10:00）。
    李四> /我的申请
    机器人> 你还没有提交过申请。
    """)


async def test_a_leave_that_was_called_off_since(chat: Chat) -> None:
    await chat.say("张三", "/请假 事假 12.1")
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    await chat.say("张三", "/取消 QJ-20261122-001")
    chat.said()
    await chat.play("""
        张三> /我的申请
        机器人> QJ-20261122-001 事假 12月1日(周二)，1 天：已同意（王强，10:00）。后来取消了。
    """)
