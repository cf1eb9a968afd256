"""Whether notices go out at all."""

from typing import Final

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.records.pushes import PushPause
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.pushes import PushPauseRecord

ONLY: Final = 1


class PushTable:
    async def paused(self) -> PushPause | None:
        row = await PushPauseRecord.get_or_none(id=ONLY)
        return PushPause(UserId(row.by), row.since) if row else None

    async def pause(self, *, by: Act) -> bool:
        await locks.hold(PushPauseRecord, "pushes")
        if await PushPauseRecord.exists(id=ONLY):
            return False
        await PushPauseRecord.create(id=ONLY, by=by.actor, since=by.at)
        await trail.record(by, "pushes.paused", "pushes")
        return True

    async def resume(self, *, by: Act) -> bool:
        await locks.hold(PushPauseRecord, "pushes")
        if not await PushPauseRecord.filter(id=ONLY).delete():
            return False
        await trail.record(by, "pushes.resumed", "pushes")
        return True
