"""How much leave there is."""

from tests.chat import Chat


async def test_in_plain_words_and_of_one_kind(chat: Chat) -> None:
    await chat.play("""
        张三> 我还有几天年假呀
        机器人> 2026年的假期余额：
        年假：还能用 5 天，已休 0 天。
        李四> 年假余额
        机器人> 2026年的假期余额：
        年假：还能用 0 天，已休 0 天。
    """)


async def test_what_nobody_has_entered_is_no_nought(chat: Chat) -> None:
    await chat.play("""
        张三> /假期余额 调休
        机器人> 2026年的假期余额：
        调休：没有登记，请问人力资源。
    """)


async def test_a_kind_without_a_balance(chat: Chat) -> None:
    await chat.play("""
        张三> /假期余额 病假
        机器人> 病假不设余额，按每次的申请来定。发 /请假 病假 加上日期就可以请。
    """)


async def test_in_a_group_it_is_told_in_private(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手 /假期余额
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 2026年的假期余额：…
    """)
