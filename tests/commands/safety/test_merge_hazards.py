from tests.chat import Chat
from tests.commands.safety.hazards import REPORTED

TWICE = f"""{REPORTED.rstrip()}
    李四> /隐患 三号车间配电箱线露出来了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-002 配电箱线露出来了…
    机器人> [卡片] 已登记 YH-20261122-002…
"""


async def test_its_reporter_may_say_that_it_is_the_same(chat: Chat) -> None:
    await chat.play(TWICE)
    await chat.play("""
        李四> 按 [是同一个]
        机器人> [卡片] YH-20261122-002 三号车间：配电箱线露出来了 已合并到 YH-20261122-001，两边报告人都记上了。
        陈安> /核实 YH-20261122-001 一般
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患。
        机器人→李四> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患。
        机器人> YH-20261122-001 定为一般隐患。派单发…
    """)


async def test_or_that_it_is_not(chat: Chat) -> None:
    await chat.play(TWICE)
    await chat.play("""
        李四> 按 [不是]
        机器人> [卡片] YH-20261122-002 三号车间：配电箱线露出来了 好的，YH-20261122-002 单独处理，等安全管理员核实。
    """)


async def test_nobody_else_merges_them(chat: Chat) -> None:
    await chat.play(TWICE)
    await chat.play("""
        王五> /合并隐患 YH-20261122-002 YH-20261122-001
        机器人> 核实和派单由安全管理员办。发「/隐患 地点 情况」你也可以随时报隐患。
    """)


async def test_it_takes_two(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /合并隐患 YH-20261122-001 YH-20261122-001
        机器人> 要写两个不同的编号：先写重复的，再写保留的。
    """)


async def test_nobody_joins_a_hazard_that_his_own_does_not_resemble(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        王五> /隐患 食堂 地面有水
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-002 地面有水…
        机器人> [卡片] 已登记 YH-20261122-002…
        王五> /合并隐患 YH-20261122-002 YH-20261122-001
        机器人> 核实和派单由安全管理员办。发「/隐患 地点 情况」你也可以随时报隐患。
        王五> /隐患进度 YH-20261122-001
        机器人> YH-20261122-001 3号车间：配电箱门坏了
        待核实。
    """)
