from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN
from tests.services.leave.pages import PHOTO, send


async def test_a_photo_comes_first_then_whoever_didnt_fix_it_looks(chat: Chat) -> None:
    await chat.play(GIVEN)
    said = await send(chat, "王强", PHOTO)
    assert said.startswith("[卡片] 整改后的照片已放进 YH-20261122-001")
    await chat.play("""
        王强> 按 [申请验收]
        机器人→陈安> [图片] YH-20261122-001 整改后的照片第 1 张，这里发不了图片。
        机器人→陈安> [卡片] 隐患请你验收 YH-20261122-001…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已整改完，等验收。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 已申请验收，等陈安验收。
    """)


async def test_the_photo_may_come_with_the_words(chat: Chat) -> None:
    await chat.play(GIVEN)
    said = await send(chat, "王强", PHOTO, text="/申请验收 YH-20261122-001")
    assert "YH-20261122-001 已申请验收，等陈安验收。" in said


async def test_only_the_owner_asks(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        李四> /申请验收 YH-20261122-001
        机器人> YH-20261122-001 由王强整改，这一步要由责任人办。
    """)
