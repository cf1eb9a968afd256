"""A lease that a test gives and takes."""

import asyncio


class Given:
    """`bot.shapes.lease.Lease`."""

    def __init__(self, *, held: bool, heir: "Given | None" = None) -> None:
        self._heir = heir
        self._held = asyncio.Event()
        self._free = asyncio.Event()
        self.give() if held else self.take()

    def give(self) -> None:
        self._free.clear()
        self._held.set()

    def take(self) -> None:
        self._held.clear()
        self._free.set()

    def doubt(self) -> None:
        """Nobody can be asked who has it."""
        self._held.clear()

    def pass_on(self, seconds: float) -> None:
        self.take()
        if self._heir:
            self._heir.give()

    def held(self) -> bool:
        return self._held.is_set()

    def elsewhere(self) -> bool:
        return self._free.is_set()

    async def taken(self) -> None:
        await self._held.wait()

    async def lost(self) -> None:
        await self._free.wait()

    async def gone(self) -> None:
        await self._free.wait()
