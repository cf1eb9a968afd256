"""Looking at a proof that isn't there; those that are: tests/services/leave/test_proofs.py."""

from tests.chat import Chat


async def test_nothing_was_handed_in(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 年假 明天下午
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        李娜@项目A工作群> @小助手 /看材料 QJ-20261122-001
        机器人@项目A工作群> 已私聊你。
        机器人→李娜> QJ-20261122-001 还没有交材料。
        李四> /看材料 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看你自己的编号。
    """)
