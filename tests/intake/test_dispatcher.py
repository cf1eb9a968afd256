"""Each message in one transaction with all that it causes; failures leave nothing, and end in a ticket."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.errors import Overtaken
from bot.identifiers import UserId
from bot.intake.dispatcher import STOPS, Dispatcher
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Said, Waiting
from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Peer
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable

NOW = datetime(2026, 11, 22, tzinfo=UTC)


class _Stopped(BaseException):
    """The process ends; nobody catches it."""


@dataclass(slots=True)
class Desk:
    """A dispatcher on real tables, with a router that writes something, says something, and may fail."""

    database: Database
    failures: int = 0
    overtaken: int = 0
    stopped: bool = False
    announced: list[Waiting] = field(default_factory=list)

    @property
    def inbox(self) -> InboxTable:
        return InboxTable(self.database)

    async def receive(self, key: str = "m1", *, urgent: bool = False, replayed: bool = False) -> Waiting:
        incoming = Incoming(key, Via.APP, Kind.TEXT, UserId("zhangsan"), NOW, text="/帮助", replayed=replayed)
        row = (await self.inbox.store([(incoming, urgent)]))[0]
        assert row
        return Waiting(row, "zhangsan", urgent)

    def dispatcher(self) -> Dispatcher:
        outbox, transact = OutboxTable(self.database), self.database.transact
        inbox = _Inbox(self)
        return Dispatcher(inbox, outbox, transact, self._route, self.announced.extend, retry_after=(0.5, 2.0))

    async def work(self, row: Waiting) -> float | None:
        return await self.dispatcher().work(row)

    async def _route(self, incoming: Incoming) -> Sequence[Said]:
        await Peer.create(peer=incoming.key, first_heard=NOW)
        self.stopped |= incoming.key == "deadly"
        if self.stopped:
            raise _Stopped
        if self.overtaken:
            self.overtaken -= 1
            raise Overtaken
        if self.failures:
            self.failures -= 1
            raise RuntimeError("private words")
        return [Said(ToPerson(UserId("lisi")), Text("好"))]

    async def state(self) -> dict[str, Any]:
        return (await self.database.fetch("SELECT state, attempts, why, ticket, retry_at FROM inbox"))[0]

    async def said(self) -> list[tuple[str, str, bool]]:
        rows = await self.database.fetch("SELECT cause, content, urgent FROM outbox ORDER BY id")
        return [(row["cause"], row["content"], bool(row["urgent"])) for row in rows]


class _Inbox(InboxTable):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.database)
        self._desk = desk

    async def resume(self, row: int, why: str) -> int:
        if self._desk.stopped:
            raise _Stopped
        return await super().resume(row, why)


@pytest.fixture
async def desk(database: Database) -> Desk:
    return Desk(database)


async def test_done_with_everything_it_says(desk: Desk) -> None:
    assert await desk.work(await desk.receive()) is None
    assert (await desk.state())["state"] == "done"
    assert await desk.said() == [("m1", '["Text",{"text":"好"}]', False)]
    assert [row.lane for row in desk.announced] == ["app:lisi"]


async def test_what_waited_in_a_backup_is_worked_on_and_its_answer_listed_unless_it_cries_for_help(desk: Desk) -> None:
    await desk.work(await desk.receive(replayed=True))
    await desk.work(await desk.receive("fire", urgent=True, replayed=True))
    rows = await desk.database.fetch("SELECT cause, state FROM outbox ORDER BY id")
    assert [(row["cause"], row["state"]) for row in rows] == [("m1", "unknown"), ("fire", "waiting")]
    assert len(desk.announced) == 1
    assert await Peer.all().count() == 2


async def test_nothing_of_a_failed_handler_remains(desk: Desk) -> None:
    desk.failures = 1
    row = await desk.receive()
    assert await desk.work(row) == 0.5
    assert await Peer.all().count() == 0
    assert await desk.said() == []
    assert desk.announced == []
    assert (await desk.state())["state"] == "waiting"
    assert await desk.work(row) is None
    assert await Peer.all().count() == 1


async def test_one_that_others_were_quicker_than_begins_again_at_once(desk: Desk) -> None:
    desk.overtaken = 5
    assert await desk.work(await desk.receive()) is None
    assert (await desk.state())["attempts"] == 0
    assert [cause for cause, *_ in await desk.said()] == ["m1"]
    assert await Peer.all().count() == 1


async def test_but_not_for_ever(desk: Desk) -> None:
    desk.overtaken = 99
    assert await desk.work(await desk.receive()) == 0.5
    assert desk.overtaken == 93


async def test_after_a_few_failures_it_is_parked_and_its_sender_told_a_ticket(desk: Desk) -> None:
    desk.failures = 9
    row = await desk.receive()
    assert [await desk.work(row) for _ in range(3)] == [0.5, 2.0, None]
    parked = await desk.state()
    assert (parked["state"], parked["attempts"]) == ("parked", 3)
    assert "private words" not in parked["why"]
    [(cause, content, _)] = await desk.said()
    assert cause == "parked:m1"
    assert parked["ticket"] in content


async def test_its_pause_outlives_a_restart(desk: Desk) -> None:
    desk.failures = 1
    await desk.work(await desk.receive())
    [again] = await desk.inbox.waiting()
    assert again.retry_at > 0
    assert again.resumed


async def test_worked_on_twice_it_acts_once(desk: Desk) -> None:
    row = await desk.receive()
    await desk.work(row)
    await desk.work(row)
    assert len(await desk.said()) == 1


async def test_one_that_stops_the_process_each_time_is_parked(desk: Desk) -> None:
    """The process dies in the handler: of an attempt nothing remains but that it was counted beforehand."""
    await desk.receive()
    for _ in range(STOPS):
        await desk.inbox.fail((await desk.inbox.waiting())[0].id, "")
    [row] = await desk.inbox.waiting()
    assert row.attempts == STOPS
    assert await desk.work(row) is None
    assert (await desk.state())["state"] == "parked"
    assert [cause for cause, _, _ in await desk.said()] == ["parked:m1"]


async def test_what_was_there_when_another_stopped_the_process_is_blamed_once(desk: Desk) -> None:
    for name in ("deadly", "a", "b", "c", "d"):
        await desk.receive(name)
    lives = 0
    while waiting := await desk.inbox.waiting():
        lives, desk.stopped = lives + 1, False
        dispatcher = desk.dispatcher()
        await asyncio.gather(*map(dispatcher.work, waiting), return_exceptions=True)  # as different people's are
    rows = await desk.database.fetch("SELECT key, state, attempts FROM inbox ORDER BY id")
    assert [(row["key"], row["state"]) for row in rows] == [("deadly", "parked"), *((name, "done") for name in "abcd")]
    assert lives == rows[0]["attempts"] == STOPS + 1
    assert all(row["attempts"] <= 2 for row in rows[1:])


async def test_one_that_merely_waited_through_restarts_is_answered(desk: Desk) -> None:
    await desk.receive()
    [row] = await desk.inbox.waiting()
    assert await desk.work(row) is None
    assert (await desk.state())["state"] == "done"


async def test_a_resumed_one_that_fails_is_counted_once(desk: Desk) -> None:
    desk.failures = 1
    await desk.receive()
    [row] = await desk.inbox.waiting()
    assert await desk.work(row) == 0.5
    assert (await desk.state())["attempts"] == 1


async def test_what_urgent_words_cause_is_urgent(desk: Desk) -> None:
    await desk.work(await desk.receive(urgent=True))
    assert [urgent for _, _, urgent in await desk.said()] == [True]


async def test_what_nobody_can_read_is_parked_without_a_word(desk: Desk) -> None:
    row = await desk.receive()
    await desk.database.execute("UPDATE inbox SET payload = '[\"Telegram\",{}]'")
    assert [await desk.work(row) for _ in range(3)][-1] is None
    assert (await desk.state())["state"] == "parked"
    assert await desk.said() == []
