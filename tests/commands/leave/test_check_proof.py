"""Checking what isn't there; what is: tests/services/leave/test_proofs.py."""

from tests.chat import Chat


async def test_nothing_was_handed_in(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 年假 明天下午
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        李娜> /核对材料 QJ-20261122-001
        机器人> QJ-20261122-001 没有等着核对的材料。
        张三> /核对材料 QJ-20261122-001
        机器人> 「核对材料」由人力资源、集团行政人事部使用。发 /帮助 看看你能用什么。
    """)
