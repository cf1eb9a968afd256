"""Spoolers with one mistake each."""

from collections.abc import Sequence

from bot.intake.spooler import Batch, Spooler
from bot.shapes.queue import Spooled


class DropsBeforeTheCommit(Spooler):
    async def _into_inbox(self, rows: Sequence[Spooled]) -> None:
        await self._spool.drop([row.id for row in rows])
        await super()._into_inbox(rows)


class LetsNewOnesOvertake(Spooler):
    async def store(self, batch: Batch) -> Sequence[int | None]:
        try:
            return await self._rows.store(batch)
        except OSError:
            return await self._put(batch)


class SaysItIsStoredWhenItGaveUp(Spooler):
    async def _put(self, batch: Batch) -> Sequence[int | None]:
        return [0 for _ in batch]


class LeavesWhatTheDeadHaveLeft(Spooler):
    async def start(self) -> None:
        return


ALL = (DropsBeforeTheCommit, LetsNewOnesOvertake, SaysItIsStoredWhenItGaveUp, LeavesWhatTheDeadHaveLeft)
