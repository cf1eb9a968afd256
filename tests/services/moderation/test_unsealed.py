"""Whoever reads the whole database an hour later finds no word of what somebody is said to have done."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.engine.database import Database
from scheduler.moderation_clock import moderation_clock
from scheduler.private_words import forget_words
from tests.chat import Chat
from tests.commands.moderation.warnings import A, knows_suspending

WORDS = ("拍桌子", "广告贴", "摔杯子", "泄密", "抢麦", "没睡醒", "谁都一样")


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=(moderation_clock, forget_words), company=knows_suspending)
    yield chat
    await chat.close()


async def found(database: Database) -> dict[str, list[str]]:
    """Table -> which of the words stand in it."""
    tables = [row["name"] for row in await database.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")]
    dumps = {name: repr(await database.fetch(f'SELECT * FROM "{name}"')) for name in tables}  # noqa: S608
    return {name: words for name, dump in dumps.items() if (words := [each for each in WORDS if each in dump])}


async def test_no_word_is_left_of_a_case_its_requests_and_its_appeal(chat: Chat, database: Database) -> None:
    for who, line, room in (
        ("郑群", "/警告 @张三 在群里骂人拍桌子", A),
        ("郑群", "/警告 @张三 又骂人摔杯子", A),
        ("郑群", "/警告 @张三 又骂人摔杯子", A),
        ("郑群", "/移出 @李四 拍桌子", A),  # refused: he isn't there
        ("郑群", "/禁言 @张三 3天 刷广告贴", A),
        ("周敏", "/停用 @张三 3天 泄密", None),
        ("张三", "/申诉 WG-20261122-001 我没睡醒", None),
        ("周敏", "/裁定 WG-20261122-001 维持 谁都一样", None),
    ):
        await chat.say(who, line, room=room)
    await chat.say("王强", "/同意申请 RQ-20261122-001")
    await chat.say("郑群", "/禁言 @张三 延长1小时 还在抢麦", room=A)
    assert len([each for each in chat.said() if "RQ-" in each.words]) > 4
    assert await found(database), "this looks nowhere"
    chat.clock.time = chat.clock.time.replace(hour=11, minute=25)
    await chat.core.settle()
    assert await found(database) == {}
