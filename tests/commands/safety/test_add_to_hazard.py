from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN


async def test_the_owner_hears_of_it_too(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        李四> /补充隐患 YH-20261122-001 里面有水
        机器人→陈安> YH-20261122-001（3号车间：配电箱门坏了）有补充：里面有水
        机器人→王强> YH-20261122-001（3号车间：配电箱门坏了）有补充：里面有水
        机器人> 已补充到 YH-20261122-001。
    """)
