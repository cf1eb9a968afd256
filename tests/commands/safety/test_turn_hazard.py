from tests.chat import Chat
from tests.commands.safety.hazards import REPORTED


async def test_only_once(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /不属实 YH-20261122-001 门是好的
        机器人→张三> 你报的…
        机器人> YH-20261122-001 记为不属实，说明已转给报告人。
        陈安> /转事故 YH-20261122-001
        机器人> YH-20261122-001 不属实，不能转事故。出了事马上发「/事故 地点 情况」。
    """)
