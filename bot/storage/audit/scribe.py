"""Keeps the chain up with the trail, in a lane of its own: woken every second, and nobody waits for it."""

import asyncio
from datetime import datetime
from typing import Final

import structlog

from bot.storage.audit.chain import BrokenChainError, Chain
from bot.storage.audit.head_file import HeadFile
from bot.storage.engine.database import Database

log = structlog.get_logger()

REST: Final = 60.0  # seconds after a failure


class Scribe:
    """Without a key it links nothing. What is broken stays as it is until somebody has looked: it only says so."""

    def __init__(self, database: Database, heads: HeadFile | None = None) -> None:
        self.chain = Chain(database, database.keyring) if database.keyring else None
        self._heads = heads
        self._lock = asyncio.Lock()
        self._rest_until = 0.0

    async def write(self, now: datetime) -> None:
        """All that is committed by now; raises nothing."""
        loop = asyncio.get_running_loop()
        if self.chain is None or self._lock.locked() or loop.time() < self._rest_until:
            return
        async with self._lock:
            try:
                while await self.chain.grow(now):
                    pass
                await self._put_down(self.chain, now)
            except Exception as error:
                self._rest_until = loop.time() + REST
                if isinstance(error, BrokenChainError):
                    log.error("audit.broken", why=str(error))
                elif isinstance(error, OSError):
                    log.error("audit.head_not_written", error=type(error).__name__)
                else:
                    log.exception("audit.failed")

    async def _put_down(self, chain: Chain, now: datetime) -> None:
        if self._heads is None or not await asyncio.to_thread(self._heads.is_due, now):
            return
        if head := await chain.head():
            await asyncio.to_thread(self._heads.append, head, now)
