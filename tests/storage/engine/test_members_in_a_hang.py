"""A PostgreSQL that hangs, connections and all: it is noticed in time, and nobody who stops waits for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from bot.storage.engine import members as module
from bot.storage.engine.database import Database
from bot.storage.engine.members import Members, Timing

TIMING = Timing(beat=0.02, lease=0.1)


class Server:
    """Of the driver's connection, as much as members use; in a hang it waits for as long as the driver does."""

    def __init__(self) -> None:
        self.hangs = False
        self.listeners = self.connections = 0
        self.closed = False
        self.given_up = 0

    async def fetch(self, sql: str, *_: object, timeout: float = 30.0) -> list[dict[str, Any]]:  # noqa: ASYNC109 - the driver's
        if self.hangs:
            async with asyncio.timeout(timeout):
                await asyncio.Event().wait()
        return [] if "DELETE" in sql else [{"id": 1, "held": True}]

    async def execute(self, sql: str, *, timeout: float) -> None:  # noqa: ASYNC109 - the driver's
        await self.fetch(sql, timeout=timeout)

    async def add_listener(self, *_: object) -> None:
        await self.fetch("LISTEN")
        self.listeners += 1

    async def remove_listener(self, *_: object) -> None:
        await self.fetch("UNLISTEN")
        self.listeners -= 1

    def terminate(self) -> None:
        self.closed = True
        self.listeners = 0

    def is_closed(self) -> bool:
        return self.closed

    def give_up_connections(self) -> None:
        self.given_up += 1

    def left(self) -> dict[int, float]:
        return {}

    @asynccontextmanager
    async def connected(self) -> AsyncIterator["Server"]:
        self.closed = False
        self.connections += 1
        yield self


async def started(server: Server) -> Members:
    members = Members(cast("Database", server), timing=TIMING)
    await members.start()
    await asyncio.sleep(TIMING.beat)
    return members


async def test_it_is_noticed_by_the_first_beat_that_is_not_answered_and_so_is_its_end() -> None:
    server = Server()
    members = await started(server)
    server.hangs = True
    async with asyncio.timeout(10 * TIMING.lease):
        while members.reachable.is_set():  # noqa: ASYNC110 - that it is unset rings no bell
            await asyncio.sleep(TIMING.beat)
        server.hangs = False
        await members.reachable.wait()
    assert server.connections > 1
    await members.stop()
    assert (server.closed, server.listeners) == (False, 0)


async def test_who_stops_does_not_wait_for_it(monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "LEFT_WITHIN", 0.05)
    server = Server()
    members = await started(server)
    server.hangs = True
    async with asyncio.timeout(0.5):
        await members.stop()
    assert server.closed


async def test_where_nothing_answers_no_connection_is_believed(monkeypatch: Any) -> None:
    """The network may have lost them all. Who is refused knows where he stands, and so do the others."""
    server = Server()
    members = await started(server)
    monkeypatch.setattr(server, "add_listener", refused)
    server.terminate()
    monkeypatch.setattr(server, "fetch", refused)
    await asyncio.sleep(4 * TIMING.beat)
    assert (members.reachable.is_set(), server.given_up) == (False, 0)
    monkeypatch.undo()
    await members.reachable.wait()
    server.hangs = True
    async with asyncio.timeout(10 * TIMING.lease):
        while not server.given_up:  # noqa: ASYNC110 - it rings no bell
            await asyncio.sleep(TIMING.beat)
    await members.stop()


async def refused(*_: object, **__: object) -> None:
    raise ConnectionResetError
