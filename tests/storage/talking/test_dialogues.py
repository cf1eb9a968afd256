"""Questions that wait: one in a chat, closed once, whatever the database."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.domain.dialogues import Dialogue, DialogueState, Option
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.talking.dialogues import DialogueTable

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
ZHANG = UserId("zhangsan")
BY = Act(ZHANG, "text", "员工", "test:1", NOW)
OPTIONS = (Option("一楼会议室", "一楼会议室"), Option("刘洋(生产部)", "刘洋(0086)"))


async def opened(table: DialogueTable, line: str, chat: str | None = None) -> Dialogue:
    return await table.open(
        asker=ZHANG,
        via="bot",
        chat=ChatId(chat) if chat else None,
        line=line,
        question="哪一个？",
        closes_at=NOW + timedelta(minutes=10),
        by=BY,
        typed="刘洋",
        options=OPTIONS,
        guessed=True,
    )


async def test_what_was_asked_is_kept_as_it_was(database: Database) -> None:
    table = DialogueTable()
    asked = await opened(table, "/订房间")
    assert await table.waiting(ZHANG, "bot", None) == asked
    assert (asked.options, asked.typed, asked.guessed) == (OPTIONS, "刘洋", True)
    assert asked.closes_at == NOW + timedelta(minutes=10)


async def test_the_last_question_of_a_chat_counts(database: Database) -> None:
    table = DialogueTable()
    first, elsewhere, second = (
        await opened(table, "/一"),
        await opened(table, "/二", "room"),
        await opened(table, "/三"),
    )
    assert await table.waiting(ZHANG, "bot", None) == second
    assert await table.waiting(ZHANG, "bot", ChatId("room")) == elsewhere
    assert await table.waiting(ZHANG, "app", None) == second  # in private it is one conversation
    dropped = await table.get(first.id)
    assert dropped
    assert dropped.state is DialogueState.DROPPED


async def test_what_was_said_is_forgotten_with_the_answer(database: Database) -> None:
    table = DialogueTable()
    asked = await opened(table, "/请假 病假 发烧")
    await table.close(asked, DialogueState.ANSWERED, by=BY)
    closed = await table.get(asked.id)
    assert closed
    assert (closed.state, closed.line, closed.typed, closed.options) == (DialogueState.ANSWERED, "", "", ())


async def test_it_is_answered_once(database: Database) -> None:
    table = DialogueTable()
    asked = await opened(table, "/订房间")
    assert await table.close(asked, DialogueState.ANSWERED, by=BY)
    assert not await table.close(asked, DialogueState.DROPPED, by=BY)
    assert await table.waiting(ZHANG, "bot", None) is None


async def test_of_two_answers_at_once_one_counts(database: Database) -> None:
    table = DialogueTable()
    asked = await opened(table, "/订房间")
    answers = [database.transact(lambda: table.close(asked, DialogueState.ANSWERED, by=BY)) for _ in range(2)]
    assert sorted(await asyncio.gather(*answers)) == [False, True]
