"""Hazards: the value as it stands, who told of it, a log that only grows, and pictures of before and after.

The trail has the number and the step, never the words, and not who told of it where he wants not to be named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec
import structlog

from bot.domain.safety.hazards.hazard import Hazard, HazardState, Photo, Reporter, Side, Step, StepKind
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.hazards import HazardPhotoRecord, HazardRecord, HazardReporterRecord, HazardStepRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

HIDDEN = ""  # in place of who did it
_BLIND = "hazard reporter"

log = structlog.get_logger()


class HazardTable:
    """`seal`: of who wants not to be named; without one, nobody knows him after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def decide_alone(self) -> None:
        await locks.hold(HazardRecord, "hazards")

    async def add(self, hazard: Hazard, reporters: Sequence[Reporter], *, by: Act) -> None:
        await HazardRecord.create(number=hazard.number, **_columns(hazard))
        act = _unnamed(by) if any(each.hidden for each in reporters) else by
        await self._joined(hazard.number, reporters)
        await self.note(hazard.number, StepKind.REPORTED, hazard.facts.text, by=act)

    async def get(self, number: str) -> Hazard | None:
        row = await HazardRecord.get_or_none(number=number)
        return _hazard(row) if row else None

    async def save(self, hazard: Hazard, step: StepKind, text: str = "", *, was: int, by: Act) -> bool:
        if not await HazardRecord.filter(number=hazard.number, version=was).update(**_columns(hazard)):
            return False
        await self.note(hazard.number, step, text, by=by)
        return True

    async def note(self, number: str, step: StepKind, text: str, *, by: Act) -> None:
        await HazardStepRecord.create(number=number, at=by.at, by=by.actor, kind=step, text=text)
        await trail.record(by, f"hazard.{step}", _subject(number))

    async def steps(self, number: str) -> Sequence[Step]:
        rows = await HazardStepRecord.filter(number=number).order_by("id")
        return [Step(row.at, row.by, StepKind(row.kind), row.text) for row in rows]

    async def open_ones(self) -> Sequence[Hazard]:
        return [_hazard(row) for row in await HazardRecord.filter(is_open=True).order_by("reported_at", "number")]

    async def closed_since(self, moment: datetime) -> Sequence[Hazard]:
        rows = HazardRecord.filter(closed_at__gte=moment, state=HazardState.CLOSED).order_by("-closed_at", "-number")
        return [_hazard(row) for row in await rows]

    async def found_between(self, since: datetime, until: datetime) -> Sequence[Hazard]:
        rows = HazardRecord.filter(reported_at__gte=since, reported_at__lt=until).order_by("reported_at", "number")
        return [_hazard(row) for row in await rows]

    async def turned_into(self, accident: str) -> Sequence[Hazard]:
        steps = HazardStepRecord.filter(kind=StepKind.TURNED, text=accident)
        numbers = list(map(str, await steps.values_list("number", flat=True)))
        rows = HazardRecord.filter(number__in=numbers).order_by("number")
        return [_hazard(row) for row in await rows] if numbers else []

    async def of_owner(self, user: UserId) -> Sequence[Hazard]:
        found = [_hazard(row) for row in await HazardRecord.filter(is_open=True, owner=user)]
        return sorted(found, key=lambda each: (not each.is_major, each.plan.due or date.max, each.number))

    async def reporters(self, number: str) -> Sequence[Reporter]:
        rows = await HazardReporterRecord.filter(number=number).order_by("id")
        return [Reporter(user, row.hidden, row.at) for row in rows if (user := self._opened(row))]

    async def reported_by(self, user: UserId, *, since: datetime) -> Sequence[Hazard]:
        told = HazardReporterRecord.filter(user__in=[user, *self._seal.blind(user, _BLIND)], at__gte=since)
        numbers = list(map(str, await told.values_list("number", flat=True)))
        rows = HazardRecord.filter(number__in=numbers).order_by("-reported_at", "-number")
        return [_hazard(row) for row in await rows] if numbers else []

    async def join(self, number: str, reporters: Sequence[Reporter], *, by: Act) -> None:
        await self._joined(number, reporters)
        await self.note(number, StepKind.JOINED, "", by=by)

    async def add_photo(self, number: str, file: FileId, side: Side, *, by: Act) -> bool:
        if await HazardPhotoRecord.filter(number=number, file=file, side=side).exists():
            return False
        await HazardPhotoRecord.create(number=number, file=file, side=side, at=by.at, by=by.actor)
        await trail.record(by, "hazard.photo", _subject(number), side=side)
        return True

    async def sides(self, numbers: Sequence[str]) -> Mapping[str, frozenset[Side]]:
        found: dict[str, set[Side]] = {}
        rows = HazardPhotoRecord.filter(number__in=list(numbers)).distinct().values_list("number", "side")
        for number, side in await rows if numbers else ():
            found.setdefault(str(number), set()).add(Side(str(side)))
        return {number: frozenset(sides) for number, sides in found.items()}

    async def photos(self, number: str) -> Sequence[Photo]:
        rows = await HazardPhotoRecord.filter(number=number).order_by("id")
        return [Photo(FileId(row.file), Side(row.side), row.at, row.by) for row in rows]

    async def _joined(self, number: str, reporters: Sequence[Reporter]) -> None:
        known = {each.user for each in await self.reporters(number)}
        for each in reporters:
            if each.user not in known:
                await HazardReporterRecord.create(number=number, at=each.at, **self._named(number, each))

    def _named(self, number: str, reporter: Reporter) -> Mapping[str, Any]:
        if not reporter.hidden:
            return {"user": reporter.user, "hidden": False}
        stand_in = self._seal.blind(reporter.user, _BLIND)[0]
        return {"user": stand_in, "hidden": True, "sealed": self._seal.seal_text(reporter.user, _about(number))}

    def _opened(self, row: HazardReporterRecord) -> UserId | None:
        """None: hidden, and no key here tells who he is."""
        if not row.hidden:
            return UserId(row.user)
        try:
            return UserId(self._seal.open_text(row.sealed, _about(row.number)))
        except UnopenableError:
            log.warning("hazard.reporter_unopenable", number=row.number)
            return None


def _unnamed(by: Act) -> Act:
    """What somebody did who wants not to be named; the message it came by would name him too."""
    return replace(by, actor=HIDDEN, cause=HIDDEN)


def _columns(hazard: Hazard) -> Mapping[str, Any]:
    return {
        "state": hazard.state,
        "is_open": hazard.is_open,
        "owner": hazard.plan.owner,
        "reported_at": hazard.reported_at,
        "closed_at": hazard.closed_at,
        "version": hazard.version,
        "hazard": msgspec.json.encode(hazard).decode(),
    }


def _hazard(row: HazardRecord) -> Hazard:
    return msgspec.json.decode(row.hazard, type=Hazard)


def _about(number: str) -> str:
    return f"hazard:{number}:reporter"


def _subject(number: str) -> str:
    return f"hazard:{number}"
