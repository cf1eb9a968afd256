"""A training that people of the chat are asked to, as far as a test needs it."""

from bot.domain.safety.sign_in.sheet import Sheet
from tests.chat import Chat

NUMBER = "PX-20261122-001"
STARTS = "2026-11-27 14:00"


async def planned(chat: Chat, who: str = "张三、李四") -> None:
    """Somebody in charge of safety has asked them to a training on Friday at 14:00."""
    await chat.say("陈安", f"/培训 新建 消防 对象 {who} 时间 11月27日14:00 地点 食堂")
    chat.said()
    await chat.press("陈安", chat.newest_card, "go")
    chat.said()


async def sheet(chat: Chat, number: str = NUMBER) -> Sheet:
    found = await chat.core.records.sign_in.get(number, chat.clock.now())
    assert found is not None
    return found


async def code(chat: Chat, number: str = NUMBER) -> str:
    """What is shown on the spot at this moment."""
    return (await sheet(chat, number)).code(chat.clock.now())


async def wrong_code(chat: Chat) -> str:
    right = await code(chat)
    return "0000" if right != "0000" else "1111"
