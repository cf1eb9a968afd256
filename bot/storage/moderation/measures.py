"""What was done because of a case, or asked for; a number of its own for each."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any, Final
from zlib import crc32

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.moderation import MeasureRecord

_BY_HAND: Final = (Doing.MUTE, Doing.UNMUTE)


class MeasureTable:
    """`writes`: how often something was written here by this process, whatever became of it."""

    def __init__(self) -> None:
        self.writes = 0

    async def add(self, measure: Measure, *, by: Act) -> Measure:
        self.writes += 1
        row = await MeasureRecord.create(number=measure.case, doing=measure.doing, **_state(measure), **_whom(measure))
        await trail.record(by, "measure.taken", _subject(measure.case), target=measure.target, **_told(measure))
        return _measure(row, measure.at.tzinfo)

    async def get(self, measure: int, now: datetime) -> Measure | None:
        row = await MeasureRecord.get_or_none(id=measure)
        return _measure(row, now.tzinfo) if row else None

    async def of(self, number: str, now: datetime) -> Sequence[Measure]:
        return [_measure(row, now.tzinfo) for row in await MeasureRecord.filter(number=number).order_by("id")]

    async def open_ones(self, target: UserId, now: datetime) -> Sequence[Measure]:
        rows = await MeasureRecord.filter(target=target, ended_at__isnull=True).order_by("id")
        return [_measure(row, now.tzinfo) for row in rows]

    async def waiting(self, now: datetime) -> Sequence[Measure]:
        asked = MeasureRecord.filter(doing__in=_BY_HAND, effect=Effect.REQUESTED, ended_at__isnull=True)
        return [_measure(row, now.tzinfo) for row in await asked.order_by("at", "id")]

    async def restricts(self, target: UserId, group: GroupId | None, now: datetime) -> Measure | None:
        where = Q(group__isnull=True) if group is None else Q(group__isnull=True) | Q(group=group)
        rows = await MeasureRecord.filter(where, target=target, ended_at__isnull=True, doing=Doing.RESTRICT)
        holding = [each for row in rows if (each := _measure(row, now.tzinfo)).holds(now)]
        return max(holding, key=lambda each: (each.until is None, each.until or now, each.id), default=None)

    async def suspended(self) -> frozenset[UserId]:
        return frozenset(UserId(row.target) for row in await _everywhere())

    async def version(self) -> int:
        """Of who is suspended: another number whenever that changes."""
        rows = await _everywhere().order_by("id").values_list("id", flat=True)
        return crc32(repr(list(rows)).encode()) if rows else 0

    async def save(self, measure: Measure, *, was: Effect, by: Act) -> bool:
        self.writes += 1
        waits = MeasureRecord.filter(id=measure.id, effect=was, ended_at__isnull=True)
        if not await waits.update(**_state(measure)):
            return False
        change = "measure.ended" if measure.ended_at else "measure.changed"
        await trail.record(by, change, _subject(measure.case), **_told(measure))
        return True


def _everywhere() -> QuerySet[MeasureRecord]:
    return MeasureRecord.filter(doing=Doing.RESTRICT, group__isnull=True, ended_at__isnull=True)


def _state(measure: Measure) -> Mapping[str, Any]:
    return {
        "effect": measure.effect,
        "at": measure.at,
        "until": measure.until,
        "by": measure.by,
        "due_at": measure.due_at,
        "ended_at": measure.ended_at,
    }


def _told(measure: Measure) -> Mapping[str, str]:
    """What the trail keeps of it."""
    until = {"until": measure.until.astimezone(UTC).isoformat()} if measure.until else {}
    return {"doing": measure.doing.name, "effect": measure.effect.name, **until}


def _whom(measure: Measure) -> Mapping[str, Any]:
    return {"target": measure.target, "group": measure.group}


def _measure(row: MeasureRecord, zone: tzinfo | None) -> Measure:
    return Measure(
        case=row.number,
        doing=Doing(row.doing),
        target=UserId(row.target),
        group=GroupId(row.group) if row.group else None,
        effect=Effect(row.effect),
        at=row.at.astimezone(zone),
        until=row.until.astimezone(zone) if row.until else None,
        by=UserId(row.by) if row.by else None,
        due_at=row.due_at.astimezone(zone) if row.due_at else None,
        ended_at=row.ended_at.astimezone(zone) if row.ended_at else None,
        id=row.id,
    )


def _subject(number: str) -> str:
    return f"case:{number}"
