from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN

ASKED = f"""{GIVEN.rstrip()}
    王强> 按 [申请延期]
    机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 延到哪天，什么原因，期间怎么保证安全？直接回复就行…
    王强> 12月4日，等配件，期间断电挂牌
    机器人→陈安> [卡片] 王强 申请整改延期：YH-20261122-001 到12月4日(周五)…
    机器人> 已提交 RQ-20261122-001：整改延期：YH-20261122-001 到12月4日(周五)。等 陈安 审批，批准前还按原期限。
"""


async def test_what_is_agreed_to_moves_the_day(chat: Chat) -> None:
    await chat.play(ASKED)
    await chat.play("""
        陈安> 按 [同意]
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：整改延期到12月4日(周五)。期间：断电挂牌。
        机器人→王强> RQ-20261122-001 整改延期：YH-20261122-001 到12月4日(周五)：已同意（陈安，10:00）。新的期限是 12…
        机器人> [卡片] 王强 申请整改延期：YH-20261122-001 到12月4日(周五) 已同意（陈安，10:00）。
    """)


async def test_what_is_refused_leaves_it(chat: Chat) -> None:
    await chat.play(ASKED)
    await chat.play("""
        陈安> /驳回 RQ-20261122-001 配件有库存
        机器人→王强> RQ-20261122-001 整改延期：YH-20261122-001 到12月4日(周五)：已驳回…
        机器人> RQ-20261122-001 整改延期：YH-20261122-001 到12月4日(周五)：已驳回…
    """)


async def test_what_keeps_people_safe_meanwhile_must_be_said(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        王强> /整改延期 YH-20261122-001 12月4日 等配件
        机器人> 延期期间怎么保证安全？写「期间」和做法，例如：期间断电挂牌，专人看守。直接回复就行，10:10 前有效；不…
        王强> 期间断电挂牌
        机器人→陈安> [卡片] 王强 申请整改延期：YH-20261122-001 到12月4日(周五)…
        机器人> 已提交 RQ-20261122-001…
    """)


async def test_an_earlier_day_is_no_extension(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        王强> /整改延期 YH-20261122-001 11月25日 等配件 期间断电
        机器人> 现在的期限是 11月29日(周日)，要延到它之后。请写新的日期。
        李四> /整改延期 YH-20261122-001 12月25日 等配件 期间断电
        机器人> YH-20261122-001 的延期要由责任人自己申请。
    """)
