"""Codes that pair two ids of a room work once and for a while; a chat is told once that nobody registered it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.pairing import LASTS
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.groups import GroupTable
from bot.storage.groups.pairing import PairingTable, UnknownChatTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHENG, GROUP = UserId("zhengqun"), GroupId("A")
BY = Act(ZHENG, "绑定", "群管理员", "test:1", NOW)
CODES = PairingTable()


async def issued(database: Database, code: str) -> None:
    await database.transact(lambda: CODES.issue(code, GROUP, closes_at=NOW + LASTS, by=BY))


async def test_a_code_works_once(database: Database) -> None:
    await issued(database, "AAAA-2222")
    code = await CODES.find("AAAA-2222", NOW)
    assert code
    assert (code.group, code.asked_by) == (GROUP, ZHENG)
    assert await CODES.use(code, by=BY)
    assert not await CODES.use(code, by=BY)
    assert await CODES.find("AAAA-2222", NOW) is None


async def test_for_a_while(database: Database) -> None:
    await issued(database, "AAAA-2222")
    assert await CODES.find("AAAA-2222", NOW + LASTS)
    assert await CODES.find("AAAA-2222", NOW + LASTS + timedelta(seconds=1)) is None


async def test_a_newer_one_takes_its_place(database: Database) -> None:
    await issued(database, "AAAA-2222")
    await issued(database, "BBBB-3333")
    assert await CODES.find("AAAA-2222", NOW) is None
    assert await CODES.find("BBBB-3333", NOW)


async def test_the_code_itself_is_not_kept(database: Database) -> None:
    await issued(database, "AAAA-2222")
    (row,) = await database.fetch("SELECT * FROM pairing_code")
    assert "AAAA-2222" not in map(str, row.values())


async def test_wrong_ones_are_counted(database: Database) -> None:
    for minutes in (0, 30, 90):
        await CODES.note_wrong(ZHENG, NOW - timedelta(minutes=minutes))
    assert await CODES.wrong(ZHENG, since=NOW - timedelta(hours=1)) == 2
    assert await CODES.wrong(UserId("lisi"), since=NOW - timedelta(hours=1)) == 0


async def test_a_chat_is_told_once(database: Database) -> None:
    chats = UnknownChatTable()
    assert await chats.hint(ChatId("room"), ZHENG, NOW)
    assert not await chats.hint(ChatId("room"), UserId("lisi"), NOW + timedelta(hours=1))
    (known,) = await chats.all()
    assert (known.chat, known.first_user, known.hinted_at) == ("room", ZHENG, NOW)


async def test_of_two_at_once_one_tells(either_database: Database) -> None:
    chats, room = UnknownChatTable(), ChatId("room")
    told = await asyncio.gather(
        either_database.transact(lambda: chats.hint(room, ZHENG, NOW)),
        either_database.transact(lambda: chats.hint(room, UserId("lisi"), NOW)),
    )
    assert sorted(told) == [False, True]


async def test_which_group_a_chat_is_and_which_are_given_up(database: Database) -> None:
    groups = GroupTable()
    here = Group(GROUP, "项目A工作群", bot_chat=ChatId("room"))
    await database.transact(lambda: groups.add(here, cause="test", by=BY))
    assert await groups.in_chat(ChatId("room")) == here
    assert await groups.in_chat(ChatId("elsewhere")) is None
    assert await groups.closed() == []
    gone = replace(here, state=GroupState.CLOSED, bot_chat=None)
    await database.transact(lambda: groups.save(gone, change="closed", by=BY))
    assert await groups.in_chat(ChatId("room")) is None
    assert await groups.closed() == [gone]
