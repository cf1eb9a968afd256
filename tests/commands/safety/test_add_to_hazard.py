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


async def test_nobody_adds_without_end(chat: Chat) -> None:
    """Each of them disturbs whoever looks after it."""
    await chat.play(GIVEN)
    for number in range(20):
        await chat.say("李四" if number % 2 else "王五", f"/补充隐患 YH-20261122-001 第{number}句")
    chat.said()
    await chat.play("""
        张三> /补充隐患 YH-20261122-001 还有一句
        机器人> YH-20261122-001 一小时内已经补充了 20 次，这次没有记。要紧的请直接打电话告诉安全管理员。
    """)
