"""Which month, and for whom."""

from tests.chat import Chat


async def test_a_month_and_hr_alone(chat: Chat) -> None:
    await chat.play("""
        李娜> /加班统计 2026年
        机器人> 加班按月统计，请写一个月，例如 2026-11。
        李娜> /加班统计 2026-09
        机器人> 2026-09 没有登记的加班。
        张三> /加班统计
        机器人> 「加班统计」由人力资源、集团行政人事部使用。要查加班，请找人力资源。
    """)
