"""Calling off a notice, as it is typed; what becomes of it: tests/services/notices/putting_right/test_cancelling.py."""

from tests.chat import Chat


async def test_one_that_is_planned_is_stopped(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请把上周的周报交给我")
    chat.said()
    await chat.play("""
        郑群> /取消公告
        机器人> [卡片] 确定要取消公告吗？ GG-20261122-001「请把上周的周报交给我」还没有发，取消后就不发了；…
        郑群> 按 [确认]
        机器人> [卡片] 已确认：取消公告 GG-20261122-001「请把上周的周报交给我」已取消，不会再发。
        ⏰ 2026-11-23 10:00
        郑群> /取消公告 GG-20261122-001
        机器人> GG-20261122-001「请把上周的周报交给我」已经取消过了，不用再取消。
    """)


async def test_what_is_no_number(chat: Chat) -> None:
    await chat.play("""
        郑群> /取消公告 周会那条
        机器人> 你最近的公告里没有说到「周会」的。写上编号，例如 GG-20261122-001；发 /我的公告 看编号。
        郑群> /取消公告 周会，还有 3 条
        机器人> 没看懂「周会，还有 3 条」是哪条公告。写上编号，例如 GG-20261122-001。
        郑群> /取消公告 GG-20261122-009
        机器人> 没有编号是 GG-20261122-009 的公告。发 /我的公告 看你发过的。
        张三> /取消公告 GG-20261122-001
        机器人> 公告由发布人和群管理员来管。有问题请告诉发布人，或你的部门负责人。
    """)


async def test_one_that_says_a_word(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请把上周的周报交给我")
    await chat.say("郑群", "/公告 项目A工作群 明天9:40 请把工时表交给我")
    chat.said()
    await chat.play("""
        郑群> /取消公告 周报那条
        机器人> [卡片] 确定要取消公告 周报那条吗？ GG-20261122-001「请把上周的周报交给我」还没有发，取消后就不发了；…
    """)
