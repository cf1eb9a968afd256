"""Reminding, as it is typed; who is reminded: tests/services/notices/receipts/test_chasing.py."""

from tests.chat import Chat


async def test_not_of_a_notice_that_is_not_out(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请交周报 需确认")
    chat.said()
    await chat.play("""
        郑群> /提醒
        机器人> GG-20261122-001 还没有发出去。发 /推送计划 看什么时候发。
        张三> /催确认
        机器人> 公告由发布人和群管理员来管。有问题请告诉发布人，或你的部门负责人。
    """)
