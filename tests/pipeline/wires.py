"""The network in front of a PostgreSQL that listens on a socket of this machine: it can be cut, and nobody is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import parse_qs, urlsplit


class Wires:
    """A cut loses what is under way, for ever: as a firewall that was started anew. What connects later is new."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._life = 0
        self._carrying: set[asyncio.Task[None]] = set()
        self._is_cut = False

    def cut(self) -> None:
        self._is_cut = True
        self._life += 1

    def mend(self) -> None:
        self._is_cut = False
        self._life += 1

    async def close(self) -> None:
        for task in self._carrying:
            task.cancel()
        if self._carrying:
            await asyncio.wait(self._carrying)
        await asyncio.sleep(0)  # so that what was aborted is closed

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._carrying.add(asyncio.create_task(self._connect(reader, writer)))

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        life = self._life
        if self._is_cut:
            try:
                await reader.read()
            finally:
                writer.transport.abort()
            return
        there, to_there = await asyncio.open_unix_connection(self._path)
        try:
            await asyncio.gather(self._carry(reader, to_there, life), self._carry(there, writer, life))
        finally:
            writer.transport.abort()
            to_there.transport.abort()

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, life: int) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                if life == self._life:
                    target.write(data)
                    await target.drain()
        if life == self._life:
            target.close()


@asynccontextmanager
async def wired(url: str) -> AsyncIterator[tuple[Wires, str]]:
    """The wires, and the URL by which one gets through them to the server at `url`."""
    parts = urlsplit(url)
    wires = Wires(f"{parse_qs(parts.query)['host'][0]}/.s.PGSQL.5432")
    server = await asyncio.start_server(wires.connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield wires, f"postgres://postgres@127.0.0.1:{port}{parts.path}"
    finally:
        server.close()
        await wires.close()
