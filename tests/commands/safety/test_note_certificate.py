from tests.chat import Chat


async def test_what_is_said_of_one_that_has_ended(chat: Chat) -> None:
    await chat.play("""
        陈安> /登记特种作业证 张三 低压电工证 2026-11-01到期
        机器人> 已登记 张三 的低压电工证，2026年11月1日(周日)已经到期，复审前不能上岗。
    """)


async def test_who_may_and_what_is_missing(chat: Chat) -> None:
    await chat.play("""
        张三> /登记特种作业证 张三 低压电工 2030-11-01
        机器人> 「登记特种作业证」由人力资源、安全管理员、集团行政人事部使用。发 /帮助 看看你能用什么。
        陈安> /登记特种作业证 张三 2030-11-01
        机器人> 什么证？例如 低压电工、高压电工、电工、焊接…
        陈安> 叉车
        机器人> 已登记 张三 的叉车证，2030年11月1日(周五)到期。到期前 60、30、7 天我提醒本人和安全管理员。
    """)
