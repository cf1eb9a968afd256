from tests.chat import Chat


async def test_nothing_is_registered_yet(chat: Chat) -> None:
    await chat.play("""
        王强> /安全设备
        机器人> 公司还没有登记安全设备。登记一件发 /登记安全设备 3号车间 灭火器1号 2027-03-01 …
        张三> /安全设备
        机器人> 「安全设备」由…
    """)


async def test_in_a_group_it_goes_to_the_asker(chat: Chat) -> None:
    await chat.say("陈安", "/登记安全设备 生产部 灭火器1号 2026-11-01")
    chat.said()
    await chat.play("""
        王强@项目A工作群> /安全设备
        机器人→王强> [文件 安全设备-2026-11-22.xlsx] 全公司安全设备 1 件，一个月内要检验 0 件，超期 1 件。
        机器人@项目A工作群> 已私聊你。
        机器人→王强> 全公司安全设备 1 件，一个月内要检验 0 件，超期 1 件。表格已发你。
        · 生产部 灭火器1号 2026年11月1日(周日)就该检验，超期 21 天
    """)
