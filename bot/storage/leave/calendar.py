"""The years that were taken on, and what the company says of single days. Only ever added to: the last word counts."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from tortoise.models import Model

from bot.domain.calendar.own_days import Own, OwnDay
from bot.domain.calendar.year_table import YearTable
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.locks import hold
from bot.storage.models.calendar import CalendarYearRecord, OwnDayRecord


class CalendarTable:
    """`writes`: how often something was written here by this process, whatever became of it."""

    def __init__(self) -> None:
        self.writes = 0

    async def adopt(self, table: YearTable, *, cause: str, by: Act) -> None:
        await self._begin()
        await CalendarYearRecord.create(
            year=table.year,
            papers=list(table.papers),
            off=_written(table.off),
            work=_written(table.work),
            cause=cause,
            written_by=by.actor,
            written_at=by.at,
        )
        await trail.record(by, "calendar.adopted", f"calendar:{table.year}", cause=cause, papers=list(table.papers))

    async def say(self, day: OwnDay, *, by: Act) -> None:
        await self._begin()
        await OwnDayRecord.create(on_day=day.on, own=day.own, name=day.name, written_by=by.actor, written_at=by.at)
        await trail.record(by, "calendar.own_day", f"calendar:{day.on.isoformat()}", own=day.own.name)

    async def years(self) -> Mapping[int, YearTable]:
        rows = await CalendarYearRecord.all().order_by("id")
        return {row.year: YearTable(row.year, tuple(row.papers), _read(row.off), _read(row.work)) for row in rows}

    async def own_days(self) -> tuple[OwnDay, ...]:
        rows = await OwnDayRecord.all().order_by("id")
        return tuple(OwnDay(row.on_day, Own(row.own), row.name) for row in rows)

    async def version(self) -> int:
        """Grows with whatever is written, in whichever process."""
        return await _last(CalendarYearRecord) + await _last(OwnDayRecord)

    async def _begin(self) -> None:
        """Numbers are given in the order of commits, so that `version` never misses one."""
        self.writes += 1
        await hold(CalendarYearRecord, "calendar")


async def _last(table: type[Model]) -> int:
    found = await table.all().order_by("-id").limit(1).values_list("id", flat=True)
    return int(str(found[0])) if found else 0


def _written(days: Mapping[date, str]) -> dict[str, str]:
    return {when.isoformat(): name for when, name in sorted(days.items())}


def _read(days: Mapping[str, str]) -> Mapping[date, str]:
    return MappingProxyType({date.fromisoformat(when): name for when, name in days.items()})
