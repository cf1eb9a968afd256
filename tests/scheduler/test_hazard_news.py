from datetime import datetime

from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN
from tests.services.leave.pages import PHOTO, send

MONDAY = datetime.fromisoformat("2026-11-23T08:00:00+08:00")


async def closed(chat: Chat) -> None:
    await chat.play(GIVEN)
    await send(chat, "王强", PHOTO)
    await chat.say("王强", "/申请验收 YH-20261122-001")
    await chat.say("陈安", "/验收 YH-20261122-001 通过")
    chat.said()


def news(chat: Chat) -> list[str | None]:
    return [each.to for each in chat.said() if each.words.startswith("隐患已整改：3号车间：配电箱门坏了。")]


async def test_on_a_day_of_rest_it_waits_for_the_next_morning_and_is_said_once(chat: Chat) -> None:
    await closed(chat)
    await chat.advance(MONDAY.replace(hour=7, minute=59))
    assert news(chat) == []
    await chat.advance(MONDAY)
    assert sorted(filter(None, news(chat))) == ["集团工作群", "项目A工作群", "项目B工作群"]
    await chat.advance(MONDAY.replace(hour=12))
    assert news(chat) == []


async def test_what_was_opened_again_meanwhile_is_not_said(chat: Chat) -> None:
    await closed(chat)
    await chat.say("陈安", "/重开隐患 YH-20261122-001")
    await chat.advance(MONDAY)
    assert news(chat) == []
