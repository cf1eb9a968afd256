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
