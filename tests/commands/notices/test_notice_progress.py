"""How far a notice has come, as it is typed; the figures: tests/services/notices/receipts/test_reporting.py."""

from tests.chat import Chat


async def test_of_one_that_is_not_out(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请交周报")
    chat.said()
    await chat.play("""
        郑群> /公告进度 GG-20261122-001
        机器人> GG-20261122-001 还没有发出去。发 /推送计划 看什么时候发。
        孙丽> /公告进度 GG-20261122-001
        机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
    """)
