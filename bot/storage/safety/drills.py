"""Drills as they stand. The trail has numbers and states, never words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from bot.domain.safety.drills.drill import Drill
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.drills import DrillRecord


class DrillTable:
    async def add(self, drill: Drill, *, by: Act) -> None:
        await DrillRecord.create(number=drill.number, starts=drill.starts, version=drill.version, drill=_written(drill))
        await trail.record(by, "drill.written", _subject(drill.number))

    async def get(self, number: str, now: datetime) -> Drill | None:
        row = await DrillRecord.get_or_none(number=number)
        return _drill(row, now) if row else None

    async def save(self, drill: Drill, *, was: int, by: Act) -> bool:
        mine = DrillRecord.filter(number=drill.number, version=was)
        if not await mine.update(version=drill.version, drill=_written(drill)):
            return False
        await trail.record(by, "drill.changed", _subject(drill.number), state=drill.state.name)
        return True

    async def between(self, first: datetime, last: datetime, now: datetime) -> Sequence[Drill]:
        rows = DrillRecord.filter(starts__gte=first, starts__lt=last).order_by("starts", "number")
        return [_drill(row, now) for row in await rows]


def _written(drill: Drill) -> str:
    return msgspec.json.encode(drill).decode()


def _drill(row: DrillRecord, now: datetime) -> Drill:
    drill = msgspec.json.decode(row.drill, type=Drill)
    return replace(drill, starts=drill.starts.astimezone(now.tzinfo))


def _subject(number: str) -> str:
    return f"drill:{number}"
