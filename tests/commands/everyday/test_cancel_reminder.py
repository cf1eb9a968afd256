"""A reminder called off."""

from tests.chat import Chat


async def test_only_ones_own_and_only_before_it_rang(chat: Chat) -> None:
    await chat.play("""
        王强> /提醒 @张三 明天9:30 交巡检表
        机器人> 记下了…
        张三> /取消提醒 TX-20261122-001
        机器人> 你没有编号是 TX-20261122-001 的提醒。看全部发 /我的提醒。
        王强> /取消提醒 TX-20261122-001
        机器人> 取消了：明天 09:30 提醒张三 交巡检表。
        王强> /取消提醒 TX-20261122-001
        机器人> TX-20261122-001 取消了，不用取消。
        ⏰ 2026-11-23 10:00
    """)
