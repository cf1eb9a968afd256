from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN


async def test_what_is_open_is_not_opened_again(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        陈安> /重开隐患 YH-20261122-001
        机器人> YH-20261122-001 现在是待接单，办不了这一步。整改好了由责任人发「/申请验收 YH-20261122-001」。
    """)
