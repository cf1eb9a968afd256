"""The list of one's reminders."""

from tests.chat import Chat


async def test_ones_own_and_nobody_elses(chat: Chat) -> None:
    await chat.play("""
        王强> /提醒 @张三 明天9:30 交巡检表
        机器人> 记下了…
        王强> /提醒 我 半小时后 看邮件
        机器人> 记下了…
        张三> /我的提醒
        机器人> 没有等着的提醒。…
        王强> /我的提醒
        机器人> 等着的提醒
        · TX-20261122-002 10:30 提醒你：看邮件
        · TX-20261122-001 明天 09:30 提醒张三：交巡检表
        不用了发 /取消提醒 编号。
    """)
