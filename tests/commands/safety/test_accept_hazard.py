from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN


async def test_by_the_card_which_keeps_what_is_left_to_do(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        王强> 按 [收到]
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：王强已接单，开始整改。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 已接单，11月29日(周日)前整改完。整改好了先发照片，再申…
        王强> /接单 YH-20261122-001
        机器人> YH-20261122-001 现在是整改中，办不了这一步。整改好了由责任人发「/申请验收 YH-20261122-001」。
    """)


async def test_only_its_owner_accepts_it(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        李四> /接单 YH-20261122-001
        机器人> YH-20261122-001 由王强整改，这一步要由责任人办。
        陈安> /接单 YH-20261122-001
        机器人> YH-20261122-001 要由责任人自己接单。
    """)
