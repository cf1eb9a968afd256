"""Everybody sees his own, in private."""

from tests.chat import Chat


async def test_in_a_group_it_comes_in_private(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> /我的求助
    机器人@项目A工作群> 已私聊你。
    机器人→张三> 你还没有提过求助。有问题发 /求助 内容。
    """)
