"""Plans of inspections, and rounds as they stand. The trail has numbers, never what was found."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from bot.domain.safety.inspections.rounds import InspectionPlan, Round
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.inspections import InspectionPlanRecord, InspectionRoundRecord


class InspectionTable:
    async def add_plan(self, plan: InspectionPlan, *, by: Act) -> None:
        await InspectionPlanRecord.create(number=plan.number, stopped=plan.stopped, plan=_written(plan))
        await trail.record(by, "inspection.planned", _subject(plan.number))

    async def plan(self, number: str) -> InspectionPlan | None:
        row = await InspectionPlanRecord.get_or_none(number=number)
        return msgspec.json.decode(row.plan, type=InspectionPlan) if row else None

    async def plans(self) -> Sequence[InspectionPlan]:
        rows = await InspectionPlanRecord.filter(stopped=False).order_by("number")
        return [msgspec.json.decode(row.plan, type=InspectionPlan) for row in rows]

    async def change_plan(self, plan: InspectionPlan, *, by: Act) -> bool:
        mine = InspectionPlanRecord.filter(number=plan.number, stopped=False)
        if not await mine.update(plan=_written(plan)):
            return False
        await trail.record(by, "inspection.plan_changed", _subject(plan.number))
        return True

    async def stop_plan(self, plan: InspectionPlan, *, by: Act) -> bool:
        mine = InspectionPlanRecord.filter(number=plan.number, stopped=False)
        if not await mine.update(stopped=True, plan=_written(plan)):
            return False
        await trail.record(by, "inspection.plan_stopped", _subject(plan.number))
        return True

    async def open(self, round_: Round, *, by: Act) -> None:
        await InspectionRoundRecord.create(
            number=round_.number,
            plan=round_.plan,
            inspector=round_.inspector,
            opened_at=round_.opened_at,
            **_columns(round_),
        )
        await trail.record(by, "inspection.opened", _subject(round_.number))

    async def get(self, number: str) -> Round | None:
        row = await InspectionRoundRecord.get_or_none(number=number)
        return _round(row) if row else None

    async def save(self, round_: Round, *, was: int, by: Act) -> bool:
        mine = InspectionRoundRecord.filter(number=round_.number, version=was)
        if not await mine.update(**_columns(round_)):
            return False
        await trail.record(by, "inspection.changed", _subject(round_.number), state=round_.state.name)
        return True

    async def between(self, first: datetime, last: datetime) -> Sequence[Round]:
        rows = InspectionRoundRecord.filter(opened_at__gte=first, opened_at__lt=last)
        return [_round(row) for row in await rows.order_by("opened_at", "number")]

    async def latest_of_plan(self, plan: str) -> Round | None:
        row = await InspectionRoundRecord.filter(plan=plan).order_by("-opened_at", "-number").first()
        return _round(row) if row else None

    async def of_inspector(self, user: UserId, *, since: datetime) -> Sequence[Round]:
        rows = InspectionRoundRecord.filter(inspector=user, opened_at__gte=since)
        return [_round(row) for row in await rows.order_by("-opened_at", "-number")]

    async def done_lately(self, user: UserId, *, since: datetime) -> Round | None:
        mine = InspectionRoundRecord.filter(inspector=user, done_at__gte=since)
        row = await mine.order_by("-done_at", "-number").first()
        return _round(row) if row else None


def _columns(round_: Round) -> Mapping[str, Any]:
    return {"done_at": round_.done_at, "version": round_.version, "round": _written(round_)}


def _written(value: Round | InspectionPlan) -> str:
    return msgspec.json.encode(value).decode()


def _round(row: InspectionRoundRecord) -> Round:
    return msgspec.json.decode(row.round, type=Round)


def _subject(number: str) -> str:
    return f"inspection:{number}"
