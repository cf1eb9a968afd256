"""Outings: by the half day and by the clock."""

from tests.chat import Chat


async def test_by_the_clock_from_now_on(chat: Chat) -> None:
    await chat.play("""
        张三> 外出两小时
        机器人> [卡片] 你是想「外出 两小时」吗？ 外出 11月22日(周日) 10:00至12:00；…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请外出 11月22日(周日) 10:00至12:00 RQ-20261122-001 [同意] [驳回]
        机器人> [卡片] 已确认：…
    """)


async def test_several_days_are_a_trip(chat: Chat) -> None:
    await chat.play("""
        张三> /外出 11.25-11.27
        机器人> 外出按一天之内来报，可以写半天或几点到几点。几天的请发 /出差。
    """)


async def test_what_is_filed_late_says_so(chat: Chat) -> None:
    await chat.play("""
        张三> /外出 11月20日下午 送货
        机器人> [卡片] 你是想「外出 11月20日下午 送货」吗？ 外出 11月20日(周五)下午，按补报算；…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请外出 11月20日(周五)下午 RQ-20261122-001 事由：送货 提醒：开始以后补报的 …
        机器人> [卡片] 已确认：…
        张三> /外出 11月10日下午 送货
        机器人> 11月10日(周二)已过 12 天，外出最多在开始后 7 天内补报。请联系人力资源。
    """)
