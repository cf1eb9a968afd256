from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED


async def test_by_the_card_the_reason_is_asked_for(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> 按 [不属实]
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 为什么不属实？直接回复就行…
        陈安> 门是好的，刚换过
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：安全管理员看过了，没有定为隐患：门是好的，刚换…
        机器人> YH-20261122-001 记为不属实，说明已转给报告人。
    """)


async def test_what_is_given_to_somebody_is_founded(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        陈安> 按 [不属实]
        机器人> [卡片] 没有办成 YH-20261122-001 现在是待接单，办不了这一步。整改好了由责任人发「/申请验收 YH-2026112…
    """)
