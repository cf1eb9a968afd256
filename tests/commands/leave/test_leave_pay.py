"""What is owed for days that nobody took."""

from tests.chat import Chat


async def test_rounded_once_and_for_hr_alone(chat: Chat) -> None:
    await chat.play("""
        李娜> /年假折算 10000元 1.5天
        机器人> 1.5 天没休的年假：日工资 10000 ÷ 21.75 = 459.77 元，正常工资以外另付 1.5 × 459.77 × 200% = 1379.31 元。…
        李娜> /年假折算 3天
        机器人> 前 12 个月的月平均工资是多少？…
        张三> /年假折算 3天 8700
        机器人> 「年假折算」由人力资源、集团行政人事部使用。要核算工资，请找人力资源。
    """)
