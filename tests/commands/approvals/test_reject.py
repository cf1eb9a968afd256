"""Refusing: with a reason, which is asked for where it is missing."""

from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C


async def test_the_button_asks_for_the_reason(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> 按 [驳回]
    机器人> [卡片] 周敏 申请{C} 驳回要写理由：直接回复理由就驳回，10:10 前有效；不驳回就回「算了」。现在还没有驳回。
    赵国强> 还没有立项，先立项
    机器人→周敏> RQ-20261122-001 {C}：已驳回（赵国强，10:00，理由：还没有立项，先立项）。
    机器人> RQ-20261122-001 {C}：已驳回（赵国强，10:00，理由：还没有立项，先立项）。
    """)


async def test_the_reason_may_be_thought_over(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> 按 [驳回]
    机器人> [卡片] …
    赵国强> 算了
    机器人> 好的，「驳回」先不办了。
    赵国强> /同意申请 RQ-20261122-001
    机器人→周敏> …
    机器人> RQ-20261122-001 {C}：已同意（赵国强，10:00）。
    """)


async def test_a_reason_is_needed(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> /驳回 RQ-20261122-001
    机器人> 理由是什么？…
    """)


async def test_marks_in_a_reason_mean_nothing(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> /驳回 RQ-20261122-001 <@all> **看**
    机器人→周敏> RQ-20261122-001 {C}：已驳回（赵国强，10:00，理由：＜@all＞ ＊＊看＊＊）。
    机器人> RQ-20261122-001 {C}：已驳回（赵国强，10:00，理由：＜@all＞ ＊＊看＊＊）。
    """)
