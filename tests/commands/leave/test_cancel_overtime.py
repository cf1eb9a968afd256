"""Overtime that is not going to be worked."""

from tests.chat import Chat

AGREED = """
        张三> /加班 11.28 9:00-12:00
        机器人→王强> …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …"""


async def test_it_earns_nothing_then(chat: Chat) -> None:
    await chat.play(f"""{AGREED}
        张三> /取消加班 RQ-20261122-001
        机器人> 已取消 RQ-20261122-001：加班 11月28日(周六) 09:00至12:00，3 小时。
        张三> /取消加班 RQ-20261122-001
        机器人> RQ-20261122-001 没有批准，不能取消。记错了请找人力资源调整。
    """)
    assert await chat.core.records.overtimes.next_due() is None


async def test_only_ones_own_and_only_once_it_was_agreed_to(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.28 9:00-12:00
        机器人→王强> …
        机器人> …
        李四> /取消加班 RQ-20261122-001
        机器人> 你没有编号是 RQ-20261122-001 的加班。发 /我的申请 看有哪些。
        张三> /取消加班 RQ-20261122-001
        机器人> RQ-20261122-001 还没有批准，发 /撤回 RQ-20261122-001 就行。
    """)
